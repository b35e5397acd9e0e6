// SPDX-License-Identifier: EUPL-1.2
// tmpl — what compiled templates call.
//
// tools/tmplc turns src/web/NAME.html into one C function per view and picks the escaper from the
// place of each hole: text, attribute, or address. Views take `struct tmpl *t` first.
//
// What a hole may be: struct str and whole numbers everywhere but at the beginning of an address,
// which takes struct str only; struct safe_html between tags only. Anything else, bool and char *
// included, does not compile.
#pragma once

#include "base/out.h"
#include "format/escape.h"
#include "format/lang.h"

struct tmpl {
	struct arena *mem;
	struct out *out;
	const struct lang *lang;
};

// clang-format does not know _Generic.
// clang-format off

// The rows of _Generic for all kinds of whole numbers.
#define TMPL_NUMBERS(for_signed, for_unsigned)        \
	short: for_signed,                            \
	int: for_signed,                              \
	long: for_signed,                             \
	long long: for_signed,                        \
	unsigned short: for_unsigned,                 \
	unsigned: for_unsigned,                       \
	unsigned long: for_unsigned,                  \
	unsigned long long: for_unsigned

// A hole between tags; in an attribute; in an address behind its beginning.
#define TMPL_TEXT(t, value)                           \
	_Generic((value),                             \
		struct str: tmpl_text,                \
		struct safe_html: tmpl_html,          \
		TMPL_NUMBERS(tmpl_int, tmpl_unsigned))((t), (value))
#define TMPL_VALUE(t, value)                          \
	_Generic((value),                             \
		struct str: tmpl_value,               \
		TMPL_NUMBERS(tmpl_int, tmpl_unsigned))((t), (value))
#define TMPL_URL_PART(t, value)                       \
	_Generic((value),                             \
		struct str: tmpl_url_part,            \
		TMPL_NUMBERS(tmpl_int, tmpl_unsigned))((t), (value))

// What fills a place of a translated text: struct str or a number, as a struct str.
#define TMPL_WORDS(t, value)                          \
	_Generic((value),                             \
		struct str: tmpl_words,               \
		TMPL_NUMBERS(tmpl_int_words, tmpl_unsigned_words))((t), (value))
// clang-format on

// What the views wrote so far, to be put into another one.
struct safe_html tmpl_written(const struct tmpl *t);

void tmpl_text(const struct tmpl *t, struct str s);
void tmpl_html(const struct tmpl *t, struct safe_html html);
void tmpl_value(const struct tmpl *t, struct str s);
void tmpl_url(const struct tmpl *t, struct str s);
void tmpl_url_part(const struct tmpl *t, struct str s);
void tmpl_int(const struct tmpl *t, int64_t n);
void tmpl_unsigned(const struct tmpl *t, uint64_t n);

struct str tmpl_words(const struct tmpl *t, struct str s);
struct str tmpl_int_words(const struct tmpl *t, int64_t n);
struct str tmpl_unsigned_words(const struct tmpl *t, uint64_t n);

// The text in the page's language with its places filled; not escaped yet. `key` is the hash of
// the English text, known when the template was compiled.
struct str tmpl_say(const struct tmpl *t, uint64_t key, struct str english,
	const struct lang_arg *arg, size_t arg_n);
// The form for `count`, which also fills {n}. At most TMPL_ARG_MAX further places.
enum { TMPL_ARG_MAX = 8 };
struct str tmpl_plural(const struct tmpl *t, uint64_t key, struct str one, struct str many,
	uint64_t count, const struct lang_arg *arg, size_t arg_n);
