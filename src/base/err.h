// SPDX-License-Identifier: EUPL-1.2
// err — why something could not be done.
//
// A function that can fail returns bool (MUST_CHECK) and takes `struct err *err` last; its results
// go through `ret_` pointers just before it, written only on success. The words stand inside the
// struct, so raising an error needs no memory and outlives every arena.
//
// Not found is not an error (loaders answer NULL), and an observation about data is a finding
// (base/finding.h). An error stops the work; a finding is the work.
#pragma once

#include <stdbool.h>

#include "base/attr.h"

enum err_kind {
	ERR_NONE,
	ERR_INPUT,    // what was given is wrong: exit 1, HTTP 400 or 422
	ERR_USAGE,    // the command line is wrong: exit 2
	ERR_DENIED,   // not allowed: exit 3, HTTP 403
	ERR_CONFLICT, // somebody else changed it, or it is busy: exit 3, HTTP 409 or 503
	ERR_LIMIT,    // larger than a stated limit: exit 1, HTTP 413
	ERR_IO,       // file, disk, port, network: exit 3, HTTP 500
	ERR_DB,       // the database: exit 3, HTTP 500
};

struct err {
	enum err_kind kind;
	unsigned line, col; // place in the input, counted from 1; 0 when there is none
	char where[128];    // file, address or field; empty when there is none
	char msg[384];      // an English sentence for an operator, without the full stop
};

// Records the error and answers false, so that `return err_set(err, ...)` is the whole idiom.
bool err_set(struct err *err, enum err_kind kind, const char *format, ...) PRINTF_LIKE(3, 4);

// The same, with the words the system has for `errnum` behind ": ".
bool err_set_errno(struct err *err, enum err_kind kind, int errnum, const char *format, ...)
	PRINTF_LIKE(4, 5);

// Puts words in front of those already there ("reading page.txt: ..."); answers false.
bool err_add(struct err *err, const char *format, ...) PRINTF_LIKE(2, 3);

// The exit status of the command line for this kind: 1, 2 or 3 (0 for ERR_NONE).
int err_exit_status(enum err_kind kind);
