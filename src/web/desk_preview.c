// SPDX-License-Identifier: EUPL-1.2
// desk_preview — publishes a record in a transaction that is rolled back, and shows the portal's page.
#include "web/desk_preview.h"

#include "store/portfolio.h"
#include "web/links.h"
#include "web/pages.h"
#include "web/route.h"
#include "web/row_shelf.h"
#include "work/desk/publish.h"

enum { WAIT_MS = 1000 };

// ---- what would change

static struct str name_of(struct visit *v, const struct record *record)
{
	return record_name(v->mem, record, v->lang->code);
}

// The changes from what the public sees of the record to what it would see.
static bool part_add(
	struct visit *v, struct desk_preview *preview, const struct record *now, struct err *err)
{
	static const struct record_reach public = {.classes = 1U << FIELD_PUBLIC};
	bool is_open = !now->deleted_at && kind_is_open(now->kind, now->state);
	struct preview_part part = {.kind = visit_text(v, str_c(now->kind->label)),
		.name = name_of(v, now),
		.how = !is_open               ? PREVIEW_GONE
			: now->public_version ? PREVIEW_CHANGED
					      : PREVIEW_NEW};
	struct record *before = NULL;
	if (!is_open && !now->public_version)
		return true;
	if (part.how == PREVIEW_CHANGED) {
		if (!record_load_version(v->mem, v->db, now->id, now->public_version, &before, err))
			return false;
		if (!before)
			return true;
		struct changes changes = record_compare(v->mem, before, now);
		if (!desk_history_changes(v, now->kind, &public, &changes, &part.change, err))
			return false;
		if (before->state != now->state)
			VEC_ADD(v->mem, &part.change,
				((struct change){visit_text(v, _("State")),
					desk_record_state(v, before).label,
					desk_record_state(v, now).label}));
		if (!part.change.n)
			return true;
	}
	VEC_ADD(v->mem, &preview->part, part);
	return true;
}

static bool fill_changes(
	struct visit *v, struct desk_preview *preview, const struct record *record, struct err *err)
{
	struct record_lines parts;
	if (!part_add(v, preview, record, err) ||
		!record_all_parts(v->mem, v->db, record->id, &parts, err))
		return false;
	for (size_t i = 0; i < parts.n; i++) {
		struct record *part;
		if (!record_load(v->mem, v->db, parts.p[i].id, &part, err))
			return false;
		if (part && part->kind->publishing == PUBLISHED_WITH_OWNER &&
			!part_add(v, preview, part, err))
			return false;
	}
	return true;
}

// ---- the state that it would be in

// The move that would open the record to the public; NULL when no one move does.
static const struct move *opening(const struct record *record)
{
	const struct kind *kind = record->kind;
	for (size_t i = 0; i < kind->move_n; i++)
		if (kind->move[i].from & STATE_BIT(record->state) &&
			kind->state[kind->move[i].to].is_public)
			return &kind->move[i];
	return NULL;
}

// A record that the public may not see in its state is shown as it would be after the next move.
static void open_up(struct visit *v, struct record *record, struct desk_preview *preview)
{
	const struct kind *kind = record->kind;
	if (kind_is_open(kind, record->state))
		return;
	const struct move *move = opening(record);
	int state = 0;
	while (!move && (size_t)state + 1 < kind->state_n && !kind->state[state].is_public)
		state++;
	struct lang_arg args[] = {
		{S("state"), visit_text(v, str_c(kind->state[record->state].label))},
		{S("move"), move ? visit_text(v, str_c(move->label)) : STR_EMPTY}};
	preview->not_yet = move
		? lang_fill(v->mem,
			  visit_text(v,
				  _("It is “{state}”: before it can be published, “{move}” is "
				    "needed.")),
			  args, 2)
		: lang_fill(v->mem,
			  visit_text(v,
				  _("It is “{state}”: the public does not see it in this state.")),
			  args, 1);
	record->state = move ? move->to : state;
}

// ---- the page

// What the public would see is the database of this visit from now on.
static bool look_as_public(struct visit *v, struct db *db, struct err *err)
{
	struct portfolio *portfolio;
	if (!portfolio_load(v->mem, db, &portfolio, err))
		return false;
	v->db = db;
	v->portfolio = v->page.portfolio = portfolio;
	v->shelf = row_shelf_new(v->mem, portfolio->n, 0);
	return true;
}

static bool publish_and_show(struct visit *v, struct record *record, struct err *err)
{
	const struct lang *ignored;
	struct people_act act;
	AUTO_TXN txn = {0}; // never committed
	struct record_edit edit = {
		.record = record, .at = v->now, .what = S("make-public"), .why = STR_EMPTY};
	struct record *public;
	struct str path;
	unsigned other;
	bool saved;
	if (!visit_act(v, &act, err) || !db_begin(act.db, WAIT_MS, &txn, err) ||
		!record_save(v->mem, act.db, &edit, &saved, err))
		return false;
	if (!saved)
		return err_set(err, ERR_CONFLICT, "the record was changed a moment ago");
	if (!publish_record(v->mem, act.db, record, v->now, err) ||
		!record_load(v->mem, act.db, record->id, &public, err) ||
		!desk_public_path(v->mem, act.db, public, &path, err) ||
		!look_as_public(v, act.db, err))
		return false;
	const struct route *route = route_find(
		HTTP_GET, link_to(v->mem, v->lang, path), &ignored, v->arg, &other);
	return route ? route->handle(v, err) : visit_not_found(v, err);
}

bool desk_preview_show(struct visit *v, struct err *err)
{
	const struct kind *kind = desk_record_kind(v);
	const struct lang *asked = lang_find(visit_param(v, S("lang")));
	struct desk_preview *preview = NEW(v->mem, struct desk_preview);
	struct record *record = NULL;
	if (kind && kind->publishing == PUBLISHED_BY_STEP &&
		!desk_record_load(v, kind, &record, err))
		return false;
	if (!record || record->deleted_at)
		return visit_not_found(v, err);
	if (asked)
		v->lang = v->page.lang = v->t.lang = asked;
	preview->url = desk_record_url(v->mem, kind, record->id, STR_EMPTY);
	preview->name = desk_record_name(v, record);
	preview->csrf = v->desk.csrf;
	if (!desk_public_fill(v, record, &preview->public, err))
		return false;
	preview->public.preview_url = STR_EMPTY;
	preview->not_yet = STR_EMPTY;
	open_up(v, record, preview);
	if (!fill_changes(v, preview, record, err))
		return false;
	v->page.preview = preview;
	return publish_and_show(v, record, err);
}
