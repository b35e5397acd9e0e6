// SPDX-License-Identifier: EUPL-1.2
// desk_review_list — the queue: which actions of which pages wait, and how far each has come.
#include "web/desk_review.h"

#include "store/fact.h"
#include "web/pages.h"

enum { ROWS_MAX = 200 };
enum { TAB_WAITING, TAB_CHANGED, TAB_DONE, TAB_ALL, TAB_N };

static const struct {
	struct str name;
	const char *label;
} tabs[TAB_N] = {
	[TAB_WAITING] = {S_INIT("waiting"), N_("Waiting for review")},
	[TAB_CHANGED] = {S_INIT("changed"), N_("Told otherwise by a newer page")},
	[TAB_DONE] = {S_INIT("done"), N_("Reviewed")},
	[TAB_ALL] = {S_INIT("all"), N_("All")},
};

struct queue {
	struct visit *v;
	struct fact_progresses all;
	struct fact_warnings warnings;
	struct str page, warning;
	size_t tab;
	struct review_list_view *view;
};

static bool is_in_tab(const struct fact_progress *p, size_t tab)
{
	return tab == TAB_WAITING    ? p->open_n > 0
		: tab == TAB_CHANGED ? p->change_n > 0
		: tab == TAB_DONE    ? p->open_n == 0
				     : true;
}

static int64_t warnings_of(const struct queue *q, int64_t action_id, struct str rule)
{
	int64_t n = 0;
	for (size_t i = 0; action_id && i < q->warnings.n; i++)
		if (q->warnings.p[i].action_id == action_id &&
			(!rule.n || str_eq(q->warnings.p[i].rule, rule)))
			n += q->warnings.p[i].n;
	return n;
}

static bool is_chosen(const struct queue *q, const struct fact_progress *p)
{
	if (q->page.n && !str_eq(q->page, str_of_int(q->v->mem, p->source_id)))
		return false;
	return !q->warning.n || warnings_of(q, p->action_id, q->warning) > 0;
}

static void choice_add(const struct queue *q, struct review_choices *choices, struct str value,
	struct str text, struct str chosen)
{
	for (size_t i = 0; i < choices->n; i++)
		if (str_eq(choices->p[i].value, value))
			return;
	VEC_ADD(q->v->mem, choices, ((struct review_choice){value, text, str_eq(value, chosen)}));
}

static void fill_choices(struct queue *q)
{
	for (size_t i = 0; i < q->all.n; i++)
		if (q->all.p[i].source_id)
			choice_add(q, &q->view->pages, str_of_int(q->v->mem, q->all.p[i].source_id),
				q->all.p[i].page, q->page);
	for (size_t i = 0; i < q->warnings.n; i++)
		choice_add(q, &q->view->warnings, q->warnings.p[i].rule, q->warnings.p[i].rule,
			q->warning);
}

static void fill_tabs(struct queue *q)
{
	struct review_list_view *view = q->view;
	for (size_t tab = 0; tab < TAB_N; tab++) {
		struct review_tab *one = &view->tab[view->tab_n++];
		*one = (struct review_tab){.label = visit_text(q->v, str_c(tabs[tab].label)),
			.name = tabs[tab].name,
			.is_current = tab == q->tab};
		for (size_t i = 0; i < q->all.n; i++)
			one->n += is_in_tab(&q->all.p[i], tab) && is_chosen(q, &q->all.p[i]);
	}
}

static void row_add(struct queue *q, const struct fact_progress *p)
{
	struct review_list_view *view = q->view;
	view->action_n++;
	view->open_n += p->open_n;
	view->decided_n += p->accepted_n + p->corrected_n + p->rejected_n;
	if (view->row.n >= ROWS_MAX) {
		view->more_n++;
		return;
	}
	VEC_ADD(q->v->mem, &view->row,
		((struct review_row){.name = p->name,
			.url = str_format(q->v->mem, "/desk/review/%lld", (long long)p->record_id),
			.page = p->page,
			.open_n = p->open_n,
			.accepted_n = p->accepted_n,
			.corrected_n = p->corrected_n,
			.rejected_n = p->rejected_n,
			.change_n = p->change_n,
			.warning_n = warnings_of(q, p->action_id, STR_EMPTY)}));
}

bool desk_review_list(struct visit *v, struct err *err)
{
	struct review_list_view view = {.form = desk_layout_form(v)};
	struct queue q = {.v = v,
		.page = visit_param(v, S("page")),
		.warning = visit_param(v, S("warning")),
		.view = &view};
	if (!fact_progress(v->mem, v->db, &q.all, err) ||
		!fact_warnings(v->mem, v->db, &q.warnings, err))
		return false;
	for (size_t tab = 0; tab < TAB_N; tab++)
		if (str_eq(visit_param(v, S("show")), tabs[tab].name))
			q.tab = tab;
	fill_choices(&q);
	fill_tabs(&q);
	view.tab_name = tabs[q.tab].name;
	for (size_t i = 0; i < q.all.n; i++) {
		const struct kind *kind = kind_named(q.all.p[i].kind);
		struct record_reach reach = {0};
		if (kind)
			reach = desk_record_reach(v, kind);
		if (kind && record_reach_names(&reach, kind) && is_in_tab(&q.all.p[i], q.tab) &&
			is_chosen(&q, &q.all.p[i]))
			row_add(&q, &q.all.p[i]);
	}
	view.page = q.page;
	view.warning = q.warning;
	view.is_narrowed = q.page.n || q.warning.n;
	v->page.title = visit_text(v, _("Review"));
	v->page.section = S("/desk/review");
	desk_review_list_page(&v->t, &view);
	return visit_html(v, err);
}
