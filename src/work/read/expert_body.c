// SPDX-License-Identifier: EUPL-1.2
// expert_body — experts who are told by the bodies that sent them: "seconded by the Danish Police".
//
// Two shapes: persons with words of sending behind them and then bodies ("an engineer, on loan from
// the Port Authority of Malta"), and bodies with a verb of lending whose object are experts ("the
// Danish Maritime Authority and the Irish Revenue provided the experts").

#include "work/read/expert_body.h"

#include "work/read/body_find.h"
#include "work/read/expert_add.h"
#include "work/read/grammar.h"

enum { OBJECT_REACH = 5, BODY_REACH = 8, PLACE_REACH = 2 };

struct sender {
	struct range name;
	struct str iso2;
	bool is_academic, is_country;
};

// A country other than the beneficiary that the word or name at `i` tells, of a town its country;
// empty when it tells none.
static struct str foreign_at(const struct reading *r, size_t i, size_t end)
{
	const struct lexicon_entry *word = lexicon_at(&r->tokens, i, end, LEXICON_DEMONYM);
	if (!word)
		word = grammar_place(&r->tokens, i, end);
	bool is_foreign = word && token_names(&r->tokens.p[i]) &&
		!str_eq(word->value, r->entry->iso2);
	return is_foreign ? word->value : STR_EMPTY;
}

static bool is_academic(const struct tokens *tokens, struct range name)
{
	for (size_t i = name.from; i < name.to; i++)
		if (lexicon_is(tokens, i, name.to, LEXICON_EXPERT, S("academia")))
			return true;
	return false;
}

// Behind the word of a country and the noun of a body: "Danish customs", "Irish Revenue"; 0 when
// none stands at `i`.
static size_t demonym_body(const struct tokens *tokens, size_t i, size_t end)
{
	const struct lexicon_entry *word = lexicon_at(tokens, i, end, LEXICON_DEMONYM);
	size_t to = 0;
	if (!word || !tokens->p[i].upper)
		return 0;
	for (size_t k = i + word->word_n; k < end && k < i + BODY_REACH; k++) {
		const struct lexicon_entry *noun = lexicon_at(tokens, k, end, LEXICON_ORGAN);
		if (!noun && !grammar_in_phrase(tokens, k, end))
			break;
		if (noun || tokens->p[k].upper)
			to = k + (noun ? noun->word_n : 1);
	}
	return to;
}

// The country in the words of the name, or behind it: "University of Leuven, Belgium".
static struct str country_of(
	const struct reading *r, struct range name, size_t end, size_t *ret_behind)
{
	size_t behind = name.to;
	*ret_behind = behind;
	struct str iso2 = STR_EMPTY;
	for (size_t i = name.from; i < name.to && iso2.n == 0; i++)
		iso2 = foreign_at(r, i, name.to);
	if (behind + 1 >= end || !token_is_mark(&r->tokens.p[behind], ','))
		return iso2;
	const struct lexicon_entry *place = grammar_place(&r->tokens, behind + 1, end);
	bool is_its = place && !str_eq(place->value, r->entry->iso2) &&
		(iso2.n == 0 || str_eq(iso2, place->value));
	if (!is_its)
		return iso2;
	*ret_behind = behind + 1 + place->word_n;
	return place->value;
}

// The body of another country that begins at `i`, behind its article. Answers behind it, or 0.
static size_t sender_read(const struct reading *r, size_t i, size_t end, struct sender *ret_sender)
{
	const struct tokens *tokens = &r->tokens;
	struct range name = {i, 0};
	if (i + 1 < end && grammar_determiner(tokens, i, end) == DETERMINER_DEFINITE)
		name.from = ++i;
	if (i >= end || !tokens->p[i].upper)
		return 0;
	const struct lexicon_entry *country = lexicon_at(tokens, i, end, LEXICON_COUNTRY);
	name.to = demonym_body(tokens, i, end);
	struct range whole;
	if (body_at(r, i, end, &whole) && whole.to > name.to)
		name = whole;
	if (!name.to && country && !str_eq(country->value, r->entry->iso2)) {
		*ret_sender = (struct sender){.name = {i, i + country->word_n},
			.iso2 = country->value,
			.is_country = true};
		return i + country->word_n;
	}
	if (!name.to)
		return 0;
	size_t behind;
	*ret_sender = (struct sender){.name = name,
		.iso2 = country_of(r, name, end, &behind),
		.is_academic = is_academic(tokens, name)};
	return ret_sender->iso2.n ? behind : 0;
}

// Behind the comma, "and" and "by the" that part two senders at `i`; `i` when they do not.
static size_t skip_joint(const struct tokens *tokens, size_t i, size_t end)
{
	size_t at = i;
	if (at < end && token_is_mark(&tokens->p[at], ','))
		at++;
	if (at < end)
		at += role_at(tokens, at, end, ROLE_AND);
	if (at == i || at >= end)
		return i;
	static const enum role links[] = {ROLE_BY, ROLE_FROM, ROLE_OF, ROLE_TO};
	for (size_t k = 0; k < sizeof links / sizeof *links; k++) {
		size_t n = role_at(tokens, at, end, links[k]);
		if (n)
			return at + n;
	}
	return at;
}

