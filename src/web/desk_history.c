// SPDX-License-Identifier: EUPL-1.2
// desk_history — every version of a record: who, when, what, why, and each value before and after.
#include "web/desk_record.h"

#include <stdlib.h>

#include "base/buf.h"
#include "format/date_text.h"
#include "model/fact.h"
#include "store/account.h"
#include "store/record_about.h"
#include "web/pages.h"

enum { WORDS_MAX = 8000 };

// What a version was made by, in words; a move is called by its own label.
static struct str what_words(const struct visit *v, const struct kind *kind, struct str what)
{
	static const struct {
		struct str what;
		const char *label;
	} known[] = {
		{S_INIT("create"), N_("Made")},
		{S_INIT("edit"), N_("Changed")},
		{S_INIT("delete"), N_("Deleted")},
		{S_INIT("restore"), N_("Brought back")},
		{S_INIT("undo"), N_("Went back to an earlier version")},
		{S_INIT("import"), N_("Read from a page")},
		{S_INIT("merge"), N_("Merged")},
		{S_INIT("sheet"), N_("Brought in a table")},
		{S_INIT("make-public"), N_("Published")},
		{S_INIT("make-public-on"), N_("To be public from a date on")},
		{S_INIT("date-off"), N_("The date was taken off")},
		{S_INIT("take-back"), N_("Taken back from the public")},
		{S_INIT("unmerge"), N_("Parted again")},
		{S_INIT("accept"), N_("Accepted as read")},
		{S_INIT("correct"), N_("Corrected against the page")},
		{S_INIT("reject"), N_("Rejected as read")},
		{S_INIT("reopen"), N_("Opened for review again")},
	};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (str_eq(known[i].what, what))
			return visit_text(v, str_c(known[i].label));
	for (size_t i = 0; i < kind->move_n; i++)
		if (str_eq(kind->move[i].name, what))
			return visit_text(v, str_c(kind->move[i].label));
	return what;
}

bool desk_history_who(struct visit *v, int64_t account_id, struct str *ret_who, struct err *err)
{
	struct account *account = NULL;
	if (account_id && !account_load(v->mem, v->db, account_id, &account, err))
		return false;
	*ret_who = !account       ? visit_text(v, _("The program"))
		: account->name.n ? account->name
				  : account->email;
	return true;
}

// The place in words: "Places 2, Country", "Title (French)".
struct str desk_history_place(const struct visit *v, const struct place_of_value *place)
{
	struct str words = visit_text(v, str_c(place->property->label));
	if (place->rows)
		words = str_format(v->mem, "%" PRIstr " %zu, %" PRIstr,
			STR(visit_text(v, str_c(place->rows->label))), place->row, STR(words));
	if (place->lang.n)
		words = str_format(v->mem, "%" PRIstr " (%" PRIstr ")", STR(words),
			STR(code_name_of(&code_languages, place->lang, v->lang->code)));
	return words;
}

bool desk_history_changes(struct visit *v, const struct kind *kind,
	const struct record_reach *reach, const struct changes *changes,
	struct changes *ret_changes, struct err *err)
{
	struct changes told = {0};
	for (size_t i = 0; i < changes->n; i++) {
		const struct change *change = &changes->p[i];
		struct place_of_value place;
		struct change words;
		// What a note is about never changes, and is told by where it stands.
		if (!kind_path(kind, change->path, &place) ||
			place.property->type == PROPERTY_RECORD ||
			!record_reach_sees(reach, place.property) ||
			(place.rows && !record_reach_sees(reach, place.rows)))
			continue;
		words.path = desk_history_place(v, &place);
		if (!desk_record_words(v, place.property, change->before, &words.before, err) ||
			!desk_record_words(v, place.property, change->after, &words.after, err))
			return false;
		VEC_ADD(v->mem, &told, words);
	}
	*ret_changes = told;
	return true;
}

struct str desk_history_unit(struct visit *v, const struct kind *kind, struct str path)
{
	struct place_of_value place;
	const struct property *p = fact_property(kind, path);
	if (!p)
		return visit_text(v, str_c(kind->label));
	if (kind_path(kind, path, &place))
		return desk_history_place(v, &place);
	return str_format(v->mem, "%" PRIstr " %" PRIstr, STR(visit_text(v, str_c(p->label))),
		STR(str_from(path, p->name.n + 1)));
}

// A decision on facts keeps their paths in front of its reason: in words, without those that the
// visitor may not see.
static struct str why_words(struct visit *v, const struct kind *kind,
	const struct record_reach *reach, const struct record_version *version)
{
	struct str decisions[] = {S("accept"), S("correct"), S("reject"), S("reopen")};
	struct buf words = buf_new(v->mem, WORDS_MAX);
	bool is_decision = false;
	for (size_t i = 0; i < sizeof decisions / sizeof *decisions; i++)
		is_decision = is_decision || str_eq(version->what, decisions[i]);
	if (!is_decision)
		return version->why;
	size_t end = str_find_char(version->why, '\n', 0);
	struct str_split paths = {.rest = str_sub(version->why, 0, end), .sep = ' '};
	struct str path;
	while (str_next(&paths, &path)) {
		const struct property *p = fact_property(kind, path);
		if ((p && !record_reach_sees(reach, p)) || words.n > WORDS_MAX / 2)
			continue;
		if (words.n)
			buf_add(&words, visit_text(v, _(", ")));
		buf_add(&words, desk_history_unit(v, kind, path));
	}
	struct str reason = end == STR_NONE ? STR_EMPTY : str_from(version->why, end + 1);
	if (reason.n)
		buf_format(&words, " (%" PRIstr ")", STR(reason));
	return buf_str(&words);
}

