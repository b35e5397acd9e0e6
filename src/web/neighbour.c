// SPDX-License-Identifier: EUPL-1.2
// neighbour — one pass over the portfolio; nothing is sorted but the few that are shown.
#include "web/neighbour.h"

#include "web/links.h"
#include "web/parts.h"

enum { COUNTRY_MAX = 8, THEME_MAX = 5 };

static void add(struct visit *v, struct neighbour_list *list, const struct portfolio_action *a)
{
	if (!a)
		return;
	struct str place = parts_place(v->lang, a->iso2, a->place);
	VEC_ADD(v->mem, list,
		((struct neighbour){action_label_of(v->mem, place, a->phase), a->title,
			link_action(v->mem, v->lang, a->slug)}));
}

static int shared_themes(const struct portfolio_action *a, const struct portfolio_action *b)
{
	struct bitset shared = a->themes;

	for (size_t i = 0; i < sizeof shared.word / sizeof *shared.word; i++)
		shared.word[i] &= b->themes.word[i];
	return bitset_count(&shared);
}

// The best few so far, the best first; of equals the earlier stays before the later.
struct best {
	const struct portfolio_action *action[THEME_MAX];
	int score[THEME_MAX];
	size_t n;
};

static void keep_best(struct best *best, const struct portfolio_action *a, int score)
{
	size_t at = best->n;

	while (at > 0 && best->score[at - 1] < score)
		at--;
	if (!score || at == THEME_MAX)
		return;
	if (best->n < THEME_MAX)
		best->n++;
	for (size_t i = best->n - 1; i > at; i--) {
		best->action[i] = best->action[i - 1];
		best->score[i] = best->score[i - 1];
	}
	best->action[at] = a;
	best->score[at] = score;
}

struct neighbours neighbour_find(struct visit *v, const struct portfolio_action *action)
{
	const struct portfolio_action *before = NULL, *behind = NULL;
	struct neighbours found = {.position = 1};
	struct best best = {.n = 0};

	for (size_t i = 0; i < v->portfolio->n; i++) {
		const struct portfolio_action *a = &v->portfolio->action[i];
		int order = portfolio_cmp_place(a, action);
		if (a == action)
			continue;
		found.position += order < 0;
		if (order < 0 && (!before || portfolio_cmp_place(a, before) > 0))
			before = a;
		if (order > 0 && (!behind || portfolio_cmp_place(a, behind) < 0))
			behind = a;
		if (action->iso2.n && str_eq(a->iso2, action->iso2)) {
			if (found.country.n < COUNTRY_MAX)
				add(v, &found.country, a);
			continue;
		}
		keep_best(&best, a, shared_themes(a, action));
	}
	add(v, &found.around, before);
	add(v, &found.around, behind);
	for (size_t i = 0; i < best.n; i++)
		add(v, &found.theme, best.action[i]);
	return found;
}
