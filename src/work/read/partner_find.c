// SPDX-License-Identifier: EUPL-1.2
// partner_find — the other bodies and countries of an action, by role.

#include "work/read/partner_find.h"

#include "work/read/body_find.h"
#include "work/read/grammar.h"

enum { SUPPORT_REACH = 12, PARTICIPANT_REACH = 4 };

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
			!token_is(&tokens->p[i + 1], S("of")) ||
			!token_is(&tokens->p[i + 2], S("the")))
			continue;
		for (size_t k = i + 3; k < name.to; k++)
			if (lexicon_at(tokens, k, name.to, LEXICON_ORGAN))
				return (struct range){i + 3, name.to};
	}
	return name;
}

// A word of support stands before the name, in the same sentence and not too far.
static bool is_supported(const struct reading *r, size_t begin, size_t at)
{
	size_t from = at > begin + SUPPORT_REACH ? at - SUPPORT_REACH : begin;
	for (size_t i = at; i > from; i--) {
		if (role_at(&r->tokens, i - 1, at, ROLE_SUPPORT))
			return true;
		// Support to the meeting of a body is not support to the body.
		if (lexicon_at(&r->tokens, i - 1, at, LEXICON_ACTIVITY))
			return false;
	}
	return false;
}

// The next such mark at or behind `i`; `end` when there is none.
static size_t mark_behind(const struct tokens *tokens, size_t i, size_t end, char mark)
{
	while (i < end && !token_is_mark(&tokens->p[i], mark))
		i++;
	return i;
}

// "a request received from the Secretariat"
static bool is_received_from(const struct tokens *tokens, struct range name, struct range sentence)
{
	size_t before = name.from;
	if (before > sentence.from && grammar_determiner(tokens, before - 1, name.from))
		before--;
	if (before <= sentence.from + 2)
		return false;
	bool from = token_is(&tokens->p[before - 1], S("from")) ||
		token_is(&tokens->p[before - 1], S("by"));
	return from && grammar_has_role(tokens, before - 3, before - 1, ROLE_REQUEST);
}

// "(DAU - requesting authority)" behind a name; "Benin requested assistance".
static bool says_requested(const struct reading *r, struct range name, struct range sentence)
{
	const struct tokens *tokens = &r->tokens;
	size_t i = name.to;
	if (is_received_from(tokens, name, sentence))
		return true;
	if (i < sentence.to && token_is_mark(&tokens->p[i], '(')) {
		size_t close = mark_behind(tokens, i, sentence.to, ')');
		if (grammar_has_role(tokens, i, close, ROLE_REQUEST))
			return true;
		i = close + 1;
	}
	// "The Ministry - in its role as coordinator - requested MIEUX assistance"
	if (i < sentence.to && token_is_mark(&tokens->p[i], '-'))
		i = mark_behind(tokens, i + 1, sentence.to, '-') + 1;
	return i < sentence.to &&
		(token_is(&tokens->p[i], S("requested")) || token_is(&tokens->p[i], S("asked")));
}

// The first body in the sentence that asks, or, when `supported` is wanted, that is helped.
static bool requester_in(struct reading *r, struct range sentence, bool supported)
{
	for (size_t i = sentence.from; i < sentence.to;) {
		struct range name;
		bool is_collective = body_is_collective(r, i, sentence.to, &name);
		if (!is_collective && !body_at(r, i, sentence.to, &name)) {
			i++;
			continue;
		}
		i = name.to;
		bool is_known = !is_collective &&
			lexicon_at(&r->tokens, name.from, name.to, LEXICON_BODY) &&
			lexicon_at(&r->tokens, name.from, name.to, LEXICON_BODY)->word_n ==
				name.to - name.from;
		bool fits = supported ? is_supported(r, sentence.from, name.from) && !is_known
				      : says_requested(r, name, sentence);
		if (!fits)
			continue;
		requester_set(r, whole_body(r, name),
			is_collective ? S("collective") : S("named-body"),
			supported ? CERTAINTY_INFERRED : CERTAINTY_STATED,
			supported ? S("requester.supported") : S("requester.stated"));
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
		if (i < end && token_is(&tokens->p[i], S("and")))
			i++;
	}
	return to;
}