static bool version_add(struct visit *v, const struct record *record,
	const struct record_reach *reach, const struct record_version *version, size_t most,
	struct desk_versions *versions, struct err *err)
{
	struct desk_version one = {.version = version->version,
		.what = what_words(v, record->kind, version->what),
		.why = why_words(v, record->kind, reach, version),
		.is_now = version->version == record->version,
		.when = desk_record_moment(v, version->at)};
	struct record *now, *before = NULL;
	struct record nothing = record_new(record->kind);
	if (!desk_history_who(v, version->account_id, &one.who, err) ||
		!record_load_version(v->mem, v->db, record->id, version->version, &now, err) ||
		!record_load_version(v->mem, v->db, record->id, version->version - 1, &before, err))
		return false;
	// What was gone back to stands in `why` as the number of its version.
	if (str_eq(version->what, S("undo")))
		one.why = lang_fill(v->mem, visit_text(v, _("Version {n}")),
			&(struct lang_arg){S("n"), version->why}, 1);
	struct date day;
	if (str_eq(version->what, S("make-public-on")) && date_parse(version->why, &day))
		one.why = date_text(v->mem, v->lang, day);
	struct changes changes = record_compare(v->mem, before ? before : &nothing, now);
	if (!desk_history_changes(v, record->kind, reach, &changes, &one.change, err))
		return false;
	one.change_n = (int64_t)one.change.n;
	if (one.change.n > most)
		one.change.n = most;
	one.more_n = one.change_n - (int64_t)one.change.n;
	VEC_ADD(v->mem, versions, one);
	return true;
}

// A version and the record it is of: the one whose history is told, or one kept beside it.
struct told {
	struct record_version version;
	const struct record *of;
};
struct told_list VEC_OF(struct told);

// The newest first: versions of all records are numbered in the order in which they were made.
static int cmp_told(const void *a, const void *b)
{
	const struct told *x = a, *y = b;
	return (x->version.id < y->version.id) - (x->version.id > y->version.id);
}

static bool told_add(
	struct visit *v, const struct record *record, struct told_list *told, struct err *err)
{
	struct record_versions history;
	if (!record_history(v->mem, v->db, record->id, &history, err))
		return false;
	for (size_t i = 0; i < history.n; i++)
		VEC_ADD(v->mem, told, ((struct told){history.p[i], record}));
	return true;
}

static bool asides_tell(
	struct visit *v, const struct record *record, struct told_list *told, struct err *err)
{
	for (size_t i = 0; i < KIND_N; i++) {
		struct record_reach reach = desk_record_reach(v, kind_list[i]);
		struct record_pointers asides;
		if (!kind_about(kind_list[i]) || !record_reach_names(&reach, kind_list[i]))
			continue;
		if (!record_about(v->mem, v->db, kind_list[i], record->id, &asides, err))
			return false;
		for (size_t k = 0; k < asides.n; k++)
			if (!told_add(v, asides.p[k], told, err))
				return false;
	}
	return true;
}

// "Note: Made"; its versions are not those of the record, and are gone back to on its own page.
static void aside_mark(struct visit *v, const struct kind *kind, struct desk_version *version)
{
	const struct lang_arg args[] = {
		{S("kind"), visit_text(v, str_c(kind->label))}, {S("what"), version->what}};
	version->what = lang_fill(v->mem, visit_text(v, _("{kind}: {what}")), args, 2);
	version->version = 0;
}

bool desk_history_fill(struct visit *v, const struct record *record,
	const struct record_reach *reach, struct desk_history_most most,
	struct desk_versions *ret_versions, int64_t *ret_n, struct err *err)
{
	struct desk_versions versions = {0};
	struct told_list told = {0};
	if (!told_add(v, record, &told, err) || !asides_tell(v, record, &told, err))
		return false;
	if (told.n)
		qsort(told.p, told.n, sizeof *told.p, cmp_told);
	for (size_t i = 0; i < told.n && i < most.versions; i++) {
		const struct told *one = &told.p[i];
		struct record_reach beside = desk_record_reach(v, one->of->kind);
		bool is_first = one->version.version == 1 && one->of == record;
		if (!version_add(v, one->of, one->of == record ? reach : &beside, &one->version,
			    is_first ? most.first : most.changes, &versions, err))
			return false;
		if (one->of != record)
			aside_mark(v, one->of->kind, &versions.p[versions.n - 1]);
	}
	*ret_versions = versions;
	*ret_n = (int64_t)told.n;
	return true;
}

bool desk_history_show(struct visit *v, struct err *err)
{
	const struct kind *kind = desk_record_kind(v);
	const struct desk_history_most all = {SIZE_MAX, SIZE_MAX, SIZE_MAX};
	struct record *record;
	int64_t n;
	if (!desk_record_load(v, kind, &record, err))
		return false;
	if (!record)
		return visit_not_found(v, err);
	struct record_reach reach = desk_record_reach(v, kind);
	struct desk_history_view view = {.name = desk_record_name(v, record),
		.url = desk_record_url(v->mem, kind, record->id, STR_EMPTY),
		.form = desk_layout_form(v),
		.may_write = reach.may_write};
	if (!desk_history_fill(v, record, &reach, all, &view.version, &n, err))
		return false;
	v->page.title = view.name;
	v->page.section = str_join(v->mem, S("/desk/records/"), kind->address);
	desk_history_page(&v->t, &view);
	return visit_html(v, err);
}
