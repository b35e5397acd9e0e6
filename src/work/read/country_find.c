// SPDX-License-Identifier: EUPL-1.2
// country_find — the countries of an action beside its beneficiary: who takes part, who hosts.

#include "work/read/country_find.h"

#include "work/read/grammar.h"

static bool is_listed(const struct entry_texts *list, struct str text)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_eq_nocase(list->p[i].text, text))
			return true;
	return false;
}

void country_add(struct reading *reading, struct str iso2, struct span span)
{
	struct entry *entry = reading->entry;
	if (iso2.n == 0 || str_eq(iso2, entry->iso2) || is_listed(&entry->countries_involved, iso2))
		return;
	span.certainty = CERTAINTY_INFERRED;
	VEC_ADD(reading->mem, &entry->countries_involved,
		((struct entry_text){.text = iso2, .span = span}));
}

static bool speaks_of_lending(const struct reading *r, struct range sentence)
{
	for (size_t i = sentence.from; i < sentence.to; i++)
		if (role_at(&r->tokens, i, sentence.to, ROLE_LEND) ||
			lexicon_is(&r->tokens, i, sentence.to, LEXICON_EXPERT, S("expert")))
			return true;
	return false;
}

static bool is_lender(const struct reading *r, struct str iso2)
{
	for (size_t i = 0; i < r->entry->experts.n; i++)
		if (str_eq(r->entry->experts.p[i].iso2, iso2))
			return true;
	return false;
}

// 'the "Direction" of France': whose body it is.
static bool is_owner(const struct tokens *tokens, size_t i)
{
	return i > 1 && role_at(tokens, i - 1, i, ROLE_OF) && token_is_mark(&tokens->p[i - 2], '"');
}

// "GUAM Organization", "the GUAM Secretariat": an abbreviation that only looks like a country.
static bool is_abbreviation(
	const struct tokens *tokens, const struct lexicon_entry *country, size_t i, size_t end)
{
	return country->word_n == 1 && tokens->p[i].all_upper && i + 1 < end &&
		tokens->p[i + 1].upper && !tokens->p[i + 1].all_upper;
}

// The countries that the words name; those that only lend experts are left out where the words
// speak of lending.
static void countries_in(struct reading *r, struct range range)
{
	bool lends = speaks_of_lending(r, range);
	uint32_t kinds = LEXICON_BIT(LEXICON_COUNTRY);
	for (size_t i = range.from; (i = lexicon_next(&r->tokens, i, range.to, kinds)) < range.to;
		i++) {
		const struct lexicon_entry *place = lexicon_at(
			&r->tokens, i, range.to, LEXICON_COUNTRY);
		if (!place || !r->tokens.p[i].upper ||
			is_abbreviation(&r->tokens, place, i, range.to))
			continue;
		struct range words = {i, i + place->word_n};
		if (!(lends && is_lender(r, place->value)) && !is_owner(&r->tokens, i))
			country_add(r, place->value,
				reading_span(r, words, CERTAINTY_INFERRED, S("country.text")));
		i += place->word_n - 1;
	}
}

// "delegates from Bhutan and India": guests from other countries.
static void guests_in(struct reading *r, struct range sentence)
{
	const struct tokens *tokens = &r->tokens;
	uint32_t people = LEXICON_BIT(LEXICON_PEOPLE);
	for (size_t i = lexicon_next(tokens, sentence.from, sentence.to, people);
		i + 2 < sentence.to; i = lexicon_next(tokens, i + 1, sentence.to, people)) {
		size_t n = lexicon_is(tokens, i, sentence.to, LEXICON_PEOPLE, S("guest"));
		size_t from = n ? role_at(tokens, i + n, sentence.to, ROLE_FROM) : 0;
		if (!from)
			continue;
		size_t to = i + n + from;
		while (to < sentence.to &&
			(tokens->p[to].upper || token_is_mark(&tokens->p[to], ',') ||
				role_at(tokens, to, sentence.to, ROLE_AND) ||
				grammar_determiner(tokens, to, sentence.to)))
			to++;
		countries_in(r, (struct range){i + n + from, to});
		i = to - 1;
	}
}

// Countries of heading and text are beneficiaries or participants of a regional action; for the
// action of one country only those where something took place count.
void country_find_all(struct reading *reading)
{
	struct entry *entry = reading->entry;
	if (entry->iso2.n == 0) {
		countries_in(reading, reading->place);
		for (size_t i = 0; i < reading->sentences.n; i++)
			countries_in(reading, reading->sentences.p[i]);
	}
	for (size_t i = 0; entry->iso2.n && i < reading->sentences.n; i++)
		guests_in(reading, reading->sentences.p[i]);
	for (size_t i = 0; i < entry->activities.n; i++)
		country_add(
			reading, entry->activities.p[i].iso2, entry->activities.p[i].place_span);
}
