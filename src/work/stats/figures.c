// SPDX-License-Identifier: EUPL-1.2
// figures — one function for each figure would say the same sixteen times, so a figure is a row:
// its words, its rows' address, and the function that counts it.
#include "work/stats/figures.h"

#include <stdlib.h>

#include "model/code.h"
#include "model/country.h"

static int64_t count_actions(const struct portfolio *p)
{
	return (int64_t)p->n;
}

static int64_t count_ongoing(const struct portfolio *p)
{
	int64_t n = 0;

	for (size_t i = 0; i < p->n; i++)
		n += p->action[i].status == STATUS_ONGOING;
	return n;
}

static int64_t count_regional(const struct portfolio *p)
{
	int64_t n = 0;

	for (size_t i = 0; i < p->n; i++)
		n += !p->action[i].iso2.n;
	return n;
}

static int64_t count_set(const struct portfolio *p, size_t offset)
{
	struct bitset all = {0};

	for (size_t i = 0; i < p->n; i++)
		bitset_join(&all, (const void *)((const char *)&p->action[i] + offset));
	return bitset_count(&all);
}

static int64_t count_served(const struct portfolio *p)
{
	return count_set(p, offsetof(struct portfolio_action, beneficiary));
}

static int64_t count_lenders(const struct portfolio *p)
{
	return count_set(p, offsetof(struct portfolio_action, lender));
}

static int64_t count_hosts(const struct portfolio *p)
{
	return count_set(p, offsetof(struct portfolio_action, host));
}

static int64_t sum(const struct portfolio *p, size_t offset)
{
	int64_t n = 0;

	for (size_t i = 0; i < p->n; i++)
		n += *(const int64_t *)(const void *)((const char *)&p->action[i] + offset);
	return n;
}

static int64_t count_held(const struct portfolio *p)
{
	return sum(p, offsetof(struct portfolio_action, held_n));
}

static int64_t count_planned(const struct portfolio *p)
{
	return sum(p, offsetof(struct portfolio_action, planned_n));
}

static int64_t count_outputs(const struct portfolio *p)
{
	return sum(p, offsetof(struct portfolio_action, output_n));
}

static int64_t count_participants(const struct portfolio *p)
{
	return sum(p, offsetof(struct portfolio_action, participants));
}

static int cmp_int(const void *a, const void *b)
{
	int x = *(const int *)a, y = *(const int *)b;

	return (x > y) - (x < y);
}

// The median length of ended actions; between two middle ones, the lower (whole months).
static int64_t median_months(const struct portfolio *p)
{
	SCRATCH(tmp);
	int *months = NEW_ARRAY(tmp, int, p->n + 1);
	size_t n = 0;

	for (size_t i = 0; i < p->n; i++)
		if (p->action[i].status == STATUS_ENDED)
			months[n++] = period_months(p->action[i].period, p->action[i].as_of);
	if (!n)
		return 0;
	qsort(months, n, sizeof *months, cmp_int);
	return months[(n - 1) / 2];
}

struct row {
	struct str id, name, definition, path;
	int64_t (*count)(const struct portfolio *p);
	bool is_headline;
};

static const struct row rows[] = {
	{S_INIT("actions"), S_INIT(N_("actions")),
		S_INIT(N_("Short projects that answer requests, as listed on the pages read.")),
		S_INIT("/actions"), count_actions, true},
	{S_INIT("actions-ongoing"), S_INIT(N_("ongoing actions")),
		S_INIT(N_("Actions whose page gives \"present\" as their end.")),
		S_INIT("/actions?status=ongoing"), count_ongoing, false},
	{S_INIT("actions-regional"), S_INIT(N_("regional actions")),
		S_INIT(N_(
			"Actions for a region or a regional organisation rather than one country.")),
		S_INIT("/actions?kind=regional"), count_regional, false},
	{S_INIT("countries-served"), S_INIT(N_("countries served")),
		S_INIT(N_(
			"Countries that are beneficiaries of at least one action; hosts and lenders are "
			"not counted.")),
		S_INIT("/countries"), count_served, true},
	{S_INIT("activities-held"), S_INIT(N_("activities held")),
		S_INIT(N_(
			"Missions, workshops, visits, sessions and other steps that the pages report as "
			"done.")),
		S_INIT("/timeline?has=held"), count_held, true},
	{S_INIT("activities-planned"), S_INIT(N_("activities planned")),
		S_INIT(N_("Steps that the pages announce and do not report as done.")),
		S_INIT("/timeline?has=planned"), count_planned, false},
	{S_INIT("outputs"), S_INIT(N_("outputs named")),
		S_INIT(N_(
			"Strategies, laws, manuals and other products that the pages name, at any stage.")),
		S_INIT("/documents#outputs"), count_outputs, true},
	{S_INIT("lending-countries"), S_INIT(N_("lending countries")),
		S_INIT(N_("Countries whose administrations or bodies lent at least one expert.")),
		S_INIT("/countries?role=lender"), count_lenders, true},
	{S_INIT("hosting-countries"), S_INIT(N_("host countries")),
		S_INIT(N_("Countries that received a visit or a meeting of an action for others.")),
		S_INIT("/countries?role=host"), count_hosts, false},
	{S_INIT("participants"), S_INIT(N_("participants counted")),
		S_INIT(N_(
			"People at activities, where a page gives their number; most pages do not.")),
		S_INIT("/actions?has=participants"), count_participants, false},
	{S_INIT("median-months"), S_INIT(N_("months, median length")),
		S_INIT(N_("Length of ended actions in calendar months, both ends counted.")),
		S_INIT("/actions?status=ended"), median_months, false},
};

