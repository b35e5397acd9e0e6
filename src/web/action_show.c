// SPDX-License-Identifier: EUPL-1.2
// action_show — everything known of one action, each fact with the way to its sentence.
#include "web/action_show.h"

#include "base/utf8.h"
#include "format/date_text.h"
#include "format/json_write.h"
#include "model/code.h"
#include "model/country.h"
#include "model/kind_list.h"
#include "store/dossier.h"
#include "store/merge.h"
#include "store/source.h"
#include "web/links.h"
#include "web/pages.h"
#include "web/warning_words.h"
#include "work/dossier_entry.h"
#include "work/entry_json.h"

enum { DESCRIPTION_MAX = 200 };

struct showing {
	struct visit *v;
	const struct dossier *d;
	const struct portfolio_action *action;
	const struct source *source;
	struct action_show_view *view;
};

static struct str country_of(const struct showing *s, struct str iso2)
{
	int country = country_index(iso2);

	return country == COUNTRY_NONE ? iso2 : country_name(country, s->v->lang->code);
}

// A place that is its country is shown by the country's name, others beside it.
static void fill_place(
	struct showing *s, struct activity_view *view, const struct activity *a, int64_t number)
{
	int country = a->iso2.n ? country_index(a->iso2) : COUNTRY_NONE;
	bool is_country = country != COUNTRY_NONE &&
		(!a->place.n || str_eq(a->place, country_table[country].name_en) ||
			str_eq(a->place, country_table[country].sort_en));

	view->country = STR_EMPTY;
	if (is_country) {
		view->place = fact_of(
			s->v, s->d, S("activity"), number, S("place"), country_of(s, a->iso2));
		return;
	}
	view->place = fact_quoted(s->v, s->d, S("activity"), number, S("place"), a->place);
	if (country != COUNTRY_NONE)
		view->country = country_of(s, a->iso2);
}

static void fill_activity(struct showing *s, size_t i)
{
	const struct activity *a = &s->d->activities.p[i];
	int64_t number = (int64_t)i + 1;
	const struct claim *date = dossier_claim(s->d, S("activity"), number, S("date"));
	bool is_repaired = date && str_eq(date->certainty, S("corrected"));
	struct activity_view view = {
		.number = i + 1,
		.family = activity_family_table[strip_family(a->type)].slug,
		.is_planned = str_eq(a->status, S("planned")),
		.count = a->number,
		.quote = a->quote,
		.repaired = is_repaired ? a->date_raw : STR_EMPTY,
		.type = fact_of(s->v, s->d, S("activity"), number, S("quote"),
			code_name_of(&code_activity_types, a->type, s->v->lang->code)),
		.date = fact_of(s->v, s->d, S("activity"), number, S("date"),
			date_text_period(s->v->mem, s->v->lang, a->period)),
	};

	view.status = view.is_planned ? S("planned") : S("held");
	fill_place(s, &view, a, number);
	VEC_ADD(s->v->mem, &s->view->activities, view);
}

static void fill_output(struct showing *s, size_t i)
{
	const struct output *o = &s->d->outputs.p[i];
	struct str lang = s->v->lang->code;

	VEC_ADD(s->v->mem, &s->view->outputs,
		((struct output_view){
			.name = fact_quoted(
				s->v, s->d, S("output"), (int64_t)i + 1, S("name"), o->name),
			.type = code_name_of(&code_output_types, o->type, lang),
			.date = date_text(s->v->mem, s->v->lang, o->status_date),
			.status = str_eq(o->status, S("unknown"))
				? STR_EMPTY
				: code_name_of(&code_output_statuses, o->status, lang),
		}));
}

static void fill_experts(struct showing *s)
{
	struct arena *mem = s->v->mem;

	for (size_t kind = 0; kind < expert_kind_table_n; kind++) {
		struct expert_group group = {
			.kind = code_name(&expert_kind_table[kind], s->v->lang->code)};
		for (size_t i = 0; i < s->d->experts.n; i++) {
			const struct expert_provision *e = &s->d->experts.p[i];
			int64_t number = (int64_t)i + 1;
			if (!str_eq(e->kind, expert_kind_table[kind].slug))
				continue;
			VEC_ADD(mem, &group.lenders,
				e->iso2.n ? fact_of(s->v, s->d, S("expert"), number, S("quote"),
						    country_of(s, e->iso2))
					  : fact_quoted(s->v, s->d, S("expert"), number, S("quote"),
						    e->quote));
		}
		if (group.lenders.n)
			VEC_ADD(mem, &s->view->experts, group);
	}
}

