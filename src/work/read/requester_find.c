// SPDX-License-Identifier: EUPL-1.2
// requester_find — which body asked for the action.

#include "work/read/requester_find.h"

#include "work/read/body_find.h"
#include "work/read/grammar.h"

enum {
	SUPPORT_REACH = 12,
	ASKED_REACH = 5,
	REQUEST_REACH = 4,
	HELPED_REACH = 4,
	INSERTION_MAX = 24
};

static void requester_set(struct reading *r, struct range name, struct str kind,
	enum certainty certainty, struct str rule)
{
	r->entry->requester = reading_text(r, name, certainty, rule);
	r->entry->requester_kind = kind;
}

// "the Statistical Unit of the Directorate General": the body that the unit is part of.
static struct range whole_body(const struct reading *r, struct range name)
{
	const struct tokens *tokens = &r->tokens;
	for (size_t i = name.from; i + 2 < name.to; i++) {
		if (!lexicon_is(tokens, i, name.to, LEXICON_ORGAN, S("unit")) ||
			!role_at(tokens, i + 1, name.to, ROLE_OF) ||
			grammar_determiner(tokens, i + 2, name.to) != DETERMINER_DEFINITE)
			continue;
		for (size_t k = i + 3; k < name.to; k++)
			if (lexicon_at(tokens, k, name.to, LEXICON_ORGAN))
				return (struct range){i + 3, name.to};
	}
	return name;
}

// Where the article before the name stands, or the name.
static size_t before_article(const struct tokens *tokens, struct range name, size_t begin)
{
	bool has = name.from > begin &&
		grammar_determiner(tokens, name.from - 1, name.from) != DETERMINER_NONE;
	return has ? name.from - 1 : name.from;
}

// A word of support stands before the name, in the same sentence and not too far.
static bool is_supported(const struct reading *r, struct range name, struct range sentence)
{
	const struct tokens *tokens = &r->tokens;
	size_t at = name.from, begin = sentence.from;
	size_t from = at > begin + SUPPORT_REACH ? at - SUPPORT_REACH : begin;
	for (size_t i = at; i > from; i--) {
		if (role_at(tokens, i - 1, at, ROLE_SUPPORT) ||
			role_at(tokens, i - 1, at, ROLE_AIDED))
			return true;
		// Support to the meeting of a body is not support to the body.
		if (lexicon_at(tokens, i - 1, at, LEXICON_ACTIVITY))
			return false;
	}
	return false;
}

static bool is_objective(const struct reading *r, struct range sentence)
{
	return r->summary_sentence < r->sentences.n &&
		sentence.from < r->sentences.p[r->summary_sentence].from;
}

// "To advise the Commission", "the action was to give the Bank": whoever an objective does
// something for, by its first verb.
static bool is_aim(const struct reading *r, struct range name, struct range sentence)
{
	const struct tokens *tokens = &r->tokens;
	size_t verb = before_article(tokens, name, sentence.from);
	if (!is_objective(r, sentence) || verb == sentence.from ||
		tokens->p[verb - 1].kind != TOKEN_WORD)
		return false;
	verb--;
	if (verb == sentence.from) // "Equipping the Department"
		return !grammar_has_role(tokens, verb, verb + 1, ROLE_IN) &&
			tokens->tongue == TONGUE_EN &&
			!lexicon_at(tokens, verb, verb + 1, LEXICON_FUNCTION);
	return role_at(tokens, verb - 1, verb, ROLE_INFINITIVE) && !tokens->p[verb].upper;
}

// The country, other than the beneficiary, whose name or word stands in the name of a body or right
// before it: such a body lends, and is not helped.
static bool is_foreign(const struct reading *r, struct range name, struct range sentence)
{
	const struct tokens *tokens = &r->tokens;
	if (r->entry->iso2.n == 0)
		return false;
	for (size_t i = name.from > sentence.from ? name.from - 1 : name.from; i < name.to; i++) {
		const struct lexicon_entry *word = lexicon_at(tokens, i, name.to, LEXICON_DEMONYM);
		if (!word)
			word = lexicon_at(tokens, i, name.to, LEXICON_COUNTRY);
		if (word && token_names(&tokens->p[i]))
			return !str_eq(word->value, r->entry->iso2);
	}
	return false;
}

// "The Office was helped to draft", "is being supported" behind the name.
static bool is_helped(const struct tokens *tokens, struct range name, struct range sentence)
{
	size_t end = sentence.to, i = name.to;
	for (size_t k = i; k < end && k < i + 3; k++)
		if (role_at(tokens, k, end, ROLE_BENEFITS))
			return true;
		else if (!role_at(tokens, k, end, ROLE_BEING) &&
			!role_at(tokens, k, end, ROLE_ADVERB))
			break;
	if (i >= end || !role_at(tokens, i, end, ROLE_BEING))
		return false;
	for (size_t last = i + HELPED_REACH; i < end && i < last; i++)
		if (role_at(tokens, i, end, ROLE_HELPED))
			return true;
	return false;
}

