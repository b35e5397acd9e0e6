// SPDX-License-Identifier: EUPL-1.2
// filter — one row for each parameter: its name, its facet, and how a value sets the filter.
#include "web/filter.h"

#include "format/escape.h"
#include "model/code.h"
#include "model/country.h"

enum { QUERY_MAX = 8 * 1024, PAGE_MAX = 1000 * 1000 };

static bool set_code(struct bitset *set, const struct code_list *list, struct str value)
{
	int index = code_index(list, value);

	if (index == CODE_NONE)
		return false;
	bitset_add(set, index);
	return true;
}

static bool set_country(struct bitset *set, struct str value)
{
	int country = country_index(value);

	bitset_add(set, country);
	return country != COUNTRY_NONE;
}

static bool set_year(struct portfolio_filter *f, struct str value)
{
	int64_t year;

	if (!str_int(value, &year) || year < 1 || year > 9999 ||
		f->year_n == sizeof f->year / sizeof *f->year)
		return false;
	f->year[f->year_n++] = (int)year;
	return true;
}

// A value of a closed list of bits: status=ongoing, kind=country, has=outputs.
struct bit_name {
	struct str name;
	unsigned bit;
};

static bool set_bit(unsigned *bits, const struct bit_name *names, size_t n, struct str value)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(names[i].name, value)) {
			*bits |= names[i].bit;
			return true;
		}
	return false;
}

static bool set_status(struct portfolio_filter *f, struct str value)
{
	static const struct bit_name names[] = {{S_INIT("ongoing"), STATUS_ONGOING},
		{S_INIT("ended"), STATUS_ENDED}, {S_INIT("unknown"), STATUS_UNKNOWN}};

	return set_bit(&f->statuses, names, sizeof names / sizeof *names, value);
}

static bool set_kind(struct portfolio_filter *f, struct str value)
{
	static const struct bit_name names[] = {{S_INIT("country"), KIND_COUNTRY},
		{S_INIT("regional"), KIND_ORGANISATION | KIND_REGION},
		{S_INIT("regional-organisation"), KIND_ORGANISATION},
		{S_INIT("region"), KIND_REGION}};

	return set_bit(&f->kinds, names, sizeof names / sizeof *names, value);
}

static bool set_has(struct portfolio_filter *f, struct str value)
{
	static const struct bit_name names[] = {{S_INIT("held"), HAS_HELD},
		{S_INIT("planned"), HAS_PLANNED}, {S_INIT("outputs"), HAS_OUTPUTS},
		{S_INIT("experts"), HAS_EXPERTS}, {S_INIT("participants"), HAS_PARTICIPANTS},
		{S_INIT("host"), HAS_HOST}};

	return set_bit(&f->has, names, sizeof names / sizeof *names, value);
}

static bool set_choice(struct portfolio_filter *f, enum portfolio_facet facet, struct str value)
{
	switch (facet) {
	case FACET_COUNTRY:
		return set_country(&f->countries, value);
	case FACET_EXPERT:
		return set_country(&f->experts, value);
	case FACET_REGION:
		return set_code(&f->regions, &code_regions, value);
	case FACET_THEME:
		return set_code(&f->themes, &code_themes, value);
	case FACET_TYPE:
		return set_code(&f->types, &code_activity_types, value);
	case FACET_YEAR:
		return set_year(f, value);
	case FACET_STATUS:
		return set_status(f, value);
	case FACET_KIND:
		return set_kind(f, value);
	case FACET_HAS:
		return set_has(f, value);
	case FACET_NONE:
	case FACET_END:
		break;
	}
	return false;
}

static const struct {
	struct str name;
	enum portfolio_facet facet;
} names[] = {
	{S_INIT("country"), FACET_COUNTRY},
	{S_INIT("region"), FACET_REGION},
	{S_INIT("theme"), FACET_THEME},
	{S_INIT("type"), FACET_TYPE},
	{S_INIT("year"), FACET_YEAR},
	{S_INIT("status"), FACET_STATUS},
	{S_INIT("expert"), FACET_EXPERT},
	{S_INIT("kind"), FACET_KIND},
	{S_INIT("has"), FACET_HAS},
};
enum { NAME_N = sizeof names / sizeof *names };

