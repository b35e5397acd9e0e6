// SPDX-License-Identifier: EUPL-1.2
// expert_find — who was lent: countries and kinds of the experts.
//
// Three shapes: words of countries before a noun of a kind ("French and Malian national
// administrations", "a Senegalese expert"), countries behind the experts ("experts from Lithuania,
// Romania and Austria", "the experts were lent by Mali"), countries that send them ("France sent
// two experts"), and groups or bodies without a country ("a private consultant", "ICMPD also
// provided expertise").

#include "work/read/expert_find.h"

#include "work/read/expert_add.h"
#include "work/read/expert_behind.h"
#include "work/read/expert_body.h"
#include "work/read/expert_field.h"
#include "work/read/expert_person.h"
#include "work/read/grammar.h"

enum { LIST_MAX = 24, NOUN_REACH = 5, LENDER_REACH = 10, GUEST_REACH = 6 };

struct country_list {
	size_t at[LIST_MAX];
	struct str iso2[LIST_MAX];
	size_t n;
	size_t to;
};

void expert_add(
	struct reading *r, struct str iso2, struct str kind, struct range words, struct str rule)
{
	struct entry *entry = r->entry;
	if (str_eq(kind, S("person")))
		kind = S("national-administration");
	bool vague = str_eq(kind, S("unspecified"));
	for (size_t i = 0; i < entry->experts.n; i++) {
		struct entry_expert *known = &entry->experts.p[i];
		if (!str_eq(known->iso2, iso2))
			continue;
		if (str_eq(known->kind, kind) || (vague && iso2.n))
			return;
		if (iso2.n && str_eq(known->kind, S("unspecified"))) {
			known->kind = kind;
			known->quote = reading_str(r, words);
			known->span = reading_span(r, words, CERTAINTY_STATED, rule);
			return;
		}
	}
	struct entry_expert expert = {.iso2 = iso2,
		.kind = kind,
		.quote = reading_str(r, words),
		.span = reading_span(r, words, CERTAINTY_STATED, rule)};
	VEC_ADD(r->mem, &entry->experts, expert);
}

bool expert_is_partner(const struct tokens *tokens, size_t i, size_t begin)
{
	if (i > begin && grammar_determiner(tokens, i - 1, i))
		i--;
	return grammar_ends_with(tokens, i, begin, ROLE_WITH);
}

// Behind a comma, "and", "as well as" between two members of a list at `i`; `i` when none is there.
static size_t skip_joint(const struct tokens *tokens, size_t i, size_t end)
{
	if (i < end && token_is_mark(&tokens->p[i], ','))
		i++;
	return i + role_at(tokens, i, end, ROLE_AND);
}

static size_t skip_article(const struct tokens *tokens, size_t i, size_t end)
{
	if (i < end && grammar_determiner(tokens, i, end) == DETERMINER_DEFINITE)
		i++;
	return i;
}

// Behind the article or number of a member: "one Dutch and one Angolan expert".
static size_t skip_count(const struct tokens *tokens, size_t i, size_t end)
{
	bool ordinal;
	if (i >= end)
		return i;
	bool counts = grammar_determiner(tokens, i, end) == DETERMINER_INDEFINITE ||
		grammar_number(tokens, i, end, &ordinal) > 0;
	return counts ? i + 1 : skip_article(tokens, i, end);
}

// Members of this kind of name from `i` on, parted by commas and "and".
static struct country_list list_read(
	const struct tokens *tokens, size_t i, size_t end, bool by_demonym)
{
	struct country_list list = {.to = i};
	while (i < end && list.n < LIST_MAX) {
		size_t at = by_demonym ? skip_count(tokens, i, end) : skip_article(tokens, i, end);
		if (at >= end)
			break;
		const struct lexicon_entry *entry = lexicon_at(
			tokens, at, end, by_demonym ? LEXICON_DEMONYM : LEXICON_COUNTRY);
		if (!entry && by_demonym)
			entry = lexicon_at(tokens, at, end, LEXICON_COUNTRY);
		if (!entry || !tokens->p[at].upper)
			break;
		list.at[list.n] = at;
		list.iso2[list.n++] = entry->value;
		list.to = at + entry->word_n;
		i = skip_joint(tokens, list.to, end);
		if (i == list.to)
			break;
	}
	return list;
}

