// SPDX-License-Identifier: EUPL-1.2
// vocabulary — the tables of words that the reader knows, compiled in from data/read/*.tsv.
//
// One file a subject and language, one table a subject; every row is a phrase and what it means to
// the finder that asks. Names of places and bodies come from data/country.tsv and its neighbours.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "work/read/date_word.h"
#include "work/read/role.h"

struct read_word {
	struct str lang, phrase, value;
};

// A small word or a verb, with its enum role.
struct read_role {
	struct str lang, phrase;
	enum role role;
	struct str role_name;
};

// What a rule does, in a sentence for people who ask why.
struct read_rule {
	struct str lang, rule, sentence;
};

// A word of dates, with its enum date_word.
struct read_date {
	struct str lang, phrase;
	enum date_word word;
	struct str word_name;
};

// What inflection adds to a word (stem.h).
struct read_affix {
	struct str lang, text;
	bool is_prefix,
		is_particle; // a particle is a word of its own that the next is written onto
};

extern const struct read_affix read_affix_table[];
extern const size_t read_affix_table_n;

extern const struct read_rule read_rule_table[];
extern const size_t read_rule_table_n;

extern const struct read_word read_label_table[];
extern const size_t read_label_table_n;
extern const struct read_date read_date_table[];
extern const size_t read_date_table_n;
extern const struct read_word read_theme_table[];
extern const size_t read_theme_table_n;
extern const struct read_word read_activity_table[];
extern const size_t read_activity_table_n;
extern const struct read_role read_function_table[];
extern const size_t read_function_table_n;
extern const struct read_role read_context_table[];
extern const size_t read_context_table_n;
extern const struct read_role read_verb_table[];
extern const size_t read_verb_table_n;
extern const struct read_role read_cue_table[];
extern const size_t read_cue_table_n;
extern const struct read_word read_deed_table[];
extern const size_t read_deed_table_n;
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
