// SPDX-License-Identifier: EUPL-1.2
// err — why something could not be done; words are cut at the size of the struct, never lost whole.
#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool err_set(struct err *err, enum err_kind kind, const char *format, ...)
{
	va_list args;

	*err = (struct err){.kind = kind};
	va_start(args, format);
	vsnprintf(err->msg, sizeof err->msg, format, args);
	va_end(args);
	return false;
}

bool err_set_errno(struct err *err, enum err_kind kind, int errnum, const char *format, ...)
{
	char why[96];
	va_list args;

	*err = (struct err){.kind = kind};
	va_start(args, format);
	int n = vsnprintf(err->msg, sizeof err->msg, format, args);
	va_end(args);
	if (n < 0 || (size_t)n >= sizeof err->msg)
		return false;
	snprintf(err->msg + n, sizeof err->msg - (size_t)n, ": %s",
		strerror_r(errnum, why, sizeof why));
	return false;
}

bool err_add(struct err *err, const char *format, ...)
{
	char inner[sizeof err->msg];
	va_list args;

	memcpy(inner, err->msg, sizeof inner);
	va_start(args, format);
	int n = vsnprintf(err->msg, sizeof err->msg, format, args);
	va_end(args);
	if (n >= 0 && (size_t)n < sizeof err->msg)
		snprintf(err->msg + n, sizeof err->msg - (size_t)n, ": %s", inner);
	return false;
}

int err_exit_status(enum err_kind kind)
{
	switch (kind) {
	case ERR_NONE:
		return 0;
	case ERR_INPUT:
	case ERR_LIMIT:
		return 1;
	case ERR_USAGE:
		return 2;
	case ERR_DENIED:
	case ERR_CONFLICT:
	case ERR_IO:
	case ERR_DB:
		return 3;
	}
	return 3;
}
