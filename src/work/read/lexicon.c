// SPDX-License-Identifier: EUPL-1.2
// lexicon — finds the phrases of all vocabularies in a token stream.

#include "work/read/lexicon.h"

#include "model/code.h"
#include "model/country.h"
#include "work/read/gazetteer.h"
#include "work/read/vocabulary.h"

enum { PHRASE_WORDS_MAX = 12 };

// What one row of a table says; texts are those of the table.
struct row {
	enum lexicon_kind kind;
	struct str lang, phrase, value, note;
	int number;
	bool exact;
};

// All phrases with the same first word.
struct chain {
	const struct lexicon_entry *longest;
	uint32_t kinds;
};

// Puts the entry into its chain, before the first that is shorter.
static void chain_add(struct arena *mem, struct map *first, struct lexicon_entry *entry)
{
	struct chain *chain = map_get(first, entry->words[0]);
	if (!chain) {
		chain = NEW(mem, struct chain);
		map_put(mem, first, entry->words[0], chain);
	}
	chain->kinds |= 1u << entry->kind;
	const struct lexicon_entry **at = &chain->longest;
	while (*at && (*at)->word_n >= entry->word_n)
		at = (const struct lexicon_entry **)&(*at)->next;
	entry->next = *at;
	*at = entry;
}

static void row_add(struct arena *mem, struct lexicon *lexicon, struct row row)
{
	struct tokens tokens = {0};
	tokens_add(mem, &tokens, row.phrase, 0, row.phrase.n);
	struct str words[PHRASE_WORDS_MAX];
	size_t n = 0;
	for (size_t i = 0; i < tokens.n && n < PHRASE_WORDS_MAX; i++)
		if (tokens.p[i].kind != TOKEN_MARK)
			words[n++] = tokens.p[i].fold;
	if (n == 0)
		return;
	struct lexicon_entry *entry = NEW(mem, struct lexicon_entry);
	*entry = (struct lexicon_entry){.kind = row.kind,
		.words = NEW_ARRAY(mem, struct str, n),
		.word_n = n,
		.lang = row.lang,
		.value = row.value,
		.note = row.note,
		.number = row.number,
		.exact = row.exact};
	for (size_t i = 0; i < n; i++)
		entry->words[i] = words[i];
	chain_add(mem, &lexicon->first, entry);
}

struct subject {
	enum lexicon_kind kind;
	const struct read_word *words;
	const size_t *n;
};

static const struct subject subjects[] = {
	{LEXICON_LABEL, read_label_table, &read_label_table_n},
	{LEXICON_DATE, read_date_table, &read_date_table_n},
	{LEXICON_THEME, read_theme_table, &read_theme_table_n},
	{LEXICON_ACTIVITY, read_activity_table, &read_activity_table_n},
	{LEXICON_FUNCTION, read_function_table, &read_function_table_n},
	{LEXICON_VERB, read_verb_table, &read_verb_table_n},
	{LEXICON_NUMBER, read_number_table, &read_number_table_n},
	{LEXICON_EXPERT, read_expert_table, &read_expert_table_n},
	{LEXICON_OUTPUT, read_output_table, &read_output_table_n},
	{LEXICON_ORGAN, read_organ_table, &read_organ_table_n},
	{LEXICON_PEOPLE, read_people_table, &read_people_table_n},
};

static void words_add(struct arena *mem, struct lexicon *lexicon)
{
	for (size_t s = 0; s < sizeof subjects / sizeof *subjects; s++)
		for (size_t i = 0; i < *subjects[s].n; i++)
			row_add(mem, lexicon,
				(struct row){.kind = subjects[s].kind,
					.lang = subjects[s].words[i].lang,
					.phrase = subjects[s].words[i].phrase,
					.value = subjects[s].words[i].value});
}

static bool is_acronym(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < 'A' || s.p[i] > 'Z')
			return false;
	return s.n > 0;
}

static void countries_add(struct arena *mem, struct lexicon *lexicon)
{
	for (size_t i = 0; i < country_table_n; i++) {
		const struct country *c = &country_table[i];
		const struct row rows[] = {
			{LEXICON_COUNTRY, S("en"), c->name_en, c->iso2, STR_EMPTY, 0, false},
			{LEXICON_COUNTRY, S("fr"), c->name_fr, c->iso2, STR_EMPTY, 0, false},
			{LEXICON_COUNTRY, S("ar"), c->name_ar, c->iso2, STR_EMPTY, 0, false},
			{LEXICON_COUNTRY, S("es"), c->name_es, c->iso2, STR_EMPTY, 0, false},
			{LEXICON_COUNTRY, S("pt"), c->name_pt, c->iso2, STR_EMPTY, 0, false},
			{LEXICON_COUNTRY, S("ru"), c->name_ru, c->iso2, STR_EMPTY, 0, false},
		};
		for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
			row_add(mem, lexicon, rows[k]);
	}
	for (size_t i = 0; i < country_alias_table_n; i++)
		row_add(mem, lexicon,
			(struct row){.kind = LEXICON_COUNTRY,
				.lang = country_alias_table[i].lang,
				.phrase = country_alias_table[i].name,
				.value = country_alias_table[i].iso2,
				.exact = is_acronym(country_alias_table[i].name)});
	for (size_t i = 0; i < read_demonym_table_n; i++)
		row_add(mem, lexicon,
			(struct row){.kind = LEXICON_DEMONYM,
				.lang = read_demonym_table[i].lang,
				.phrase = read_demonym_table[i].word,
				.value = read_demonym_table[i].iso2,
				.note = read_demonym_table[i].kind});
}

