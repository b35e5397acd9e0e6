// SPDX-License-Identifier: EUPL-1.2
// desk_review_show — an action under review: the page on one side, what was read of it on the other.
#include "web/desk_review.h"

#include "store/dossier.h"
#include "store/fact.h"
#include "store/source.h"
#include "web/claim_words.h"
#include "web/pages.h"
#include "web/warning_words.h"

enum { CHARSET_LOOK = 64 * 1024, PIECE_MAX = 2 * 1024 * 1024, AROUND = 400 };

// A page, or the part of it that is shown.
struct paper {
	const struct source *source;
	struct facsimile_form form;
	int64_t from, to;
	struct str bytes;
};

struct showing {
	struct visit *v;
	const struct review *review;
	const struct dossier *dossier;
	const struct findings *errors;
	const struct record *edited; // as its form came back; or NULL
	int64_t chosen;
	bool is_editing;
	VEC(struct paper) paper;
	struct review_view *view;
};

// ---- the review and its right

bool desk_review_load(struct visit *v, struct review *ret_review, struct err *err)
{
	struct review review = {.open_n = 0};
	int64_t id;
	if (str_int(v->arg[0], &id) && !review_load(v->mem, v->db, id, &review, err))
		return false;
	size_t parts = 0;
	for (size_t i = 0; i < review.part.n; i++) {
		struct review_part *part = &review.part.p[i];
		const struct kind *kind = part->record->kind;
		struct record_reach reach = desk_record_reach(v, kind);
		size_t n = 0;
		for (size_t k = 0; k < part->facts.n; k++) {
			const struct property *p = fact_property(kind, part->facts.p[k].path);
			if (!p || record_reach_sees(&reach, p))
				part->facts.p[n++] = part->facts.p[k];
		}
		part->facts.n = n;
		if (record_reach_names(&reach, kind))
			review.part.p[parts++] = *part;
		else if (i == 0)
			break;
	}
	review.part.n = parts;
	*ret_review = review;
	return true;
}

bool desk_review_dossier(struct visit *v, const struct review *review,
	const struct dossier **ret_dossier, struct err *err)
{
	struct dossier *dossier = NULL;
	if (review->action_id &&
		!dossier_by_id(v->mem, v->db, review->action_id, true, &dossier, err))
		return false;
	*ret_dossier = dossier ? dossier : NEW(v->mem, struct dossier);
	return true;
}

static bool stands_at(const struct warning *warning, const struct fact *fact)
{
	return warning->span_length && fact->span_length &&
		warning->span_offset < fact->span_offset + fact->span_length &&
		fact->span_offset < warning->span_offset + warning->span_length;
}

bool desk_review_is_warned(const struct dossier *dossier, const struct fact *fact)
{
	for (size_t i = 0; i < dossier->warnings.n; i++)
		if (fact->source_id == dossier->action.source_id &&
			stands_at(&dossier->warnings.p[i], fact))
			return true;
	return false;
}

// ---- pages

// Texts of many words would mark all of the page: they are marked when they are chosen.
static bool is_long(const struct kind *kind, const struct fact *fact)
{
	const struct property *p = fact_property(kind, fact->path);
	return p && p->type == PROPERTY_PROSE;
}

static struct paper *paper_of(struct showing *s, int64_t source_id)
{
	for (size_t i = 0; i < s->paper.n; i++)
		if (s->paper.p[i].source && s->paper.p[i].source->id == source_id)
			return &s->paper.p[i];
	return NULL;
}

// The entry of the action's page; of another page the lines around what was read of it.
static bool papers_find(struct showing *s, struct err *err)
{
	for (size_t i = 0; i < s->review->part.n; i++)
		for (size_t k = 0; k < s->review->part.p[i].facts.n; k++) {
			const struct fact *fact = &s->review->part.p[i].facts.p[k];
			struct paper *paper = paper_of(s, fact->source_id);
			struct source *source;
			bool is_own = fact->source_id == s->dossier->action.source_id;
			if (!fact->span_length)
				continue;
			int64_t from = fact->span_offset > AROUND ? fact->span_offset - AROUND : 0;
			int64_t to = fact->span_offset + fact->span_length + AROUND;
			if (!paper) {
				if (!source_load(
					    s->v->mem, s->v->db, fact->source_id, &source, err))
					return false;
				if (!source)
					continue;
				paper = VEC_NEW(s->v->mem, &s->paper);
				*paper = (struct paper){.source = source, .from = from, .to = to};
				if (is_own) {
					paper->from = s->dossier->action.span_offset;
					paper->to = paper->from + s->dossier->action.span_length;
				}
			}
			if (!is_own && from < paper->from)
				paper->from = from;
			if (!is_own && to > paper->to)
				paper->to = to;
		}
	return true;
}

