// SPDX-License-Identifier: EUPL-1.2
// expert_behind — experts in languages that tell whose they are behind the noun.

#include "work/read/expert_behind.h"

#include "work/read/expert_add.h"
#include "work/read/grammar.h"

enum { COUNTRIES_MAX = 24, GROUP_MAX = 40, BEFORE_MAX = 3, LENDER_REACH = 6 };

static const struct str plain_kind = S_INIT("unspecified");
static const struct str office_kind = S_INIT("national-administration");

enum step { STEP_NONE, STEP_ON, STEP_END };

// A noun with what belongs to it, while it is read.
struct group {
	size_t noun, to; // its first token; behind the last one read
	struct str kind;
	struct range country[COUNTRIES_MAX];
	struct str iso2[COUNTRIES_MAX];
	size_t n;
};

// The name or adjective of a country that begins at the token; NULL when none does.
static const struct lexicon_entry *country_at(const struct tokens *tokens, size_t i, size_t end)
{
	const struct lexicon_entry *entry = i < end ? lexicon_at(tokens, i, end, LEXICON_DEMONYM)
						    : NULL;
	if (!entry && i < end && token_names(&tokens->p[i]))
		entry = lexicon_at(tokens, i, end, LEXICON_COUNTRY);
	return entry;
}

static void country_take(struct group *group, const struct lexicon_entry *entry, size_t i)
{
	if (group->n == COUNTRIES_MAX)
		return;
	group->country[group->n] = (struct range){i, i + entry->word_n};
	group->iso2[group->n++] = entry->value;
}

// The kind that a noun gives; a plain word for experts tells less than any other.
static void kind_take(struct group *group, struct str kind)
{
	if (str_eq(kind, S("person")))
		kind = office_kind;
	if (!str_eq(kind, S("expert")) && (group->kind.n == 0 || str_eq(group->kind, plain_kind)))
		group->kind = kind;
	else if (group->kind.n == 0)
		group->kind = plain_kind;
}

// Behind the words that join a noun to what it is of: "de la", "from the", "proviennent des".
static size_t skip_links(const struct tokens *tokens, size_t i, size_t end)
{
	static const enum role links[] = {
		ROLE_OF, ROLE_DEFINITE, ROLE_COME, ROLE_LEND, ROLE_RELATIVE, ROLE_BY};
	for (bool any = true; any && i < end;) {
		any = false;
		for (size_t k = 0; k < sizeof links / sizeof *links && !any; k++) {
			size_t n = role_at(tokens, i, end, links[k]);
			i += n;
			any = n > 0;
		}
	}
	return i;
}

// Behind the comma or "and" at `i` where another country of the same group follows; else `i`.
static size_t skip_joint(const struct tokens *tokens, size_t i, size_t end)
{
	size_t at = i;
	if (token_is_mark(&tokens->p[at], ','))
		at++;
	at += at < end ? role_at(tokens, at, end, ROLE_AND) : 0;
	if (at == i)
		return i;
	at = skip_links(tokens, at, end);
	const struct lexicon_entry *country = country_at(tokens, at, end);
	// "и чешский эксперт": the adjective belongs to another noun.
	bool is_before = country && tongue_words_before(tokens->tongue) &&
		country->kind == LEXICON_DEMONYM && at + country->word_n < end &&
		lexicon_at(tokens, at + country->word_n, end, LEXICON_EXPERT);
	return country && !is_before ? at : i;
}

// "(Italie)", "(administration nationale)" behind the group. Answers behind it, or `i`.
static size_t bracket_read(const struct tokens *tokens, size_t i, size_t end, struct group *group)
{
	if (!token_is_mark(&tokens->p[i], '('))
		return i;
	for (size_t k = i + 1; k < end && !token_is_mark(&tokens->p[k], ')'); k++) {
		const struct lexicon_entry *country = country_at(tokens, k, end);
		if (country)
			country_take(group, country, k);
	}
	while (i < end && !token_is_mark(&tokens->p[i], ')'))
		i++;
	return i < end ? i + 1 : i;
}

// A word that goes on with the name or the description of the group: an adjective, or a word of the
// name of a body.
static bool is_part(const struct tokens *tokens, size_t i, size_t end)
{
	return tokens->p[i].kind == TOKEN_WORD && grammar_in_phrase(tokens, i, end) &&
		!lexicon_at(tokens, i, end, LEXICON_VERB);
}

// Takes the country or the noun at the end of the group; STEP_NONE when neither stands there.
static enum step noun_step(const struct tokens *tokens, size_t end, struct group *group)
{
	size_t i = group->to;
	const struct lexicon_entry *country = country_at(tokens, i, end);
	const struct lexicon_entry *noun = lexicon_at(tokens, i, end, LEXICON_EXPERT);
	const struct lexicon_entry *organ = lexicon_at(tokens, i, end, LEXICON_ORGAN);
	if (country) {
		country_take(group, country, i);
		group->to = i + country->word_n;
		return STEP_ON;
	}
	if (!noun && !organ)
		return STEP_NONE;
	if (group->n)
		return STEP_END;
	kind_take(group, noun ? noun->value : office_kind);
	group->to = i + (noun ? noun->word_n : organ->word_n);
	return STEP_ON;
}