// The next such mark at or behind `i`; `end` when there is none.
static size_t mark_behind(const struct tokens *tokens, size_t i, size_t end, char mark)
{
	while (i < end && !token_is_mark(&tokens->p[i], mark))
		i++;
	return i;
}

// "a request received from the Secretariat", "at the request of the Ministry".
static bool is_received_from(const struct tokens *tokens, struct range name, struct range sentence)
{
	size_t before = before_article(tokens, name, sentence.from);
	// "по просьбе Министерства", "طلبت الوزارة": nothing stands between.
	if (before > sentence.from && tongue_words_behind(tokens->tongue) &&
		role_at(tokens, before - 1, before, ROLE_REQUEST))
		return true;
	if (before <= sentence.from + 1)
		return false;
	bool links = role_at(tokens, before - 1, before, ROLE_FROM) ||
		role_at(tokens, before - 1, before, ROLE_BY) ||
		role_at(tokens, before - 1, before, ROLE_OF);
	size_t from = before > sentence.from + REQUEST_REACH ? before - REQUEST_REACH
							     : sentence.from;
	return links && grammar_has_role(tokens, from, before - 1, ROLE_REQUEST);
}

// "therefore asked", "had asked", "that sought" behind the name at `i`.
static bool asks(const struct tokens *tokens, size_t i, size_t end)
{
	if (i < end && role_at(tokens, i, end, ROLE_RELATIVE))
		i++;
	for (size_t last = i + ASKED_REACH; i < end && i < last; i++) {
		if (role_at(tokens, i, end, ROLE_ASKED))
			return true;
		if (!role_at(tokens, i, end, ROLE_ADVERB) && !role_at(tokens, i, end, ROLE_BEING) &&
			!role_at(tokens, i, end, ROLE_HELD))
			return false;
	}
	return false;
}

// "(DAU - requesting authority)" behind a name; "Benin requested assistance".
static bool says_requested(const struct tokens *tokens, struct range name, struct range sentence)
{
	size_t i = name.to;
	if (is_received_from(tokens, name, sentence))
		return true;
	if (i < sentence.to && token_is_mark(&tokens->p[i], '(')) {
		size_t close = mark_behind(tokens, i, sentence.to, ')');
		if (grammar_has_role(tokens, i, close, ROLE_REQUEST))
			return true;
		i = close + 1;
	}
	// "The Ministry, which had worked alone so far, asked"
	if (i + 1 < sentence.to && token_is_mark(&tokens->p[i], ',')) {
		if (asks(tokens, i + 1, sentence.to))
			return true;
		size_t close = mark_behind(tokens, i + 1, sentence.to, ',');
		return close < i + INSERTION_MAX && asks(tokens, close + 1, sentence.to);
	}
	// "The Ministry - in its role as coordinator - requested MIEUX assistance"
	if (i < sentence.to && token_is_mark(&tokens->p[i], '-'))
		i = mark_behind(tokens, i + 1, sentence.to, '-') + 1;
	return asks(tokens, i, sentence.to);
}

// A body known everywhere, by its whole name: it lends, and is not helped. The secretariat of an
// organisation of countries may be.
static bool is_known(const struct tokens *tokens, struct range name)
{
	const struct lexicon_entry *known = lexicon_at(tokens, name.from, name.to, LEXICON_BODY);
	if (!known || known->word_n < name.to - name.from)
		return false;
	return !str_eq(known->note, S("regional-organisation")) ||
		!lexicon_at(tokens, name.to - 1, name.to, LEXICON_ORGAN);
}

// "the Agencies of Benin, Mali and Senegal": bodies of several countries.
static bool names_countries(const struct tokens *tokens, struct range name)
{
	size_t n = 0;
	for (size_t i = name.from; i < name.to; i++) {
		const struct lexicon_entry *country = lexicon_at(
			tokens, i, name.to, LEXICON_COUNTRY);
		if (!country || !tokens->p[i].upper)
			continue;
		n++;
		i += country->word_n - 1;
	}
	return n > 1;
}

// How a body may be the requester, the surest first.
enum way { WAY_ASKED, WAY_SUPPORTED, WAY_N };

