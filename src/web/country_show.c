// SPDX-License-Identifier: EUPL-1.2
// country_show — one country; other roles than beneficiary stand apart.
#include "web/country_show.h"

#include "base/buf.h"
#include "format/date_text.h"
#include "model/code.h"
#include "model/country.h"
#include "store/dossier.h"
#include "web/links.h"
#include "web/pages.h"
#include "web/selection.h"
#include "web/strip.h"

// Longer lists end in a link to the list of actions.
enum { ROWS_MAX = LISTING_PAGE, EVENTS_MAX = 30 };

// What is shown of one country, while it is being collected.
struct collecting {
	struct visit *v;
	struct country_show_view *view;
	int country;
	struct str iso2;
};

static struct country_event event_of(
	const struct collecting *c, const struct portfolio_action *action)
{
	struct arena *mem = c->v->mem;

	return (struct country_event){
		.date = date_text_period(mem, c->v->lang, action->period),
		.family = STR_EMPTY,
		.type = STR_EMPTY,
		.place = STR_EMPTY,
		.heading = parts_heading(mem, c->v->lang, action),
		.url = link_action(mem, c->v->lang, action->slug),
		.note = STR_EMPTY,
	};
}

// The activities of an action that were in this country; the action alone when none says so.
static bool add_events_there(const struct collecting *c, const struct portfolio_action *action,
	struct country_events *events, struct err *err)
{
	struct activities activities;
	size_t before = events->n;

	if (!dossier_activities(c->v->mem, c->v->db, action->id, &activities, err))
		return false;
	for (size_t i = 0; i < activities.n; i++) {
		const struct activity *a = &activities.p[i];
		struct country_event event = event_of(c, action);
		if (!str_eq(a->iso2, c->iso2))
			continue;
		event.date = date_text_period(c->v->mem, c->v->lang, a->period);
		event.family = activity_family_table[strip_family(a->type)].slug;
		event.type = code_name_of(&code_activity_types, a->type, c->v->lang->code);
		event.place = a->place;
		VEC_ADD(c->v->mem, events, event);
	}
	if (events->n == before)
		VEC_ADD(c->v->mem, events, event_of(c, action));
	return true;
}

static bool collect_events(const struct collecting *c, const struct portfolio_hits *hits,
	struct country_events *events, struct err *err)
{
	for (size_t i = 0; i < hits->n && i < EVENTS_MAX; i++)
		if (!add_events_there(c, &c->v->portfolio->action[hits->p[i]], events, err))
			return false;
	return true;
}

static bool collect_lent(
	const struct collecting *c, const struct portfolio_hits *hits, struct err *err)
{
	for (size_t i = 0; i < hits->n && i < EVENTS_MAX; i++) {
		const struct portfolio_action *action = &c->v->portfolio->action[hits->p[i]];
		struct country_event event = event_of(c, action);
		struct dossier *d;
		if (!dossier_by_id(c->v->mem, c->v->db, action->id, false, &d, err))
			return false;
		for (size_t k = 0; d && k < d->experts.n && !event.note.n; k++)
			if (str_eq(d->experts.p[k].iso2, c->iso2) &&
				!str_eq(d->experts.p[k].kind, S("unspecified")))
				event.note = code_name_of(
					&code_expert_kinds, d->experts.p[k].kind, c->v->lang->code);
		VEC_ADD(c->v->mem, &c->view->lent, event);
	}
	return true;
}

static void add_outputs(
	const struct collecting *c, const struct portfolio_action *action, const struct dossier *d)
{
	struct str lang = c->v->lang->code;

	for (size_t i = 0; i < d->outputs.n; i++) {
		const struct output *o = &d->outputs.p[i];
		VEC_ADD(c->v->mem, &c->view->outputs,
			((struct country_output){.name = o->name,
				.date = date_text(c->v->mem, c->v->lang, o->status_date),
				.status = str_eq(o->status, S("unknown"))
					? STR_EMPTY
					: code_name_of(&code_output_statuses, o->status, lang),
				.type = code_name_of(&code_output_types, o->type, lang),
				.heading = parts_heading(c->v->mem, c->v->lang, action),
				.url = link_action(c->v->mem, c->v->lang, action->slug)}));
	}
}

static bool collect_outputs(
	const struct collecting *c, const struct portfolio_hits *hits, struct err *err)
{
	for (size_t i = 0; i < hits->n && i < ROWS_MAX; i++) {
		const struct portfolio_action *action = &c->v->portfolio->action[hits->p[i]];
		struct dossier *d;
		// What a regional action drafted is not of this country alone.
		if (!action->output_n || !str_eq(action->iso2, c->iso2))
			continue;
		if (!dossier_by_id(c->v->mem, c->v->db, action->id, false, &d, err))
			return false;
		if (d)
			add_outputs(c, action, d);
	}
	return true;
}

static void fill_names(const struct collecting *c)
{
	for (size_t i = 0; i < lang_n; i++) {
		struct str name = country_name(c->country, lang_all[i]->code);
		if (lang_all[i] != c->v->lang && !str_eq(name, c->view->name))
			VEC_ADD(c->v->mem, &c->view->names,
				((struct country_name_in){lang_all[i]->code, name}));
	}
}

// The facility's region, and the sub-region when it holds an action.
static void fill_regions(const struct collecting *c)
{
	struct visit *v = c->v;

	for (size_t i = 0; i < region_table_n; i++) {
		const struct code *region = &v->portfolio->regions.code[i];
		struct bitset members = code_region_countries((int)i);
		if (!bitset_has(&members, c->country))
			continue;
		if (str_eq(region->group, S("facility"))) {
			c->view->region = code_name(region, v->lang->code);
			c->view->region_url = link_region(v->mem, v->lang, region->slug);
		}
		if (str_eq(region->code, country_table[c->country].m49) &&
			str_eq(region->group, S("m49"))) {
			c->view->sub_region = code_name(region, v->lang->code);
			c->view->sub_region_url = link_region(v->mem, v->lang, region->slug);
		}
	}
}

