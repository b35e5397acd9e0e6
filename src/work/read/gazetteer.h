// SPDX-License-Identifier: EUPL-1.2
// gazetteer — the tables of names that only the reader needs: demonyms, months, towns, bodies.
//
// Compiled in from the tables of the same names in data/, the columns named here.
#pragma once

#include <stddef.h>

#include "base/str.h"

// A word for the people and things of a country ("Beninese").
struct read_demonym {
	struct str iso2, lang, word, kind;
};
extern const struct read_demonym read_demonym_table[];
extern const size_t read_demonym_table_n;

// The name of a month as texts write it.
struct read_month {
	struct str lang, word;
	int month; // 1 to 12
};
extern const struct read_month read_month_table[];
extern const size_t read_month_table_n;

// A town; `alias` holds further names parted by '|'.
struct read_city {
	struct str name, alias, iso2, rank;
};
extern const struct read_city read_city_table[];
extern const size_t read_city_table_n;

// A body known by name: COMESA, IOM; `alias` holds further names parted by '|'.
struct read_body {
	struct str acronym, name_en, name_fr, name_ar, alias, kind;
};
extern const struct read_body read_body_table[];
extern const size_t read_body_table_n;