// The kind that the nouns from `i` on give, and where the last of them ends; empty when none is
// within reach.
static struct str kind_behind(const struct tokens *tokens, size_t i, size_t end, size_t *ret_to)
{
	struct str kind = STR_EMPTY;
	for (size_t k = i; k < end && k < i + NOUN_REACH; k++) {
		const struct lexicon_entry *entry = lexicon_at(tokens, k, end, LEXICON_EXPERT);
		if (entry) {
			bool plain = str_eq(entry->value, S("expert"));
			if (kind.n == 0 || !plain)
				kind = plain ? S("unspecified") : entry->value;
			*ret_to = k + entry->word_n;
			k += entry->word_n - 1;
			continue;
		}
		if (kind.n || !grammar_in_phrase(tokens, k, end))
			break;
	}
	return kind;
}

// A word between the experts and where they are from. A verb before "by" must be one of lending.
static bool is_from(const struct tokens *tokens, size_t i)
{
	return role_may(tokens, i, ROLE_FROM) || role_may(tokens, i, ROLE_OF);
}

// "from", "from the" or "experts of the" stands before the token.
static bool stands_from(const struct tokens *tokens, size_t i)
{
	if (i > 0 && grammar_determiner(tokens, i - 1, i) == DETERMINER_DEFINITE)
		i--;
	if (i > 1 && role_may(tokens, i - 1, ROLE_OF) && !role_may(tokens, i - 1, ROLE_FROM))
		return lexicon_is(tokens, i - 2, i, LEXICON_EXPERT, S("expert")) > 0;
	return i > 0 && is_from(tokens, i - 1);
}

// "the Dutch, Finnish and French national administrations". Answers behind it, or 0.
static size_t demonyms_read(struct reading *r, size_t i, size_t end)
{
	struct country_list list = list_read(&r->tokens, i, end, true);
	size_t to = 0;
	if (list.n == 0)
		return 0;
	// "lent by Greece, Hungary and an Italian NGO": countries, then another group
	size_t last = list.at[list.n - 1];
	if (list.n > 1 && !lexicon_at(&r->tokens, i, end, LEXICON_DEMONYM) &&
		grammar_determiner(&r->tokens, last - 1, end) == DETERMINER_INDEFINITE)
		return 0;
	struct str kind = kind_behind(&r->tokens, list.to, end, &to);
	if (kind.n == 0)
		return 0;
	// "in cooperation with the Gambian Ministry" lends nobody; "from the Slovenian Border Police"
	// does, and so does an administration.
	bool is_body = str_eq(kind, S("national-administration")) &&
		!str_starts(r->tokens.p[to - 1].fold, S("administration"));
	if (is_body && !stands_from(&r->tokens, i))
		return 0;
	for (size_t k = 0; k < list.n; k++)
		expert_add(r, list.iso2[k], kind, (struct range){list.at[k], to},
			S("expert.administration"));
	return to;
}

// "United Kingdom Home Office": a country with the name of a body of it.
static struct str kind_of_country(
	const struct tokens *tokens, size_t behind, size_t end, struct str kind, size_t *ret_to)
{
	*ret_to = behind;
	for (size_t k = behind; k < end && k < behind + NOUN_REACH && tokens->p[k].upper; k++) {
		const struct lexicon_entry *organ = lexicon_at(tokens, k, end, LEXICON_EXPERT);
		if (!organ)
			organ = lexicon_at(tokens, k, end, LEXICON_ORGAN);
		if (!organ)
			continue;
		*ret_to = k + organ->word_n;
		return S("national-administration");
	}
	return kind;
}

// Behind "the EU" when the experts are said to be from there, and then by whom they were lent.
static size_t skip_union(const struct tokens *tokens, size_t i, size_t end)
{
	size_t at = skip_article(tokens, i, end);
	size_t n = at < end ? lexicon_is(tokens, at, end, LEXICON_BODY, S("EU")) : 0;
	return n ? at + n : i;
}

// Behind the colon or comma at `i`; `i` when it is not there.
static size_t skip_mark(const struct tokens *tokens, size_t i, size_t end, char mark)
{
	return i < end && token_is_mark(&tokens->p[i], mark) ? i + 1 : i;
}

// Behind one word, or verb of several, between the experts and those who lent them; `i` when it is
// none. A verb of lending sets *is_lent.
static size_t skip_lent(const struct tokens *tokens, size_t i, size_t end, bool *is_lent)
{
	size_t lend = role_at(tokens, i, end, ROLE_LEND);
	*is_lent = lend > 0;
	if (lend)
		return i + lend;
	size_t come = role_at(tokens, i, end, ROLE_COME);
	return !come && role_at(tokens, i, end, ROLE_RELATIVE) ? i + 1 : i + come;
}

