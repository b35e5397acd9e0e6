// SPDX-License-Identifier: EUPL-1.2
// vocabulary — the tables of words that the reader knows, compiled in from data/read/*.tsv.
//
// One file a subject and language, one table a subject; every row is a phrase and what it means to
// the finder that asks. Names of places and bodies come from data/country.tsv and its neighbours.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "work/read/role.h"

struct read_word {
	struct str lang, phrase, value;
};

// A small word or a verb, with its enum role.
struct read_role {
	struct str lang, phrase;
	enum role role;
};

// What inflection adds to a word (stem.h).
struct read_affix {
	struct str lang, text;
	bool is_prefix;
};

extern const struct read_affix read_affix_table[];
extern const size_t read_affix_table_n;

extern const struct read_word read_label_table[];
extern const size_t read_label_table_n;
extern const struct read_word read_date_table[];
extern const size_t read_date_table_n;
extern const struct read_word read_theme_table[];
extern const size_t read_theme_table_n;
extern const struct read_word read_activity_table[];
extern const size_t read_activity_table_n;
extern const struct read_role read_function_table[];
extern const size_t read_function_table_n;
extern const struct read_role read_verb_table[];
extern const size_t read_verb_table_n;
extern const struct read_word read_number_table[];
extern const size_t read_number_table_n;
extern const struct read_word read_expert_table[];
extern const size_t read_expert_table_n;
extern const struct read_word read_output_table[];
extern const size_t read_output_table_n;
extern const struct read_word read_organ_table[];
extern const size_t read_organ_table_n;
extern const struct read_word read_people_table[];
extern const size_t read_people_table_n;
