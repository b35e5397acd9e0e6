// SPDX-License-Identifier: EUPL-1.2
// tmpl — the few functions between compiled templates and the escapers.
#include "format/tmpl.h"

#include <assert.h>
#include <inttypes.h>

struct safe_html tmpl_written(const struct tmpl *t)
{
	return (struct safe_html){out_str(t->out)};
}

void tmpl_text(const struct tmpl *t, struct str s)
{
	escape_text(t->out, s);
}

void tmpl_html(const struct tmpl *t, struct safe_html html)
{
	out_write(t->out, html.html);
}

void tmpl_value(const struct tmpl *t, struct str s)
{
	escape_attr(t->out, s);
}

void tmpl_url(const struct tmpl *t, struct str s)
{
	escape_url(t->out, s);
}

void tmpl_url_part(const struct tmpl *t, struct str s)
{
	escape_url_part(t->out, s);
}

void tmpl_int(const struct tmpl *t, int64_t n)
{
	out_int(t->out, n);
}

void tmpl_unsigned(const struct tmpl *t, uint64_t n)
{
	if (n <= INT64_MAX)
		out_int(t->out, (int64_t)n);
	else
		out_format(t->out, "%" PRIu64, n);
}

struct str tmpl_words(const struct tmpl *t, struct str s)
{
	(void)t;
	return s;
}

struct str tmpl_int_words(const struct tmpl *t, int64_t n)
{
	return str_of_int(t->mem, n);
}

struct str tmpl_unsigned_words(const struct tmpl *t, uint64_t n)
{
	return n <= INT64_MAX ? str_of_int(t->mem, (int64_t)n) : str_format(t->mem, "%" PRIu64, n);
}

struct str tmpl_say(const struct tmpl *t, uint64_t key, struct str english,
	const struct lang_arg *arg, size_t arg_n)
{
	struct str text = lang_text_key(t->lang, key, english);

	return arg_n ? lang_fill(t->mem, text, arg, arg_n) : text;
}

struct str tmpl_plural(const struct tmpl *t, uint64_t key, struct str one, struct str many,
	uint64_t count, const struct lang_arg *arg, size_t arg_n)
{
	struct lang_arg all[TMPL_ARG_MAX + 1];

	assert(arg_n <= TMPL_ARG_MAX);
	all[0] = (struct lang_arg){S("n"), tmpl_unsigned_words(t, count)};
	for (size_t i = 0; i < arg_n; i++)
		all[i + 1] = arg[i];
	return lang_fill(t->mem, lang_plural_key(t->lang, key, one, many, count), all, arg_n + 1);
}
