// SPDX-License-Identifier: EUPL-1.2
// member — a mention without its noun, which stands for one of the events told before it.

#include "work/read/member.h"

enum { DESCRIBING_MAX = 2 };

static bool opens_topic(const struct tokens *tokens, size_t i, size_t end)
{
	return role_at(tokens, i, end, ROLE_TOPIC) && !role_at(tokens, i, end, ROLE_OF);
}

// "the first to Lisbon"
static bool goes_to_place(const struct tokens *tokens, size_t i, size_t end)
{
	size_t at = i + role_at(tokens, i, end, ROLE_TO);
	if (at == i || at >= end)
		return false;
	at += at + 1 < end && grammar_determiner(tokens, at, end) == DETERMINER_DEFINITE;
	return grammar_place(tokens, at, end) != NULL;
}

static bool opens_part(const struct tokens *tokens, size_t i, size_t end)
{
	return goes_to_place(tokens, i, end) || opens_topic(tokens, i, end) ||
		role_at(tokens, i, end, ROLE_IN) || role_at(tokens, i, end, ROLE_AT) ||
		role_at(tokens, i, end, ROLE_PLANNED);
}

// What may stand behind a member: what it was about, where or when, or its verb.
static bool is_told(const struct tokens *tokens, size_t i, size_t end)
{
	struct date_hit date;
	if (i >= end || role_at(tokens, i, end, ROLE_OF))
		return false;
	if (opens_part(tokens, i, end))
		return true;
	bool is_aside = token_is_mark(&tokens->p[i], ',') || token_is_mark(&tokens->p[i], '-');
	if (is_aside && i + 1 < end) { // "the third, on visas,"
		if (opens_topic(tokens, i + 1, end) || role_at(tokens, i + 1, end, ROLE_AT) ||
			role_at(tokens, i + 1, end, ROLE_PLANNED))
			return true;
		i += role_at(tokens, i + 1, end, ROLE_PREPOSITION) ? 2 : 1;
	}
	size_t verb = role_at(tokens, i, end, ROLE_PASSIVE);
	if (verb)
		return i + verb < end && !role_at(tokens, i + verb, end, ROLE_INFINITIVE);
	return i < end && date_at(tokens, i, end, &date) && !date.needs_year;
}

// "one", "the other": only where a clause or a part of a list begins.
static bool begins_part(const struct tokens *tokens, size_t i, size_t begin)
{
	return i == begin || tokens->p[i - 1].kind == TOKEN_MARK ||
		role_at(tokens, i - 1, i, ROLE_AND);
}

// "an advanced one": the article stands before a word or two about it.
static bool is_described(
	const struct tokens *tokens, size_t one, size_t begin, struct mention *member)
{
	size_t i = one;
	while (i > begin && one - i < DESCRIBING_MAX && grammar_in_phrase(tokens, i - 1, one))
		i--;
	if (i == begin || i == one)
		return false;
	enum determiner determiner = grammar_determiner(tokens, i - 1, one);
	if (determiner != DETERMINER_INDEFINITE && determiner != DETERMINER_DEFINITE)
		return false;
	member->determiner = determiner;
	member->from = i;
	return true;
}

// "two in Nairobi": a part of its group, counted.
static bool counted_read(
	const struct tokens *tokens, size_t i, size_t begin, size_t end, struct mention *member)
{
	bool ordinal = false;
	int64_t number = grammar_number(tokens, i, end, &ordinal);
	if (number < 2 || tokens->p[i].kind != TOKEN_WORD ||
		member->determiner != DETERMINER_NONE || !begins_part(tokens, i, begin))
		return false;
	member->core_to = i + 1;
	member->count = number;
	member->is_counted = member->is_plural = true;
	return true;
}

// "and was repeated in Kisumu"
static bool repeated_read(const struct tokens *tokens, size_t i, size_t end, struct mention *member)
{
	size_t again = role_at(tokens, i, end, ROLE_REPEATED);
	member->core_to = i + again;
	member->is_repeated = member->is_further = again > 0;
	return again > 0;
}

// "second", "last one", "another", "other", "one"; `first` is where its article stands.
static bool pronoun_read(const struct tokens *tokens, size_t first, size_t i, struct range range,
	struct mention *member)
{
	size_t begin = range.from, end = range.to;
	bool ordinal = false;
	grammar_number(tokens, i, end, &ordinal);
	size_t another = role_at(tokens, i, end, ROLE_ANOTHER);
	size_t one = role_at(tokens, i, end, ROLE_ONE);
	// "الأولى إلى لشبونة": its article is part of the word
	bool has_article = first < i ||
		(!tongue_has_articles(tokens->tongue) && begins_part(tokens, i, begin));
	if (ordinal && has_article)
		member->core_to = i + 1 + (role_at(tokens, i + 1, end, ROLE_ONE) > 0);
	else if (another)
		member->core_to = i + another + (role_at(tokens, i + another, end, ROLE_ONE) > 0);
	else if (one &&
		(begins_part(tokens, first, begin) || is_described(tokens, i, begin, member)))
		member->core_to = i + one;
	else
		return false;
	const struct lexicon_entry *number = lexicon_at(tokens, i, end, LEXICON_NUMBER);
	member->is_first = ordinal && number && str_eq(number->value, S("1."));
	member->is_further = another || (ordinal && member->determiner == DETERMINER_INDEFINITE);
	return true;
}

// "one year later", "two weeks": a time, not a member.
static bool counts_time(const struct tokens *tokens, size_t i, size_t end)
{
	return i + 1 < end && lexicon_at(tokens, i + 1, end, LEXICON_DATE) &&
		!role_at(tokens, i + 1, end, ROLE_PREPOSITION);
}

// The words that stand for the noun.
static bool words_read(
	const struct tokens *tokens, size_t i, size_t begin, size_t end, struct mention *member)
{
	if (counts_time(tokens, i, end))
		return false;
	if (repeated_read(tokens, i, end, member))
		return true;
	if (i > begin)
		member->determiner = grammar_determiner(tokens, i - 1, end);
	bool has_article = member->determiner == DETERMINER_DEFINITE ||
		member->determiner == DETERMINER_INDEFINITE;
	if (!has_article)
		member->determiner = DETERMINER_NONE;
	return pronoun_read(tokens, i - has_article, i, (struct range){begin, end}, member) ||
		counted_read(tokens, i, begin, end, member);
}

bool member_read(
	const struct tokens *tokens, size_t i, size_t begin, size_t end, struct mention *ret_member)
{
	if (!member_may(tokens, i))
		return false;
	struct mention member = {.from = i,
		.core_from = i,
		.type = STR_EMPTY,
		.is_member = true,
		.has_ordinal = true,
		.count = 1};
	if (!words_read(tokens, i, begin, end, &member) || !is_told(tokens, member.core_to, end))
		return false;
	mention_object_read(tokens, &member, end);
	*ret_member = member;
	return true;
}
