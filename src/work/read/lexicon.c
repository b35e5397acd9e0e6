// SPDX-License-Identifier: EUPL-1.2
// lexicon — finds the phrases of all vocabularies in a token stream.

#include "work/read/lexicon.h"

#include "model/code.h"
#include "model/country.h"
#include "work/read/gazetteer.h"
#include "work/read/vocabulary.h"

enum { PHRASE_WORDS_MAX = 12, BUILDING_MEMORY_MAX = 256 * 1024 * 1024 };

// What one row of a table says; texts are those of the table.
struct row {
	enum lexicon_kind kind;
	enum tongue tongue;
	struct str phrase, value, note;
	int number;
	bool exact;
};

// A word while the lexicon is built, with every phrase that begins with it.
struct draft {
	struct str word;
	struct lexicon_word *made;
	VEC(const struct lexicon_entry *) entries;
};

struct building {
	struct arena *mem;
	struct lexicon *lexicon;
	struct arena *tmp;
	struct map drafts; // of struct draft
	VEC(struct draft *) order;
};

static void entry_add(struct building *b, const struct lexicon_entry *entry)
{
	struct draft *draft = map_get(&b->drafts, entry->words[0]);
	if (!draft) {
		draft = NEW(b->tmp, struct draft);
		draft->word = entry->words[0];
		map_put(b->tmp, &b->drafts, draft->word, draft);
		VEC_ADD(b->tmp, &b->order, draft);
	}
	VEC_ADD(b->tmp, &draft->entries, entry);
}

static void row_add(struct building *b, struct row row)
{
	struct tokens tokens = {0};
	struct str words[PHRASE_WORDS_MAX];
	size_t n = 0;
	tokens_add(b->mem, &tokens, row.phrase, 0, row.phrase.n);
	for (size_t i = 0; i < tokens.n && n < PHRASE_WORDS_MAX; i++)
		if (tokens.p[i].kind != TOKEN_MARK)
			words[n++] = tokens.p[i].fold;
	if (n == 0)
		return;
	struct lexicon_entry *entry = NEW(b->mem, struct lexicon_entry);
	*entry = (struct lexicon_entry){.kind = row.kind,
		.words = NEW_ARRAY(b->mem, struct str, n),
		.word_n = n,
		.tongue = row.tongue,
		.value = row.value,
		.note = row.note,
		.number = row.number,
		.exact = row.exact};
	for (size_t i = 0; i < n; i++)
		entry->words[i] = words[i];
	entry_add(b, entry);
}

struct subject {
	enum lexicon_kind kind;
	const struct read_word *words;
	const size_t *n;
	bool is_everywhere; // looked for in texts of every language
};

static const struct subject subjects[] = {
	{LEXICON_LABEL, read_label_table, &read_label_table_n, true},
	{LEXICON_DATE, read_date_table, &read_date_table_n, true},
	{LEXICON_THEME, read_theme_table, &read_theme_table_n, false},
	{LEXICON_ACTIVITY, read_activity_table, &read_activity_table_n, false},
	{LEXICON_NUMBER, read_number_table, &read_number_table_n, false},
	{LEXICON_EXPERT, read_expert_table, &read_expert_table_n, false},
	{LEXICON_OUTPUT, read_output_table, &read_output_table_n, false},
	{LEXICON_ORGAN, read_organ_table, &read_organ_table_n, false},
	{LEXICON_PEOPLE, read_people_table, &read_people_table_n, false},
};

static void words_add(struct building *b)
{
	for (size_t s = 0; s < sizeof subjects / sizeof *subjects; s++)
		for (size_t i = 0; i < *subjects[s].n; i++) {
			const struct read_word *word = &subjects[s].words[i];
			row_add(b,
				(struct row){.kind = subjects[s].kind,
					.tongue = subjects[s].is_everywhere ? TONGUE_N
									    : tongue_of(word->lang),
					.phrase = word->phrase,
					.value = word->value});
		}
}

static void roles_add(
	struct building *b, enum lexicon_kind kind, const struct read_role *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		row_add(b,
			(struct row){.kind = kind,
				.tongue = tongue_of(words[i].lang),
				.phrase = words[i].phrase,
				.number = (int)words[i].role});
}

static bool is_acronym(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < 'A' || s.p[i] > 'Z')
			return false;
	return s.n > 0;
}

