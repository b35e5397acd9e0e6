// SPDX-License-Identifier: EUPL-1.2
// desk_record — a record of the desk as it stands; and what all pages of records share.
#include "web/desk_record.h"

#include "format/date_text.h"
#include "model/country.h"
#include "model/kind_list.h"
#include "store/dossier.h"
#include "store/fact.h"
#include "store/kept_file.h"
#include "store/record_origin.h"
#include "web/desk_aside.h"
#include "web/desk_strip.h"
#include "web/pages.h"
#include "work/desk/review.h"

enum { RECENT_N = 5, CHANGES_N = 4, WAIT_MS = 1000, DAY_S = 24 * 60 * 60 };

const struct kind *desk_record_kind(const struct visit *v)
{
	return kind_at(v->arg[0]);
}

bool desk_record_load(
	struct visit *v, const struct kind *kind, struct record **ret_record, struct err *err)
{
	struct record *record = NULL;
	int64_t id;
	if (kind && str_int(v->arg[1], &id) && !record_load(v->mem, v->db, id, &record, err))
		return false;
	*ret_record = record && record->kind == kind ? record : NULL;
	return true;
}

struct record_reach desk_record_reach(const struct visit *v, const struct kind *kind)
{
	struct record_reach reach = {0};
	for (unsigned i = 0; i < RIGHT_CLASS_N; i++)
		if (right_sees(v->desk.holder.roles, (enum field_class)i))
			reach.classes |= 1u << i;
	reach.may_write = right_ask(&v->desk.holder, (enum right)kind->right) == RIGHT_GRANTED;
	return reach;
}

struct str desk_record_url(
	struct arena *mem, const struct kind *kind, int64_t id, struct str behind)
{
	return str_format(mem, "/desk/records/%" PRIstr "/%lld%" PRIstr, STR(kind->address),
		(long long)id, STR(behind));
}

struct str desk_record_name(const struct visit *v, const struct record *record)
{
	struct record_reach reach = desk_record_reach(v, record->kind);
	if (record->kind->is_single && !kind_name_classes(record->kind))
		return visit_text(v, str_c(record->kind->label));
	if (record_reach_names(&reach, record->kind))
		return record_name(v->mem, record, v->lang->code);
	return str_format(v->mem, "%" PRIstr " %lld",
		STR(visit_text(v, str_c(record->kind->label))), (long long)record->id);
}

static struct str country_words(const struct visit *v, struct str iso2)
{
	int country = country_index(iso2);
	return country == COUNTRY_NONE ? iso2 : country_name(country, v->lang->code);
}

static bool link_words(struct visit *v, struct str text, struct str *ret_words, struct err *err)
{
	struct record *record = NULL;
	int64_t id;
	if (str_int(text, &id) && !record_load(v->mem, v->db, id, &record, err))
		return false;
	*ret_words = record ? desk_record_name(v, record) : text;
	return true;
}

static bool name_of_file(struct visit *v, struct str text, struct str *ret_words, struct err *err)
{
	struct kept_file *file;
	if (!kept_file_find(v->mem, v->db, text, &file, err))
		return false;
	*ret_words = file ? file->name : text;
	return true;
}

bool desk_record_words(struct visit *v, const struct property *property, struct str text,
	struct str *ret_words, struct err *err)
{
	struct period period;
	*ret_words = text;
	switch (property->type) {
	case PROPERTY_CODE:
		*ret_words = code_name_of(property->codes, text, v->lang->code);
		break;
	case PROPERTY_COUNTRY:
		*ret_words = country_words(v, text);
		break;
	case PROPERTY_DATE:
	case PROPERTY_PERIOD:
		if (period_parse(text, &period))
			*ret_words = date_text_period(v->mem, v->lang, period);
		break;
	case PROPERTY_FLAG:
		*ret_words = text.n ? visit_text(v, _("yes")) : text;
		break;
	case PROPERTY_LINK:
	case PROPERTY_RECORD:
		return text.n == 0 || link_words(v, text, ret_words, err);
	case PROPERTY_FILE:
		return text.n == 0 || name_of_file(v, text, ret_words, err);
	default:
		break;
	}
	return true;
}

static struct str period_short(struct arena *mem, struct period period)
{
	struct str start = date_iso(mem, period.start);
	if (period.open)
		return str_format(mem, "%" PRIstr " – …", STR(start));
	if (!date_is_known(period.end) || date_cmp(period.start, period.end) == 0)
		return start;
	return str_format(
		mem, "%" PRIstr " – %" PRIstr, STR(start), STR(date_iso(mem, period.end)));
}

bool desk_record_short(struct visit *v, const struct property *property, struct str text,
	struct str *ret_words, struct err *err)
{
	struct period period;
	bool is_date = property->type == PROPERTY_DATE || property->type == PROPERTY_PERIOD;
	if (!is_date || !period_parse(text, &period))
		return desk_record_words(v, property, text, ret_words, err);
	*ret_words = period_short(v->mem, period);
	return true;
}

