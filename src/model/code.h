// SPDX-License-Identifier: EUPL-1.2
// code — the closed lists: themes, types of activity and output, statuses, kinds, regions, languages.
//
// Compiled in from data/*.tsv. A code is known by its slug in the database, in addresses and in
// exports, and by its index in its table in sets of bits, which is never stored.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/bitset.h"
#include "base/str.h"

// Every list looks the same; `group` is the family of an activity type, the pillar of a theme,
// the scheme of a region; `code` is the code in an outside list (DAC sector, UN M49).
struct code {
	struct str slug;
	struct str name_en, name_fr, name_ar, name_es, name_pt, name_ru;
	struct str many_en, many_fr, many_ar, many_es, many_pt,
		many_ru; // plurals, where there are any
	struct str group;
	struct str code;
};

struct code_list {
	struct str name;
	const struct code *code;
	const size_t *n;
};

extern const struct code theme_table[], activity_type_table[], activity_family_table[],
	output_type_table[], output_status_table[], expert_kind_table[], region_table[],
	language_table[], organisation_kind_table[], body_role_table[], country_role_table[],
	action_relation_table[], output_event_table[], activity_mode_table[], document_kind_table[],
	place_kind_table[], digit_form_table[], interface_language_table[], letter_table[];
extern const size_t theme_table_n, activity_type_table_n, activity_family_table_n,
	output_type_table_n, output_status_table_n, expert_kind_table_n, region_table_n,
	language_table_n, organisation_kind_table_n, body_role_table_n, country_role_table_n,
	action_relation_table_n, output_event_table_n, activity_mode_table_n, document_kind_table_n,
	place_kind_table_n, digit_form_table_n, interface_language_table_n, letter_table_n;

extern const struct code_list code_themes, code_activity_types, code_output_types,
	code_output_statuses, code_expert_kinds, code_regions, code_languages,
	code_organisation_kinds, code_body_roles, code_country_roles, code_action_relations,
	code_output_events, code_activity_modes, code_document_kinds, code_place_kinds,
	code_digit_forms, code_interface_languages, code_letters;

enum { CODE_NONE = -1 };

// The index of a slug, or CODE_NONE.
int code_index(const struct code_list *list, struct str slug);

// The name in a language, English where there is none in it.
struct str code_name(const struct code *code, struct str lang);

// The name of several: "Strategies"; the name of one where the list has no plurals.
struct str code_name_many(const struct code *code, struct str lang);

// The name of a slug; the slug itself when the list does not have it.
struct str code_name_of(const struct code_list *list, struct str slug, struct str lang);

// The index of an activity type's family; the last family for CODE_NONE.
int code_family(int activity_type);

// Which countries belong to which region of which scheme.
struct region_member {
	struct str scheme, slug, iso2;
};
extern const struct region_member region_member_table[];
extern const size_t region_member_table_n;

// The countries of a region, by its index in region_table.
struct bitset code_region_countries(int region);