static void countries_add(struct building *b)
{
	for (size_t i = 0; i < country_table_n; i++) {
		const struct country *c = &country_table[i];
		const struct row rows[] = {
			{LEXICON_COUNTRY, TONGUE_N, c->name_en, c->iso2, STR_EMPTY, 0, false},
			{LEXICON_COUNTRY, TONGUE_N, c->name_fr, c->iso2, STR_EMPTY, 0, false},
			{LEXICON_COUNTRY, TONGUE_N, c->name_ar, c->iso2, STR_EMPTY, 0, false},
			{LEXICON_COUNTRY, TONGUE_N, c->name_es, c->iso2, STR_EMPTY, 0, false},
			{LEXICON_COUNTRY, TONGUE_N, c->name_pt, c->iso2, STR_EMPTY, 0, false},
			{LEXICON_COUNTRY, TONGUE_N, c->name_ru, c->iso2, STR_EMPTY, 0, false},
		};
		for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
			row_add(b, rows[k]);
	}
	for (size_t i = 0; i < country_alias_table_n; i++)
		row_add(b,
			(struct row){.kind = LEXICON_COUNTRY,
				.tongue = TONGUE_N,
				.phrase = country_alias_table[i].name,
				.value = country_alias_table[i].iso2,
				.exact = is_acronym(country_alias_table[i].name)});
	for (size_t i = 0; i < read_demonym_table_n; i++)
		row_add(b,
			(struct row){.kind = LEXICON_DEMONYM,
				.tongue = tongue_of(read_demonym_table[i].lang),
				.phrase = read_demonym_table[i].word,
				.value = read_demonym_table[i].iso2,
				.note = read_demonym_table[i].kind});
}

static void cities_add(struct building *b)
{
	for (size_t i = 0; i < read_city_table_n; i++) {
		const struct read_city *city = &read_city_table[i];
		struct row row = {.kind = LEXICON_CITY,
			.tongue = TONGUE_N,
			.phrase = city->name,
			.value = city->iso2};
		row_add(b, row);
		struct str_split split = {.rest = city->alias, .sep = '|'};
		while (city->alias.n && str_next(&split, &row.phrase))
			row_add(b, row);
	}
}

static void regions_add(struct building *b)
{
	for (size_t i = 0; i < region_table_n; i++) {
		const struct code *r = &region_table[i];
		const struct str names[] = {
			r->name_en, r->name_fr, r->name_ar, r->name_es, r->name_pt, r->name_ru};
		for (size_t k = 0; k < sizeof names / sizeof *names; k++)
			row_add(b,
				(struct row){.kind = LEXICON_REGION,
					.tongue = TONGUE_N,
					.phrase = names[k],
					.value = r->slug,
					.note = r->group});
	}
}

static void bodies_add(struct building *b)
{
	for (size_t i = 0; i < read_body_table_n; i++) {
		const struct read_body *body = &read_body_table[i];
		const struct str names[] = {
			body->acronym, body->name_en, body->name_fr, body->name_ar};
		for (size_t k = 0; k < sizeof names / sizeof *names; k++)
			row_add(b,
				(struct row){.kind = LEXICON_BODY,
					.tongue = TONGUE_N,
					.phrase = names[k],
					.value = body->acronym,
					.note = body->kind});
	}
}

static void months_add(struct building *b)
{
	for (size_t i = 0; i < read_month_table_n; i++)
		row_add(b,
			(struct row){.kind = LEXICON_MONTH,
				.tongue = TONGUE_N,
				.phrase = read_month_table[i].word,
				.value = STR_EMPTY,
				.note = STR_EMPTY,
				.number = read_month_table[i].month});
}

static bool is_role(const struct lexicon_entry *entry)
{
	return entry->kind == LEXICON_FUNCTION || entry->kind == LEXICON_VERB;
}

// The view of the draft's word in a text of the language, or of none in particular.
static const struct lexicon_view *view_new(
	struct building *b, const struct draft *draft, enum tongue tongue)
{
	struct lexicon_view *view = NEW(b->mem, struct lexicon_view);
	const struct lexicon_entry **entry = NEW_ARRAY(
		b->mem, const struct lexicon_entry *, draft->entries.n);
	for (size_t i = 0; i < draft->entries.n; i++) {
		const struct lexicon_entry *new = draft->entries.p[i];
		if (new->tongue != TONGUE_N &&new->tongue != tongue)
			continue;
		size_t at = view->n++;
		for (; at > 0 && entry[at - 1]->word_n < new->word_n; at--)
			entry[at] = entry[at - 1];
		entry[at] = new;
		view->kinds |= 1u << new->kind;
		if (is_role(new)) {
			view->roles |= UINT64_C(1) << new->number;
			if (new->word_n == 1)
				view->alone |= UINT64_C(1) << new->number;
		}
	}
	view->entry = entry;
	return view;
}

