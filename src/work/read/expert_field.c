// SPDX-License-Identifier: EUPL-1.2
// expert_field — who was lent, as told under a label: "Experts involved: Austria, France (NGO)".

#include "work/read/expert_field.h"

#include "work/read/body_find.h"
#include "work/read/expert_add.h"
#include "work/read/grammar.h"

enum { NOUN_REACH = 6 };

// What the bracket [from, to) behind a country tells: kinds of experts, or else the name of a body
// of its administration. False when it tells neither.
static bool bracket_kinds(
	struct reading *r, size_t country, struct str iso2, size_t from, size_t to)
{
	bool any = false, is_name = false;
	for (size_t k = from; k < to; k++) {
		const struct lexicon_entry *entry = lexicon_at(&r->tokens, k, to, LEXICON_EXPERT);
		is_name = is_name || r->tokens.p[k].upper;
		if (!entry || str_eq(entry->value, S("expert")))
			continue;
		expert_add(r, iso2, entry->value, (struct range){country, k + entry->word_n},
			S("expert.field"));
		any = true;
	}
	if (!any && is_name)
		expert_add(r, iso2, S("national-administration"), (struct range){country, to},
			S("expert.field"));
	return any || is_name;
}

// The country that begins at `i`, with its bracket. Answers behind them, or 0.
static size_t country_read(struct reading *r, size_t i, size_t end)
{
	const struct tokens *tokens = &r->tokens;
	if (grammar_determiner(tokens, i, end) == DETERMINER_DEFINITE && i + 1 < end)
		i++;
	const struct lexicon_entry *entry = lexicon_at(tokens, i, end, LEXICON_COUNTRY);
	if (!entry)
		return 0;
	size_t behind = i + entry->word_n, close = behind;
	bool is_told = false;
	if (behind < end && token_is_mark(&tokens->p[behind], '(')) {
		while (close < end && !token_is_mark(&tokens->p[close], ')'))
			close++;
		is_told = bracket_kinds(r, i, entry->value, behind + 1, close);
	}
	if (!is_told)
		expert_add(r, entry->value, S("unspecified"), (struct range){i, behind},
			S("expert.field"));
	return close > behind ? close : behind;
}

// "Estonian police", "a German private expert": the word of a country before its noun. Answers
// behind it, or 0.
static size_t demonym_read(struct reading *r, size_t i, size_t end)
{
	const struct tokens *tokens = &r->tokens;
	const struct lexicon_entry *word = lexicon_at(tokens, i, end, LEXICON_DEMONYM);
	if (!word || !tokens->p[i].upper)
		return 0;
	size_t to = i + word->word_n;
	struct str kind = S("unspecified");
	for (size_t k = to; k < end && k < i + NOUN_REACH; k++) {
		const struct lexicon_entry *noun = lexicon_at(tokens, k, end, LEXICON_EXPERT);
		if (tokens->p[k].kind == TOKEN_MARK)
			break;
		if (!noun && !lexicon_at(tokens, k, end, LEXICON_ORGAN))
			continue;
		to = k + (noun ? noun->word_n : 1);
		if (noun && str_eq(noun->value, S("expert")))
			break;
		kind = noun ? noun->value : S("national-administration");
		break;
	}
	expert_add(r, word->value, kind, (struct range){i, to}, S("expert.field"));
	return to;
}

// "Food Service of Lithuania": a body of the administration of the country in its name. Answers
// behind it, or 0.
static size_t body_read(struct reading *r, size_t i, size_t end)
{
	struct range name;
	if (!r->tokens.p[i].upper || !body_at(r, i, end, &name))
		return 0;
	for (size_t k = name.from; k < name.to; k++) {
		const struct lexicon_entry *country = lexicon_at(
			&r->tokens, k, name.to, LEXICON_COUNTRY);
		if (!country || !r->tokens.p[k].upper)
			continue;
		expert_add(
			r, country->value, S("national-administration"), name, S("expert.field"));
		return name.to;
	}
	return 0;
}

// "and one private consultant": a group without a country. Answers behind it, or 0.
static size_t group_read(struct reading *r, size_t i, size_t end)
{
	const struct lexicon_entry *entry = lexicon_at(&r->tokens, i, end, LEXICON_EXPERT);
	if (!entry || str_eq(entry->value, S("expert")))
		return 0;
	size_t to = i + entry->word_n;
	expert_add(r, STR_EMPTY, entry->value, (struct range){i, to}, S("expert.field"));
	return to;
}

void expert_field_read(struct reading *reading, struct range range)
{
	for (size_t i = range.from; i < range.to;) {
		size_t to = country_read(reading, i, range.to);
		if (!to)
			to = demonym_read(reading, i, range.to);
		if (!to)
			to = body_read(reading, i, range.to);
		if (!to)
			to = group_read(reading, i, range.to);
		i = to ? to : i + 1;
	}
}