static struct country_show_view view_of(struct visit *v, int country)
{
	struct world_map_view map = {.extent = WORLD_MAP_LOCATOR, .country = country};

	return (struct country_show_view){
		.name = country_name(country, v->lang->code),
		.iso2 = country_table[country].iso2,
		.list_url = link_to(v->mem, v->lang, S("/countries")),
		.region = STR_EMPTY,
		.sub_region = STR_EMPTY,
		.all_url = STR_EMPTY,
		.lent_url = STR_EMPTY,
		.locator = world_map_figure_of(v->mem, v->lang, v->portfolio, &map, STR_EMPTY),
		.is_foreign = parts_is_foreign(v->lang),
	};
}

// The numbers of actions by role, in the order of the sentence.
enum { CLAUSE_N = 5 };

static struct str lead_of(const struct collecting *c, const size_t n[static CLAUSE_N])
{
	const struct lang *lang = c->v->lang;
	const struct str clauses[CLAUSE_N] = {
		lang_plural(lang, _("{n} action of its own"), _("{n} actions of its own"), n[0]),
		lang_plural(
			lang, _("{n} together with others"), _("{n} together with others"), n[1]),
		lang_plural(lang, _("host to {n} action for others"),
			_("host to {n} actions for others"), n[2]),
		lang_plural(lang, _("took part in {n} action for others"),
			_("took part in {n} actions for others"), n[3]),
		lang_plural(lang, _("lent experts to {n} action"), _("lent experts to {n} actions"),
			n[4]),
	};
	struct str joint = lang_text(lang, _("; "));
	struct buf lead = buf_new(c->v->mem, 4096);

	for (size_t i = 0; i < CLAUSE_N; i++) {
		struct lang_arg arg = {S("n"), str_format(c->v->mem, "%zu", n[i])};
		if (!n[i])
			continue;
		if (lead.n)
			buf_add(&lead, joint);
		buf_add(&lead, lang_fill(c->v->mem, clauses[i], &arg, 1));
	}
	return buf_str(&lead);
}

static bool collect(
	const struct collecting *c, const struct portfolio_hits *served, struct err *err)
{
	struct visit *v = c->v;
	const struct portfolio *p = v->portfolio;
	struct country_show_view *view = c->view;
	static const struct rows_look look = {.heading = 3};
	struct portfolio_hits hosted = selection_of(v->mem, p, selection_hosts, c->country);
	struct portfolio_hits part = selection_of(v->mem, p, selection_participants, c->country);
	struct portfolio_hits lent = selection_of(v->mem, p, selection_lenders, c->country);

	view->action_n = served->n;
	view->lent_n = lent.n;
	view->lead = lead_of(c,
		(const size_t[CLAUSE_N]){selection_national_n(p, served),
			served->n - selection_national_n(p, served), hosted.n, part.n, lent.n});
	view->years = selection_years(v, served);
	view->lenders = selection_countries(v, served, selection_lenders);
	view->themes = selection_themes(v, served, CODE_NONE);
	if (served->n > ROWS_MAX)
		view->all_url = link_to(v->mem, v->lang,
			str_format(v->mem, "/actions?country=%" PRIstr, STR(c->iso2)));
	if (lent.n > EVENTS_MAX)
		view->lent_url = link_to(v->mem, v->lang,
			str_format(v->mem, "/actions?expert=%" PRIstr, STR(c->iso2)));
	view->rows = rows_of(v, served->p, served->n < ROWS_MAX ? served->n : ROWS_MAX, look);
	return collect_events(c, &hosted, &view->hosted, err) &&
		collect_events(c, &part, &view->took_part, err) && collect_lent(c, &lent, err) &&
		collect_outputs(c, served, err);
}

// Codes are upper case; an address in lower case is somebody typing.
static struct str upper(struct arena *mem, struct str code)
{
	struct str copy = str_copy(mem, code);
	char *p = NEW_ARRAY(mem, char, copy.n + 1);

	for (size_t i = 0; i < copy.n; i++)
		p[i] = (char)(copy.p[i] >= 'a' && copy.p[i] <= 'z' ? copy.p[i] - 'a' + 'A'
								   : copy.p[i]);
	return (struct str){p, copy.n};
}

static bool answer(struct visit *v, int country, struct err *err)
{
	struct str iso2 = country_table[country].iso2;
	struct portfolio_hits served = selection_of(
		v->mem, v->portfolio, selection_beneficiaries, country);
	bool is_done;

	if (!selection_data(v, str_join(v->mem, S("/countries/"), iso2), &served, &is_done, err))
		return false;
	if (is_done)
		return true;
	struct country_show_view view = view_of(v, country);
	struct collecting c = {v, &view, country, iso2};
	if (!collect(&c, &served, err))
		return false;
	fill_regions(&c);
	fill_names(&c);
	v->page.title = view.name;
	v->page.section = S("countries");
	v->page.has_map = true;
	v->page.is_unlisted = !view.lead.n;
	country_show_page(&v->t, &view);
	return visit_html(v, err);
}

bool country_show(struct visit *v, struct err *err)
{
	struct str code = upper(v->mem, v->arg[0]);
	int country = country_index(code);

	if (country == COUNTRY_NONE)
		return visit_not_found(v, err);
	if (!str_eq(code, v->arg[0]))
		return visit_redirect(v, 301, link_country(v->mem, v->lang, code));
	return answer(v, country, err);
}
