// SPDX-License-Identifier: EUPL-1.2
// desk_public — how a record stands with the public, and what can be done about it.
#include "web/desk_record.h"

#include "format/date_text.h"
#include "store/dossier.h"
#include "store/record_origin.h"
#include "store/record_release.h"
#include "web/links.h"

enum { DAY_S = 24 * 60 * 60 };

bool desk_public_path(struct arena *mem, struct db *db, const struct record *record,
	struct str *ret_path, struct err *err)
{
	struct record_origin origin;
	struct dossier *dossier = NULL;
	struct str pattern = record->kind->shown_at;
	size_t hole = str_find(pattern, S("{}"), 0);
	*ret_path = STR_EMPTY;
	if (!record->public_version || !pattern.n)
		return true;
	if (!record->kind->in_tables) {
		*ret_path = exhibit_path(mem, record);
		return true;
	}
	if (!record_origin_load(mem, db, record->id, &origin, err) ||
		(origin.record_id &&
			!dossier_by_id(mem, db, origin.action_id, false, &dossier, err)))
		return false;
	if (dossier)
		*ret_path = str_join(mem, str_sub(pattern, 0, hole), dossier->action.slug);
	return true;
}

// What the portal shows of the record is older than what the desk has, in itself or in a part.
static bool find_behind(
	struct visit *v, const struct record *record, struct desk_public *public, struct err *err)
{
	struct record_lines behind;
	public->is_behind = public->is_public && record->public_version != record->version;
	if (record->kind->publishing != PUBLISHED_BY_STEP)
		return true;
	if (!record_unpublished(v->mem, v->db, record->id, &behind, err))
		return false;
	for (size_t i = 0; public->is_public && i < behind.n; i++) {
		bool is_older = record_is_behind(&behind.p[i]);
		public->is_behind = public->is_behind || is_older;
	}
	return true;
}

// A day; with the hour when it does not begin at midnight.
static struct str moment_words(struct visit *v, int64_t at)
{
	if (at % DAY_S)
		return desk_record_moment(v, at);
	return date_text(v->mem, v->lang, date_of_day((int32_t)(at / DAY_S)));
}

// What this visitor may do about a record that is published by a step.
static void fill_steps(struct visit *v, const struct record *record, struct desk_public *public)
{
	bool is_open = !record->deleted_at && kind_is_open(record->kind, record->state);
	bool may_write = right_ask(&v->desk.holder, RIGHT_WRITE) == RIGHT_GRANTED;
	bool may = right_ask(&v->desk.holder, RIGHT_PUBLISH) == RIGHT_GRANTED;
	struct str preview = desk_record_url(v->mem, record->kind, record->id, S("/preview"));
	public->preview_url = may_write && !record->deleted_at ? preview : STR_EMPTY;
	public->may_publish = may && is_open && (public->is_behind || !public->is_public);
	public->may_take_back = may && public->is_public;
}

bool desk_public_fill(struct visit *v, const struct record *record, struct desk_public *ret_public,
	struct err *err)
{
	struct desk_public public = {.is_public = record->public_version > 0};
	struct record_release release;
	struct str path;
	if (!find_behind(v, record, &public, err) ||
		!desk_public_path(v->mem, v->db, record, &path, err) ||
		!record_release_load(v->mem, v->db, record->id, &release, err))
		return false;
	public.url = path.n ? link_to(v->mem, v->lang, path) : STR_EMPTY;
	public.due = release.record_id ? moment_words(v, release.due_at) : STR_EMPTY;
	public.preview_url = STR_EMPTY;
	if (record->kind->publishing == PUBLISHED_BY_STEP)
		fill_steps(v, record, &public);
	*ret_public = public;
	return true;
}
