// SPDX-License-Identifier: EUPL-1.2
// theme_find — what an action is about, from its title and objective alone.

#include "work/read/theme_find.h"

#include "model/code.h"
#include "work/read/body_find.h"

enum { THEMES_MAX = 64 };

// Where each theme was found first, by its index in the closed list; equal ends: nowhere.
struct themes {
	struct range where[THEMES_MAX];
};

static void theme_take(struct themes *themes, struct str slug, struct range words)
{
	for (size_t k = 0; k < theme_table_n && k < THEMES_MAX; k++)
		if (themes->where[k].from == themes->where[k].to &&
			str_eq(theme_table[k].slug, slug))
			themes->where[k] = words;
}

static void themes_in(
	const struct reading *r, struct range range, bool skip_bodies, struct themes *themes)
{
	// Where names of bodies are told by their capitals, no other word may begin one.
	bool by_capital = !tongue_words_behind(r->tokens.tongue);
	uint32_t kinds = LEXICON_BIT(LEXICON_THEME) | (skip_bodies ? LEXICON_CAPITAL : 0);
	for (size_t i = range.from; i < range.to;) {
		struct range body;
		if (by_capital || !skip_bodies)
			i = lexicon_next(&r->tokens, i, range.to, kinds);
		if (i == range.to)
			break;
		if (skip_bodies && body_at(r, i, range.to, &body)) {
			i = body.to;
			continue;
		}
		const struct lexicon_entry *entry[LEXICON_LONGEST_MAX];
		size_t n = lexicon_all(&r->tokens, i, range.to, LEXICON_THEME, entry);
		size_t to = n ? i + entry[0]->word_n : i + 1;
		for (size_t k = 0; k < n; k++)
			theme_take(themes, entry[k]->value, (struct range){i, to});
		i = to;
	}
}

void theme_find_all(struct reading *reading)
{
	struct themes themes = {0};
	themes_in(reading, reading->title, false, &themes);
	themes_in(reading, reading->field[LABEL_OBJECTIVE], true, &themes);
	themes_in(reading, reading->field[LABEL_AREA], false, &themes);
	for (size_t i = 0; i < THEMES_MAX && i < theme_table_n; i++) {
		if (themes.where[i].from == themes.where[i].to)
			continue;
		struct entry_text theme = {.text = theme_table[i].slug,
			.span = reading_span(
				reading, themes.where[i], CERTAINTY_INFERRED, S("theme"))};
		VEC_ADD(reading->mem, &reading->entry->themes, theme);
	}
}