static bool paper_load(struct showing *s, struct paper *paper, struct err *err)
{
	int64_t n = paper->to - paper->from < PIECE_MAX ? paper->to - paper->from : PIECE_MAX;
	struct str head;
	if (!source_piece(s->v->mem, s->v->db, paper->source->id, 0, CHARSET_LOOK, &head, err) ||
		!source_piece(
			s->v->mem, s->v->db, paper->source->id, paper->from, n, &paper->bytes, err))
		return false;
	paper->form = facsimile_form_of(head);
	return true;
}

static struct str fact_url(const struct showing *s, const struct fact *fact, const char *more)
{
	return str_format(
		s->v->mem, "?fact=%lld%s#f%lld", (long long)fact->id, more, (long long)fact->id);
}

static void spans_add(const struct showing *s, const struct review_part *part,
	const struct paper *paper, struct facsimile_spans *spans)
{
	for (size_t i = 0; i < part->facts.n; i++) {
		const struct fact *fact = &part->facts.p[i];
		bool is_chosen = fact->id == s->chosen;
		if (fact->source_id != paper->source->id || !fact->span_length ||
			(is_long(part->record->kind, fact) && !is_chosen))
			continue;
		VEC_ADD(s->v->mem, spans,
			((struct facsimile_span){.offset = fact->span_offset,
				.length = fact->span_length,
				.class = fact_is_open(fact) ? fact->certainty : S("settled"),
				.url = fact_url(s, fact, ""),
				.is_chosen = is_chosen}));
	}
}

static bool fill_pages(struct showing *s, struct err *err)
{
	if (!papers_find(s, err))
		return false;
	for (size_t i = 0; i < s->paper.n; i++) {
		struct paper *paper = &s->paper.p[i];
		struct facsimile_spans spans = {0};
		if (!paper_load(s, paper, err))
			return false;
		for (size_t k = 0; k < s->review->part.n; k++)
			spans_add(s, &s->review->part.p[k], paper, &spans);
		VEC_ADD(s->v->mem, &s->view->page,
			((struct review_page){.name = paper->source->name,
				.facsimile = facsimile_of(
					s->v->mem, paper->bytes, paper->from, paper->form, &spans),
				.has_heading = s->dossier->action.heading.n > 0 &&
					paper->from == s->dossier->action.span_offset}));
	}
	return true;
}

// ---- facts

static struct str quote_of(
	const struct showing *s, const struct paper *paper, const struct fact *fact)
{
	int64_t from = fact->span_offset - paper->from;
	if (!fact->span_length || from < 0)
		return STR_EMPTY;
	struct str bytes = str_sub(paper->bytes, (size_t)from, (size_t)(from + fact->span_length));
	return facsimile_words(s->v->mem, bytes, paper->form);
}

// The first fact that has the passage: its mark on the page serves all of them.
static struct str mark_of(const struct showing *s, const struct fact *fact)
{
	for (size_t i = 0; i < s->review->part.n; i++)
		for (size_t k = 0; k < s->review->part.p[i].facts.n; k++) {
			const struct fact *other = &s->review->part.p[i].facts.p[k];
			if (other->source_id == fact->source_id && other->span_length &&
				other->span_offset == fact->span_offset &&
				other->span_length == fact->span_length)
				return str_of_int(s->v->mem, other->id);
		}
	return str_of_int(s->v->mem, fact->id);
}

