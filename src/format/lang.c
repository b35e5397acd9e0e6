// SPDX-License-Identifier: EUPL-1.2
// lang — look-ups in the tables that the build makes, and places filled.
#include "format/lang.h"

const struct lang *lang_find(struct str code)
{
	for (size_t i = 0; i < lang_n; i++)
		if (str_eq(lang_all[i]->code, code))
			return lang_all[i];
	return NULL;
}

// A weight "0.8" in thousandths; 1,000 when it is missing, 0 when it makes no sense.
static int weight_of(struct str parameters)
{
	struct str_split split = {.rest = parameters, .sep = ';'};
	struct str part;

	while (str_next(&split, &part)) {
		part = str_trim(part);
		if (!str_starts(part, S("q=")) && !str_starts(part, S("Q=")))
			continue;
		int weight = 0;
		static const int place[] = {1000, 0, 100, 10, 1};
		for (size_t i = 2; i < part.n && i < 7; i++)
			if (char_is_digit(part.p[i]))
				weight += (part.p[i] - '0') * place[i - 2];
		return weight > 1000 ? 0 : weight;
	}
	return 1000;
}

// The language of a range: itself, or what stands before its first "-"; English for "*".
static const struct lang *lang_of_range(struct str range)
{
	struct str main = str_sub(range, 0, str_find_char(range, '-', 0));

	if (str_eq(range, S("*")))
		return lang_all[0];
	for (size_t i = 0; i < lang_n; i++)
		if (str_eq_nocase(lang_all[i]->code, range))
			return lang_all[i];
	for (size_t i = 0; i < lang_n; i++)
		if (str_eq_nocase(lang_all[i]->code, main))
			return lang_all[i];
	return NULL;
}

static bool is_among(const struct lang *lang, unsigned among)
{
	for (size_t i = 0; i < lang_n; i++)
		if (lang_all[i] == lang)
			return among >> i & 1;
	return false;
}

const struct lang *lang_accept_among(struct str header, unsigned among)
{
	struct str_split split = {.rest = header, .sep = ','};
	const struct lang *best = NULL;
	int best_weight = 0;
	struct str range;

	while (str_next(&split, &range)) {
		size_t semicolon = str_find_char(range, ';', 0);
		struct str parameters = semicolon == STR_NONE ? STR_EMPTY
							      : str_from(range, semicolon + 1);
		const struct lang *lang = lang_of_range(str_trim(str_sub(range, 0, semicolon)));
		int weight = weight_of(parameters);
		if (lang && weight > best_weight && is_among(lang, among)) {
			best = lang;
			best_weight = weight;
		}
	}
	return best;
}

static const struct lang_entry *entry_of(const struct lang *lang, uint64_t key)
{
	if (!lang->entry_n || !key)
		return NULL;
	size_t at = (size_t)key & (lang->entry_n - 1);
	for (size_t tries = 0; tries < lang->entry_n && lang->entry[at].key; tries++) {
		if (lang->entry[at].key == key)
			return &lang->entry[at];
		at = (at + 1) & (lang->entry_n - 1);
	}
	return NULL;
}

struct str lang_text_key(const struct lang *lang, uint64_t key, struct str english)
{
	const struct lang_entry *entry = entry_of(lang, key);

	return entry && entry->form[0].n ? entry->form[0] : english;
}

struct str lang_plural_key(
	const struct lang *lang, uint64_t key, struct str one, struct str many, uint64_t n)
{
	const struct lang_entry *entry = entry_of(lang, key);
	unsigned form = entry && lang->plural ? lang->plural(n) : 0;

	if (entry && form < lang->plural_n && entry->form[form].n)
		return entry->form[form];
	return n == 1 ? one : many;
}

struct str lang_text(const struct lang *lang, struct str english)
{
	return lang_text_key(lang, str_hash(english), english);
}

struct str lang_plural(const struct lang *lang, struct str one, struct str many, uint64_t n)
{
	return lang_plural_key(lang, str_hash(one), one, many, n);
}

static const struct lang_arg *arg_of(struct str name, const struct lang_arg *arg, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(arg[i].name, name))
			return &arg[i];
	return NULL;
}

void lang_fill_add(struct buf *b, struct str text, const struct lang_arg *arg, size_t n)
{
	size_t open, from = 0;

	while ((open = str_find_char(text, '{', from)) != STR_NONE) {
		size_t close = str_find_char(text, '}', open);
		if (close == STR_NONE)
			break;
		const struct lang_arg *found = arg_of(str_sub(text, open + 1, close), arg, n);
		buf_add(b, str_sub(text, from, found ? open : open + 1));
		if (found)
			buf_add(b, found->value);
		from = found ? close + 1 : open + 1;
	}
	buf_add(b, str_from(text, from));
}

struct str lang_fill(struct arena *mem, struct str text, const struct lang_arg *arg, size_t n)
{
	struct buf filled = buf_new(mem, SIZE_MAX);

	if (str_find_char(text, '{', 0) == STR_NONE)
		return text;
	lang_fill_add(&filled, text, arg, n);
	return buf_str(&filled);
}
