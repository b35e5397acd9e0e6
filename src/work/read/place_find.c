// SPDX-License-Identifier: EUPL-1.2
// place_find — which country, region or regional organisation a name means.

#include "work/read/place_find.h"

static const struct str kind_country = S_INIT("country");
static const struct str kind_region = S_INIT("region");
static const struct str kind_organisation = S_INIT("regional-organisation");

static bool is_any(const struct token *token, const struct str *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (token_is(token, words[i]))
			return true;
	return false;
}

static bool is_article(const struct token *token)
{
	static const struct str words[] = { S_INIT("the"), S_INIT("la"), S_INIT("le"),
		S_INIT("les"), S_INIT("l"), S_INIT("el"), S_INIT("o"), S_INIT("a") };
	return is_any(token, words, sizeof words / sizeof *words);
}

static bool is_and(const struct token *token)
{
	static const struct str words[] = { S_INIT("and"), S_INIT("et"), S_INIT("y"), S_INIT("e"),
		S_INIT("и"), S_INIT("و") };
	return is_any(token, words, sizeof words / sizeof *words);
}

// The entry of this kind that covers exactly the tokens.
static const struct lexicon_entry *whole(const struct tokens *tokens, size_t from, size_t to,
	enum lexicon_kind kind)
{
	if (from >= to)
		return NULL;
	const struct lexicon_entry *entry = lexicon_at(tokens, from, to, kind);
	return entry && from + entry->word_n == to ? entry : NULL;
}

static struct place simple_place(const struct tokens *tokens, size_t from, size_t to)
{
	const struct lexicon_entry *entry = whole(tokens, from, to, LEXICON_COUNTRY);
	if (entry)
		return (struct place){ kind_country, entry->value };
	entry = whole(tokens, from, to, LEXICON_BODY);
	if (entry)
		return (struct place){ kind_organisation, STR_EMPTY };
	entry = whole(tokens, from, to, LEXICON_REGION);
	if (entry)
		return (struct place){ kind_region, STR_EMPTY };
	return (struct place){ STR_EMPTY, STR_EMPTY };
}

// Several names joined by commas, slashes or "and": each must be known for the whole to be.
static bool is_list(const struct tokens *tokens, size_t from, size_t to)
{
	size_t begin = from, part_n = 0;
	for (size_t i = from; i <= to; i++) {
		bool slash = i < to && i > from && tokens->p[i].gap == '/';
		bool mark = i < to && (token_is_mark(&tokens->p[i], ',') ||
					      token_is_mark(&tokens->p[i], '/') ||
					      token_is_mark(&tokens->p[i], '-') || is_and(&tokens->p[i]));
		if (i < to && !slash && !mark)
			continue;
		if (begin < i && is_article(&tokens->p[begin]))
			begin++;
		if (begin < i) {
			if (simple_place(tokens, begin, i).kind.n == 0)
				return false;
			part_n++;
		}
		begin = slash ? i : i + 1;
	}
	return part_n > 1;
}

// "Eastern and Southern Africa": words that end in a continent.
static bool ends_in_continent(const struct tokens *tokens, size_t from, size_t to)
{
	static const struct str words[] = { S_INIT("africa"), S_INIT("asia"), S_INIT("europe"),
		S_INIT("america"), S_INIT("americas"), S_INIT("caribbean"), S_INIT("pacific"),
		S_INIT("balkans"), S_INIT("sahel"), S_INIT("neighbourhood"), S_INIT("region"),
		S_INIT("afrique"), S_INIT("asie"), S_INIT("amerique"), S_INIT("balkans") };
	for (size_t i = from; i < to; i++)
		if (tokens->p[i].kind != TOKEN_WORD && !token_is_mark(&tokens->p[i], ','))
			return false;
	return is_any(&tokens->p[to - 1], words, sizeof words / sizeof *words);
}

static bool ends_in_body(const struct tokens *tokens, size_t from, size_t to)
{
	static const struct str words[] = { S_INIT("community"), S_INIT("union"), S_INIT("commission"),
		S_INIT("market"), S_INIT("organisation"), S_INIT("organization"), S_INIT("secretariat"),
		S_INIT("league"), S_INIT("association"), S_INIT("authority"), S_INIT("forum"),
		S_INIT("communaute"), S_INIT("ligue") };
	return to > from + 1 && is_any(&tokens->p[to - 1], words, sizeof words / sizeof *words);
}

struct place place_of(const struct tokens *tokens, size_t from, size_t to)
{
	if (from < to && is_article(&tokens->p[from]) && !whole(tokens, from, to, LEXICON_COUNTRY))
		from++;
	if (from >= to)
		return (struct place){ STR_EMPTY, STR_EMPTY };
	struct place place = simple_place(tokens, from, to);
	if (place.kind.n)
		return place;
	// "Long Name (ABBREVIATION)"
	if (token_is_mark(&tokens->p[to - 1], ')')) {
		size_t open = to - 1;
		while (open > from && !token_is_mark(&tokens->p[open], '('))
			open--;
		if (open > from) {
			place = simple_place(tokens, open + 1, to - 1);
			struct place outer = place_of(tokens, from, open);
			if (outer.kind.n)
				return outer;
			if (place.kind.n == 0 && tokens->p[open + 1].all_upper && open + 3 == to)
				place.kind = kind_organisation;
			return place;
		}
	}
	if (is_list(tokens, from, to) || ends_in_continent(tokens, from, to))
		place.kind = kind_region;
	else if (ends_in_body(tokens, from, to))
		place.kind = kind_organisation;
	return place;
}