struct str desk_record_day(struct arena *mem, int64_t at)
{
	return date_iso(mem, date_of_day((int32_t)(at / DAY_S)));
}

struct str desk_record_moment(const struct visit *v, int64_t at)
{
	struct str day = date_text(v->mem, v->lang, date_of_day((int32_t)(at / DAY_S)));
	int minute = (int)(at % DAY_S / 60);
	return str_format(v->mem, "%" PRIstr ", %02d:%02d UTC", STR(day), minute / 60, minute % 60);
}

struct desk_state desk_record_state(const struct visit *v, const struct record *record)
{
	const struct state *state = &record->kind->state[record->state];
	return (struct desk_state){visit_text(v, str_c(state->label)), state->tone};
}

bool desk_record_write(struct visit *v, struct record *record, struct str what, struct str why,
	bool *ret_saved, struct err *err)
{
	struct people_act act;
	AUTO_TXN txn = {0};
	struct record_edit edit = {.record = record,
		.account_id = v->desk.account->id,
		.at = v->now,
		.what = what,
		.why = why};
	return visit_act(v, &act, err) && db_begin(act.db, WAIT_MS, &txn, err) &&
		record_save(v->mem, act.db, &edit, ret_saved, err) &&
		(!*ret_saved ||
			(review_follow(v->mem, act.db, record, edit.account_id, edit.at, err) &&
				db_commit(&txn, err)));
}

// ---- the page

static void fill_moves(struct visit *v, const struct record *record, struct desk_moves *moves)
{
	const struct kind *kind = record->kind;
	for (size_t i = 0; i < kind->move_n; i++) {
		const struct move *move = &kind->move[i];
		if (record->deleted_at || !(move->from & STATE_BIT(record->state)) ||
			right_ask(&v->desk.holder, (enum right)move->right) != RIGHT_GRANTED)
			continue;
		VEC_ADD(v->mem, moves,
			((struct desk_move){
				move->name, visit_text(v, str_c(move->label)), move->asks_why}));
	}
}

static bool part_add(struct visit *v, struct desk_part_list *list, const struct record_line *line,
	struct err *err)
{
	struct record *part;
	if (!record_load(v->mem, v->db, line->id, &part, err))
		return false;
	if (!part)
		return true;
	struct period period = record_period(part, S("period"));
	VEC_ADD(v->mem, &list->part,
		((struct desk_part){.name = desk_record_name(v, part),
			.url = desk_record_url(v->mem, part->kind, line->id, STR_EMPTY),
			.when = period_short(v->mem, period),
			.start = period.start,
			.state = desk_record_state(v, part),
			.is_public = line->public_version > 0,
			.is_behind = record_is_behind(line)}));
	return true;
}

// By date; those without one keep their order behind the others.
static void parts_sort(struct desk_part_list *list)
{
	for (size_t i = 1; i < list->part.n; i++) {
		struct desk_part part = list->part.p[i];
		size_t k = i;
		for (; k && date_is_known(part.start); k--) {
			struct date before = list->part.p[k - 1].start;
			if (date_is_known(before) && date_cmp(before, part.start) <= 0)
				break;
			list->part.p[k] = list->part.p[k - 1];
		}
		list->part.p[k] = part;
	}
}

// The kinds whose records are parts of this one.
static bool fill_parts(struct visit *v, const struct record *record, struct desk_part_lists *lists,
	struct err *err)
{
	for (size_t i = 0; i < KIND_N; i++) {
		const struct property *owner = kind_owner(kind_list[i]);
		struct record_lines lines;
		if (!owner || !str_eq(owner->target, record->kind->name))
			continue;
		struct desk_part_list list = {.label = visit_text(v, str_c(kind_list[i]->many)),
			.help = visit_text(v, str_c(kind_list[i]->help)),
			.new_url = STR_EMPTY};
		if (desk_record_reach(v, kind_list[i]).may_write)
			list.new_url = str_format(v->mem,
				"/desk/records/%" PRIstr "/new/edit?%" PRIstr "=%lld",
				STR(kind_list[i]->address), STR(owner->name),
				(long long)record->id);
		if (!record_parts(v->mem, v->db, kind_list[i], record->id, &lines, err))
			return false;
		for (size_t k = 0; k < lines.n; k++)
			if (!part_add(v, &list, &lines.p[k], err))
				return false;
		parts_sort(&list);
		VEC_ADD(v->mem, lists, list);
	}
	return true;
}

// The record that this one is a part of.
static bool fill_owner(struct visit *v, const struct record *record, struct desk_record_view *view,
	struct err *err)
{
	const struct property *owner = kind_owner(record->kind);
	struct str number = owner ? record_get(record, owner->name) : STR_EMPTY;
	int64_t id;
	view->owner = view->owner_url = STR_EMPTY;
	if (!owner || !str_int(number, &id))
		return true;
	view->owner_url = desk_record_url(v->mem, kind_named(owner->target), id, STR_EMPTY);
	return desk_record_words(v, owner, number, &view->owner, err);
}