static struct str state_words(const struct visit *v, struct str state)
{
	return str_eq(state, S("accepted"))     ? visit_text(v, _("accepted"))
		: str_eq(state, S("corrected")) ? visit_text(v, _("corrected"))
		: str_eq(state, S("rejected"))  ? visit_text(v, _("rejected"))
						: visit_text(v, _("open"));
}

static bool decided_words(
	struct showing *s, const struct fact *fact, struct review_fact *one, struct err *err)
{
	one->state = fact->state;
	one->state_name = state_words(s->v, fact->state);
	one->why = fact->why;
	one->who = one->when = STR_EMPTY;
	if (!fact->decided_at)
		return true;
	one->when = desk_record_moment(s->v, fact->decided_at);
	return desk_history_who(s->v, fact->account_id, &one->who, err);
}

static void fill_warnings(const struct showing *s, const struct fact *fact, struct review_fact *one)
{
	if (!fact_is_open(fact) || fact->source_id != s->dossier->action.source_id)
		return;
	for (size_t i = 0; i < s->dossier->warnings.n; i++)
		if (stands_at(&s->dossier->warnings.p[i], fact))
			VEC_ADD(s->v->mem, &one->warning,
				warning_words(s->v->mem, s->v->lang, s->dossier,
					&s->dossier->warnings.p[i]));
}

// Other pages that tell the same value otherwise, and the one that stands.
static bool fill_others(struct showing *s, const struct review_part *part, const struct fact *fact,
	struct review_fact *one, struct err *err)
{
	const struct property *p = fact_property(part->record->kind, fact->path);
	if (!p || p->type == PROPERTY_ROWS || p->flags & PROPERTY_MANY)
		return true;
	for (size_t i = 0; i < part->facts.n; i++) {
		const struct fact *other = &part->facts.p[i];
		struct review_other told = {.page = STR_EMPTY};
		const struct paper *paper = paper_of(s, other->source_id);
		if (other == fact || !str_eq(other->path, fact->path) ||
			str_eq(other->text, fact->text) || !other->text.n ||
			(fact->is_change && str_eq(other->text, fact->was)))
			continue;
		if (!desk_review_words(
			    s->v, part->record->kind, other->path, other->text, &told.value, err))
			return false;
		if (paper)
			told.page = paper->source->name;
		told.is_now = str_eq(fact_present(s->v->mem, part->record, fact), other->text);
		VEC_ADD(s->v->mem, &one->other, told);
	}
	return true;
}

// The form of the unit alone: of all that the record's form would hold.
static bool fill_form(struct showing *s, const struct review_part *part, const struct fact *fact,
	struct review_fact *one, struct err *err)
{
	struct record_reach reach = desk_record_reach(s->v, part->record->kind);
	const struct record *record = s->edited ? s->edited : part->record;
	struct str now = fact_present(s->v->mem, part->record, fact);
	size_t number = fact_number(s->v->mem, part->record, fact->path, now);
	const struct record_form_matter matter = {s->v->lang, record, s->errors, &reach};
	const struct property *p = fact_property(part->record->kind, fact->path);
	struct record_form form;
	struct str row = str_of_int(s->v->mem, (int64_t)number);
	if (!record_form_make(s->v->mem, s->v->db, &matter, &form, err))
		return false;
	for (size_t i = 0; i < form.group.n; i++) {
		struct record_group group = form.group.p[i];
		size_t n = 0;
		if (group.rows.n && !(str_eq(group.rows, p->name) && str_eq(group.row, row)))
			continue;
		for (size_t k = 0; k < group.field.n; k++) {
			const struct record_field *field = &group.field.p[k];
			bool is_its = group.rows.n || str_eq(field->name, fact->path) ||
				(p->flags & PROPERTY_MANY && str_eq(field->name, p->name));
			if (is_its)
				group.field.p[n++] = *field;
		}
		group.field.n = n;
		if (n)
			VEC_ADD(s->v->mem, &one->group, group);
	}
	return true;
}

