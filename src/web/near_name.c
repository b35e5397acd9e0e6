// SPDX-License-Identifier: EUPL-1.2
// near_name — walks the tables of names; a few thousand short comparisons for one search.
#include "web/near_name.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "model/code.h"
#include "model/country.h"
#include "web/country_tally.h"
#include "web/links.h"

enum {
	FOUND_MAX = 8,         // names of each kind
	LETTERS_MIN = 3,       // shorter queries begin too many names
	WORD_MAX = 40,         // longer words are not compared letter by letter
	TITLES_MAX = 20 * 1000 // actions whose titles give words
};

static bool begins_one_of(struct str word, const struct search_words *of)
{
	for (size_t i = 0; i < of->n; i++)
		if (str_starts(of->p[i], word))
			return true;
	return false;
}

static bool is_one_of(struct str word, const struct search_words *of)
{
	for (size_t i = 0; i < of->n; i++)
		if (str_eq(of->p[i], word))
			return true;
	return false;
}

static bool fits_as_written(struct arena *mem, struct str name, const struct search_words *query)
{
	struct search_words words = search_words_of(mem, name);
	bool all_begin = query->n > 0, all_inside = words.n > 0;

	for (size_t i = 0; i < query->n; i++)
		all_begin = all_begin && begins_one_of(query->p[i], &words);
	for (size_t i = 0; i < words.n; i++)
		all_inside = all_inside && is_one_of(words.p[i], query);
	return all_begin || all_inside;
}

static bool fits(struct arena *mem, struct str name, const struct search_words *query)
{
	struct str folded = utf8_fold(mem, name);
	struct buf closed = buf_new(mem, folded.n + 1);

	if (fits_as_written(mem, name, query))
		return true;
	if (str_find_char(folded, '\'', 0) == STR_NONE)
		return false;
	// "Cote dIvoire" is typed by those who leave the apostrophe out.
	for (size_t i = 0; i < folded.n; i++)
		if (folded.p[i] != '\'')
			buf_add_char(&closed, folded.p[i]);
	return fits_as_written(mem, buf_str(&closed), query);
}

static bool any_fits(
	struct arena *mem, const struct str *names, size_t n, const struct search_words *query)
{
	for (size_t i = 0; i < n; i++)
		if (names[i].n && fits(mem, names[i], query))
			return true;
	return false;
}

// The countries by their names, then by their other spellings.
static struct bitset countries_named(
	struct arena *mem, struct str query, const struct search_words *words)
{
	struct bitset found = {0};

	for (size_t i = 0; i < country_table_n; i++) {
		const struct country *c = &country_table[i];
		const struct str names[] = {
			c->name_en, c->name_fr, c->name_ar, c->name_es, c->name_pt, c->name_ru};
		if (any_fits(mem, names, sizeof names / sizeof *names, words))
			bitset_add(&found, (int)i);
	}
	for (size_t i = 0; i < country_alias_table_n; i++) {
		const struct country_alias *alias = &country_alias_table[i];
		if (alias->exact ? str_eq(alias->name, query) : fits(mem, alias->name, words))
			bitset_add(&found, country_index(alias->iso2));
	}
	return found;
}

static struct bitset codes_named(
	struct arena *mem, const struct code_list *list, const struct search_words *words)
{
	struct bitset found = {0};

	for (size_t i = 0; i < *list->n; i++) {
		const struct code *c = &list->code[i];
		const struct str names[] = {
			c->name_en, c->name_fr, c->name_ar, c->name_es, c->name_pt, c->name_ru};
		if (any_fits(mem, names, sizeof names / sizeof *names, words))
			bitset_add(&found, (int)i);
	}
	return found;
}

// Codes that hold an action, with their numbers.
static struct index_list links_to_codes(struct visit *v, const struct code_list *list,
	const struct bitset *found, enum portfolio_facet facet)
{
	static const struct portfolio_filter everything;
	int64_t counts[FACET_VALUES_MAX];
	struct index_list links = {0};

	portfolio_facet_counts(v->portfolio, &everything, facet, counts);
	for (int i = bitset_next(found, 0); i >= 0; i = bitset_next(found, i + 1)) {
		struct str slug = list->code[i].slug;
		if (counts[i] && links.n < FOUND_MAX)
			VEC_ADD(v->mem, &links,
				((struct index_item){
					.name = code_name(&list->code[i], v->lang->code),
					.url = facet == FACET_THEME
						? link_theme(v->mem, v->lang, slug)
						: link_region(v->mem, v->lang, slug),
					.n = counts[i]}));
	}
	return links;
}

