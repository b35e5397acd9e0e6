// SPDX-License-Identifier: EUPL-1.2
// partner_find — the other bodies and countries of an action, by role.

#include "work/read/partner_find.h"

#include "work/read/body_find.h"
#include "work/read/country_find.h"
#include "work/read/grammar.h"
#include "work/read/participant_find.h"
#include "work/read/requester_find.h"

enum { VISIT_REACH = 8 };

// The partner told last: where its name ends, and the rule that found it.
struct told {
	size_t to;
	struct str rule;
};

static bool is_listed(const struct entry_texts *list, struct str text)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_eq_nocase(list->p[i].text, text))
			return true;
	return false;
}

static void partner_add(struct reading *r, struct range name, struct str rule)
{
	struct entry_text partner = reading_text(r, name, CERTAINTY_STATED, rule);
	if (!is_listed(&r->entry->partners, partner.text) &&
		!str_eq_nocase(partner.text, r->entry->requester.text))
		VEC_ADD(r->mem, &r->entry->partners, partner);
}

// 'and the "Direction de la Coopération Internationale"': a name in quotes beside another.
static bool quoted_name(const struct tokens *tokens, size_t i, size_t end, struct range *ret_name)
{
	if (i + 3 >= end || !role_at(tokens, i, end, ROLE_AND))
		return false;
	i += grammar_determiner(tokens, i + 1, end) == DETERMINER_DEFINITE ? 2 : 1;
	if (!token_is_mark(&tokens->p[i], '"'))
		return false;
	for (size_t k = i + 1; k < end; k++)
		if (token_is_mark(&tokens->p[k], '"')) {
			*ret_name = (struct range){i + 1, k};
			return k > i + 1;
		}
	return false;
}

// "arranged with the Association": a word of joining in stands before the name and its article.
static bool is_beside(const struct tokens *tokens, size_t i, struct range sentence)
{
	size_t before = i;
	if (before > sentence.from && grammar_determiner(tokens, before - 1, before))
		before--;
	return grammar_ends_with(tokens, before, sentence.from, ROLE_WITH);
}

// Whether a known body that stands at `i` takes part: not the Union as such, nor a body that
// somebody works for, nor half of a compound ("EU-Africa", "the UN-ECA Conference Hall").
static bool takes_part(const struct tokens *tokens, const struct lexicon_entry *body, size_t i,
	struct range sentence)
{
	if (str_eq(body->value, S("EU")) || str_eq(body->value, S("UN")) ||
		(str_eq(body->note, S("regional-organisation")) && !is_beside(tokens, i, sentence)))
		return false;
	size_t behind = i + body->word_n;
	if (behind < sentence.to && tokens->p[behind].kind == TOKEN_WORD &&
		(tokens->p[behind].gap == '-' || tokens->p[behind].upper))
		return false;
	size_t before = i;
	if (before > sentence.from &&
		grammar_determiner(tokens, before - 1, i) == DETERMINER_DEFINITE)
		before--;
	return before == sentence.from || !role_at(tokens, before - 1, before, ROLE_EMPLOYED);
}

// The country, other than the beneficiary, whose name or word stands in or right before the name;
// empty when none does.
static struct str foreign_country(
	const struct reading *r, struct range name, struct range sentence, size_t *ret_at)
{
	size_t from = name.from > sentence.from ? name.from - 1 : name.from;
	for (size_t i = from; i < name.to; i++) {
		const struct lexicon_entry *word = lexicon_at(
			&r->tokens, i, name.to, LEXICON_COUNTRY);
		if (!word)
			word = lexicon_at(&r->tokens, i, name.to, LEXICON_DEMONYM);
		if (!word && i >= name.from)
			word = grammar_place(&r->tokens, i, name.to);
		if (!word || !r->tokens.p[i].upper || str_eq(word->value, r->entry->iso2))
			continue;
		*ret_at = i;
		return word->value;
	}
	return STR_EMPTY;
}

