// SPDX-License-Identifier: EUPL-1.2
// route — every address of the program, in one table: method, pattern, page, who may.
//
// A pattern's `{lang}` is a language's code, `{}` one part of the path, kept in visit->arg. The
// table is all that decides who may see an address: `who` is a right (model/right.h), asked for by
// the dispatcher (web/gate.h) before the page runs.
#pragma once

#include "web/visit.h"

struct route {
	struct str pattern;
	page_handler *handle;
	enum http_method method;
	enum right who;
	uint32_t body_max; // bytes of what is sent there; 0: HTTP_BODY_MAX
};

extern const struct route routes[];
extern const size_t route_n;

// Finds the row for a path and sets *ret_lang (NULL when the pattern has none) and ret_arg.
// NULL when no pattern fits; *ret_other_methods are then the bits (1 << HTTP_POST) of the methods
// that the path does answer.
const struct route *route_find(enum http_method method, struct str path,
	const struct lang **ret_lang, struct str ret_arg[static VISIT_ARG_MAX],
	unsigned *ret_other_methods);
