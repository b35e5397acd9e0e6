// SPDX-License-Identifier: EUPL-1.2
// file_type — which files may be kept, and how each is served.
#include "model/file_type.h"

#include "base/buf.h"
#include "base/utf8.h"

static struct str extension_of(struct str name)
{
	size_t at = name.n;

	while (at && name.p[at - 1] != '.')
		at--;
	return at ? str_from(name, at) : STR_EMPTY;
}

const struct file_type *file_type_of_name(struct str name)
{
	struct str extension = extension_of(name);

	for (size_t i = 0; i < file_type_table_n; i++)
		if (str_eq_nocase(file_type_table[i].extension, extension))
			return &file_type_table[i];
	return NULL;
}

bool file_type_fits(const struct file_type *type, struct str found)
{
	struct str_split split = {.rest = type->found, .sep = ' '};
	struct str one;

	while (str_next(&split, &one))
		if (str_eq(found, one))
			return true;
	return false;
}

// Controls, and what would make "fdp.exe" of "exe.pdf" before the eye.
static bool is_hidden(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x200b && c <= 0x200f) ||
		(c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff ||
		c == 0xfffd;
}

struct str file_type_clean_name(struct arena *mem, struct str name)
{
	struct buf clean = buf_new(mem, FILE_NAME_MAX + 1);
	struct str end;
	size_t at = 0, from = 0;

	for (size_t i = 0; i < name.n; i++)
		if (name.p[i] == '/' || name.p[i] == '\\')
			from = i + 1;
	name = str_trim(str_from(name, from));
	while (name.n && name.p[0] == '.')
		name = str_from(name, 1);
	end = extension_of(name);
	struct str stem = str_sub(name, 0, end.n ? name.n - end.n - 1 : name.n);
	size_t room = end.n + 1 < FILE_NAME_MAX / 2 ? FILE_NAME_MAX - end.n - 1 : 0;
	while (at < stem.n) {
		unsigned n;
		uint32_t c = utf8_at(stem, at, &n);
		if (clean.n + n > room)
			break;
		if (!is_hidden(c))
			buf_add(&clean, str_sub(stem, at, at + n));
		at += n;
	}
	if (!clean.n)
		buf_add(&clean, S("file"));
	if (end.n && room)
		buf_format(&clean, ".%" PRIstr, STR(end));
	return buf_str(&clean);
}