// Behind "from", ", from:", "who came mostly from", "were lent by"; 0 when none of them is there.
static size_t skip_from(const struct tokens *tokens, size_t i, size_t end)
{
	bool is_lent = false;
	size_t last = end - i > LENDER_REACH ? i + LENDER_REACH : end;
	i = skip_mark(tokens, i, end, ',');
	while (i < last) {
		if (is_from(tokens, i) || (is_lent && role_may(tokens, i, ROLE_BY))) {
			size_t behind = skip_union(tokens, i + 1, end);
			if (behind == i + 1)
				return skip_mark(tokens, behind, end, ':');
			i = skip_mark(tokens, behind, end, ',');
			continue;
		}
		size_t next = skip_lent(tokens, i, end, &is_lent);
		if (next == i)
			return 0;
		i = next;
	}
	return 0;
}

// "one from Cabo Verde", "another from Portugal": a further expert of those told before.
static bool is_further(const struct tokens *tokens, size_t i, size_t end)
{
	bool ordinal;
	return role_at(tokens, i, end, ROLE_ANOTHER) ||
		grammar_number(tokens, i, end, &ordinal) > 0;
}

// "from Lithuania, Romania and Austria" behind the noun that begins at `noun`. Answers behind it,
// or 0.
static size_t countries_read(struct reading *r, size_t noun, size_t i, size_t end, struct str kind)
{
	const struct tokens *tokens = &r->tokens;
	i = skip_from(tokens, i, end);
	size_t demonyms = i ? demonyms_read(r, skip_article(tokens, i, end), end) : 0;
	if (!i || demonyms)
		return demonyms;
	struct country_list list = list_read(tokens, i, end, false);
	const struct lexicon_entry *town = list.n ? NULL : grammar_place(tokens, i, end);
	if (town && r->entry->iso2.n && !str_eq(town->value, r->entry->iso2)) { // "from Vilnius"
		expert_add(r, town->value, kind, (struct range){noun, i + town->word_n},
			S("expert.from"));
		return i + town->word_n;
	}
	for (size_t k = 0; k < list.n; k++) {
		const struct lexicon_entry *entry = lexicon_at(
			tokens, list.at[k], end, LEXICON_COUNTRY);
		size_t to;
		struct str own = kind_of_country(
			tokens, list.at[k] + entry->word_n, end, kind, &to);
		// A body tells the kind itself; else it is the noun that does.
		bool is_body = to > list.at[k] + entry->word_n;
		expert_add(r, list.iso2[k], own, (struct range){is_body ? list.at[k] : noun, to},
			S("expert.from"));
	}
	if (list.n == 0)
		return 0;
	// "an expert from Portugal and one from Cabo Verde"
	size_t next = skip_joint(tokens, list.to, end), more = 0;
	if (next > list.to && next + 1 < end)
		more = countries_read(r, next, next + is_further(tokens, next, end), end, kind);
	return more ? more : list.to;
}

// "the University of Ghent": one whose country has been read is no further group.
static bool is_known_university(const struct reading *r, size_t i, struct str kind)
{
	bool is_named = r->tokens.p[i].upper ||
		(i + 1 < r->tokens.n && role_at(&r->tokens, i + 1, r->tokens.n, ROLE_OF));
	if (!str_eq(kind, S("academia")) || !is_named)
		return false;
	for (size_t k = 0; k < r->entry->experts.n; k++)
		if (str_eq(r->entry->experts.p[k].kind, kind))
			return true;
	return false;
}

// The group whose noun stands at [i, noun_to), with the experts of the South beside it: "South and
// European non-governmental experts" are two groups. Answers behind it.
static size_t bare_group(struct reading *r, size_t i, size_t noun_to, struct str kind)
{
	const struct tokens *tokens = &r->tokens;
	size_t begin = i;
	bool is_south = i > 0 && role_may(tokens, i - 1, ROLE_SOUTH);
	if (is_south) {
		begin = i - 1;
		expert_add(r, STR_EMPTY, S("south-expert"), (struct range){begin, noun_to},
			S("expert.group"));
		// "European and South non-governmental experts" are two groups.
		if (begin < 2 || !role_may(tokens, begin - 1, ROLE_AND))
			return noun_to;
		begin -= 2;
	}
	// "South and European non-governmental experts" are two groups as well.
	if (!is_south && i > 2 && role_may(tokens, i - 2, ROLE_AND) &&
		role_may(tokens, i - 3, ROLE_SOUTH))
		expert_add(r, STR_EMPTY, S("south-expert"), (struct range){i - 3, noun_to},
			S("expert.group"));
	expert_add(r, STR_EMPTY, kind, (struct range){begin, noun_to}, S("expert.group"));
	return noun_to;
}