// The record, or with ?at=DATE as it stood at the end of that day; *ret_at is then the date.
static bool shown_load(struct visit *v, const struct kind *kind, struct record **ret_record,
	struct str *ret_at, struct err *err)
{
	struct date day;
	if (!desk_record_load(v, kind, ret_record, err))
		return false;
	bool is_then = *ret_record && date_parse(visit_param(v, S("at")), &day) && day.year;
	*ret_at = is_then ? date_text(v->mem, v->lang, day) : STR_EMPTY;
	return !is_then ||
		record_load_at(v->mem, v->db, (*ret_record)->id,
			((int64_t)date_last_day(day) + 1) * DAY_S - 1, ret_record, err);
}

// What was deleted just before is brought back by one button: this record, or one kept beside it.
static bool undo_fill(
	struct visit *v, const struct record *record, struct desk_form *form, struct err *err)
{
	struct record *gone = NULL;
	int64_t id;
	bool may = false;
	if (!str_eq(visit_param(v, S("done")), S("deleted")))
		return true;
	if (!str_int(visit_param(v, S("gone")), &id))
		id = record->id;
	if (!record_load(v->mem, v->db, id, &gone, err) ||
		(gone && gone->deleted_at && !desk_aside_may_write(v, gone, &may, err)))
		return false;
	if (may)
		form->undo_url = desk_record_url(v->mem, gone->kind, gone->id, S("/delete"));
	return true;
}

// Pages that it was read from, and records that it was merged of.
static bool fill_origin(struct visit *v, const struct record *record,
	const struct record_reach *reach, struct desk_record_view *view, struct err *err)
{
	struct fact_count count;
	view->review_url = STR_EMPTY;
	if (!desk_origin_disputes(v, record, reach, &view->dispute, err) ||
		!desk_origin_merges(v, record, &view->merged, err) ||
		!fact_count(v->mem, v->db, record->id, &count, err))
		return false;
	view->review_right = right_ask(&v->desk.holder, RIGHT_REVIEW) == RIGHT_GRANTED;
	if (count.all_n && view->review_right)
		view->review_url = str_format(v->mem, "/desk/review/%lld", (long long)record->id);
	return true;
}

// A record that became another one leads there; ?merged=1 shows it as it was.
static bool moved_on(struct visit *v, const struct record *record, bool *ret_moved, struct err *err)
{
	struct str url = STR_EMPTY;
	*ret_moved = false;
	if (!record->deleted_at || visit_param(v, S("merged")).n)
		return true;
	if (!desk_origin_into(v, record, &url, err))
		return false;
	*ret_moved = url.n > 0;
	return !url.n || visit_redirect(v, 302, url);
}

// What stands around the values and beside them; what was kept beside it is shown as it is now only.
static bool fill(struct visit *v, const struct record *record, const struct record_reach *reach,
	struct desk_record_view *view, struct err *err)
{
	const struct desk_history_most most = {.versions = RECENT_N, .changes = CHANGES_N};
	bool is_now = !view->at.n;
	return desk_value_fill(v, reach, record, &view->value, err) &&
		fill_owner(v, record, view, err) && fill_parts(v, record, &view->part, err) &&
		desk_public_fill(v, record, &view->public, err) &&
		(!is_now ||
			(desk_strip_of(v, record, &view->strip, err) &&
				desk_aside_fill(v, record, view, err))) &&
		fill_origin(v, record, reach, view, err) &&
		desk_history_fill(v, record, reach, most, &view->version, &view->version_n, err);
}

bool desk_record_show(struct visit *v, struct err *err)
{
	bool is_moved;
	const struct kind *kind = desk_record_kind(v);
	struct record *record;
	struct str at;
	if (!shown_load(v, kind, &record, &at, err))
		return false;
	if (!record)
		return visit_not_found(v, err);
	if (!moved_on(v, record, &is_moved, err) || is_moved)
		return is_moved;
	struct record_reach reach = desk_record_reach(v, kind);
	struct desk_record_view view = {.at = at,
		.kind = visit_text(v, str_c(kind->many)),
		.list_url = str_join(v->mem, S("/desk/records/"), kind->address),
		.name = desk_record_name(v, record),
		.url = desk_record_url(v->mem, kind, record->id, STR_EMPTY),
		.edit_url = desk_record_url(v->mem, kind, record->id, S("/edit")),
		.history_url = desk_record_url(v->mem, kind, record->id, S("/history")),
		.form = desk_layout_form(v),
		.state = desk_record_state(v, record),
		.is_deleted = record->deleted_at > 0};
	fill_moves(v, record, &view.move);
	if (!desk_aside_may_write(v, record, &view.may_write, err) ||
		!undo_fill(v, record, &view.form, err))
		return false;
	view.may_write &= !at.n;
	if (!fill(v, record, &reach, &view, err))
		return false;
	v->page.script = S("draft.js");
	v->page.title = view.name;
	v->page.section = view.list_url;
	desk_record_page(&v->t, &view);
	return visit_html(v, err);
}
