// SPDX-License-Identifier: EUPL-1.2
// place_find — which country, region or regional organisation a name means.

#include "work/read/place_find.h"

#include "work/read/grammar.h"

static const struct str kind_country = S_INIT("country");
static const struct str kind_region = S_INIT("region");
static const struct str kind_organisation = S_INIT("regional-organisation");

// The role in any language: a heading may be in none in particular.
static bool has_role(const struct tokens *tokens, size_t i, enum role role)
{
	struct tokens any = *tokens;
	for (int k = 0; k < TONGUE_N; k++) {
		any.tongue = (enum tongue)k;
		if (lexicon_find_role(&any, i, i + 1, role))
			return true;
	}
	return false;
}

// The entry of this kind that covers exactly the tokens.
static const struct lexicon_entry *whole(
	const struct tokens *tokens, size_t from, size_t to, enum lexicon_kind kind)
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
		return (struct place){kind_country, entry->value};
	entry = whole(tokens, from, to, LEXICON_BODY);
	if (entry)
		return (struct place){kind_organisation, STR_EMPTY};
	entry = whole(tokens, from, to, LEXICON_REGION);
	if (entry)
		return (struct place){kind_region, STR_EMPTY};
	return (struct place){STR_EMPTY, STR_EMPTY};
}

// A mark or word that parts the names of a list.
static bool parts_names(const struct tokens *tokens, size_t i)
{
	const struct token *token = &tokens->p[i];
	return token_is_mark(token, ',') || token_is_mark(token, '/') ||
		token_is_mark(token, '-') || has_role(tokens, i, ROLE_AND);
}

// Several names joined by commas, slashes or "and": each must be known for the whole to be.
static bool is_list(const struct tokens *tokens, size_t from, size_t to)
{
	size_t begin = from, part_n = 0;
	for (size_t i = from; i <= to; i++) {
		bool slash = i < to && i > from && tokens->p[i].gap == '/';
		if (i < to && !slash && !parts_names(tokens, i))
			continue;
		if (begin < i && has_role(tokens, begin, ROLE_DEFINITE))
			begin++;
		if (begin < i && simple_place(tokens, begin, i).kind.n == 0)
			return false;
		part_n += begin < i;
		begin = slash ? i : i + 1;
	}
	return part_n > 1;
}

// "Eastern and Southern Africa": words that end in a continent.
static bool ends_in_continent(const struct tokens *tokens, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (tokens->p[i].kind != TOKEN_WORD && !token_is_mark(&tokens->p[i], ','))
			return false;
	return has_role(tokens, to - 1, ROLE_CONTINENT);
}

static bool ends_in_body(const struct tokens *tokens, size_t from, size_t to)
{
	return to > from + 1 && has_role(tokens, to - 1, ROLE_UNION);
}

// Where the bracket that ends the name opens; `to` when it ends in none.
static size_t bracket_at(const struct tokens *tokens, size_t from, size_t to)
{
	if (!token_is_mark(&tokens->p[to - 1], ')'))
		return to;
	for (size_t i = to - 1; i > from; i--)
		if (token_is_mark(&tokens->p[i], '('))
			return i;
	return to;
}

// A place of several words that no table has as a whole.
static struct place compound_place(const struct tokens *tokens, size_t from, size_t to)
{
	struct place place = {STR_EMPTY, STR_EMPTY};
	if (is_list(tokens, from, to) || ends_in_continent(tokens, from, to))
		place.kind = kind_region;
	else if (ends_in_body(tokens, from, to))
		place.kind = kind_organisation;
	return place;
}

static struct place plain_place(const struct tokens *tokens, size_t from, size_t to)
{
	struct place place = simple_place(tokens, from, to);
	if (place.kind.n == 0 && from + 1 < to && has_role(tokens, from, ROLE_DEFINITE))
		place = simple_place(tokens, ++from, to);
	return place.kind.n || from >= to ? place : compound_place(tokens, from, to);
}

struct place place_of(const struct tokens *tokens, size_t from, size_t to)
{
	if (from >= to)
		return (struct place){STR_EMPTY, STR_EMPTY};
	size_t open = bracket_at(tokens, from, to);
	struct place place = plain_place(tokens, from, open);
	if (place.kind.n || open == to || open + 2 >= to)
		return place;
	// "Long Name (ABBREVIATION)", of which only the abbreviation may be known
	place = plain_place(tokens, open + 1, to - 1);
	if (place.kind.n == 0 && tokens->p[open + 1].all_upper && open + 3 == to)
		place.kind = kind_organisation;
	return place;
}