static void sender_add(struct reading *r, const struct sender *sender)
{
	struct str kind = sender->is_academic ? S("academia") : S("national-administration");
	expert_add(r, sender->iso2, sender->is_country ? S("unspecified") : kind, sender->name,
		S("expert.body"));
}

// The bodies in a row from `i` on. Answers behind the last, or `i` when there is none.
static size_t senders_read(struct reading *r, size_t i, size_t end, bool is_told)
{
	struct sender sender;
	size_t to = i;
	for (size_t behind = sender_read(r, i, end, &sender); behind;
		behind = sender_read(r, i, end, &sender)) {
		if (is_told)
			sender_add(r, &sender);
		to = behind;
		i = skip_joint(&r->tokens, behind, end);
		if (i == behind)
			break;
	}
	return to;
}

// Persons who may be sent are told before the token.
static bool has_persons(const struct tokens *tokens, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		const struct lexicon_entry *people = lexicon_at(tokens, i, to, LEXICON_PEOPLE);
		if ((people && !str_eq(people->value, S("guest"))) ||
			lexicon_is(tokens, i, to, LEXICON_EXPERT, S("expert")) ||
			lexicon_is(tokens, i, to, LEXICON_EXPERT, S("private-consultant")) ||
			role_at(tokens, i, to, ROLE_SUPPORT)) // "support was lent by"
			return true;
	}
	return false;
}

// A verb of lending behind the token with experts for its object: "provided the experts".
static bool lends_experts(const struct tokens *tokens, size_t i, size_t end)
{
	size_t verb = 0;
	for (size_t last = i + 2; i < end && i < last && !verb; i++)
		verb = role_at(tokens, i, end, ROLE_LEND);
	size_t at = verb ? i - 1 + verb : end;
	for (size_t k = at; k < end && k < at + OBJECT_REACH; k++) {
		size_t n = lexicon_is(tokens, k, end, LEXICON_EXPERT, S("expert"));
		if (n)
			return k + n >= end || !role_at(tokens, k + n, end, ROLE_BESIDE);
		if (tokens->p[k].kind == TOKEN_MARK || role_at(tokens, k, end, ROLE_BY))
			return false;
	}
	return false;
}

// Behind "one from", "another from" where experts are told before; 0 when it is not there.
static size_t one_from(const struct tokens *tokens, struct range sentence, size_t i)
{
	bool ordinal;
	bool is_one = i > sentence.from && i + 2 < sentence.to &&
		role_at(tokens, i - 1, i, ROLE_AND) &&
		(role_at(tokens, i, sentence.to, ROLE_ANOTHER) ||
			grammar_number(tokens, i, sentence.to, &ordinal));
	size_t from = is_one ? role_at(tokens, i + 1, sentence.to, ROLE_FROM) : 0;
	return from && has_persons(tokens, sentence.from, i) ? i + 1 + from : 0;
}

// Behind the words between persons and those who sent them: "seconded by", "lecturers of"; `i` when
// none stand there.
static size_t skip_sent(const struct tokens *tokens, struct range sentence, size_t i)
{
	size_t end = sentence.to, n = role_at(tokens, i, end, ROLE_SENT_BY);
	if (n)
		return has_persons(tokens, sentence.from, i + n) ? i + n : i;
	size_t further = one_from(tokens, sentence, i);
	if (further)
		return further;
	const struct lexicon_entry *noun = lexicon_at(tokens, i, end, LEXICON_EXPERT);
	bool is_person = noun && !tokens->p[i].upper &&
		(str_eq(noun->value, S("academia")) ||
			str_eq(noun->value, S("private-consultant")));
	size_t at = is_person ? i + noun->word_n : end;
	if (at >= end)
		return i;
	n = role_at(tokens, at, end, ROLE_OF);
	n = n ? n : role_at(tokens, at, end, ROLE_FROM);
	return n ? at + n : i;
}

// Words of the sentence may say that somebody is sent or lent (skip_sent, lends_experts).
static bool may_send(const struct tokens *tokens, struct range sentence)
{
	uint32_t persons = LEXICON_BIT(LEXICON_EXPERT) | LEXICON_BIT(LEXICON_PEOPLE);
	size_t from = sentence.from, to = sentence.to;
	if (lexicon_next(tokens, from, to, persons) == to)
		return false;
	return grammar_has_role(tokens, from, to, ROLE_LEND) ||
		grammar_has_role(tokens, from, to, ROLE_SENT_BY) ||
		lexicon_has(tokens, from, to, LEXICON_EXPERT, S("academia")) ||
		lexicon_has(tokens, from, to, LEXICON_EXPERT, S("private-consultant"));
}

void expert_body_read(struct reading *reading, struct range sentence)
{
	const struct tokens *tokens = &reading->tokens;
	if (!may_send(tokens, sentence))
		return;
	for (size_t i = sentence.from; i < sentence.to;) {
		size_t sent = skip_sent(tokens, sentence, i), to = i;
		if (sent > i) {
			to = senders_read(reading, sent, sentence.to, true);
		} else if (tokens->p[i].upper) {
			to = senders_read(reading, i, sentence.to, false);
			if (to > i && lends_experts(tokens, to, sentence.to))
				senders_read(reading, i, sentence.to, true);
		}
		i = to > i ? to : i + 1;
	}
}
