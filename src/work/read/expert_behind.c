// SPDX-License-Identifier: EUPL-1.2
// expert_behind — experts in languages that tell whose they are behind the noun.

#include "work/read/expert_behind.h"

#include "work/read/body_behind.h"
#include "work/read/expert_add.h"
#include "work/read/grammar.h"

enum { COUNTRIES_MAX = 24, GROUP_MAX = 40, BEFORE_MAX = 3, LENDER_REACH = 6, GUEST_REACH = 6 };

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
	struct str home; // the country of the action
	size_t body_to;  // behind the name of the body that they are of
	bool is_person;  // told by a profession alone: "two Belgian engineers"
	bool is_joined;  // another body of the same persons was begun: "and of the Council"
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

// A foreign town at `i` whose country tells that of the body named before: "the Court of Paris".
static const struct lexicon_entry *town_at(
	const struct tokens *tokens, const struct group *group, size_t i, size_t end)
{
	bool is_named = i > group->noun && i < end && str_eq(group->kind, office_kind) &&
		role_at(tokens, i - 1, end, ROLE_OF) && token_names(&tokens->p[i]);
	const struct lexicon_entry *town = is_named ? grammar_place(tokens, i, end) : NULL;
	return town && !str_eq(town->value, group->home) ? town : NULL;
}

// Behind "et du" where another body of the same persons follows: "and of the Council"; else `i`.
static size_t skip_joint_body(const struct tokens *tokens, size_t i, size_t end)
{
	size_t at = i + token_is_mark(&tokens->p[i], ',');
	at += at < end ? role_at(tokens, at, end, ROLE_AND) : 0;
	size_t of = at > i && at < end ? role_at(tokens, at, end, ROLE_OF) : 0;
	size_t noun = of ? skip_links(tokens, at, end) : end;
	bool is_office = noun < end && lexicon_at(tokens, noun, end, LEXICON_ORGAN) &&
		!lexicon_is(tokens, noun, end, LEXICON_EXPERT, S("academia"));
	return is_office ? noun : i;
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
	if (!country)
		country = town_at(tokens, group, i, end);
	if (country) {
		country_take(group, country, i);
		group->to = i + country->word_n;
		return STEP_ON;
	}
	if (!noun && !organ)
		return STEP_NONE;
	if (group->n && !group->is_joined)
		return STEP_END;
	struct range name;
	group->is_joined = false;
	kind_take(group, noun ? noun->value : office_kind);
	group->to = i + (noun ? noun->word_n : organ->word_n);
	if (organ && body_behind_at(tokens, i, end, &name))
		group->body_to = name.to;
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
	if (next == i && group->n && str_eq(group->kind, office_kind)) {
		next = skip_joint_body(tokens, i, end);
		group->is_joined = next > i;
	}
	if (next == i && i < group->body_to)
		next = i + 1; // "the Institute of Registers and Notaries"
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

// A noun of experts or of a profession at `i`, with its kind taken; false when neither is there.
static bool noun_read(
	const struct tokens *tokens, size_t i, size_t begin, size_t end, struct group *group)
{
	const struct lexicon_entry *noun = lexicon_at(tokens, i, end, LEXICON_EXPERT);
	const struct lexicon_entry *people = noun ? NULL
						  : lexicon_at(tokens, i, end, LEXICON_PEOPLE);
	if (noun && str_eq(noun->value, S("academia")) &&
		lexicon_at(tokens, i, end, LEXICON_ORGAN) && expert_is_partner(tokens, i, begin))
		return false;
	if (!noun && (!people || tokens->p[i].upper || str_eq(people->value, S("guest"))))
		return false;
	*group = (struct group){
		.noun = i, .to = i + (noun ? noun->word_n : people->word_n), .is_person = !noun};
	if (noun)
		kind_take(group, noun->value);
	else
		kind_take(group, str_eq(people->value, S("official")) ? office_kind : S("expert"));
	return true;
}

// Somebody acts before the noun, or the noun is who acts: no verb stands before it.
static bool is_acting(const struct tokens *tokens, size_t noun, struct range sentence)
{
	size_t i = noun;
	bool ordinal;
	while (i > sentence.from &&
		(grammar_determiner(tokens, i - 1, i) ||
			grammar_number(tokens, i - 1, i, &ordinal) ||
			lexicon_at(tokens, i - 1, i, LEXICON_DEMONYM)))
		i--;
	if (i > sentence.from &&
		(role_at(tokens, i - 1, i, ROLE_BY) || role_at(tokens, i - 1, i, ROLE_BESIDE)))
		return true;
	if (i > sentence.from && role_at(tokens, i - 1, i, ROLE_OF))
		return false; // "a training of Malian judges"
	while (i > sentence.from && !role_at(tokens, i - 1, noun, ROLE_HELD) &&
		!role_at(tokens, i - 1, noun, ROLE_PLANNED))
		i--;
	return i == sentence.from;
}

// Persons told by their profession are experts where they are of another country and do something;
// those who are trained or who attend are none.
static bool are_lent(
	const struct reading *r, const struct group *group, struct range sentence, size_t told)
{
	const struct tokens *tokens = &r->tokens;
	size_t end = sentence.to < group->to + GUEST_REACH ? sentence.to : group->to + GUEST_REACH;
	const struct lexicon_entry *noun = lexicon_at(
		tokens, group->noun, sentence.to, LEXICON_EXPERT);
	bool may_attend = !noun || str_eq(noun->value, S("person"));
	if (may_attend && grammar_has_role(tokens, group->to, end, ROLE_ATTENDS))
		return false;
	if (!group->is_person)
		return true;
	if (group->n == 0 || r->entry->iso2.n == 0)
		return false;
	for (size_t k = 0; k < group->n; k++)
		if (str_eq(group->iso2[k], r->entry->iso2))
			return false;
	// "a judge from Italy and two French engineers": with experts told before
	return told > sentence.from || is_acting(tokens, group->noun, sentence);
}

void expert_behind_read(struct reading *reading, struct range sentence)
{
	const struct tokens *tokens = &reading->tokens;
	size_t begin = sentence.from, told = sentence.from;
	bool is_lending = speaks_of_lending(tokens, sentence);
	uint32_t kinds = LEXICON_BIT(LEXICON_EXPERT) | LEXICON_BIT(LEXICON_PEOPLE);
	size_t i = sentence.from;
	while ((i = lexicon_next(tokens, i, sentence.to, kinds)) < sentence.to) {
		struct group group;
		if (!noun_read(tokens, i, sentence.from, sentence.to, &group) ||
			(!is_lending && !group.is_person)) {
			i++;
			continue;
		}
		group.home = reading->entry->iso2;
		read_before(tokens, begin, &group);
		while (group.to < sentence.to && group.to - i < GROUP_MAX)
			if (!step(tokens, sentence.to, &group))
				break;
		if (!are_lent(reading, &group, sentence, told)) {
			i++;
			continue;
		}
		if (group.n == 0)
			read_lenders(tokens, begin, &group);
		group_add(reading, &group);
		begin = group.to;
		told = group.to;
		i = group.to;
	}
}
