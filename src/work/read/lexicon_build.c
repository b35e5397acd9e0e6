// SPDX-License-Identifier: EUPL-1.2
// lexicon_build — the lexicon from the tables that are compiled in.

#include "work/read/lexicon_table.h"

#include "base/map.h"
#include "model/code.h"
#include "model/country.h"
#include "work/read/gazetteer.h"
#include "work/read/vocabulary.h"

enum {
	PHRASE_WORDS_MAX = 12,
	MONTH_SHORT = 3,
	BUILDING_MEMORY_MAX = 256 * 1024 * 1024,
	SLOTS_MIN = 16,
	ROLE_NONE_BEHIND = UINT8_MAX, // of no phrase
	SMALL_WEIGHT = 2, // of a small word for its language, beside that of any of its words
};

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
	struct map drafts;    // of struct draft
	struct tokens tokens; // of one phrase after the other
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
	struct tokens *tokens = &b->tokens;
	struct str words[PHRASE_WORDS_MAX];
	size_t n = 0;
	tokens->n = 0;
	tokens_add(b->mem, tokens, row.phrase, 0, row.phrase.n);
	for (size_t i = 0; i < tokens->n && n < PHRASE_WORDS_MAX; i++)
		if (tokens->p[i].kind != TOKEN_MARK)
			words[n++] = tokens->p[i].fold;
	if (n == 0)
		return;
	struct lexicon_entry *entry = NEW(b->mem, struct lexicon_entry);
	*entry = (struct lexicon_entry){.kind = row.kind,
		.words = NEW_ARRAY(b->mem, struct str, n),
		.hash = NEW_ARRAY(b->mem, uint32_t, n),
		.word_n = n,
		.tongue = row.tongue,
		.value = row.value,
		.note = row.note,
		.number = row.number,
		.exact = row.exact};
	for (size_t i = 0; i < n; i++) {
		entry->words[i] = words[i];
		entry->hash[i] = token_word_hash(words[i]);
	}
	entry_add(b, entry);
}

struct subject {
	const struct read_word *words;
	const size_t *n;
	enum lexicon_kind kind;
	bool is_everywhere; // looked for in texts of every language
};