// "requests received from Benin, Guinea-Bissau and Togo": countries that ask together.
static bool requester_countries(struct reading *r, struct range sentence)
{
	const struct tokens *tokens = &r->tokens;
	for (size_t i = sentence.from; i + 3 < sentence.to; i++) {
		if (!token_is(&tokens->p[i], S("requests")))
			continue;
		size_t from = i + 1;
		while (from < i + 3 && !token_is(&tokens->p[from], S("from")))
			from++;
		size_t to = places_end(tokens, from + 1, sentence.to);
		if (from == i + 3 || to == from + 1)
			continue;
		requester_set(r, (struct range){from + 1, to}, S("collective"), CERTAINTY_STATED,
			S("requester.countries"));
		return true;
	}
	return false;
}

static void requester_find(struct reading *r)
{
	struct range field = r->field[LABEL_REQUESTER];
	if (field.from < field.to) {
		requester_set(r, field, S("named-body"), CERTAINTY_STATED, S("requester.field"));
		return;
	}
	for (size_t i = 0; i < r->sentences.n; i++)
		if (requester_in(r, r->sentences.p[i], false) ||
			requester_countries(r, r->sentences.p[i]))
			return;
	for (size_t i = 0; i < r->sentences.n; i++)
		if (requester_in(r, r->sentences.p[i], true))
			return;
}

static bool is_listed(const struct entry_texts *list, struct str text)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_eq_nocase(list->p[i].text, text))
			return true;
	return false;
}

static void partner_add(struct reading *r, struct range name)
{
	struct entry_text partner = reading_text(r, name, CERTAINTY_STATED, S("partner"));
	if (!is_listed(&r->entry->partners, partner.text))
		VEC_ADD(r->mem, &r->entry->partners, partner);
}

// 'and the "Direction de la Coopération Internationale"': a name in quotes beside another.
static bool quoted_name(const struct tokens *tokens, size_t i, size_t end, struct range *ret_name)
{
	if (i + 3 >= end || !token_is(&tokens->p[i], S("and")))
		return false;
	i += token_is(&tokens->p[i + 1], S("the")) ? 2 : 1;
	if (!token_is_mark(&tokens->p[i], '"'))
		return false;
	for (size_t k = i + 1; k < end; k++)
		if (token_is_mark(&tokens->p[k], '"')) {
			*ret_name = (struct range){i + 1, k};
			return k > i + 1;
		}
	return false;
}

// Whether a known body that stands at `i` takes part: not the Union as such, nor a body that
// somebody works for, nor half of a compound ("EU-Africa").
static bool takes_part(const struct tokens *tokens, const struct lexicon_entry *body, size_t i,
	struct range sentence)
{
	if (str_eq(body->note, S("regional-organisation")) || str_eq(body->value, S("EU")) ||
		str_eq(body->value, S("UN")))
		return false;
	size_t behind = i + body->word_n;
	if (behind < sentence.to && tokens->p[behind].gap == '-')
		return false;
	size_t before = i;
	if (before > sentence.from && token_is(&tokens->p[before - 1], S("the")))
		before--;
	return before == sentence.from || !token_is(&tokens->p[before - 1], S("for"));
}

// Bodies from outside that take part: named beside a word of joining in.
static void partners_in(struct reading *r, struct range sentence)
{
	const struct tokens *tokens = &r->tokens;
	if (!grammar_has_role(tokens, sentence.from, sentence.to, ROLE_MEET))
		return;
	for (size_t i = sentence.from; i < sentence.to; i++) {
		const struct lexicon_entry *body = lexicon_at(tokens, i, sentence.to, LEXICON_BODY);
		struct range quoted;
		if (!body || !tokens->p[i].upper || !takes_part(tokens, body, i, sentence))
			continue;
		size_t behind = i + body->word_n;
		partner_add(r, (struct range){i, behind});
		if (quoted_name(tokens, behind, sentence.to, &quoted))
			partner_add(r, quoted);
		i = behind - 1;
	}
}