// "the Ministry of the Interior in Paris", "the City Archive, Turin": the country of the place behind
// the name of a body that is visited or hosts, other than the beneficiary; empty when none is told.
static struct str country_behind(
	const struct reading *r, struct range name, struct range sentence, size_t *ret_at)
{
	size_t i = name.to, end = sentence.to;
	i += i < end &&
		(token_is_mark(&r->tokens.p[i], ',') || token_is_mark(&r->tokens.p[i], '('));
	i += i < end ? role_at(&r->tokens, i, end, ROLE_IN) : 0;
	const struct lexicon_entry *place = i < end && i > name.to
		? grammar_place(&r->tokens, i, end)
		: NULL;
	if (!place || str_eq(place->value, r->entry->iso2))
		return STR_EMPTY;
	*ret_at = i;
	return place->value;
}

// "a visit to Copenhagen, hosted by the Ombudsman": the country of a foreign place told before one
// who hosts; empty when there is none.
static struct str country_before(
	const struct reading *r, struct range name, struct range sentence, size_t *ret_at)
{
	const struct tokens *tokens = &r->tokens;
	size_t by = name.from;
	if (by > sentence.from && grammar_determiner(tokens, by - 1, by))
		by--;
	if (by < sentence.from + 2 || !role_at(tokens, by - 1, by, ROLE_BY) ||
		!role_at(tokens, by - 2, by, ROLE_HOSTS))
		return STR_EMPTY;
	for (size_t i = by - 2; i > sentence.from; i--) {
		const struct lexicon_entry *place = grammar_place(tokens, i - 1, by);
		if (!place || str_eq(place->value, r->entry->iso2))
			continue;
		*ret_at = i - 1;
		return place->value;
	}
	return STR_EMPTY;
}

// "World", "Intergovernmental", a region or a known organisation in the name of a body: no state's.
static bool is_international(const struct tokens *tokens, struct range name)
{
	for (size_t i = name.from; i < name.to; i++)
		if (role_at(tokens, i, name.to, ROLE_INTERNATIONAL) ||
			lexicon_at(tokens, i, name.to, LEXICON_REGION) ||
			(tokens->p[i].upper && lexicon_at(tokens, i, name.to, LEXICON_BODY)))
			return true;
	return false;
}

static bool has_organ(const struct tokens *tokens, struct range name, struct str value)
{
	for (size_t i = name.from; i < name.to; i++)
		if (lexicon_is(tokens, i, name.to, LEXICON_ORGAN, value))
			return true;
	return false;
}

static bool has_known(const struct tokens *tokens, struct range name)
{
	size_t i = name.from;
	while (i < name.to &&
		!(token_names(&tokens->p[i]) && lexicon_at(tokens, i, name.to, LEXICON_BODY)))
		i++;
	return i < name.to;
}

// A body of the beneficiary's own state is no partner; one of another country, a mission, or one
// outside the state may be.
static bool is_outside(const struct reading *r, struct range name, struct str country)
{
	const struct tokens *tokens = &r->tokens;
	return country.n || is_international(tokens, name) ||
		has_organ(tokens, name, S("mission")) || has_organ(tokens, name, S("free")) ||
		(!has_organ(tokens, name, S("public")) && !has_organ(tokens, name, S("unit")));
}

// "Assessment Report": a name of a paper, not of a body.
static bool ends_with_paper(const struct tokens *tokens, struct range name)
{
	return lexicon_at(tokens, name.to - 1, name.to, LEXICON_OUTPUT) &&
		!lexicon_at(tokens, name.to - 1, name.to, LEXICON_ORGAN);
}

// "a study visit to the Ministry": the visit stands before the name.
static bool is_visited(const struct tokens *tokens, size_t before, struct range sentence)
{
	if (before == sentence.from ||
		(!role_at(tokens, before - 1, before, ROLE_TO) &&
			!role_at(tokens, before - 1, before, ROLE_IN)))
		return false;
	size_t from = before > sentence.from + VISIT_REACH ? before - VISIT_REACH : sentence.from;
	for (size_t i = from; i < before; i++)
		if (lexicon_is(tokens, i, before, LEXICON_ACTIVITY, S("study-visit")))
			return true;
	return false;
}

// The head of a mission opened something: "Ambassador and Head of the EU Delegation".
static bool is_headed(const struct tokens *tokens, size_t before, struct range sentence)
{
	return before > sentence.from + 1 && role_at(tokens, before - 1, before, ROLE_OF) &&
		role_at(tokens, before - 2, before, ROLE_LEADER);
}