struct figures figures_of(struct arena *mem, const struct portfolio *p, const struct lang *lang)
{
	struct figures figures = {0};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		VEC_ADD(mem, &figures,
			((struct figure){
				.id = rows[i].id,
				.value = rows[i].count(p),
				.name = lang_text(lang, rows[i].name),
				.definition = lang_text(lang, rows[i].definition),
				.path = rows[i].path,
				.is_headline = rows[i].is_headline,
			}));
	}
	return figures;
}

static int cmp_points(const void *a, const void *b)
{
	const struct series_point *x = a, *y = b;
	int order = (x->value < y->value) - (x->value > y->value);

	return order ? order : str_cmp(x->key, y->key);
}

static void add_point(struct arena *mem, struct series *s, const char *query, struct str key,
	struct str name, int64_t value)
{
	if (value)
		VEC_ADD(mem, s,
			((struct series_point){key, name, value,
				str_format(mem, "/actions?%s=%" PRIstr, query, STR(key))}));
}

static struct series sorted(struct series s)
{
	if (s.n > 1)
		qsort(s.p, s.n, sizeof *s.p, cmp_points);
	return s;
}

static struct series by_code(struct arena *mem, const struct portfolio *p,
	enum portfolio_facet facet, const struct code_list *list, const struct lang *lang)
{
	static const struct portfolio_filter everything;
	const char *query = facet == FACET_THEME ? "theme" : "type";
	int64_t counts[FACET_VALUES_MAX];
	struct series s = {0};

	portfolio_facet_counts(p, &everything, facet, counts);
	for (size_t i = 0; i < *list->n; i++)
		add_point(mem, &s, query, list->code[i].slug, code_name(&list->code[i], lang->code),
			counts[i]);
	return sorted(s);
}

static struct series by_lender(
	struct arena *mem, const struct portfolio *p, const struct lang *lang)
{
	static const struct portfolio_filter everything;
	int64_t counts[FACET_VALUES_MAX];
	struct series s = {0};

	portfolio_facet_counts(p, &everything, FACET_EXPERT, counts);
	for (size_t i = 0; i < country_table_n; i++)
		add_point(mem, &s, "expert", country_table[i].iso2,
			country_name((int)i, lang->code), counts[i]);
	return sorted(s);
}

// In which years actions ran: the rows are those of the filter by year.
static struct series by_year(struct arena *mem, const struct portfolio *p)
{
	static const struct portfolio_filter everything;
	int64_t counts[FACET_VALUES_MAX];
	struct series s = {0};

	portfolio_facet_counts(p, &everything, FACET_YEAR, counts);
	for (int i = 0; p->year_first && i <= p->year_last - p->year_first && i < FACET_VALUES_MAX;
		i++) {
		struct str key = str_format(mem, "%d", p->year_first + i);
		VEC_ADD(mem, &s,
			((struct series_point){key, key, counts[i],
				str_format(mem, "/actions?year=%" PRIstr, STR(key))}));
	}
	return s;
}

struct charts charts_of(struct arena *mem, const struct portfolio *p, const struct lang *lang)
{
	struct charts charts = {0};

	VEC_ADD(mem, &charts,
		((struct chart){S("by-year"), lang_text(lang, _("Actions running in each year")),
			lang_text(lang,
				_("From the first to the last month; an action going on "
				  "counts up to the date of its page.")),
			by_year(mem, p)}));
	VEC_ADD(mem, &charts,
		((struct chart){S("by-theme"), lang_text(lang, _("Actions by theme")),
			lang_text(lang, _("An action can have several themes.")),
			by_code(mem, p, FACET_THEME, &p->themes, lang)}));
	VEC_ADD(mem, &charts,
		((struct chart){S("by-activity-type"),
			lang_text(lang, _("Actions by type of activity")),
			lang_text(lang, _("Actions that have at least one activity of the type.")),
			by_code(mem, p, FACET_TYPE, &code_activity_types, lang)}));
	VEC_ADD(mem, &charts,
		((struct chart){S("by-lender"), lang_text(lang, _("Actions by lending country")),
			lang_text(lang, _("Actions for which a body of the country lent experts.")),
			by_lender(mem, p, lang)}));
	return charts;
}
