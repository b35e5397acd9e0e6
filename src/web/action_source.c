// SPDX-License-Identifier: EUPL-1.2
// action_source — the sentence each fact was read from: the entry as printed, with every fact
// marked and the chosen one strongest.
#include "web/action_source.h"

#include "format/date_text.h"
#include "model/kind_list.h"
#include "store/dossier.h"
#include "store/fact.h"
#include "store/source.h"
#include "web/action_show.h"
#include "web/claim_words.h"
#include "web/desk_review.h"
#include "web/links.h"
#include "web/pages.h"
#include "web/parts.h"
#include "work/dossier_entry.h"

enum { CHARSET_LOOK = 64 * 1024, ENTRY_BYTES_MAX = 2 * 1024 * 1024 };

static const struct str certainties[SOURCE_GROUP_N] = {
	S_INIT("stated"), S_INIT("inferred"), S_INIT("corrected")};

struct showing {
	struct visit *v;
	const struct dossier *d;
	const struct claim *chosen; // or NULL
	struct corrections corrections;
	struct action_source_view *view;
};

// The claim that ?fact=record.number.field names, or NULL.
static const struct claim *claim_named(const struct dossier *d, struct str name)
{
	struct str_split parts = {.rest = name, .sep = '.'};
	struct str record, number, field;
	int64_t n;

	if (!str_next(&parts, &record) || !str_next(&parts, &number) || !str_next(&parts, &field) ||
		!str_int(number, &n))
		return NULL;
	return dossier_claim(d, record, n, field);
}

static struct str claim_url(const struct showing *s, const struct claim *c)
{
	if (!c->span_length)
		return STR_EMPTY;
	return link_source(
		s->v->mem, s->v->lang, s->d->action.slug, c->record, c->number, c->field);
}

// Whole texts would mark the whole page: they are marked only when chosen.
static bool is_whole_text(const struct claim *c)
{
	return str_eq(c->record, S("action")) &&
		(str_eq(c->field, S("heading")) || str_eq(c->field, S("objective")) ||
			str_eq(c->field, S("summary")));
}

static struct facsimile_spans spans_of(const struct showing *s)
{
	struct facsimile_spans spans = {0};

	if (s->chosen && s->chosen->span_length)
		VEC_ADD(s->v->mem, &spans,
			((struct facsimile_span){.offset = s->chosen->span_offset,
				.length = s->chosen->span_length,
				.class = s->chosen->certainty,
				.url = STR_EMPTY,
				.is_chosen = true}));
	for (size_t i = 0; i < s->d->claims.n; i++) {
		const struct claim *c = &s->d->claims.p[i];
		if (c == s->chosen || !c->span_length || is_whole_text(c))
			continue;
		VEC_ADD(s->v->mem, &spans,
			((struct facsimile_span){.offset = c->span_offset,
				.length = c->span_length,
				.class = c->certainty,
				.url = claim_url(s, c)}));
	}
	return spans;
}

static bool is_about(const struct correction *correction, const struct claim *claim)
{
	return str_eq(correction->record, claim->record) && correction->number == claim->number &&
		str_eq(correction->field, claim->field);
}

static bool is_corrected(const struct showing *s, const struct claim *claim)
{
	for (size_t i = 0; i < s->corrections.n; i++)
		if (is_about(&s->corrections.p[i], claim))
			return true;
	return false;
}

static void fill_groups(struct showing *s)
{
	struct visit *v = s->v;

	for (size_t i = 0; i < SOURCE_GROUP_N; i++)
		s->view->group[i].name = claim_words_certainty(v->lang, certainties[i]);
	for (size_t i = 0; i < s->d->claims.n; i++) {
		const struct claim *c = &s->d->claims.p[i];
		size_t group = 0;
		for (size_t k = 0; k < SOURCE_GROUP_N; k++)
			if (str_eq(c->certainty, certainties[k]))
				group = k;
		VEC_ADD(v->mem, &s->view->group[group].facts,
			((struct source_fact){
				.subject = claim_words_subject(v->mem, v->lang, c),
				.value = claim_words_value(v->mem, v->lang, s->d, c),
				.rule = claim_words_rule(v->lang, c->rule),
				.url = claim_url(s, c),
				.is_quoted = claim_words_is_quoted(c) && s->view->is_foreign,
				.is_chosen = c == s->chosen,
				.is_corrected = is_corrected(s, c),
			}));
	}
}

static struct str bytes_of(const struct showing *s, struct str entry, const struct claim *c)
{
	int64_t from = c->span_offset - s->d->action.span_offset;

	if (from < 0)
		return STR_EMPTY;
	return str_sub(entry, (size_t)from, (size_t)(from + c->span_length));
}

