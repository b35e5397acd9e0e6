// SPDX-License-Identifier: EUPL-1.2
// file_words — a file that is kept, for people.
#include "web/file_words.h"

#include "web/links.h"

enum { KB = 1024, MB = 1024 * 1024 };

static struct str size_words(struct arena *mem, const struct lang *lang, int64_t size)
{
	struct lang_arg args[2];

	if (size < MB) {
		args[0] = (struct lang_arg){S("n"), str_of_int(mem, (size + KB - 1) / KB)};
		return lang_fill(mem, lang_text(lang, _("{n} KB")), args, 1);
	}
	int64_t tenths = (size * 10 + MB / 2) / MB;
	args[0] = (struct lang_arg){S("whole"), str_of_int(mem, tenths / 10)};
	args[1] = (struct lang_arg){S("tenth"), str_of_int(mem, tenths % 10)};
	return lang_fill(mem, lang_text(lang, _("{whole}.{tenth} MB")), args, 2);
}

// The end of the name in capitals.
static struct str kind_words(struct arena *mem, struct str name)
{
	size_t at = name.n;

	while (at && name.p[at - 1] != '.')
		at--;
	char *kind = str_z(mem, str_from(name, at));
	for (char *c = kind; *c; c++)
		*c = char_is_lower(*c) ? (char)(*c - 'a' + 'A') : *c;
	return str_c(kind);
}

struct str file_words(struct arena *mem, const struct lang *lang, const struct kept_file *file)
{
	const struct lang_arg args[] = {{S("kind"), kind_words(mem, file->name)},
		{S("size"), size_words(mem, lang, file->size)}};

	return lang_fill(mem, lang_text(lang, _("{kind}, {size}")), args, 2);
}

struct str file_url_desk(struct arena *mem, const struct kept_file *file)
{
	return link_file(mem, S("/desk"), file->digest, file->name);
}

struct str file_url_public(struct arena *mem, const struct kept_file *file)
{
	return link_file(mem, STR_EMPTY, file->digest, file->name);
}