static void add_countries(struct showing *s, struct str role, struct str words)
{
	// Claims count the countries that the text names; the heading's own stands before them.
	size_t own = s->d->action.iso2.n ? 1 : 0;
	struct country_group group = {.role = words};

	for (size_t i = own; i < s->d->countries.n; i++) {
		const struct country_role *c = &s->d->countries.p[i];
		if (str_eq(c->role, role))
			VEC_ADD(s->v->mem, &group.countries,
				fact_of(s->v, s->d, S("country"), (int64_t)(i - own + 1), S("iso2"),
					country_of(s, c->iso2)));
	}
	if (group.countries.n)
		VEC_ADD(s->v->mem, &s->view->countries, group);
}

// A body under the name that it has now, in the visitor's language where the desk has one.
static struct shown_fact body_fact(
	struct showing *s, struct str part, int64_t number, const struct organisation_role *o)
{
	const struct exhibit *body = showcase_find(
		&s->v->portfolio->showcase, &kind_organisation, o->record_id);
	struct str field = str_eq(part, S("action")) ? S("requester") : S("name");
	struct words name = words_of(s->v->mem, s->v->lang, body ? body->record : NULL, S("name"));
	struct shown_fact fact = fact_quoted(
		s->v, s->d, part, number, field, name.text.n ? name.text : o->name);

	if (name.text.n && !name.lang.n)
		fact.is_foreign = false;
	return fact;
}

static void fill_requester(struct showing *s)
{
	for (size_t i = 0; i < s->d->organisations.n; i++) {
		const struct organisation_role *o = &s->d->organisations.p[i];
		if (str_eq(o->role, S("requester")) && o->record_id) {
			s->view->requester = body_fact(s, S("action"), 0, o);
			return;
		}
	}
	s->view->requester = fact_quoted(
		s->v, s->d, S("action"), 0, S("requester"), s->d->action.requester);
}

static void fill_bodies(struct showing *s)
{
	size_t number = 0;

	for (size_t i = 0; i < s->d->organisations.n; i++) {
		const struct organisation_role *o = &s->d->organisations.p[i];
		if (!str_eq(o->role, S("partner")))
			continue;
		VEC_ADD(s->v->mem, &s->view->partners,
			body_fact(s, S("partner"), (int64_t)++number, o));
	}
}

static void fill_themes(struct showing *s)
{
	for (size_t i = 0; i < s->d->themes.n; i++) {
		struct str slug = s->d->themes.p[i].slug;
		VEC_ADD(s->v->mem, &s->view->themes,
			((struct index_item){.name = code_name_of(&s->v->portfolio->themes, slug,
						     s->v->lang->code),
				.url = link_theme(s->v->mem, s->v->lang, slug)}));
	}
}

static void fill_margin(struct showing *s)
{
	const struct action *a = &s->d->action;
	struct visit *v = s->v;
	struct action_show_view *view = s->view;
	struct str period = date_text_period(v->mem, v->lang, a->period);

	view->where = fact_of(v, s->d, S("action"), 0, S("place"), view->place);
	view->where.is_foreign = view->is_foreign && str_eq(view->place, a->place) && !a->iso2.n;
	view->when = fact_of(v, s->d, S("action"), 0, S("start"), period);
	if (a->duration_damaged) {
		view->when.class = S("fact corrected");
		view->when_printed = a->duration_raw;
	}
	view->is_ambiguous = a->duration_ambiguous;
	fill_requester(s);
	view->participants = fact_of(v, s->d, S("participants"), 0, S("quote"),
		a->participants ? str_format(v->mem, "%lld", (long long)a->participants)
				: STR_EMPTY);
	add_countries(s, S("beneficiary"), visit_text(v, _("for")));
	add_countries(s, S("host"), visit_text(v, _("held in")));
	add_countries(s, S("participant"), visit_text(v, _("with people from")));
	fill_experts(s);
	fill_bodies(s);
	fill_themes(s);
	view->source_name = s->source ? s->source->name : STR_EMPTY;
	view->source_url = link_source(v->mem, v->lang, a->slug, STR_EMPTY, 0, STR_EMPTY);
	view->as_of = date_text(v->mem, v->lang, s->action->as_of);
	view->entry = a->position;
	view->is_pending = str_eq(a->review, S("pending"));
}

