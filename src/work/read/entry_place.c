// SPDX-License-Identifier: EUPL-1.2
// entry_place — the place of an entry that prints no heading: from the page's name, or its text.

#include "work/read/entry_place.h"

#include "model/code.h"
#include "model/country.h"

enum {
	WEIGHT_NAME = 2,
	WEIGHT_OTHER = 1,     // a demonym, a town
	WEIGHT_FIRST = 1,     // more, in the first sentence
	WEIGHT_ASKED = 6,     // more, before a verb of asking
	WEIGHT_REQUESTER = 4, // in the field of the requester
	ASKED_REACH = 16,     // tokens up to that verb
};

// The country that a word with a capital names or belongs to, with the weight of that.
static int country_at(
	const struct tokens *tokens, size_t i, size_t end, int *ret_weight, size_t *ret_n)
{
	static const enum lexicon_kind kinds[] = {LEXICON_COUNTRY, LEXICON_DEMONYM, LEXICON_CITY};
	*ret_n = 1;
	bool may_name = tokens->p[i].upper || token_is_caseless(&tokens->p[i]);
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		const struct lexicon_entry *entry = lexicon_at(tokens, i, end, kinds[k]);
		if (!entry || !(may_name || kinds[k] == LEXICON_DEMONYM))
			continue;
		*ret_n = entry->word_n;
		*ret_weight = kinds[k] == LEXICON_COUNTRY ? WEIGHT_NAME : WEIGHT_OTHER;
		return country_index(entry->value);
	}
	return COUNTRY_NONE;
}

static bool asks(const struct tokens *tokens, size_t i, size_t end)
{
	end = end - i > ASKED_REACH ? i + ASKED_REACH : end;
	for (; i < end; i++)
		if (role_at(tokens, i, end, ROLE_REQUEST))
			return true;
	return false;
}

// Adds the weight of every country named among the tokens; names in brackets are examples.
static void weigh(
	const struct tokens *tokens, struct range range, int more, bool is_prose, int *weights)
{
	int depth = 0;
	for (size_t i = range.from; i < range.to;) {
		int weight = 0;
		size_t n;
		int country = country_at(tokens, i, range.to, &weight, &n);
		depth += token_is_mark(&tokens->p[i], '(') - token_is_mark(&tokens->p[i], ')');
		depth = depth < 0 ? 0 : depth;
		if (country != COUNTRY_NONE && depth == 0) {
			bool is_asking = is_prose && asks(tokens, i + n, range.to);
			weights[country] += weight + more + (is_asking ? WEIGHT_ASKED : 0);
		}
		i += n;
	}
}

static bool is_lender(struct str iso2)
{
	for (size_t i = 0; i < region_member_table_n; i++)
		if (str_eq(region_member_table[i].slug, S("european-union")) &&
			str_eq(region_member_table[i].iso2, iso2))
			return true;
	return false;
}

// Where the prose does not say: the one country among those of the experts that only receives.
static int country_of_experts(const struct reading *r)
{
	struct range field = r->field[LABEL_EXPERTS];
	int found = COUNTRY_NONE;
	for (size_t i = field.from; i < field.to;) {
		int weight;
		size_t n;
		int country = country_at(&r->tokens, i, field.to, &weight, &n);
		i += n;
		if (country == COUNTRY_NONE || is_lender(country_table[country].iso2))
			continue;
		if (found != COUNTRY_NONE)
			return COUNTRY_NONE;
		found = country;
	}
	return found;
}

static int country_of_text(struct reading *r)
{
	int *weights = NEW_ARRAY(r->mem, int, country_table_n);
	int best = COUNTRY_NONE;
	weigh(&r->tokens, r->field[LABEL_REQUESTER], WEIGHT_REQUESTER, false, weights);
	for (size_t i = 0; i < r->sentences.n; i++)
		weigh(&r->tokens, r->sentences.p[i], i == 0 ? WEIGHT_FIRST : 0, true, weights);
	for (int i = 0; i < (int)country_table_n; i++)
		if (weights[i] && (best == COUNTRY_NONE || weights[i] > weights[best]))
			best = i;
	return best == COUNTRY_NONE ? country_of_experts(r) : best;
}

// The first words that name the country, before those that only belong to it.
static struct range words_of(const struct reading *r, struct str iso2)
{
	static const enum lexicon_kind kinds[] = {LEXICON_COUNTRY, LEXICON_DEMONYM, LEXICON_CITY};
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
		for (size_t i = 0; i < r->tokens.n; i++) {
			const struct lexicon_entry *entry = lexicon_at(
				&r->tokens, i, r->tokens.n, kinds[k]);
			if (entry && str_eq(entry->value, iso2) &&
				(r->tokens.p[i].upper || token_is_caseless(&r->tokens.p[i]) ||
					kinds[k] == LEXICON_DEMONYM))
				return (struct range){i, i + entry->word_n};
		}
	return (struct range){0, 0};
}

static void place_set(struct reading *r, int country, struct str rule)
{
	struct str iso2 = country_table[country].iso2;
	struct range words = words_of(r, iso2);
	bool is_named = words.to > words.from &&
		lexicon_at(&r->tokens, words.from, words.to, LEXICON_COUNTRY);
	if (words.to == words.from)
		words = (struct range){0, r->tokens.n ? 1 : 0};
	r->entry->place = reading_text(r, words, CERTAINTY_INFERRED, rule);
	if (!is_named)
		r->entry->place.text = country_name(country, tongue_code(r->tokens.tongue));
	else
		r->place = words;
	r->entry->place_kind = S("country");
	r->entry->iso2 = iso2;
}

void entry_place_infer(struct reading *reading, const struct page_name *name)
{
	int country = name && name->iso2.n ? country_index(name->iso2) : COUNTRY_NONE;
	if (country != COUNTRY_NONE) {
		place_set(reading, country, S("page.name"));
		reading->entry->phase = name->phase;
		if (name->phase)
			reading->entry->phase_span = reading->entry->place.span;
		return;
	}
	country = country_of_text(reading);
	if (country == COUNTRY_NONE)
		return;
	place_set(reading, country, S("place.most-named"));
	reading_warn(reading, reading->place, S("place.most-named"),
		"no heading and no name of the page tells the place: taken to be %" PRIstr
		", which the text speaks of most; check it",
		STR(reading->entry->place.text));
}
