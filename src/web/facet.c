// SPDX-License-Identifier: EUPL-1.2
// facet — one row for each criterion, and for each small closed list of values.
#include "web/facet.h"

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

struct str facet_value_name(const struct portfolio *p, const struct lang *lang,
	enum portfolio_facet facet, struct str value)
{
	switch (facet) {
	case FACET_COUNTRY:
	case FACET_EXPERT:
		return country_value_name(lang, value);
	case FACET_REGION:
		return code_name_of(&p->regions, value, lang->code);
	case FACET_THEME:
		return code_name_of(&p->themes, value, lang->code);
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

struct str facet_choice_words(struct arena *mem, const struct portfolio *p, const struct lang *lang,
	const struct filter_choice *choice)
{
	const struct lang_arg args[] = {{S("criterion"), facet_title(lang, choice->facet)},
		{S("value"), facet_value_name(p, lang, choice->facet, choice->value)}};

	return lang_fill(mem, lang_text(lang, _("{criterion}: {value}")), args, 2);
}

// The regions of the United Nations bear names that others bear too, so they are not offered.
static bool is_offered(size_t region)
{
	return !str_eq(region_table[region].group, S("m49"));
}

static const struct code_list *list_of(const struct portfolio *p, enum portfolio_facet facet)
{
	if (facet == FACET_THEME)
		return &p->themes;
	return facet == FACET_REGION ? &p->regions : &code_activity_types;
}

// The value and its name that stand for an index of portfolio_facet_counts; none is empty.
static void set_value(struct arena *mem, const struct lang *lang, const struct portfolio *p,
	enum portfolio_facet facet, size_t i, struct facet_option *option)
{
	static const struct str statuses[] = {
		S_INIT("ongoing"), S_INIT("ended"), S_INIT("unknown")};

	option->value = STR_EMPTY;
	switch (facet) {
	case FACET_COUNTRY:
	case FACET_EXPERT:
		if (i >= country_table_n)
			return;
		option->value = country_table[i].iso2;
		option->name = country_name((int)i, lang->code);
		break;
	case FACET_REGION:
	case FACET_THEME:
	case FACET_TYPE:
		if (i >= *list_of(p, facet)->n || (facet == FACET_REGION && !is_offered(i)))
			return;
		option->value = list_of(p, facet)->code[i].slug;
		option->name = code_name(&list_of(p, facet)->code[i], lang->code);
		break;
	case FACET_YEAR:
		option->value = option->name = str_of_int(mem, p->year_first + (int64_t)i);
		break;
	case FACET_STATUS:
		if (i >= sizeof statuses / sizeof *statuses)
			return;
		option->value = statuses[i];
		option->name = status_name(lang, statuses[i]);
		break;
	case FACET_KIND:
	case FACET_HAS:
	case FACET_NONE:
	case FACET_END:
		break;
	}
}

static bool is_chosen(const struct filter *filter, enum portfolio_facet facet, struct str value)
{
	for (size_t i = 0; i < filter->choices.n; i++)
		if (filter->choices.p[i].facet == facet &&
			str_eq(filter->choices.p[i].value, value))
			return true;
	return false;
}

// Options while they are put into their order: `at` says which comes first, second ...
struct option_order {
	struct facet_option option[FACET_VALUES_MAX];
	int64_t number[FACET_VALUES_MAX];
	struct str key[FACET_VALUES_MAX]; // decides where numbers are the same
	uint16_t at[FACET_VALUES_MAX];
	uint16_t n;
};

static bool is_before(const struct option_order *o, size_t a, size_t b)
{
	return o->number[a] != o->number[b] ? o->number[a] < o->number[b]
					    : str_cmp(o->key[a], o->key[b]) < 0;
}

static void put_in_order(
	struct option_order *o, int64_t number, struct str key, struct facet_option option)
{
	uint16_t added = o->n++;
	size_t place = added;

	o->option[added] = option;
	o->number[added] = number;
	o->key[added] = key;
	for (; place && is_before(o, added, o->at[place - 1]); place--)
		o->at[place] = o->at[place - 1];
	o->at[place] = added;
}

static struct facet_options options_in_order(struct arena *mem, const struct option_order *o)
{
	struct facet_options options = {NEW_ARRAY(mem, struct facet_option, o->n), o->n, o->n};

	for (size_t i = 0; i < o->n; i++)
		options.p[i] = o->option[o->at[i]];
	return options;
}

// What options are sorted by: countries by the order of their language, closed lists as they
// stand, years backwards, names by their letters.
static int64_t order_number(const struct lang *lang, enum portfolio_facet facet, size_t i)
{
	if (facet == FACET_COUNTRY || facet == FACET_EXPERT)
		return country_rank((int)i, lang->code);
	if (facet == FACET_YEAR)
		return -(int64_t)i;
	return facet == FACET_STATUS ? (int64_t)i : 0;
}

struct facet_options facet_options_left(struct arena *mem, const struct lang *lang,
	const struct portfolio *p, const struct filter *filter, enum portfolio_facet facet)
{
	bool is_by_name = facet == FACET_REGION || facet == FACET_THEME || facet == FACET_TYPE;
	int64_t counts[FACET_VALUES_MAX];

	if (filter->is_impossible)
		return (struct facet_options){0};
	struct option_order *order = arena_room(mem, sizeof *order);
	order->n = 0;
	portfolio_facet_counts(p, &filter->passes, facet, counts);
	for (size_t i = 0; i < FACET_VALUES_MAX; i++) {
		struct facet_option option = {.n = counts[i]};
		if (!counts[i])
			continue;
		set_value(mem, lang, p, facet, i, &option);
		if (!option.value.n || is_chosen(filter, facet, option.value))
			continue;
		put_in_order(order, order_number(lang, facet, i),
			is_by_name ? utf8_fold(mem, option.name) : STR_EMPTY, option);
	}
	return options_in_order(mem, order);
}