static void fill_head(struct showing *s)
{
	const struct action *a = &s->d->action;
	struct visit *v = s->v;
	struct action_show_view *view = s->view;
	struct strip_signs signs = {0};

	view->list_url = link_to(v->mem, v->lang, S("/actions"));
	view->action_n = v->portfolio->n;
	view->place = parts_place(v->lang, a->iso2, a->place);
	view->place_url = a->iso2.n ? link_country(v->mem, v->lang, a->iso2) : STR_EMPTY;
	view->ordinal = parts_ordinal(v->mem, a->phase);
	view->title = a->title;
	view->is_foreign = parts_is_foreign(v->lang);
	view->strip = strip_tall(v->mem, v->lang, s->action);
	strip_signs_add(&signs, s->action);
	signs.as_of = a->period.open;
	view->legend = parts_legend(v->mem, v->lang, &signs, s->action->as_of);
	view->neighbours = neighbour_find(v, s->action);
	view->position = view->neighbours.position;
	view->country_name = a->iso2.n ? view->place : STR_EMPTY;
}

static void fill_body(struct showing *s)
{
	s->view->objective = words_paragraphs(s->v->mem, s->d->action.objective);
	s->view->summary = words_paragraphs(s->v->mem, s->d->action.summary);
	for (size_t i = 0; i < s->d->activities.n; i++)
		fill_activity(s, i);
	for (size_t i = 0; i < s->d->outputs.n; i++)
		fill_output(s, i);
	for (size_t i = 0; i < s->d->warnings.n; i++)
		VEC_ADD(s->v->mem, &s->view->warnings,
			warning_words(s->v->mem, s->v->lang, s->d, &s->d->warnings.p[i]));
}

static bool send_json(
	struct visit *v, const struct dossier *d, const struct source *source, struct err *err)
{
	struct json json = json_new(&v->out);
	struct str address = link_action(v->mem, v->lang, d->action.slug);

	json_begin_object(&json);
	json_key_int(&json, S("id"), d->action.id);
	json_key_text(&json, S("slug"), d->action.slug);
	json_key_text(&json, S("url"), str_join(v->mem, v->origin, address));
	json_key_text(&json, S("review"), d->action.review);
	entry_json_members(&json, source ? source->name : STR_EMPTY, dossier_as_entry(v->mem, d));
	json_end_object(&json);
	out_char(&v->out, '\n');
	return visit_send(v, S("application/json; charset=utf-8"), err);
}

static void set_page(struct showing *s)
{
	struct visit *v = s->v;
	struct str objective = s->d->action.objective;

	v->page.title = parts_heading(v->mem, v->lang, s->action);
	v->page.description = utf8_cut(objective, DESCRIPTION_MAX);
	v->page.section = S("actions");
	v->page.data = link_action(v->mem, v->lang, s->d->action.slug);
}

bool action_moved(struct visit *v, struct str behind, struct err *err)
{
	struct str slug;

	if (!merge_slug(v->mem, v->db, v->arg[0], &slug, err))
		return false;
	if (!slug.n || str_eq(slug, v->arg[0]))
		return visit_not_found(v, err);
	return visit_redirect(v, 301, str_join(v->mem, link_action(v->mem, v->lang, slug), behind));
}

bool action_show(struct visit *v, struct err *err)
{
	enum visit_format format = visit_format(v);
	struct dossier *d;
	struct source *source;

	if (format == VISIT_CSV || format == VISIT_BAD_FORMAT)
		return err_set(err, ERR_INPUT, "an action is sent as html or json");
	if (!dossier_by_slug(v->mem, v->db, v->arg[0], true, &d, err))
		return false;
	const struct portfolio_action *action = d ? portfolio_find(v->portfolio, d->action.id)
						  : NULL;
	if (!action)
		return action_moved(v, STR_EMPTY, err);
	if (!source_load(v->mem, v->db, d->action.source_id, &source, err))
		return false;
	if (format == VISIT_JSON)
		return send_json(v, d, source, err);
	struct action_show_view view = {.when_printed = STR_EMPTY};
	struct showing s = {v, d, action, source, &view};
	fill_head(&s);
	fill_body(&s);
	if (!published_of_action(v, d->action.id, &view.documents, err))
		return false;
	fill_margin(&s);
	set_page(&s);
	action_show_page(&v->t, &view);
	return visit_html(v, err);
}
