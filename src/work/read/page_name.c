// SPDX-License-Identifier: EUPL-1.2
// page_name — the place that a page is named after: by its file, its address or its title.

#include "work/read/page_name.h"

#include "work/read/heading.h"

enum { NAME_BYTES_MAX = 300 };

static struct page_name name_read(
	struct arena *mem, const struct lexicon *lexicon, struct str words, bool is_address)
{
	struct page_name name = {.iso2 = STR_EMPTY, .words = STR_EMPTY};
	struct tokens tokens = {0};
	struct str kept = str_copy(mem, str_sub(words, 0, NAME_BYTES_MAX));
	tokens_add(mem, &tokens, kept, 0, kept.n);
	lexicon_mark(lexicon, &tokens, 0);
	for (size_t i = 0; i < tokens.n;) {
		const struct lexicon_entry *country = lexicon_at(
			&tokens, i, tokens.n, LEXICON_COUNTRY);
		if (!country || !(is_address || tokens.p[i].upper)) {
			i++;
			continue;
		}
		size_t to = i + country->word_n;
		if (name.iso2.n && !str_eq(name.iso2, country->value))
			return (struct page_name){.iso2 = STR_EMPTY, .words = STR_EMPTY};
		name.iso2 = country->value;
		name.words = tokens_str(&tokens, kept, i, to);
		if (to < tokens.n)
			name.phase = heading_ordinal(&tokens.p[to], is_address);
		i = to;
	}
	return name;
}

// The part between the last slash that has something behind it and the last full stop or a question
// mark.
static struct str last_part(struct str address)
{
	size_t query = str_find_char(address, '?', 0);
	address = str_sub(address, 0, query == STR_NONE ? address.n : query);
	while (address.n > 0 && address.p[address.n - 1] == '/')
		address.n--;
	size_t from = address.n;
	while (from > 0 && address.p[from - 1] != '/' && address.p[from - 1] != '\\')
		from--;
	struct str part = str_from(address, from);
	size_t stop = part.n;
	while (stop > 0 && part.p[stop - 1] != '.')
		stop--;
	return stop > 1 ? str_sub(part, 0, stop - 1) : part;
}

struct page_name page_name_of_address(
	struct arena *mem, const struct lexicon *lexicon, struct str address)
{
	struct str part = last_part(address);
	char *p = arena_alloc(mem, part.n + 1);
	for (size_t i = 0; i < part.n; i++)
		p[i] = part.p[i] == '_' || part.p[i] == '+' ? '-' : part.p[i];
	return name_read(mem, lexicon, (struct str){p, part.n}, true);
}

struct page_name page_name_of_title(
	struct arena *mem, const struct lexicon *lexicon, struct str title)
{
	return name_read(mem, lexicon, title, false);
}