// "hosted" or ", co-organiser of the conference" behind the name that ends at `i`.
static bool is_host(const struct tokens *tokens, size_t i, size_t end)
{
	i += i < end && token_is_mark(&tokens->p[i], ',');
	return i < end && role_at(tokens, i, end, ROLE_HOSTS) > 0;
}

// The rule by which the body of this name takes part; empty when it does not. *ret_hosts tells
// whether it is the host.
static struct str part_of(
	const struct tokens *tokens, struct range name, struct range sentence, bool *ret_hosts)
{
	size_t before = name.from, end = sentence.to;
	if (before > sentence.from && lexicon_at(tokens, before - 1, before, LEXICON_DEMONYM))
		before--;
	if (before > sentence.from &&
		lexicon_is(tokens, before - 1, before, LEXICON_EXPERT, S("ngo")))
		return S("partner.lends");
	if (before > sentence.from && grammar_determiner(tokens, before - 1, before))
		before--;
	*ret_hosts = true;
	if (is_visited(tokens, before, sentence))
		return S("partner.visited");
	bool is_owner = before > sentence.from &&
		(role_at(tokens, before - 1, before, ROLE_OF) ||
			role_at(tokens, before - 1, before,
				ROLE_FROM)); // "experts from the Police"
	if (!is_owner && is_host(tokens, name.to, end))
		return S("partner.hosts");
	*ret_hosts = false;
	if (grammar_ends_with(tokens, before, sentence.from, ROLE_WITH))
		return S("partner.with");
	return is_headed(tokens, before, sentence) ? S("partner.opens") : STR_EMPTY;
}

// "the Portuguese SEF": an abbreviation behind the word of its country.
static bool abbreviation_at(
	const struct tokens *tokens, size_t i, size_t end, struct range *ret_name)
{
	const struct lexicon_entry *word = lexicon_at(tokens, i, end, LEXICON_DEMONYM);
	size_t to = word && tokens->p[i].upper ? i + word->word_n : end;
	if (to >= end || !tokens->p[to].all_upper)
		return false;
	*ret_name = (struct range){i, to + 1};
	return true;
}

// Nothing but words of countries and towns stands in the name.
static bool names_places(const struct tokens *tokens, struct range name)
{
	size_t i = name.from;
	while (i < name.to) {
		const struct lexicon_entry *word = lexicon_at(tokens, i, name.to, LEXICON_DEMONYM);
		if (!word)
			word = grammar_place(tokens, i, name.to);
		bool is_joint = token_is_mark(&tokens->p[i], ',') ||
			role_at(tokens, i, name.to, ROLE_AND);
		if (!word && !is_joint)
			return false;
		i += word ? word->word_n : 1;
	}
	return true;
}

// "the Bank, the Union and the University": the name joins the partner told last.
static bool joins_told(
	const struct tokens *tokens, struct range name, struct range sentence, size_t told)
{
	size_t i = name.from;
	if (told <= sentence.from || told >= i)
		return false;
	while (i > told &&
		(grammar_determiner(tokens, i - 1, i) == DETERMINER_DEFINITE ||
			role_at(tokens, i - 1, i, ROLE_OF)))
		i--;
	size_t joint = told + token_is_mark(&tokens->p[told], ',');
	joint += role_at(tokens, joint, sentence.to, ROLE_AND);
	return joint > told && joint <= i &&
		(joint == i || role_at(tokens, joint, i, ROLE_WITH) + joint == i);
}

// The name of a body at `i`, or a run of names that may be one. *ret_is_whole: no part of it can be
// another name ("the NGO Doctors Without Walls", "the Delegation of the Union").
static bool name_at(const struct reading *r, size_t i, struct range sentence,
	struct range *ret_name, bool *ret_is_whole)
{
	const struct tokens *tokens = &r->tokens;
	bool is_body = abbreviation_at(tokens, i, sentence.to, ret_name) ||
		body_at(r, i, sentence.to, ret_name);
	if (!is_body && !body_run_at(r, i, sentence.to, ret_name))
		return false;
	*ret_is_whole = is_body && !has_known(tokens, *ret_name) &&
		!lexicon_is(tokens, i, ret_name->to, LEXICON_EXPERT, S("ngo"));
	const struct lexicon_entry *known = lexicon_at(tokens, i, ret_name->to, LEXICON_BODY);
	if (known && known->word_n == ret_name->to - i)
		return false;
	// A name takes no "a": "a Member State"; and words of places alone are no body.
	bool is_any = i > sentence.from &&
		grammar_determiner(tokens, i - 1, i) == DETERMINER_INDEFINITE;
	return !is_any && !names_places(tokens, *ret_name);
}