// "The consultant" is one of those told before.
static bool is_told(const struct reading *r, size_t i, struct str kind)
{
	if (i == 0 || grammar_determiner(&r->tokens, i - 1, i) < DETERMINER_DEFINITE)
		return false;
	for (size_t k = 0; k < r->entry->experts.n; k++)
		if (str_eq(r->entry->experts.p[k].kind, kind))
			return true;
	return false;
}

// A noun of a kind without a country before it: "a private consultant", "European academics".
static size_t group_read(struct reading *r, size_t i, size_t end)
{
	const struct tokens *tokens = &r->tokens;
	const struct lexicon_entry *entry = lexicon_at(tokens, i, end, LEXICON_EXPERT);
	size_t to = i + entry->word_n;
	bool plain = str_eq(entry->value, S("expert"));
	struct str kind = plain ? S("unspecified") : entry->value;
	struct str noun = kind;
	size_t noun_to = to;
	struct str behind = kind_behind(tokens, i, end, &noun_to);
	if (plain && behind.n)
		noun = behind;
	size_t from = countries_read(r, i, noun_to, end, noun);
	if (from)
		return from;
	bool is_south = i > 0 && role_may(tokens, i - 1, ROLE_SOUTH);
	if (plain || str_eq(kind, S("national-administration"))) {
		if (is_south && plain)
			expert_add(r, STR_EMPTY, S("south-expert"), (struct range){i - 1, to},
				S("expert.group"));
		return to;
	}
	if (is_told(r, i, kind))
		return to;
	// "Academics attended": guests.
	size_t end_of_reach = noun_to + GUEST_REACH < end ? noun_to + GUEST_REACH : end;
	if (grammar_has_role(tokens, noun_to, end_of_reach, ROLE_ATTENDS) ||
		is_known_university(r, i, kind))
		return to;
	return bare_group(r, i, noun_to, kind);
}

// "ICMPD also provided expertise", "EUROPOL expertise", "a Europol expert".
static size_t agency_read(struct reading *r, size_t i, size_t end)
{
	const struct tokens *tokens = &r->tokens;
	const struct lexicon_entry *body = lexicon_at(tokens, i, end, LEXICON_BODY);
	if (!body || !tokens->p[i].upper || str_eq(body->note, S("regional-organisation")))
		return 0;
	if (str_eq(body->value, S("EU")))
		return 0;
	size_t behind = i + body->word_n;
	bool provided = false;
	for (size_t k = behind; k < end && k < behind + NOUN_REACH; k++) {
		const struct token *token = &tokens->p[k];
		if (lexicon_is(tokens, k, end, LEXICON_EXPERT, S("expert")) &&
			(k == behind || provided)) {
			expert_add(r, STR_EMPTY, S("agency"), (struct range){i, k + 1},
				S("expert.agency"));
			return k + 1;
		}
		provided = provided || role_at(tokens, k, end, ROLE_LEND);
		if (token->kind == TOKEN_MARK)
			break;
	}
	return 0;
}

// "France sent the experts: a public official and one from an NGO": the kinds behind the colon, or
// else none is told. Answers behind the last of them.
static size_t kinds_read(struct reading *r, const struct country_list *list, size_t i, size_t end)
{
	size_t to = i;
	bool is_listed = list->n == 1 && i < end && token_is_mark(&r->tokens.p[i], ':');
	for (size_t k = i; is_listed && k < end; k++) {
		const struct lexicon_entry *entry = lexicon_at(&r->tokens, k, end, LEXICON_EXPERT);
		if (!entry || str_eq(entry->value, S("expert")))
			continue;
		to = k + entry->word_n;
		expert_add(r, list->iso2[0], entry->value, (struct range){list->at[0], to},
			S("expert.lender"));
	}
	for (size_t k = 0; to == i && k < list->n; k++)
		expert_add(r, list->iso2[k], S("unspecified"), (struct range){list->at[k], to},
			S("expert.lender"));
	return to;
}

// Behind the "experts" that a verb of lending at `i` has for its object, or 0. "Kenya provided the
// experts with data" lends nobody.
static size_t lent_experts(const struct tokens *tokens, size_t i, size_t end)
{
	size_t verb = role_at(tokens, i, end, ROLE_LEND);
	for (size_t k = i + verb; verb && k < end && k < i + verb + NOUN_REACH; k++) {
		const struct lexicon_entry *noun = lexicon_at(tokens, k, end, LEXICON_EXPERT);
		if (tokens->p[k].kind == TOKEN_MARK || role_may(tokens, k, ROLE_BY))
			return 0;
		if (!noun || !str_eq(noun->value, S("expert")))
			continue;
		size_t to = k + noun->word_n;
		return to < end && role_may(tokens, to, ROLE_BESIDE) ? 0 : to;
	}
	return 0;
}

