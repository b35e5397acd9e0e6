// SPDX-License-Identifier: EUPL-1.2
// privacy — what data about people are kept for, on what ground, and for how long.
//
// Every property of a kind whose class is personal or sensitive names its handling; what hangs on
// accounts stands in a table here. The privacy page is made from both, and a test fails for a field
// that nobody accounts for.
#pragma once

#include <stddef.h>

#include "base/field.h"

// English sentences, marked for translation.
struct handling {
	const char *purpose, *ground, *keep;
};

extern const struct handling handling_contact; // how to reach and address people
extern const struct handling handling_choice;  // what experts are chosen by
extern const struct handling handling_consent; // proof that somebody agreed
extern const struct handling handling_note;    // what may harm a person, and few may read
extern const struct handling handling_risk;    // of actions, where people may be named

// What is kept about people who have an account.
struct privacy_row {
	const char *what; // in words
	struct str data;  // the fields, "account.email account.name"
	const struct handling *handling;
};
enum { PRIVACY_ACCOUNT_N = 8 };
extern const struct privacy_row privacy_account[PRIVACY_ACCOUNT_N];
