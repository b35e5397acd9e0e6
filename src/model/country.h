// SPDX-License-Identifier: EUPL-1.2
// country — the countries there are: names, region, where they lie. And sets of them.
//
// Facts are compiled in from data/country.tsv and data/country_alias.tsv (sources and licences in
// data/README.md). A country is known by its ISO 3166-1 alpha-2 code; in arrays and bitsets by its
// index in country_table, which is not stable between versions and never stored.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct country {
	struct str iso2, iso3, numeric; // ISO 3166-1
	struct str m49;                 // code of the UN sub-region
	struct str name_en, name_fr, name_ar, name_es, name_pt, name_ru; // everyday short names
	struct str sort_en;                                              // The Gambia sorts under G
	struct str in_en, in_fr; // "in the Gambia", "au Bénin"
	struct str capital_en;
	double lat, lon;                                          // where its name is put, degrees
	int rank_en, rank_fr, rank_ar, rank_es, rank_pt, rank_ru; // order of the names
};
extern const struct country country_table[];
extern const size_t country_table_n;

enum { COUNTRY_NONE = -1 };

// The index of a code, or COUNTRY_NONE. Case counts: codes are upper case.
int country_index(struct str iso2);

// The name in a language (code as in format/lang.h), English where there is none in it.
struct str country_name(int country, struct str lang);

// Its place in lists of that language, from 0; English order for languages without one.
int country_rank(int country, struct str lang);

// Another spelling under which pages name a country.
struct country_alias {
	struct str iso2, lang, name;
	bool exact; // "US": only in capitals, as written
};
extern const struct country_alias country_alias_table[];
extern const size_t country_alias_table_n;