static bool fill_value(struct showing *s, const struct review_part *part, const struct fact *fact,
	struct review_fact *one, struct err *err)
{
	const struct kind *kind = part->record->kind;
	struct str now = fact_present(s->v->mem, part->record, fact);
	one->label = desk_history_unit(s->v, kind, fact->path);
	one->was = one->now = STR_EMPTY;
	if (!desk_review_words(s->v, kind, fact->path, fact->text, &one->value, err) ||
		(fact->is_change &&
			!desk_review_words(s->v, kind, fact->path, fact->was, &one->was, err)))
		return false;
	one->is_gone = !now.n;
	// What the page told before need not be said twice.
	return str_eq(now, fact->text) || (fact->is_change && str_eq(now, fact->was)) ||
		desk_review_words(s->v, kind, fact->path, now, &one->now, err);
}

// The passage, when it says more than the value; its page, when it is another than the action's.
static void fill_passage(struct showing *s, const struct fact *fact, struct review_fact *one)
{
	const struct paper *paper = paper_of(s, fact->source_id);
	bool is_own = fact->source_id == s->dossier->action.source_id;
	one->quote = one->page = STR_EMPTY;
	if (!paper)
		return;
	if (!one->is_prose)
		one->quote = quote_of(s, paper, fact);
	if (str_eq(one->quote, one->value))
		one->quote = STR_EMPTY;
	if (!is_own)
		one->page = paper->source->name;
}

static void fact_count_in(struct review_view *view, const struct review_fact *one)
{
	bool is_as_read = !one->now.n && !one->is_gone && !one->is_change;
	view->open_n += one->is_open;
	view->sure_n += one->is_open && is_as_read && str_eq(one->class_, S("stated")) &&
		!one->warning.n;
	view->all_n++;
}

static struct review_fact fact_head(
	const struct showing *s, const struct review_part *part, const struct fact *fact)
{
	const struct property *p = fact_property(part->record->kind, fact->path);
	struct review_fact one = {.id = fact->id,
		.class_ = fact->certainty,
		.certainty = STR_EMPTY,
		.rule = claim_words_rule(s->v->lang, fact->rule),
		.url = fact_url(s, fact, ""),
		.edit_url = fact_url(s, fact, "&edit=1"),
		.mark = mark_of(s, fact),
		.is_open = fact_is_open(fact),
		.is_change = fact->is_change,
		.is_chosen = fact->id == s->chosen,
		.is_prose = p && p->type == PROPERTY_PROSE,
		.can_correct = p && fact_present(s->v->mem, part->record, fact).n};
	if (fact->certainty.n)
		one.certainty = claim_words_certainty(s->v->lang, fact->certainty);
	return one;
}

static bool fact_fill(struct showing *s, const struct review_part *part, const struct fact *fact,
	struct review_record *record, struct err *err)
{
	struct review_fact one = fact_head(s, part, fact);
	bool is_formed = one.is_chosen && s->is_editing && one.can_correct;
	fill_warnings(s, fact, &one);
	if (!fill_value(s, part, fact, &one, err) || !decided_words(s, fact, &one, err) ||
		!fill_others(s, part, fact, &one, err) ||
		(is_formed && !fill_form(s, part, fact, &one, err)))
		return false;
	fill_passage(s, fact, &one);
	fact_count_in(s->view, &one);
	VEC_ADD(s->v->mem, &record->fact, one);
	return true;
}

static bool record_fill(struct showing *s, const struct review_part *part, struct err *err)
{
	const struct kind *kind = part->record->kind;
	struct review_record record = {.name = desk_record_name(s->v, part->record),
		.kind = visit_text(s->v, str_c(kind->label)),
		.url = desk_record_url(s->v->mem, kind, part->record->id, STR_EMPTY),
		.state = desk_record_state(s->v, part->record),
		.is_deleted = part->record->deleted_at > 0};
	for (size_t i = 0; i < part->facts.n; i++)
		if (!fact_fill(s, part, &part->facts.p[i], &record, err))
			return false;
	VEC_ADD(s->v->mem, &s->view->record, record);
	return true;
}

// Warnings that stand at no fact.
static void loose_warnings(struct showing *s)
{
	for (size_t i = 0; i < s->dossier->warnings.n; i++) {
		const struct warning *warning = &s->dossier->warnings.p[i];
		bool has_place = false;
		for (size_t k = 0; k < s->review->part.n; k++)
			for (size_t j = 0; j < s->review->part.p[k].facts.n; j++)
				has_place = has_place ||
					stands_at(warning, &s->review->part.p[k].facts.p[j]);
		if (!has_place)
			VEC_ADD(s->v->mem, &s->view->warning,
				warning_words(s->v->mem, s->v->lang, s->dossier, warning));
	}
}

