// SPDX-License-Identifier: EUPL-1.2
// expert_person — experts who are told by their profession and country: "two Finnish judges".
//
// A noun of persons with the word of a foreign country before it, or with a body of a foreign
// country behind it, is an expert where it is who acts ("two officers of the Dutch customs began")
// or with whom or by whom something is done; those who are met or who attend are none.

#include "work/read/expert_person.h"

#include "work/read/body_find.h"
#include "work/read/expert_add.h"
#include "work/read/grammar.h"

enum { NOUN_REACH = 4, BODY_REACH = 6, VERB_REACH = 6 };

// A country other than the beneficiary whose name or word begins at `i`; NULL when none does.
static const struct lexicon_entry *foreign_at(
	const struct reading *r, size_t i, size_t end, enum lexicon_kind kind)
{
	const struct lexicon_entry *word = lexicon_at(&r->tokens, i, end, kind);
	bool is_foreign = word && r->tokens.p[i].upper && !str_eq(word->value, r->entry->iso2);
	return is_foreign ? word : NULL;
}

// A verb that says what was done, or what is to be done.
static bool is_verb(const struct tokens *tokens, size_t i, size_t end)
{
	static const enum role roles[] = {
		ROLE_HELD, ROLE_PLANNED, ROLE_BEING, ROLE_HELPED, ROLE_ATTENDS};
	for (size_t k = 0; k < sizeof roles / sizeof *roles; k++)
		if (role_at(tokens, i, end, roles[k]))
			return true;
	return false;
}

// "an Austrian judge, a Czech notary": the phrase that begins at `i` goes on with those told before.
static bool joins_told(const struct tokens *tokens, size_t i, size_t told)
{
	bool ordinal;
	if (!told || told > i)
		return false;
	for (size_t k = told; k < i; k++)
		if (!token_is_mark(&tokens->p[k], ',') && !role_at(tokens, k, i, ROLE_AND) &&
			!grammar_determiner(tokens, k, i) &&
			!grammar_number(tokens, k, i, &ordinal) &&
			!role_at(tokens, k, i, ROLE_ADJECTIVE))
			return false;
	return true;
}

// The phrase that begins at `i` is who acts: no verb stands before it in its clause; or it is with
// whom or by whom something is done.
static bool is_acting(const struct tokens *tokens, size_t i, struct range sentence)
{
	if (i > sentence.from &&
		(role_at(tokens, i - 1, i, ROLE_BY) || role_at(tokens, i - 1, i, ROLE_BESIDE)))
		return true;
	for (size_t k = i; k > sentence.from; k--) {
		if (role_at(tokens, k - 1, i, ROLE_RELATIVE) ||
			token_is_mark(&tokens->p[k - 1], ';') ||
			token_is_mark(&tokens->p[k - 1], ':'))
			return true;
		if (is_verb(tokens, k - 1, sentence.to))
			return false;
	}
	return true;
}

// "attended", "went on a study visit", "met the experts" behind the phrase: guests, not experts.
static bool are_guests(const struct tokens *tokens, size_t to, struct range sentence)
{
	size_t end = sentence.to < to + VERB_REACH ? sentence.to : to + VERB_REACH;
	for (size_t i = to; i < end; i++)
		if (role_at(tokens, i, end, ROLE_ATTENDS) ||
			lexicon_is(tokens, i, sentence.to, LEXICON_EXPERT, S("expert")))
			return true;
	return false;
}

static struct str kind_of(const struct tokens *tokens, size_t noun, size_t end)
{
	const struct lexicon_entry *behind = noun + 1 < end
		? lexicon_at(tokens, noun + 1, end, LEXICON_EXPERT)
		: NULL;
	if (behind && str_eq(behind->value, S("private-consultant"))) // "in private practice"
		return behind->value;
	// "a retired Danish judge"
	size_t from = noun > NOUN_REACH ? noun - NOUN_REACH : 0;
	return lexicon_is(tokens, noun, end, LEXICON_PEOPLE, S("official")) &&
			!grammar_has_role(tokens, from, noun, ROLE_FORMER)
		? S("national-administration")
		: S("unspecified");
}