// "الإدارتين الوطنيتين في هولندا": where an administration is, is whose it is.
static bool is_office_in(const struct tokens *tokens, size_t i, size_t end, struct str kind)
{
	return str_eq(kind, office_kind) && role_at(tokens, i, end, ROLE_IN) &&
		country_at(tokens, i + 1, end);
}

// One step behind what has been read; false when the group ends there.
static bool step(const struct tokens *tokens, size_t end, struct group *group)
{
	size_t i = group->to;
	enum step taken = noun_step(tokens, end, group);
	if (taken != STEP_NONE)
		return taken == STEP_ON;
	size_t next = bracket_read(tokens, i, end, group);
	if (next == i)
		next = skip_joint(tokens, i, end);
	if (next == i && !group->n)
		next = skip_links(tokens, i, end);
	if (next == i && (is_part(tokens, i, end) || is_office_in(tokens, i, end, group->kind)))
		next = i + 1;
	group->to = next;
	return next > i;
}

// Countries told before the noun: "чешский эксперт".
static void read_before(const struct tokens *tokens, size_t begin, struct group *group)
{
	for (size_t i = group->noun; i > begin && group->noun - i < BEFORE_MAX; i--) {
		const struct lexicon_entry *country = lexicon_at(
			tokens, i - 1, group->noun, LEXICON_DEMONYM);
		if (country)
			country_take(group, country, i - 1);
		else if (!grammar_in_phrase(tokens, i - 1, group->noun))
			return;
	}
}

// A name that stands as a subject does: at the beginning, behind an article, "and" or a comma.
static bool is_subject(const struct tokens *tokens, size_t i, size_t begin)
{
	return i == begin || token_is_mark(&tokens->p[i - 1], ',') ||
		role_at(tokens, i - 1, i, ROLE_DEFINITE) || role_at(tokens, i - 1, i, ROLE_AND);
}

// "La France et l'Espagne ont chacune envoyé un expert": the countries before the verb of lending.
static void read_lenders(const struct tokens *tokens, size_t begin, struct group *group)
{
	size_t verb = group->noun;
	while (verb > begin && group->noun - verb < LENDER_REACH &&
		!role_at(tokens, verb - 1, group->noun, ROLE_LEND))
		verb--;
	if (verb == begin || !role_at(tokens, verb - 1, group->noun, ROLE_LEND))
		return;
	for (size_t i = begin; i < verb; i++) {
		const struct lexicon_entry *country = lexicon_at(tokens, i, verb, LEXICON_COUNTRY);
		if (!country || !token_names(&tokens->p[i]) || !is_subject(tokens, i, begin))
			continue;
		country_take(group, country, i);
		i += country->word_n - 1;
	}
}

static void group_add(struct reading *r, const struct group *group)
{
	struct range words = {group->noun, group->to};
	while (words.to > words.from + 1 && !is_part(&r->tokens, words.to - 1, words.to))
		words.to--;
	for (size_t i = 0; i < group->n; i++) {
		struct range own = words;
		own.to = group->country[i].to > own.from ? group->country[i].to : own.to;
		own.from = group->country[i].from < own.from ? group->country[i].from : own.from;
		expert_add(r, group->iso2[i], group->kind, own, S("expert.behind"));
	}
	bool alone = group->n == 0 && !str_eq(group->kind, plain_kind) &&
		!str_eq(group->kind, office_kind);
	if (alone)
		expert_add(r, STR_EMPTY, group->kind, words, S("expert.group"));
}

// Words that say that somebody was lent: experts themselves, or a verb of lending.
static bool speaks_of_lending(const struct tokens *tokens, struct range sentence)
{
	for (size_t i = sentence.from; i < sentence.to; i++) {
		const struct lexicon_entry *noun = lexicon_at(
			tokens, i, sentence.to, LEXICON_EXPERT);
		if (noun && !str_eq(noun->value, office_kind) && !str_eq(noun->value, S("ngo")))
			return true;
	}
	return grammar_has_role(tokens, sentence.from, sentence.to, ROLE_LEND);
}

void expert_behind_read(struct reading *reading, struct range sentence)
{
	const struct tokens *tokens = &reading->tokens;
	size_t begin = sentence.from;
	if (!speaks_of_lending(tokens, sentence))
		return;
	for (size_t i = sentence.from; i < sentence.to;) {
		const struct lexicon_entry *noun = lexicon_at(
			tokens, i, sentence.to, LEXICON_EXPERT);
		if (!noun) {
			i++;
			continue;
		}
		struct group group = {.noun = i, .to = i + noun->word_n};
		kind_take(&group, noun->value);
		read_before(tokens, begin, &group);
		while (group.to < sentence.to && group.to - i < GROUP_MAX)
			if (!step(tokens, sentence.to, &group))
				break;
		if (group.n == 0)
			read_lenders(tokens, begin, &group);
		group_add(reading, &group);
		begin = group.to;
		i = group.to;
	}
}