// ---- the page

// The actions before and behind this one that wait.
static bool fill_neighbours(struct showing *s, struct err *err)
{
	struct fact_owners all;
	int64_t id = s->review->part.p[0].record->id, before = 0, behind = 0, first = 0;
	bool is_behind = false;
	s->view->back = s->view->on = STR_EMPTY;
	if (!fact_waiting(s->v->mem, s->v->db, &all, err))
		return false;
	for (size_t i = 0; i < all.n; i++) {
		is_behind = is_behind || all.p[i] == id;
		if (all.p[i] == id)
			continue;
		first = first ? first : all.p[i];
		before = is_behind ? before : all.p[i];
		behind = is_behind && !behind ? all.p[i] : behind;
	}
	// Of one that waits no more nobody knows what was behind it: the first then is the next.
	if (!is_behind) {
		before = 0;
		behind = first;
	}
	if (before)
		s->view->back = str_format(s->v->mem, "/desk/review/%lld", (long long)before);
	if (behind)
		s->view->on = str_format(s->v->mem, "/desk/review/%lld", (long long)behind);
	return true;
}

// The fact of the address, or the first that is open.
static int64_t chosen_of(const struct showing *s)
{
	int64_t first = 0, id = 0;
	bool is_there = false;
	(void)!str_int(visit_param(s->v, S("fact")), &id);
	if (s->v->request->method == HTTP_POST)
		(void)!str_int(visit_field(s->v, S("correct")), &id);
	for (size_t i = 0; i < s->review->part.n; i++)
		for (size_t k = 0; k < s->review->part.p[i].facts.n; k++) {
			const struct fact *fact = &s->review->part.p[i].facts.p[k];
			is_there = is_there || fact->id == id;
			if (!first && fact_is_open(fact))
				first = fact->id;
		}
	return is_there ? id : first;
}

bool desk_review_send(struct visit *v, const struct review *review, const struct findings *errors,
	const struct record *record, struct err *err)
{
	const struct record *owner = review->part.p[0].record;
	struct review_view view = {.name = desk_record_name(v, owner),
		.url = str_format(v->mem, "/desk/review/%lld", (long long)owner->id),
		.record_url = desk_record_url(v->mem, owner->kind, owner->id, STR_EMPTY),
		.queue_url = S("/desk/review"),
		.form = desk_layout_form(v),
		.may_write = desk_record_reach(v, owner->kind).may_write};
	struct showing s = {.v = v,
		.review = review,
		.errors = errors,
		.edited = record,
		.is_editing = errors || visit_param(v, S("edit")).n,
		.view = &view};
	s.chosen = view.chosen = chosen_of(&s);
	struct desk_public public = {.is_behind = false};
	if (!desk_review_dossier(v, review, &s.dossier, err) || !fill_pages(&s, err) ||
		!fill_neighbours(&s, err) || !desk_public_fill(v, owner, &public, err))
		return false;
	view.is_behind = public.is_behind;
	for (size_t i = 0; i < review->part.n; i++)
		if (!record_fill(&s, &review->part.p[i], err))
			return false;
	loose_warnings(&s);
	if (errors)
		view.errors = *errors;
	v->page.title = view.name;
	v->page.section = view.queue_url;
	v->page.script = S("review.js");
	desk_review_page(&v->t, &view);
	return visit_html(v, err);
}

bool desk_review_show(struct visit *v, struct err *err)
{
	struct review review;
	if (!desk_review_load(v, &review, err))
		return false;
	if (!review.part.n)
		return visit_not_found(v, err);
	// A part is reviewed with what it is a part of.
	const struct record *record = review.part.p[0].record;
	const struct property *owner = kind_owner(record->kind);
	if (owner && record_get(record, owner->name).n)
		return visit_redirect(v, 302,
			str_join(v->mem, S("/desk/review/"), record_get(record, owner->name)));
	return desk_review_send(v, &review, NULL, NULL, err);
}
