// SPDX-License-Identifier: EUPL-1.2
// country — look-ups in the compiled table, which is sorted by code.
#include "model/country.h"

int country_index(struct str iso2)
{
	size_t low = 0, high = country_table_n;

	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = str_cmp(country_table[middle].iso2, iso2);
		if (order == 0)
			return (int)middle;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return COUNTRY_NONE;
}

struct str country_name(int country, struct str lang)
{
	const struct country *c = &country_table[country];
	if (str_eq(lang, S("en")))
		return c->name_en;
	const struct {
		struct str code, name;
	} names[] = {{S("fr"), c->name_fr}, {S("ar"), c->name_ar}, {S("es"), c->name_es},
		{S("pt"), c->name_pt}, {S("ru"), c->name_ru}};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_eq(names[i].code, lang) && names[i].name.n)
			return names[i].name;
	return c->name_en;
}

int country_rank(int country, struct str lang)
{
	const struct country *c = &country_table[country];

	const struct {
		struct str code;
		int rank;
	} ranks[] = {{S("fr"), c->rank_fr}, {S("ar"), c->rank_ar}, {S("es"), c->rank_es},
		{S("pt"), c->rank_pt}, {S("ru"), c->rank_ru}};

	for (size_t i = 0; i < sizeof ranks / sizeof *ranks; i++)
		if (str_eq(ranks[i].code, lang))
			return ranks[i].rank;
	return c->rank_en;
}