// "and" or a comma before the word of another country: "Greek and Belgian hydrographers".
static bool joins_demonym(const struct tokens *tokens, size_t i, size_t end)
{
	bool is_joint = token_is_mark(&tokens->p[i], ',') || role_at(tokens, i, end, ROLE_AND);
	return is_joint && i + 1 < end && tokens->p[i + 1].upper &&
		lexicon_at(tokens, i + 1, end, LEXICON_DEMONYM);
}

// Where the phrase that ends with the noun begins, without its number and article.
static size_t phrase_begin(const struct tokens *tokens, size_t i, size_t begin)
{
	bool ordinal;
	// "by Slovak and Austrian inspectors"
	while (i > begin + 1 && joins_demonym(tokens, i - 1, i + 1) &&
		lexicon_at(tokens, i - 2, i, LEXICON_DEMONYM))
		i -= 2;
	// "a retired Danish judge"
	while (i > begin && !tokens->p[i - 1].upper && grammar_in_phrase(tokens, i - 1, i) &&
		!is_verb(tokens, i - 1, i) && !role_at(tokens, i - 1, i, ROLE_BY) &&
		!role_at(tokens, i - 1, i, ROLE_BESIDE))
		i--;
	while (i > begin && !role_at(tokens, i - 1, i, ROLE_RELATIVE) &&
		(grammar_determiner(tokens, i - 1, i) != DETERMINER_NONE ||
			grammar_number(tokens, i - 1, i, &ordinal) > 0))
		i--;
	return i;
}

// "a Spanish official". Answers behind the noun, or 0.
static size_t demonym_read(struct reading *r, size_t i, struct range sentence, size_t told)
{
	const struct tokens *tokens = &r->tokens;
	const struct lexicon_entry *word = foreign_at(r, i, sentence.to, LEXICON_DEMONYM);
	size_t from = word ? i + word->word_n : sentence.to, joined = 0;
	for (size_t k = from; k < sentence.to && k < from + NOUN_REACH; k++) {
		const struct lexicon_entry *noun = lexicon_at(
			tokens, k, sentence.to, LEXICON_PEOPLE);
		if (joins_demonym(tokens, k, sentence.to)) {
			joined = joined ? joined : k;
			continue;
		}
		if (lexicon_at(tokens, k, sentence.to, LEXICON_EXPERT) ||
			!grammar_in_phrase(tokens, k, sentence.to))
			return 0;
		if (!noun || str_eq(noun->value, S("guest")))
			continue;
		size_t to = k + noun->word_n;
		if (are_guests(tokens, to, sentence) ||
			(!joins_told(tokens, i, told) &&
				!is_acting(
					tokens, phrase_begin(tokens, i, sentence.from), sentence)))
			return 0;
		expert_add(r, word->value, kind_of(tokens, k, sentence.to), (struct range){i, to},
			S("expert.person"));
		return joined ? joined : to;
	}
	return 0;
}

// Behind the body that the words from `i` on name, if it is of a foreign country, whose code goes
// to *ret_iso2; 0 when it is none: "the Dutch customs administration", "the Statistical Office of
// Slovenia", "Statistics Finland".
static size_t foreign_body(const struct reading *r, size_t i, size_t end, struct str *ret_iso2)
{
	const struct tokens *tokens = &r->tokens;
	struct range name;
	size_t to = 0;
	if (grammar_determiner(tokens, i, end) == DETERMINER_DEFINITE && i + 1 < end)
		i++;
	const struct lexicon_entry *word = foreign_at(r, i, end, LEXICON_DEMONYM);
	for (size_t k = i; word && k < end && k < i + BODY_REACH; k++) {
		const struct lexicon_entry *noun = lexicon_at(tokens, k, end, LEXICON_ORGAN);
		if (!noun && !grammar_in_phrase(tokens, k, end))
			break;
		to = noun ? k + noun->word_n : to;
	}
	if (word && to)
		*ret_iso2 = word->value;
	if (to || !body_at(r, i, end, &name))
		return to;
	for (size_t k = name.from; k < name.to; k++) {
		word = foreign_at(r, k, name.to, LEXICON_COUNTRY);
		if (!word)
			continue;
		*ret_iso2 = word->value;
		return name.to;
	}
	return 0;
}

