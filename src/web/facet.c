// SPDX-License-Identifier: EUPL-1.2
// facet — one row for each criterion, and for each small closed list of values.
#include "web/facet.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "model/code.h"
#include "model/country.h"

struct str facet_title(const struct lang *lang, enum portfolio_facet facet)
{
	switch (facet) {
	case FACET_COUNTRY:
		return lang_text(lang, _("Country"));
	case FACET_REGION:
		return lang_text(lang, _("Region"));
	case FACET_THEME:
		return lang_text(lang, _("Theme"));
	case FACET_TYPE:
		return lang_text(lang, _("Activity"));
	case FACET_YEAR:
		return lang_text(lang, _("Year"));
	case FACET_STATUS:
		return lang_text(lang, _("Status"));
	case FACET_EXPERT:
		return lang_text(lang, _("Experts from"));
	case FACET_KIND:
		return lang_text(lang, _("For"));
	case FACET_HAS:
		return lang_text(lang, _("With"));
	case FACET_NONE:
	case FACET_END:
		break;
	}
	return STR_EMPTY;
}

static struct str status_name(const struct lang *lang, struct str value)
{
	if (str_eq(value, S("ongoing")))
		return lang_text(lang, _("ongoing"));
	if (str_eq(value, S("ended")))
		return lang_text(lang, _("ended"));
	return str_eq(value, S("unknown")) ? lang_text(lang, _("no duration printed")) : value;
}

static struct str kind_name(const struct lang *lang, struct str value)
{
	if (str_eq(value, S("country")))
		return lang_text(lang, _("one country"));
	if (str_eq(value, S("regional")))
		return lang_text(lang, _("several countries"));
	if (str_eq(value, S("regional-organisation")))
		return lang_text(lang, _("a regional organisation"));
	return str_eq(value, S("region")) ? lang_text(lang, _("a region")) : value;
}

static struct str has_name(const struct lang *lang, struct str value)
{
	const struct {
		struct str value, name;
	} names[] = {
		{S("held"), lang_text(lang, _("activities held"))},
		{S("planned"), lang_text(lang, _("activities planned"))},
		{S("outputs"), lang_text(lang, _("outputs named"))},
		{S("experts"), lang_text(lang, _("experts named"))},
		{S("participants"), lang_text(lang, _("participants counted"))},
		{S("host"), lang_text(lang, _("a host country"))},
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_eq(names[i].value, value))
			return names[i].name;
	return value;
}

static struct str country_value_name(const struct lang *lang, struct str value)
{
	int country = country_index(value);

	return country == COUNTRY_NONE ? value : country_name(country, lang->code);
}

struct str facet_value_name(const struct lang *lang, enum portfolio_facet facet, struct str value)
{
	switch (facet) {
	case FACET_COUNTRY:
	case FACET_EXPERT:
		return country_value_name(lang, value);
	case FACET_REGION:
		return code_name_of(&code_regions, value, lang->code);
	case FACET_THEME:
		return code_name_of(&code_themes, value, lang->code);
	case FACET_TYPE:
		return code_name_of(&code_activity_types, value, lang->code);
	case FACET_STATUS:
		return status_name(lang, value);
	case FACET_KIND:
		return kind_name(lang, value);
	case FACET_HAS:
		return has_name(lang, value);
	case FACET_YEAR:
	case FACET_NONE:
	case FACET_END:
		break;
	}
	return value;
}

struct str facet_choice_words(
	struct arena *mem, const struct lang *lang, const struct filter_choice *choice)
{
	const struct lang_arg args[] = {{S("criterion"), facet_title(lang, choice->facet)},
		{S("value"), facet_value_name(lang, choice->facet, choice->value)}};

	return lang_fill(mem, lang_text(lang, _("{criterion}: {value}")), args, 2);
}

// The regions of the United Nations bear names that others bear too, so they are not offered.
static struct str region_at(size_t i)
{
	if (i >= region_table_n || str_eq(region_table[i].group, S("m49")))
		return STR_EMPTY;
	return region_table[i].slug;
}

// The value that stands for an index of portfolio_facet_counts; empty when there is none.
static struct str value_at(
	struct arena *mem, const struct portfolio *p, enum portfolio_facet facet, size_t i)
{
	static const struct str statuses[] = {
		S_INIT("ongoing"), S_INIT("ended"), S_INIT("unknown")};

	switch (facet) {
	case FACET_COUNTRY:
	case FACET_EXPERT:
		return i < country_table_n ? country_table[i].iso2 : STR_EMPTY;
	case FACET_REGION:
		return region_at(i);
	case FACET_THEME:
		return i < theme_table_n ? theme_table[i].slug : STR_EMPTY;
	case FACET_TYPE:
		return i < activity_type_table_n ? activity_type_table[i].slug : STR_EMPTY;
	case FACET_YEAR:
		return str_of_int(mem, p->year_first + (int64_t)i);
	case FACET_STATUS:
		return i < sizeof statuses / sizeof *statuses ? statuses[i] : STR_EMPTY;
	case FACET_KIND:
	case FACET_HAS:
	case FACET_NONE:
	case FACET_END:
		break;
	}
	return STR_EMPTY;
}

static bool is_chosen(const struct filter *filter, enum portfolio_facet facet, struct str value)
{
	for (size_t i = 0; i < filter->choices.n; i++)
		if (filter->choices.p[i].facet == facet &&
			str_eq(filter->choices.p[i].value, value))
			return true;
	return false;
}

struct option_order {
	int64_t number;
	struct str key; // decides where numbers are the same
	struct facet_option option;
};

static int cmp_options(const void *a, const void *b)
{
	const struct option_order *x = a, *y = b;

	if (x->number != y->number)
		return x->number < y->number ? -1 : 1;
	return str_cmp(x->key, y->key);
}

// What options are sorted by: countries by the order of their language, closed lists as they
// stand, years backwards, names by their letters.
static void set_order(struct arena *mem, const struct lang *lang, enum portfolio_facet facet,
	size_t i, struct option_order *order)
{
	order->key = STR_EMPTY;
	if (facet == FACET_COUNTRY || facet == FACET_EXPERT)
		order->number = country_rank((int)i, lang->code);
	else if (facet == FACET_YEAR)
		order->number = -(int64_t)i;
	else if (facet == FACET_STATUS)
		order->number = (int64_t)i;
	else
		order->key = utf8_fold(mem, order->option.name);
}

struct facet_options facet_options_left(struct arena *mem, const struct lang *lang,
	const struct portfolio *p, const struct filter *filter, enum portfolio_facet facet)
{
	int64_t counts[FACET_VALUES_MAX];
	VEC(struct option_order) order = {0};
	struct facet_options options = {0};

	if (filter->is_impossible)
		return options;
	portfolio_facet_counts(p, &filter->passes, facet, counts);
	for (size_t i = 0; i < FACET_VALUES_MAX; i++) {
		if (!counts[i])
			continue;
		struct str value = value_at(mem, p, facet, i);
		if (!value.n || is_chosen(filter, facet, value))
			continue;
		struct str name = facet_value_name(lang, facet, value);
		struct option_order one = {.option = {value, name, counts[i]}};
		set_order(mem, lang, facet, i, &one);
		VEC_ADD(mem, &order, one);
	}
	if (order.n > 1)
		qsort(order.p, order.n, sizeof *order.p, cmp_options);
	for (size_t i = 0; i < order.n; i++)
		VEC_ADD(mem, &options, order.p[i].option);
	return options;
}