// The body of this name may be the requester, in this way.
static bool fits_way(const struct reading *r, struct range name, struct range sentence,
	bool is_collective, enum way way)
{
	const struct tokens *tokens = &r->tokens;
	if (way == WAY_ASKED)
		return says_requested(tokens, name, sentence);
	if ((!is_collective && is_known(tokens, name)) || is_foreign(r, name, sentence))
		return false;
	return is_supported(r, name, sentence) || is_helped(tokens, name, sentence) ||
		is_aim(r, name, sentence);
}

// Words of the sentence may say that somebody asks, or is helped; those of most do not.
static bool may_fit_way(const struct reading *r, struct range sentence, enum way way)
{
	const struct tokens *tokens = &r->tokens;
	size_t from = sentence.from, to = sentence.to;
	if (way == WAY_ASKED)
		return grammar_has_role(tokens, from, to, ROLE_REQUEST) ||
			grammar_has_role(tokens, from, to, ROLE_ASKED);
	return is_objective(r, sentence) || grammar_has_role(tokens, from, to, ROLE_SUPPORT) ||
		grammar_has_role(tokens, from, to, ROLE_AIDED) ||
		grammar_has_role(tokens, from, to, ROLE_BENEFITS) ||
		grammar_has_role(tokens, from, to, ROLE_HELPED);
}

// The first body in the sentence that asks, or that is helped.
static bool requester_in(struct reading *r, struct range sentence, enum way way)
{
	const struct tokens *tokens = &r->tokens;
	bool by_capital = !tongue_words_behind(tokens->tongue);
	if (!may_fit_way(r, sentence, way))
		return false;
	for (size_t i = sentence.from; i < sentence.to;) {
		struct range name;
		if (by_capital && !tokens->p[i].upper) {
			i = lexicon_next(tokens, i, sentence.to, LEXICON_CAPITAL);
			continue;
		}
		bool is_collective = body_is_collective(r, i, sentence.to, &name);
		if (!is_collective && !body_at(r, i, sentence.to, &name)) {
			i++;
			continue;
		}
		i = name.to;
		bool fits = fits_way(r, name, sentence, is_collective, way);
		if (!fits)
			continue;
		is_collective = is_collective || names_countries(tokens, name);
		requester_set(r, whole_body(r, name),
			is_collective ? S("collective") : S("named-body"),
			way == WAY_ASKED ? CERTAINTY_STATED : CERTAINTY_INFERRED,
			way == WAY_ASKED ? S("requester.stated") : S("requester.supported"));
		return true;
	}
	return false;
}

// Behind the names of places from `i` on, parted by commas and "and"; `i` when none stands there.
static size_t places_end(const struct tokens *tokens, size_t i, size_t end)
{
	size_t to = i;
	while (i < end) {
		const struct lexicon_entry *place = grammar_place(tokens, i, end);
		if (!place)
			break;
		to = i + place->word_n;
		i = to;
		if (i < end && token_is_mark(&tokens->p[i], ','))
			i++;
		if (i < end && role_at(tokens, i, end, ROLE_AND))
			i++;
		if (i > to && i < end && role_at(tokens, i, end, ROLE_OF))
			i++; // "du Gabon et du Tchad"
	}
	return to;
}

// "requests received from Benin, Guinea-Bissau and Togo": countries that ask together.
static bool requester_countries(struct reading *r, struct range sentence)
{
	const struct tokens *tokens = &r->tokens;
	for (size_t i = sentence.from;
		(i = lexicon_next_role(tokens, i, sentence.to, ROLE_REQUEST)) + 3 < sentence.to;
		i++) {
		if (!role_at(tokens, i, sentence.to, ROLE_REQUEST))
			continue;
		size_t from = i + 1;
		while (from < i + 3 && !role_at(tokens, from, sentence.to, ROLE_FROM) &&
			!role_at(tokens, from, sentence.to, ROLE_OF))
			from++;
		size_t first = from + 1, to = places_end(tokens, first, sentence.to);
		if (from == i + 3 || to == first ||
			to == first + grammar_place(tokens, first, sentence.to)->word_n)
			continue;
		requester_set(r, (struct range){first, to}, S("collective"), CERTAINTY_STATED,
			S("requester.countries"));
		return true;
	}
	return false;
}

void requester_find(struct reading *reading)
{
	struct range field = reading->field[LABEL_REQUESTER];
	if (field.from < field.to) {
		requester_set(
			reading, field, S("named-body"), CERTAINTY_STATED, S("requester.field"));
		return;
	}
	for (enum way way = WAY_ASKED; way < WAY_N; way++)
		for (size_t i = 0; i < reading->sentences.n; i++)
			if (requester_in(reading, reading->sentences.p[i], way) ||
				(way == WAY_ASKED &&
					requester_countries(reading, reading->sentences.p[i])))
				return;
}