// "Senegal and France each lent an expert". Answers behind it, or 0.
static size_t lenders_read(struct reading *r, size_t i, size_t end)
{
	struct country_list list = list_read(&r->tokens, i, end, false);
	size_t at = list.to;
	while (list.n && at < end && role_may(&r->tokens, at, ROLE_BEFORE_VERB))
		at++;
	size_t to = list.n && at < end ? lent_experts(&r->tokens, at, end) : 0;
	return to ? kinds_read(r, &list, to, end) : 0;
}

static bool speaks_of_experts(const struct reading *r, struct range range)
{
	uint32_t kinds = LEXICON_BIT(LEXICON_EXPERT);
	for (size_t i = lexicon_next(&r->tokens, range.from, range.to, kinds); i < range.to;
		i = lexicon_next(&r->tokens, i + 1, range.to, kinds)) {
		const struct lexicon_entry *entry = lexicon_at(
			&r->tokens, i, range.to, LEXICON_EXPERT);
		if (entry && !str_eq(entry->value, S("national-administration")) &&
			!str_eq(entry->value, S("ngo")))
			return true;
	}
	return false;
}

// A noun of a kind counts without a country only where experts do something: not "academia" among
// those who attend.
static bool is_group_noun(const struct reading *r, size_t i, struct range range)
{
	const struct lexicon_entry *entry = lexicon_at(&r->tokens, i, range.to, LEXICON_EXPERT);
	if (!entry || (r->tokens.p[i].upper && expert_is_partner(&r->tokens, i, range.from)))
		return false;
	// Of those who attend there may be NGOs as well: one lends where it is named so.
	if (str_eq(entry->value, S("ngo")))
		return entry->word_n > 1 || stands_from(&r->tokens, i);
	return !role_may(&r->tokens, i, ROLE_SECTOR);
}

static void sentence_experts(struct reading *r, struct range range)
{
	if (!speaks_of_experts(r, range))
		return;
	uint32_t kinds = LEXICON_BIT(LEXICON_EXPERT) | LEXICON_CAPITAL;
	for (size_t i = range.from;
		(i = lexicon_next(&r->tokens, i, range.to, kinds)) < range.to;) {
		size_t to = 0;
		if (r->tokens.p[i].upper)
			to = agency_read(r, i, range.to);
		if (!to && r->tokens.p[i].upper)
			to = demonyms_read(r, i, range.to);
		if (!to && r->tokens.p[i].upper)
			to = lenders_read(r, i, range.to);
		if (!to && is_group_noun(r, i, range))
			to = group_read(r, i, range.to);
		i = to > i ? to : i + 1;
	}
}

// "Experts: Italy (academic), Belgium" as a sentence of the prose: what stands behind the colon.
static struct range listed_experts(const struct tokens *tokens, struct range sentence)
{
	size_t i = skip_article(tokens, sentence.from, sentence.to);
	size_t n = i < sentence.to ? lexicon_is(tokens, i, sentence.to, LEXICON_EXPERT, S("expert"))
				   : 0;
	bool is_list = n && i + n < sentence.to && token_is_mark(&tokens->p[i + n], ':');
	return (struct range){is_list ? i + n + 1 : sentence.to, sentence.to};
}

// Experts in the order in which they are told.
static void sort_by_place(struct entry *entry)
{
	for (size_t i = 1; i < entry->experts.n; i++) {
		struct entry_expert one = entry->experts.p[i];
		size_t k = i;
		for (; k > 0 && entry->experts.p[k - 1].span.offset > one.span.offset; k--)
			entry->experts.p[k] = entry->experts.p[k - 1];
		entry->experts.p[k] = one;
	}
}

void expert_find_all(struct reading *reading)
{
	expert_field_read(reading, reading->field[LABEL_EXPERTS]);
	for (size_t i = 0; i < reading->sentences.n; i++) {
		struct range sentence = reading->sentences.p[i];
		struct range listed = listed_experts(&reading->tokens, sentence);
		if (listed.from < listed.to) {
			expert_field_read(reading, listed);
		} else if (tongue_words_behind(reading->tokens.tongue)) {
			expert_behind_read(reading, sentence);
		} else {
			expert_body_read(reading, sentence);
			sentence_experts(reading, sentence);
			expert_person_read(reading, sentence);
		}
	}
	sort_by_place(reading->entry);
}