static struct index_list links_to_countries(struct visit *v, const struct bitset *found)
{
	const struct country_tally *tally = country_tally_of(v->mem, v->portfolio, NULL);
	const int *order = country_tally_order(v->mem, v->lang->code);
	struct index_list links = {0};

	for (size_t i = 0; i < country_table_n && links.n < FOUND_MAX; i++)
		if (bitset_has(found, order[i]))
			VEC_ADD(v->mem, &links,
				((struct index_item){.name = country_name(order[i], v->lang->code),
					.url = link_country(
						v->mem, v->lang, country_table[order[i]].iso2),
					.n = tally[order[i]].served}));
	return links;
}

struct near_names near_names_of(struct visit *v, struct str query)
{
	struct search_words words = search_words_of(v->mem, query);
	struct near_names near = {0};

	if (utf8_count(query) < LETTERS_MIN)
		return near;
	SCRATCH(tmp);
	struct bitset countries = countries_named(tmp, query, &words);
	struct bitset themes = codes_named(tmp, &v->portfolio->themes, &words);
	struct bitset regions = codes_named(tmp, &v->portfolio->regions, &words);
	near.countries = links_to_countries(v, &countries);
	near.themes = links_to_codes(v, &v->portfolio->themes, &themes, FACET_THEME);
	near.regions = links_to_codes(v, &v->portfolio->regions, &regions, FACET_REGION);
	return near;
}

static size_t least(size_t a, size_t b, size_t c)
{
	size_t ab = a < b ? a : b;

	return ab < c ? ab : c;
}

// How many letters must be changed, added or left out; bytes stand for letters, which for what is
// folded is nearly true.
static size_t distance(struct str a, struct str b)
{
	size_t row[WORD_MAX + 1];

	for (size_t k = 0; k <= b.n; k++)
		row[k] = k;
	for (size_t i = 0; i < a.n; i++) {
		size_t diagonal = row[0];
		row[0] = i + 1;
		for (size_t k = 0; k < b.n; k++) {
			size_t changed = diagonal + (a.p[i] != b.p[k]);
			diagonal = row[k + 1];
			row[k + 1] = least(changed, row[k] + 1, diagonal + 1);
		}
	}
	return row[b.n];
}

struct nearest {
	struct arena *mem;
	struct str word, best;
	size_t away;   // of the best
	bool is_known; // the register has words that begin so
};

static void look_at(struct nearest *n, struct str text)
{
	SCRATCH(tmp);
	struct search_words words = search_words_of(tmp, text);

	for (size_t i = 0; i < words.n; i++) {
		struct str w = words.p[i];
		n->is_known |= str_starts(w, n->word);
		if (w.n > WORD_MAX || w.n < LETTERS_MIN || n->word.n > WORD_MAX)
			continue;
		size_t away = distance(n->word, w);
		if (away < n->away) {
			n->away = away;
			n->best = str_copy(n->mem, w);
		}
	}
}

static void look_at_register(struct visit *v, struct nearest *n)
{
	for (size_t i = 0; i < v->portfolio->n && i < TITLES_MAX; i++) {
		const struct portfolio_action *a = &v->portfolio->action[i];
		look_at(n, a->title);
		look_at(n, parts_place(v->lang, a->iso2, a->place));
	}
	for (size_t i = 0; i < theme_table_n; i++) {
		look_at(n, theme_table[i].name_en);
		look_at(n, code_name(&v->portfolio->themes.code[i], v->lang->code));
	}
}

struct str near_name_query(struct visit *v, struct str query)
{
	struct search_words words = search_words_of(v->mem, query);
	struct buf b = buf_new(v->mem, 4096);
	bool is_changed = false;

	for (size_t i = 0; i < words.n; i++) {
		struct nearest n = {.mem = v->mem,
			.word = words.p[i],
			.best = words.p[i],
			.away = words.p[i].n < 6 ? 2 : 3};
		look_at_register(v, &n);
		if (b.n)
			buf_add_char(&b, ' ');
		buf_add(&b, n.is_known ? words.p[i] : n.best);
		is_changed |= !n.is_known && !str_eq(n.best, words.p[i]);
	}
	return is_changed ? buf_str(&b) : STR_EMPTY;
}