// Behind the name of a foreign town or country at `i`: "a magistrate from Vilnius"; 0 when none is
// there.
static size_t foreign_town(const struct reading *r, size_t i, size_t end, struct str *ret_iso2)
{
	const struct lexicon_entry *place = i < end ? grammar_place(&r->tokens, i, end) : NULL;
	if (!place || str_eq(place->value, r->entry->iso2))
		return 0;
	*ret_iso2 = place->value;
	return i + place->word_n;
}

// Words between persons and their body: "of", "from", a colon; 0 when none stand there.
static size_t joint_at(const struct tokens *tokens, size_t i, size_t end)
{
	size_t of = role_at(tokens, i, end, ROLE_OF);
	size_t from = of ? of : role_at(tokens, i, end, ROLE_FROM);
	return from ? from : (i < end && token_is_mark(&tokens->p[i], ':'));
}

// Behind the foreign body, or the place where `ret_is_town` is given, that persons are of; 0 when none
// is told.
static size_t home_read(
	const struct reading *r, size_t i, size_t end, struct str *ret_iso2, bool *ret_is_town)
{
	size_t joint = joint_at(&r->tokens, i, end);
	if (!joint || i + joint >= end)
		return 0;
	size_t to = foreign_body(r, i + joint, end, ret_iso2);
	if (to || !ret_is_town || !role_at(&r->tokens, i, end, ROLE_FROM))
		return to;
	*ret_is_town = true;
	return foreign_town(r, i + joint, end, ret_iso2);
}

// The phrase that the noun at `i` ends is who acts.
static bool noun_acts(const struct tokens *tokens, size_t i, struct range sentence)
{
	size_t begin = i;
	while (begin > sentence.from && grammar_in_phrase(tokens, begin - 1, sentence.to) &&
		!is_verb(tokens, begin - 1, sentence.to))
		begin--;
	return is_acting(tokens, phrase_begin(tokens, begin, sentence.from), sentence);
}

// "two officers of the Dutch customs", "an expert of Statistics Finland". Answers behind, or 0.
static size_t body_read(struct reading *r, size_t i, struct range sentence, size_t told)
{
	const struct tokens *tokens = &r->tokens;
	const struct lexicon_entry *noun = lexicon_at(tokens, i, sentence.to, LEXICON_PEOPLE);
	bool is_expert = lexicon_is(tokens, i, sentence.to, LEXICON_EXPERT, S("expert")) > 0;
	bool is_town = false;
	if (!is_expert && (!noun || str_eq(noun->value, S("guest"))))
		return 0;
	size_t at = i + (is_expert ? 1 : noun->word_n);
	struct str iso2 = STR_EMPTY;
	size_t to = home_read(r, at, sentence.to, &iso2, is_expert ? NULL : &is_town);
	if (!to || are_guests(tokens, to, sentence) ||
		(!is_expert && !joins_told(tokens, i, told) && !noun_acts(tokens, i, sentence)))
		return 0;
	expert_add(r, iso2,
		is_town ? kind_of(tokens, i, sentence.to) : S("national-administration"),
		(struct range){i, to}, S("expert.person"));
	return to;
}

// "and the Latvian State Audit Office": a body that goes on with the experts told before. Answers
// behind it, or 0.
static size_t joined_body_read(struct reading *r, size_t i, struct range sentence, size_t told)
{
	struct str iso2 = STR_EMPTY;
	if (!joins_told(&r->tokens, i, told))
		return 0;
	size_t to = foreign_body(r, i, sentence.to, &iso2);
	if (to)
		expert_add(r, iso2, S("national-administration"), (struct range){i, to},
			S("expert.person"));
	return to;
}

void expert_person_read(struct reading *reading, struct range sentence)
{
	if (reading->entry->iso2.n == 0)
		return;
	uint32_t kinds = LEXICON_BIT(LEXICON_DEMONYM) | LEXICON_BIT(LEXICON_PEOPLE) |
		LEXICON_BIT(LEXICON_EXPERT);
	size_t told = 0;
	for (size_t i = sentence.from;
		(i = lexicon_next(&reading->tokens, i, sentence.to, kinds)) < sentence.to;) {
		size_t to = demonym_read(reading, i, sentence, told);
		if (!to)
			to = body_read(reading, i, sentence, told);
		if (!to)
			to = joined_body_read(reading, i, sentence, told);
		if (to)
			told = to;
		i = to ? to : i + 1;
	}
}
