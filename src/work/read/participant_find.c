// SPDX-License-Identifier: EUPL-1.2
// participant_find — how many persons attended.
//
// A number with a noun of persons behind it ("over 250 national stakeholders", "twenty-four
// officers"). Numbers of experts, and of those who come from the bodies that lend them, are none.

#include "work/read/participant_find.h"

#include "work/read/grammar.h"

enum {
	NOUN_REACH = 5,
	BODY_REACH = 8,
	TENS_MIN = 20,
	TENS_MAX = 90,
	YEAR_MIN = 1900,
	YEAR_MAX = 2100
};

// The number that begins at `i`, and where it ends: "24", "forty", "twenty-four", "1 200".
static int64_t number_read(const struct tokens *tokens, size_t i, size_t end, size_t *ret_to)
{
	const struct token *token = &tokens->p[i];
	const struct lexicon_entry *word = lexicon_at(tokens, i, end, LEXICON_NUMBER);
	int64_t value = 0, unit = 0;
	*ret_to = i + 1;
	if (token->kind == TOKEN_NUMBER) {
		bool is_apart = token->gap == ' ' && i + 1 < end && tokens->p[i + 1].gap == ' ';
		return is_apart ? token->value : 0; // not "7th", "2-day"
	}
	if (!word || !str_int(word->value, &value))
		return 0;
	*ret_to = i + word->word_n;
	const struct lexicon_entry *next = *ret_to < end && tokens->p[*ret_to].gap == '-'
		? lexicon_at(tokens, *ret_to, end, LEXICON_NUMBER)
		: NULL;
	if (next && value >= TENS_MIN && value <= TENS_MAX && str_int(next->value, &unit)) {
		value += unit;
		*ret_to += next->word_n;
	}
	return *ret_to < end && tokens->p[*ret_to].gap == '-' ? 0 : value; // "ten-day"
}

// Behind the noun of persons that the number at [.., i) counts; 0 when it counts none.
static size_t persons_end(const struct tokens *tokens, size_t i, size_t end)
{
	for (size_t k = i; k < end && k < i + NOUN_REACH; k++) {
		const struct lexicon_entry *noun = lexicon_at(tokens, k, end, LEXICON_PEOPLE);
		bool is_joint = role_at(tokens, k, end, ROLE_AND);
		if (lexicon_at(tokens, k, end, LEXICON_EXPERT) &&
			!lexicon_is(tokens, k, end, LEXICON_EXPERT, S("person")))
			return 0;
		if (noun)
			return k + noun->word_n;
		if (!is_joint && !grammar_in_phrase(tokens, k, end))
			return 0;
	}
	return 0;
}

// "two officers of the Dutch customs", "three nurses from the Health Service of Malta" are lent.
static bool are_lent(const struct reading *r, size_t to, size_t end)
{
	const struct tokens *tokens = &r->tokens;
	if (to >= end ||
		!(role_at(tokens, to, end, ROLE_OF) || role_at(tokens, to, end, ROLE_FROM)))
		return false;
	bool is_body = false;
	for (size_t k = to; k < end && k < to + BODY_REACH && tokens->p[k].kind == TOKEN_WORD;
		k++) {
		const struct lexicon_entry *whose = lexicon_at(tokens, k, end, LEXICON_DEMONYM);
		is_body = is_body || lexicon_at(tokens, k, end, LEXICON_ORGAN);
		if (!whose && is_body)
			whose = lexicon_at(tokens, k, end, LEXICON_COUNTRY);
		if (whose && tokens->p[k].upper)
			return !str_eq(whose->value, r->entry->iso2);
	}
	return false;
}

static bool sentence_participants(struct reading *r, struct range sentence)
{
	const struct tokens *tokens = &r->tokens;
	uint32_t kinds = LEXICON_BIT(LEXICON_NUMBER) | LEXICON_DIGITS;
	for (size_t i = sentence.from;
		(i = lexicon_next(tokens, i, sentence.to, kinds)) < sentence.to; i++) {
		size_t to;
		int64_t count = number_read(tokens, i, sentence.to, &to);
		bool is_year = count >= YEAR_MIN && count <= YEAR_MAX;
		size_t end = count > 1 && !is_year ? persons_end(tokens, to, sentence.to) : 0;
		if (!end || are_lent(r, end, sentence.to))
			continue;
		bool about = i > sentence.from && role_at(tokens, i - 1, i, ROLE_ABOUT);
		struct range words = {about ? i - 1 : i, end};
		r->entry->participants = (struct entry_participants){
			.count = count,
			.quote = reading_str(r, words),
			.span = reading_span(r, words, CERTAINTY_STATED, S("participants")),
		};
		return true;
	}
	return false;
}

void participant_find(struct reading *reading)
{
	for (size_t i = 0; i < reading->sentences.n; i++)
		if (sentence_participants(reading, reading->sentences.p[i]))
			return;
}