static void cities_add(struct arena *mem, struct lexicon *lexicon)
{
	for (size_t i = 0; i < read_city_table_n; i++) {
		const struct read_city *city = &read_city_table[i];
		struct row row = {.kind = LEXICON_CITY, .phrase = city->name, .value = city->iso2};
		row_add(mem, lexicon, row);
		struct str_split split = {.rest = city->alias, .sep = '|'};
		while (city->alias.n && str_next(&split, &row.phrase))
			row_add(mem, lexicon, row);
	}
}

static void regions_add(struct arena *mem, struct lexicon *lexicon)
{
	for (size_t i = 0; i < region_table_n; i++) {
		const struct code *r = &region_table[i];
		const struct str names[] = {
			r->name_en, r->name_fr, r->name_ar, r->name_es, r->name_pt, r->name_ru};
		for (size_t k = 0; k < sizeof names / sizeof *names; k++)
			row_add(mem, lexicon,
				(struct row){.kind = LEXICON_REGION,
					.phrase = names[k],
					.value = r->slug,
					.note = r->group});
	}
}

static void bodies_add(struct arena *mem, struct lexicon *lexicon)
{
	for (size_t i = 0; i < read_body_table_n; i++) {
		const struct read_body *body = &read_body_table[i];
		const struct str names[] = {
			body->acronym, body->name_en, body->name_fr, body->name_ar};
		for (size_t k = 0; k < sizeof names / sizeof *names; k++)
			row_add(mem, lexicon,
				(struct row){.kind = LEXICON_BODY,
					.phrase = names[k],
					.value = body->acronym,
					.note = body->kind});
	}
}

static void months_add(struct arena *mem, struct lexicon *lexicon)
{
	for (size_t i = 0; i < read_month_table_n; i++)
		row_add(mem, lexicon,
			(struct row){.kind = LEXICON_MONTH,
				.lang = read_month_table[i].lang,
				.phrase = read_month_table[i].word,
				.value = STR_EMPTY,
				.note = STR_EMPTY,
				.number = read_month_table[i].month});
}

const struct lexicon *lexicon_new(struct arena *mem)
{
	struct lexicon *lexicon = NEW(mem, struct lexicon);
	words_add(mem, lexicon);
	months_add(mem, lexicon);
	countries_add(mem, lexicon);
	cities_add(mem, lexicon);
	regions_add(mem, lexicon);
	bodies_add(mem, lexicon);
	return lexicon;
}

void lexicon_mark(const struct lexicon *lexicon, struct tokens *tokens, size_t from)
{
	for (size_t i = from; i < tokens->n; i++) {
		struct token *token = &tokens->p[i];
		if (token->kind == TOKEN_MARK)
			continue;
		const struct chain *chain = map_get(&lexicon->first, token->fold);
		if (chain) {
			token->phrases = chain->longest;
			token->kinds = chain->kinds;
		}
	}
}

static bool entry_matches(
	const struct lexicon_entry *entry, const struct tokens *tokens, size_t i, size_t end)
{
	if (i + entry->word_n > end)
		return false;
	for (size_t k = 0; k < entry->word_n; k++) {
		const struct token *token = &tokens->p[i + k];
		if (k > 0 && token->starts_line)
			return false;
		if (entry->exact && !token->all_upper)
			return false;
		if (!str_eq(token->fold, entry->words[k]))
			return false;
	}
	return true;
}

const struct lexicon_entry *lexicon_at(
	const struct tokens *tokens, size_t i, size_t end, enum lexicon_kind kind)
{
	if (!(tokens->p[i].kinds & 1u << kind))
		return NULL;
	for (const struct lexicon_entry *entry = tokens->p[i].phrases; entry; entry = entry->next)
		if (entry->kind == kind && entry_matches(entry, tokens, i, end))
			return entry;
	return NULL;
}

size_t lexicon_is(
	const struct tokens *tokens, size_t i, size_t end, enum lexicon_kind kind, struct str value)
{
	if (i >= end || !(tokens->p[i].kinds & 1u << kind))
		return 0;
	for (const struct lexicon_entry *entry = tokens->p[i].phrases; entry; entry = entry->next)
		if (entry->kind == kind && str_eq(entry->value, value) &&
			entry_matches(entry, tokens, i, end))
			return entry->word_n;
	return 0;
}
