// SPDX-License-Identifier: EUPL-1.2
// password_rule — which passwords are too easy to guess.
//
// Length is what counts, so there is no rule about kinds of characters: any twelve will do, unless
// they are among the first that anybody would try.
#pragma once

#include "base/str.h"

enum { PASSWORD_RULE_MIN = 12, PASSWORD_RULE_MAX = 512 };

// A row of data/common_password.tsv.
struct common_password {
	struct str text;
};
extern const struct common_password common_password_table[];
extern const size_t common_password_table_n;

enum password_fault {
	PASSWORD_GOOD,
	PASSWORD_SHORT,
	PASSWORD_LONG,
	PASSWORD_COMMON, // a common one, or one with digits and signs hung on
	PASSWORD_PLAIN,  // hardly any different characters, or a run of neighbours
	PASSWORD_OWN,    // has the name of the account in it
};

// `login` is the account's e-mail address in small letters.
enum password_fault password_rule_check(struct arena *mem, struct str password, struct str login);

// The sentence for a fault, in English and marked for translation.
struct str password_rule_sentence(enum password_fault fault);