static void fill_chosen(struct showing *s, struct str entry, struct facsimile_form form)
{
	const struct claim *c = s->chosen;
	struct action_source_view *view = s->view;
	struct visit *v = s->v;

	view->back_url = view->action_url;
	if (!c)
		return;
	view->has_chosen = true;
	view->subject = claim_words_subject(v->mem, v->lang, c);
	view->chosen = (struct shown_fact){
		.text = claim_words_value(v->mem, v->lang, s->d, c),
		.url = STR_EMPTY,
		.class = STR_EMPTY,
		.is_foreign = claim_words_is_quoted(c) && view->is_foreign,
	};
	view->meaning = claim_words_meaning(v->lang, c->certainty);
	view->rule = claim_words_rule(v->lang, c->rule);
	view->printed = STR_EMPTY;
	if (str_eq(c->certainty, S("corrected")))
		view->printed = facsimile_words(v->mem, bytes_of(s, entry, c), form);
	if (str_eq(c->record, S("activity")))
		view->back_url = str_format(
			v->mem, "%" PRIstr "#a%lld", STR(view->action_url), (long long)c->number);
}

// The values behind the chosen fact that the desk has corrected, or taken away.
static bool fill_changes(struct showing *s, struct err *err)
{
	struct visit *v = s->v;

	for (size_t i = 0; s->chosen && i < s->corrections.n; i++) {
		const struct correction *c = &s->corrections.p[i];
		const struct kind *kind = kind_named(c->record);
		struct source_change change;
		if (!is_about(c, s->chosen))
			continue;
		if (!kind)
			kind = &kind_action;
		change.label = desk_history_unit(v, kind, c->path);
		change.when = desk_record_moment(v, c->corrected_at);
		if (!desk_review_words(v, kind, c->path, c->printed, &change.printed, err) ||
			!desk_review_words(v, kind, c->path, c->decided, &change.decided, err))
			return false;
		VEC_ADD(v->mem, &s->view->change, change);
	}
	return true;
}

// The entry's bytes, and how its page is written.
static bool load_entry(struct visit *v, const struct action *a, struct str *ret_entry,
	struct facsimile_form *ret_form, struct err *err)
{
	int64_t n = a->span_length < ENTRY_BYTES_MAX ? a->span_length : ENTRY_BYTES_MAX;
	struct str head;

	if (!source_piece(v->mem, v->db, a->source_id, 0, CHARSET_LOOK, &head, err) ||
		!source_piece(v->mem, v->db, a->source_id, a->span_offset, n, ret_entry, err))
		return false;
	*ret_form = facsimile_form_of(head);
	return true;
}

static void fill_head(
	struct showing *s, const struct portfolio_action *action, const struct source *source)
{
	const struct action *a = &s->d->action;
	struct visit *v = s->v;
	struct action_source_view *view = s->view;
	struct str place = parts_place(v->lang, a->iso2, a->place);

	view->list_url = link_to(v->mem, v->lang, S("/actions"));
	view->action_url = link_action(v->mem, v->lang, a->slug);
	view->heading_place = action_label_of(v->mem, place, a->phase);
	view->heading_title = a->title;
	view->has_heading = a->heading.n > 0;
	view->is_foreign = parts_is_foreign(v->lang);
	view->is_missing = !s->chosen && visit_param(v, S("fact")).n > 0;
	view->file = source ? source->name : STR_EMPTY;
	view->as_of = date_text(v->mem, v->lang, action->as_of);
	view->from = a->span_offset;
	view->to = a->span_offset + a->span_length;
}

bool action_source(struct visit *v, struct err *err)
{
	struct action_source_view view = {.from = 0};
	struct source *source;
	struct dossier *d;
	struct facsimile_form form;
	struct str entry;

	if (!dossier_by_slug(v->mem, v->db, v->arg[0], true, &d, err))
		return false;
	const struct portfolio_action *action = d ? portfolio_find(v->portfolio, d->action.id)
						  : NULL;
	if (!action)
		return action_moved(v, S("/source"), err);
	if (!source_load(v->mem, v->db, d->action.source_id, &source, err) ||
		!load_entry(v, &d->action, &entry, &form, err))
		return false;
	struct showing s = {
		.v = v, .d = d, .chosen = claim_named(d, visit_param(v, S("fact"))), .view = &view};
	if (!correction_list(v->mem, v->db, d->action.id, &s.corrections, err))
		return false;
	fill_head(&s, action, source);
	fill_groups(&s);
	fill_chosen(&s, entry, form);
	if (!fill_changes(&s, err))
		return false;
	struct facsimile_spans spans = spans_of(&s);
	view.facsimile = facsimile_of(v->mem, entry, d->action.span_offset, form, &spans);
	struct lang_arg heading = {S("heading"), parts_heading(v->mem, v->lang, action)};
	v->page.title = lang_fill(v->mem, visit_text(v, _("Source of {heading}")), &heading, 1);
	v->page.section = S("actions");
	v->page.is_unlisted = v->request->query.n > 0;
	action_source_page(&v->t, &view);
	return visit_html(v, err);
}