static const struct subject subjects[] = {
	{read_label_table, &read_label_table_n, LEXICON_LABEL, true},
	{read_theme_table, &read_theme_table_n, LEXICON_THEME, false},
	{read_activity_table, &read_activity_table_n, LEXICON_ACTIVITY, false},
	{read_deed_table, &read_deed_table_n, LEXICON_DEED, false},
	{read_number_table, &read_number_table_n, LEXICON_NUMBER, false},
	{read_expert_table, &read_expert_table_n, LEXICON_EXPERT, false},
	{read_output_table, &read_output_table_n, LEXICON_OUTPUT, false},
	{read_organ_table, &read_organ_table_n, LEXICON_ORGAN, false},
	{read_people_table, &read_people_table_n, LEXICON_PEOPLE, false},
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
				.value = words[i].role_name,
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

static void city_add(struct building *b, const struct read_city *city)
{
	struct row row = {.kind = LEXICON_CITY,
		.tongue = TONGUE_N,
		.phrase = city->name,
		.value = city->iso2};
	row_add(b, row);
	struct str_split split = {.rest = city->alias, .sep = '|'};
	while (city->alias.n && str_next(&split, &row.phrase))
		row_add(b, row);
}

// Capitals first: of towns of one name, the first is meant where nothing else tells.
static void cities_add(struct building *b)
{
	for (int capitals = 1; capitals >= 0; capitals--)
		for (size_t i = 0; i < read_city_table_n; i++)
			if (str_eq(read_city_table[i].rank, S("capital")) == capitals)
				city_add(b, &read_city_table[i]);
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

static void body_add(struct building *b, const struct read_body *body, struct str name, bool exact)
{
	row_add(b,
		(struct row){.kind = LEXICON_BODY,
			.tongue = TONGUE_N,
			.phrase = name,
			.value = body->acronym,
			.note = body->kind,
			.exact = exact});
}

// Names first: of bodies of one abbreviation the one whose own it is comes before the others.
static void bodies_add(struct building *b)
{
	for (size_t i = 0; i < read_body_table_n; i++) {
		const struct read_body *body = &read_body_table[i];
		const struct str names[] = {
			body->acronym, body->name_en, body->name_fr, body->name_ar};
		for (size_t k = 0; k < sizeof names / sizeof *names; k++)
			body_add(b, body, names[k], false);
	}
	for (size_t i = 0; i < read_body_table_n; i++) {
		struct str_split split = {.rest = read_body_table[i].alias, .sep = '|'};
		struct str alias;
		while (read_body_table[i].alias.n && str_next(&split, &alias))
			body_add(b, &read_body_table[i], alias, is_acronym(alias));
	}
}

// French, Spanish and Portuguese share letters with English, where their short words of dates mean
// something else: "in January 2012 a data bank". The others mean the same wherever they stand.
static enum tongue date_tongue(enum tongue own)
{
	return own == TONGUE_FR || own == TONGUE_ES || own == TONGUE_PT ? own : TONGUE_N;
}

static void dates_add(struct building *b)
{
	for (size_t i = 0; i < read_date_table_n; i++)
		row_add(b,
			(struct row){.kind = LEXICON_DATE,
				.tongue = date_tongue(tongue_of(read_date_table[i].lang)),
				.phrase = read_date_table[i].phrase,
				.value = read_date_table[i].word_name,
				.number = (int)read_date_table[i].word});
}

// Names of months are the same in every text, but short ones are words of another language: "out".
static void months_add(struct building *b)
{
	for (size_t i = 0; i < read_month_table_n; i++) {
		const struct read_month *month = &read_month_table[i];
		row_add(b,
			(struct row){.kind = LEXICON_MONTH,
				.tongue = month->word.n > MONTH_SHORT
					? TONGUE_N
					: date_tongue(tongue_of(month->lang)),
				.phrase = month->word,
				.value = month->lang,
				.number = (int)month->month});
	}
}

static bool is_role(const struct lexicon_entry *entry)
{
	return entry->kind == LEXICON_FUNCTION || entry->kind == LEXICON_VERB ||
		entry->kind == LEXICON_CUE;
}

static struct lexicon_item item_of(const struct lexicon_entry *entry)
{
	return (struct lexicon_item){.entry = entry,
		.second = entry->word_n > 1 ? entry->hash[1] : 0,
		.kind = (uint8_t)entry->kind,
		.word_n = (uint8_t)entry->word_n,
		.number = (uint8_t)entry->number,
		.is_plain = entry->word_n == 1 && !entry->exact};
}

static bool stands_behind(const struct lexicon_item *item, const struct lexicon_entry *entry)
{
	if (item->kind != entry->kind)
		return item->kind > entry->kind;
	return item->word_n < entry->word_n;
}

// Where the items of each kind begin, what values there are, and how they go on.
static void view_finish(struct lexicon_view *view)
{
	for (size_t i = 0; i < view->n; i++) {
		view->from[view->item[i].kind + 1] = (uint16_t)(i + 1);
		if (view->item[i].word_n > 1)
			view->seconds |= lexicon_second_bit(view->item[i].second);
		view->values |= lexicon_value_bit(view->item[i].entry->value);
	}
	for (size_t kind = 1; kind <= LEXICON_KIND_N; kind++)
		if (view->from[kind] < view->from[kind - 1])
			view->from[kind] = view->from[kind - 1];
	for (size_t kind = 0; kind < LEXICON_KIND_N; kind++) {
		uint16_t at = view->from[kind + 1];
		while (at > view->from[kind] && view->item[at - 1].word_n == 1)
			at--;
		view->single[kind] = at;
	}
}

// The items with a role, by their role, longest first, and behind them one of no role.
static const struct lexicon_item *roles_of(struct building *b, const struct lexicon_view *view)
{
	if (!view->any.roles && !view->any.rare)
		return NULL;
	size_t n = 0;
	struct lexicon_item *item = NEW_ARRAY(b->mem, struct lexicon_item, view->n + 1);
	for (size_t i = 0; i < view->n; i++) {
		const struct lexicon_item *new = &view->item[i];
		if (!is_role(new->entry))
			continue;
		size_t at = n++;
		for (; at > 0 &&
			(item[at - 1].number > new->number ||
				(item[at - 1].number ==
					new->number &&item[at - 1].word_n < new->word_n));
			at--)
			item[at] = item[at - 1];
		item[at] = *new;
	}
	item[n].number = ROLE_NONE_BEHIND;
	return item;
}

static void bits_add(struct lexicon_bits *bits, const struct lexicon_entry *entry)
{
	bits->kinds |= LEXICON_BIT(entry->kind);
	if (!is_role(entry))
		return;
	bits->roles |= ROLE_BIT(entry->number);
	bits->rare |= ROLE_RARE_BIT(entry->number);
}

// The view of the draft's word in a text of the language, or of none in particular.
static const struct lexicon_view *view_new(
	struct building *b, const struct draft *draft, enum tongue tongue)
{
	struct lexicon_view *view = NEW(b->mem, struct lexicon_view);
	struct lexicon_item *item = NEW_ARRAY(b->mem, struct lexicon_item, draft->entries.n);
	for (size_t i = 0; i < draft->entries.n; i++) {
		const struct lexicon_entry *entry = draft->entries.p[i];
		if (entry->tongue != TONGUE_N && entry->tongue != tongue)
			continue;
		size_t at = view->n++;
		for (; at > 0 && stands_behind(&item[at - 1], entry); at--)
			item[at] = item[at - 1];
		item[at] = item_of(entry);
		bits_add(&view->any, entry);
		if (entry->word_n == 1)
			bits_add(&view->alone, entry);
		if (entry->kind == LEXICON_DATE)
			view->dates |= WORD_BIT(entry->number);
	}
	view->item = item;
	view_finish(view);
	view->role = roles_of(b, view);
	return view;
}

// One view serves every language in which the word means nothing of its own.
static void word_finish(struct building *b, struct draft *draft)
{
	struct lexicon_word *word = NEW(b->mem, struct lexicon_word);
	bool is_own[TONGUE_N + 1] = {false}, is_small[TONGUE_N + 1] = {false};
	for (size_t i = 0; i < draft->entries.n; i++) {
		const struct lexicon_entry *entry = draft->entries.p[i];
		is_own[entry->tongue] = true;
		is_small[entry->tongue] |= entry->kind == LEXICON_FUNCTION && entry->word_n == 1;
	}
	const struct lexicon_view *common = view_new(b, draft, TONGUE_N);
	for (enum tongue k = 0; k < TONGUE_N; k++)
		word->tongues += tongue_weight(k, is_own[k] + (is_small[k] ? SMALL_WEIGHT : 0u));
	for (int k = 0; k < TONGUE_N; k++)
		word->of[k] = is_own[k] ? view_new(b, draft, (enum tongue)k) : common;
	draft->made = word;
}

// The words in a table by their hash, at most half full, and the filter before it.
static void lexicon_fill(struct building *b)
{
	size_t room = SLOTS_MIN;
	while (room < 2 * b->order.n)
		room *= 2;
	struct lexicon_slot *slot = NEW_ARRAY(b->mem, struct lexicon_slot, room);
	uint64_t *filter = NEW_ARRAY(b->mem, uint64_t, (1u << FILTER_BITS) / 64);
	for (size_t i = 0; i < b->order.n; i++) {
		const struct draft *draft = b->order.p[i];
		uint32_t hash = token_word_hash(draft->word), bit = hash >> (32 - FILTER_BITS);
		size_t at = hash & (room - 1);
		while (slot[at].word)
			at = (at + 1) & (room - 1);
		slot[at] = (struct lexicon_slot){.head = head_of(draft->word),
			.word = draft->made,
			.key = draft->word.p,
			.hash = hash,
			.n = (uint32_t)draft->word.n};
		filter[bit / 64] |= UINT64_C(1) << bit % 64;
	}
	b->lexicon->slot = slot;
	b->lexicon->slot_mask = room - 1;
	b->lexicon->filter = filter;
}

_Static_assert(ROLE_N <= 2 * ROLE_RARE, "the roles of a word are the bits of two uint64_t");
_Static_assert(WORD_N <= 32, "the jobs of a word of dates are the bits of a uint32_t");

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
	roles_add(&b, LEXICON_CUE, read_cue_table, read_cue_table_n);
	roles_add(&b, LEXICON_CUE, read_context_table, read_context_table_n);
	dates_add(&b);
	months_add(&b);
	countries_add(&b);
	cities_add(&b);
	regions_add(&b);
	bodies_add(&b);
	for (size_t i = 0; i < b.order.n; i++)
		word_finish(&b, b.order.p[i]);
	lexicon_fill(&b);
	return b.lexicon;
}