struct str filter_name(enum portfolio_facet facet)
{
	for (size_t i = 0; i < NAME_N; i++)
		if (names[i].facet == facet)
			return names[i].name;
	return STR_EMPTY;
}

static enum portfolio_facet facet_of(struct str name)
{
	for (size_t i = 0; i < NAME_N; i++)
		if (str_eq(names[i].name, name))
			return names[i].facet;
	return FACET_NONE;
}

static bool is_chosen(const struct filter *f, enum portfolio_facet facet, struct str value)
{
	for (size_t i = 0; i < f->choices.n; i++)
		if (f->choices.p[i].facet == facet && str_eq(f->choices.p[i].value, value))
			return true;
	return false;
}

static void read_choice(
	struct arena *mem, struct filter *f, enum portfolio_facet facet, struct str value)
{
	// An empty choice is the form's "any".
	if (!value.n || is_chosen(f, facet, value))
		return;
	bool is_known = set_choice(&f->passes, facet, value);
	f->is_impossible |= !is_known;
	VEC_ADD(mem, &f->choices,
		((struct filter_choice){facet, filter_name(facet), value, is_known}));
}

struct filter filter_read(struct arena *mem, const struct http_request *request)
{
	struct filter f = {.page = 1,
		.q = str_trim(http_param(request, S("q"))),
		.sort = http_param(request, S("sort"))};
	int64_t page;

	for (size_t i = 0; i < request->param_n; i++) {
		enum portfolio_facet facet = facet_of(request->param[i].name);
		if (facet != FACET_NONE)
			read_choice(mem, &f, facet, str_trim(request->param[i].value));
	}
	if (str_int(http_param(request, S("page")), &page) && page >= 1 && page <= PAGE_MAX)
		f.page = page;
	return f;
}

struct str filter_keep(struct arena *mem, struct filter *filter, const struct http_request *request,
	struct str name)
{
	struct str value = str_trim(http_param(request, name));

	if (value.n)
		VEC_ADD(mem, &filter->kept, ((struct http_pair){name, value}));
	return value;
}

static void add_pair(struct out *o, struct str name, struct str value)
{
	if (o->n)
		out_char(o, '&');
	out_write(o, name);
	out_char(o, '=');
	escape_url_part(o, value);
}

static struct str write_query(struct arena *mem, const struct filter *f,
	const struct filter_choice *toggled, int64_t page)
{
	struct out o = out_memory(mem, QUERY_MAX);
	bool was_there = false;

	if (f->q.n)
		add_pair(&o, S("q"), f->q);
	for (size_t i = 0; i < f->choices.n; i++) {
		const struct filter_choice *c = &f->choices.p[i];
		if (toggled && c->facet == toggled->facet && str_eq(c->value, toggled->value))
			was_there = true;
		else
			add_pair(&o, c->name, c->value);
	}
	if (toggled && !was_there)
		add_pair(&o, toggled->name, toggled->value);
	for (size_t i = 0; i < f->kept.n; i++)
		add_pair(&o, f->kept.p[i].name, f->kept.p[i].value);
	if (f->sort.n)
		add_pair(&o, S("sort"), f->sort);
	if (page > 1)
		add_pair(&o, S("page"), str_format(mem, "%lld", (long long)page));
	return out_str(&o);
}

struct str filter_query_toggled(struct arena *mem, const struct filter *filter,
	enum portfolio_facet facet, struct str value)
{
	struct filter_choice toggled = {.facet = facet, .name = filter_name(facet), .value = value};

	return write_query(mem, filter, &toggled, 1);
}

struct str filter_query(struct arena *mem, const struct filter *filter, int64_t page)
{
	return write_query(mem, filter, NULL, page);
}
