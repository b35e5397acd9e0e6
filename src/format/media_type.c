// SPDX-License-Identifier: EUPL-1.2
// media_type — what bytes are, told from their content by libmagic.
#include "format/media_type.h"

#include <magic.h>

static void close_at(struct magic_set **set)
{
	if (*set)
		magic_close(*set);
}

bool media_type_of(struct arena *mem, struct str bytes, struct str *ret_type, struct err *err)
{
	struct magic_set *set CLEANUP(close_at) = magic_open(MAGIC_MIME_TYPE | MAGIC_ERROR);

	if (!set || magic_load(set, NULL) != 0)
		return err_set(err, ERR_IO, "the table of types of files cannot be loaded: %s",
			set ? magic_error(set) : "out of memory");
	const char *type = magic_buffer(set, bytes.p, bytes.n);
	if (!type)
		return err_set(err, ERR_IO, "a file's type cannot be told: %s", magic_error(set));
	*ret_type = str_copy(mem, str_c(type));
	return true;
}