// One view serves every language in which the word means nothing of its own.
static void word_finish(struct building *b, struct draft *draft)
{
	struct lexicon_word *word = NEW(b->mem, struct lexicon_word);
	bool is_own[TONGUE_N + 1] = {false};
	for (size_t i = 0; i < draft->entries.n; i++) {
		const struct lexicon_entry *entry = draft->entries.p[i];
		is_own[entry->tongue] = true;
		if (entry->kind == LEXICON_FUNCTION && entry->word_n == 1)
			word->small_in |= (uint8_t)(1u << entry->tongue);
	}
	const struct lexicon_view *common = view_new(b, draft, TONGUE_N);
	for (int k = 0; k < TONGUE_N; k++)
		word->of[k] = is_own[k] ? view_new(b, draft, (enum tongue)k) : common;
	map_put(b->mem, &b->lexicon->first, draft->word, word);
}

_Static_assert(ROLE_N <= 64, "the roles of a word are the bits of a uint64_t");

static void arena_done(struct arena **mem)
{
	arena_free(*mem);
}

const struct lexicon *lexicon_new(struct arena *mem)
{
	struct arena *tmp CLEANUP(arena_done) = arena_new(BUILDING_MEMORY_MAX);
	struct building b = {.mem = mem, .lexicon = NEW(mem, struct lexicon), .tmp = tmp};
	words_add(&b);
	roles_add(&b, LEXICON_FUNCTION, read_function_table, read_function_table_n);
	roles_add(&b, LEXICON_VERB, read_verb_table, read_verb_table_n);
	months_add(&b);
	countries_add(&b);
	cities_add(&b);
	regions_add(&b);
	bodies_add(&b);
	for (size_t i = 0; i < b.order.n; i++)
		word_finish(&b, b.order.p[i]);
	return b.lexicon;
}

void lexicon_mark(const struct lexicon *lexicon, struct tokens *tokens, size_t from)
{
	for (size_t i = from; i < tokens->n; i++)
		if (tokens->p[i].kind != TOKEN_MARK)
			tokens->p[i].word = map_get(&lexicon->first, tokens->p[i].fold);
}

static bool entry_matches(
	const struct lexicon_entry *entry, const struct tokens *tokens, size_t i, size_t end)
{
	if (i + entry->word_n > end || (entry->exact && !tokens->p[i].all_upper))
		return false;
	for (size_t k = 1; k < entry->word_n; k++) {
		const struct token *token = &tokens->p[i + k];
		if (token->starts_line || (entry->exact && !token->all_upper) ||
			!str_eq(token->fold, entry->words[k]))
			return false;
	}
	return true;
}

const struct lexicon_entry *lexicon_at(
	const struct tokens *tokens, size_t i, size_t end, enum lexicon_kind kind)
{
	const struct lexicon_view *view = lexicon_view(tokens, i);
	for (size_t k = 0; view->kinds & 1u << kind && k < view->n; k++)
		if (view->entry[k]->kind == kind && entry_matches(view->entry[k], tokens, i, end))
			return view->entry[k];
	return NULL;
}

size_t lexicon_is(
	const struct tokens *tokens, size_t i, size_t end, enum lexicon_kind kind, struct str value)
{
	const struct lexicon_view *view = i < end ? lexicon_view(tokens, i) : NULL;
	for (size_t k = 0; view && view->kinds & 1u << kind && k < view->n; k++)
		if (view->entry[k]->kind == kind && str_eq(view->entry[k]->value, value) &&
			entry_matches(view->entry[k], tokens, i, end))
			return view->entry[k]->word_n;
	return 0;
}

size_t role_at(const struct tokens *tokens, size_t i, size_t end, enum role role)
{
	const struct lexicon_view *view = i < end ? lexicon_view(tokens, i) : NULL;
	if (!view || !(view->roles >> role & 1u))
		return 0;
	for (size_t k = 0; k < view->n; k++)
		if (is_role(view->entry[k]) && view->entry[k]->number == (int)role &&
			entry_matches(view->entry[k], tokens, i, end))
			return view->entry[k]->word_n;
	return 0;
}
