// SPDX-License-Identifier: EUPL-1.2
// vocabulary — the tables of words that the reader knows, compiled in from data/read_*.tsv.
//
// One table a subject; every row is a language, a phrase in it, and what the phrase means to the
// finder that asks. Names of places and bodies come from data/country.tsv and its neighbours.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct read_word {
	struct str lang, phrase, value;
};

extern const struct read_word read_label_table[];
extern const size_t read_label_table_n;
extern const struct read_word read_date_table[];
extern const size_t read_date_table_n;
extern const struct read_word read_theme_table[];
extern const size_t read_theme_table_n;
extern const struct read_word read_activity_table[];
extern const size_t read_activity_table_n;
extern const struct read_word read_function_table[];
extern const size_t read_function_table_n;
extern const struct read_word read_verb_table[];
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