// Names of bodies with words beside them that give them a part. Answers behind the name, or 0.
static size_t named_partner(struct reading *r, size_t i, struct range sentence, struct told *told)
{
	struct range name;
	bool hosts = false, is_whole;
	size_t at = i;
	if (!name_at(r, i, sentence, &name, &is_whole))
		return 0;
	struct str rule = part_of(&r->tokens, name, sentence, &hosts);
	if (rule.n == 0 && joins_told(&r->tokens, name, sentence, told->to))
		rule = told->rule;
	if (rule.n == 0)
		return is_whole ? name.to : 0;
	struct str country = foreign_country(r, name, sentence, &at);
	if (hosts && country.n == 0)
		country = country_behind(r, name, sentence, &at);
	if (country.n == 0)
		country = country_before(r, name, sentence, &at);
	if (!is_outside(r, name, country) || ends_with_paper(&r->tokens, name))
		return name.to;
	partner_add(r, name, rule);
	*told = (struct told){name.to, rule};
	if (hosts && r->entry->iso2.n)
		country_add(r, country,
			reading_span(r, (struct range){at, at + 1}, CERTAINTY_INFERRED,
				S("country.host")));
	return name.to;
}

// Bodies known everywhere that take part: named beside a word of joining in. Answers behind the
// name, or 0.
static size_t known_partner(struct reading *r, size_t i, struct range sentence, struct told *told)
{
	const struct tokens *tokens = &r->tokens;
	const struct lexicon_entry *body = lexicon_at(tokens, i, sentence.to, LEXICON_BODY);
	struct range quoted;
	if (!body || !token_names(&tokens->p[i]) || !takes_part(tokens, body, i, sentence))
		return 0;
	size_t behind = i + body->word_n;
	bool has_article = body->word_n > 1 &&
		grammar_determiner(tokens, i, behind) == DETERMINER_DEFINITE;
	partner_add(r, (struct range){i + has_article, behind}, S("partner.known"));
	*told = (struct told){behind, S("partner.known")};
	if (!quoted_name(tokens, behind, sentence.to, &quoted))
		return behind;
	partner_add(r, quoted, S("partner.known"));
	return quoted.to;
}

// Other words than those of meeting may give a body a part in the sentence (part_of): most have none.
static bool may_take_part(const struct tokens *tokens, struct range sentence)
{
	return grammar_has_role(tokens, sentence.from, sentence.to, ROLE_LEADER) ||
		lexicon_has(tokens, sentence.from, sentence.to, LEXICON_EXPERT, S("ngo")) ||
		lexicon_has(tokens, sentence.from, sentence.to, LEXICON_ACTIVITY, S("study-visit"));
}

// Bodies from outside that take part.
static void partners_in(struct reading *r, struct range sentence)
{
	const struct tokens *tokens = &r->tokens;
	bool meets = grammar_has_role(tokens, sentence.from, sentence.to, ROLE_MEET) ||
		grammar_has_role(tokens, sentence.from, sentence.to, ROLE_WITH) ||
		grammar_has_role(tokens, sentence.from, sentence.to, ROLE_HOSTS);
	if (!meets && !may_take_part(tokens, sentence))
		return;
	struct told told = {0};
	uint32_t kinds = LEXICON_CAPITAL;
	if (tongue_words_behind(tokens->tongue))
		kinds |= LEXICON_BIT(LEXICON_ORGAN) | LEXICON_BIT(LEXICON_BODY);
	for (size_t i = sentence.from;
		(i = lexicon_next(tokens, i, sentence.to, kinds)) < sentence.to;) {
		size_t to = named_partner(r, i, sentence, &told);
		if (!to && meets)
			to = known_partner(r, i, sentence, &told);
		i = to > i ? to : i + 1;
	}
}

void partner_find_all(struct reading *reading)
{
	requester_find(reading);
	for (size_t i = 0; i < reading->sentences.n; i++)
		partners_in(reading, reading->sentences.p[i]);
	country_find_all(reading);
	participant_find(reading);
}
