// SPDX-License-Identifier: EUPL-1.2
// parts — the few texts that the views of several pages share.
#include "web/parts.h"

#include "format/date_text.h"
#include "model/code.h"
#include "model/country.h"

struct str parts_place(const struct lang *lang, struct str iso2, struct str place)
{
	int country = iso2.n ? country_index(iso2) : COUNTRY_NONE;

	if (country != COUNTRY_NONE)
		return country_name(country, lang->code);
	for (size_t i = 0; i < region_table_n; i++)
		if (str_eq(region_table[i].name_en, place))
			return code_name(&region_table[i], lang->code);
	return place;
}

struct str parts_ordinal(struct arena *mem, int64_t phase)
{
	return str_trim(action_label_of(mem, STR_EMPTY, phase));
}

static struct str label_of(
	struct arena *mem, const struct lang *lang, const struct portfolio_action *action)
{
	return action_label_of(mem, parts_place(lang, action->iso2, action->place), action->phase);
}

struct str parts_title(
	struct arena *mem, const struct lang *lang, const struct portfolio_action *action)
{
	return action->title.n ? action->title : label_of(mem, lang, action);
}

struct str parts_heading(
	struct arena *mem, const struct lang *lang, const struct portfolio_action *action)
{
	struct str label = label_of(mem, lang, action);

	if (!action->title.n)
		return label;
	// Isolated (UAX 9), so that its quotes and brackets keep their sides in a line of Arabic.
	struct str joint = lang_text(lang, _(": "));
	if (lang->is_rtl)
		return str_format(mem, "%" PRIstr "%" PRIstr "\u2068%" PRIstr "\u2069", STR(label),
			STR(joint), STR(action->title));
	return str_format(
		mem, "%" PRIstr "%" PRIstr "%" PRIstr, STR(label), STR(joint), STR(action->title));
}

bool parts_is_foreign(const struct lang *lang)
{
	return !str_eq(lang->code, S("en"));
}

struct str parts_as_of(struct arena *mem, const struct lang *lang, const struct portfolio *p)
{
	if (date_cmp(p->as_of_first, p->as_of) == 0)
		return date_text(mem, lang, p->as_of);
	return date_text_period(
		mem, lang, (struct period){.start = p->as_of_first, .end = p->as_of});
}

struct date parts_as_of_line(const struct portfolio *p)
{
	return date_cmp(p->as_of_first, p->as_of) == 0 ? p->as_of : (struct date){0};
}

struct legend parts_legend(struct arena *mem, const struct lang *lang,
	const struct strip_signs *signs, struct date as_of)
{
	struct legend legend = {.signs = *signs};

	for (size_t i = 0; i < activity_family_table_n; i++)
		if (i < sizeof signs->family / sizeof *signs->family && signs->family[i])
			VEC_ADD(mem, &legend.families,
				((struct legend_family){activity_family_table[i].slug,
					code_name(&activity_family_table[i], lang->code)}));
	if (signs->as_of)
		legend.as_of = date_text(mem, lang, as_of);
	else
		legend.as_of = STR_EMPTY;
	return legend;
}
