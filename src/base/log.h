// SPDX-License-Identifier: EUPL-1.2
// log — one event, one line, key=value, on standard error.
//
// Only the top floors (web/app.c, cmd, net/worker.c) log; lower floors return. Values that hold
// blanks, quotes or control characters are written as JSON strings, so no input can forge a line.
#pragma once

#include "base/str.h"

enum log_level { LOG_ERROR, LOG_WARNING, LOG_INFO };

struct log_pair {
	const char *key;
	struct str value;
};

// time=... level=... event=EVENT key=value ...; ends at the first pair whose key is NULL.
void log_event(enum log_level level, const char *event, const struct log_pair *pairs);
#define LOG(level, event, ...)      \
	log_event((level), (event), \
		(const struct log_pair[]){__VA_ARGS__ __VA_OPT__(, ){NULL, STR_EMPTY}})