static void country_add(struct reading *r, struct str iso2, struct span span)
{
	if (iso2.n == 0 || str_eq(iso2, r->entry->iso2) ||
		is_listed(&r->entry->countries_involved, iso2))
		return;
	span.certainty = CERTAINTY_INFERRED;
	VEC_ADD(r->mem, &r->entry->countries_involved,
		((struct entry_text){.text = iso2, .span = span}));
}

static bool speaks_of_lending(const struct reading *r, struct range sentence)
{
	return grammar_has_word(&r->tokens, sentence.from, sentence.to, S("deployed")) ||
		grammar_has_word(&r->tokens, sentence.from, sentence.to, S("experts"));
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
	return i > 1 && token_is(&tokens->p[i - 1], S("of")) &&
		token_is_mark(&tokens->p[i - 2], '"');
}

// The countries that the words name; those that only lend experts are left out where the words
// speak of lending.
static void countries_in(struct reading *r, struct range range)
{
	bool lends = speaks_of_lending(r, range);
	for (size_t i = range.from; i < range.to; i++) {
		const struct lexicon_entry *place = lexicon_at(
			&r->tokens, i, range.to, LEXICON_COUNTRY);
		if (!place || !r->tokens.p[i].upper)
			continue;
		struct range words = {i, i + place->word_n};
		if (!(lends && is_lender(r, place->value)) && !is_owner(&r->tokens, i))
			country_add(r, place->value,
				reading_span(r, words, CERTAINTY_INFERRED, S("country.text")));
		i += place->word_n - 1;
	}
}

// Countries of heading and text are beneficiaries or participants of a regional action; for the
// action of one country only those where something took place count.
static void countries_find(struct reading *r)
{
	struct entry *entry = r->entry;
	if (entry->iso2.n == 0) {
		countries_in(r, r->place);
		for (size_t i = 0; i < r->sentences.n; i++)
			countries_in(r, r->sentences.p[i]);
	}
	for (size_t i = 0; i < entry->activities.n; i++)
		country_add(r, entry->activities.p[i].iso2, entry->activities.p[i].place_span);
}

// A number before a noun of those who attend: "over 250 national stakeholders".
static void participants_find(struct reading *r)
{
	const struct tokens *tokens = &r->tokens;
	for (size_t s = 0; s < r->sentences.n; s++) {
		struct range sentence = r->sentences.p[s];
		for (size_t i = sentence.from; i < sentence.to; i++) {
			const struct token *token = &tokens->p[i];
			if (token->kind != TOKEN_NUMBER || token->value < 2 || token->gap != ' ')
				continue;
			for (size_t k = i + 1; k < sentence.to && k <= i + PARTICIPANT_REACH; k++) {
				if (!grammar_in_phrase(tokens, k, sentence.to))
					break;
				if (!lexicon_at(tokens, k, sentence.to, LEXICON_PEOPLE))
					continue;
				bool over = i > sentence.from &&
					(token_is(token - 1, S("over")) ||
						token_is(token - 1, S("about")));
				struct range words = {over ? i - 1 : i, k + 1};
				r->entry->participants = (struct entry_participants){
					.count = token->value,
					.quote = reading_str(r, words),
					.span = reading_span(
						r, words, CERTAINTY_STATED, S("participants")),
				};
				return;
			}
		}
	}
}

void partner_find_all(struct reading *reading)
{
	requester_find(reading);
	for (size_t i = 0; i < reading->sentences.n; i++)
		partners_in(reading, reading->sentences.p[i]);
	countries_find(reading);
	participants_find(reading);
}
