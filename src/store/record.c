// SPDX-License-Identifier: EUPL-1.2
// record — keeps the desk's records: the present state, every version before it, and their keys.

#include "store/record.h"

#include <assert.h>
#include <string.h>

#include "base/bitset.h"
#include "base/utf8.h"
#include "store/chain.h"
#include "store/portfolio.h"
#include "store/record_about.h"
#include "store/record.sql.h"
#include "store/record_key.h"
#include "store/record_release.h"
#include "store/row.h"

enum { OWNERS_MAX = 4 };

static const struct field version_table[] = {
	FIELD(record_version, id),
	FIELD(record_version, record_id),
	FIELD(record_version, version),
	FIELD(record_version, at),
	FIELD(record_version, account_id),
	FIELD(record_version, what),
	FIELD(record_version, why),
	FIELD(record_version, state),
	FIELD(record_version, document),
	FIELD(record_version, hash),
};
static const struct fields version_fields = FIELDS(record_version, version_table);
static const struct row_shape version_shape = {&version_fields, sizeof(struct record_version)};

static const struct field line_table[] = {
	FIELD(record_line, id),
	FIELD(record_line, version),
	FIELD(record_line, owner_id),
	FIELD(record_line, public_version),
	FIELD(record_line, public_from),
	FIELD(record_line, created_at),
	FIELD(record_line, changed_at),
	FIELD(record_line, deleted_at),
	FIELD(record_line, kind),
	FIELD(record_line, state),
	FIELD(record_line, name),
	FIELD(record_line, document),
};
static const struct fields line_fields = FIELDS(record_line, line_table);
static const struct row_shape line_shape = {&line_fields, sizeof(struct record_line)};

// A key of a record, as lists ask for it.
struct key_row {
	int64_t id;
	struct str key;
};
static const struct field key_table[] = {FIELD(key_row, id), FIELD(key_row, key)};
static const struct fields key_fields = FIELDS(key_row, key_table);
static const struct row_shape key_shape = {&key_fields, sizeof(struct key_row)};

// ---- saving

static struct str version_hash(
	struct arena *mem, struct str before, const struct record_version *version)
{
	const int64_t numbers[] = {
		version->record_id, version->version, version->at, version->account_id};
	const struct str texts[] = {version->what, version->why, version->state, version->document};

	return chain_hash(mem, before, &(struct chain_row){numbers, 4, texts, 4});
}

static bool version_write(struct arena *mem, struct db *db, const struct record_edit *edit,
	struct str document, struct err *err)
{
	const struct record *record = edit->record;
	struct record_version version = {.record_id = record->id,
		.version = record->version,
		.at = edit->at,
		.account_id = edit->account_id,
		.what = edit->what,
		.why = edit->why,
		.state = record->kind->state[record->state].name,
		.document = document};
	struct record_version_insert_params params;
	struct str before;
	if (!chain_last(mem, db, &record_version_last_hash, &before, err))
		return false;
	version.hash = version_hash(mem, before, &version);
	row_bind(mem, &record_version_insert, &version_fields, &version, &params);
	return db_run(db, &record_version_insert, &params, NULL, NULL, err);
}

static bool head_insert(struct arena *mem, struct db *db, const struct record_edit *edit,
	struct str document, struct err *err)
{
	struct record *record = edit->record;
	struct record_insert_params params = {.kind = record->kind->name,
		.version = 1,
		.state = record->kind->state[record->state].name,
		.name = record_name(mem, record, S("en")),
		.document = document,
		.owner_id = record_owner(record),
		.created_at = edit->at,
		.changed_at = edit->at};
	if (!db_run(db, &record_insert, &params, NULL, &record->id, err))
		return false;
	record->version = 1;
	record->created_at = edit->at;
	return true;
}

static bool head_update(struct arena *mem, struct db *db, const struct record_edit *edit,
	struct str document, bool *ret_saved, struct err *err)
{
	struct record *record = edit->record;
	struct record_update_params params = {.id = record->id,
		.version = record->version + 1,
		.state = record->kind->state[record->state].name,
		.name = record_name(mem, record, S("en")),
		.document = document,
		.owner_id = record_owner(record),
		.changed_at = edit->at,
		.deleted_at = record->deleted_at,
		.expected = record->version};
	int64_t changed;
	if (!db_run(db, &record_update, &params, &changed, NULL, err))
		return false;
	*ret_saved = changed == 1;
	record->version += changed;
	return true;
}

// A record of a kind that is_own is changed by its author, or by the program itself.
static bool is_theirs(struct db *db, const struct record_edit *edit, struct err *err)
{
	int64_t author = edit->account_id;
	bool asks = edit->record->kind->is_own && edit->record->id && edit->account_id;
	if (asks && !record_author(db, edit->record->id, &author, err))
		return false;
	return author == edit->account_id ||
		err_set(err, ERR_DENIED, "only who wrote record %lld may change it",
			(long long)edit->record->id);
}

// What is public as it is saved becomes so; what the public may not see any more is gone at once.
// Parts wait for their owner.
static bool public_follow(struct db *db, const struct record_edit *edit, struct err *err)
{
	const struct record *record = edit->record;
	enum publishing publishing = record->kind->publishing;
	bool is_open = !record->deleted_at && kind_is_open(record->kind, record->state);
	if (publishing == PUBLISHED_NEVER || publishing == PUBLISHED_WITH_OWNER ||
		(publishing == PUBLISHED_BY_STEP && is_open))
		return true;
	bool done = is_open ? record_make_public(db, record, edit->at, err)
			    : record_take_back(db, record->id, err);
	return done && portfolio_version_move(db, edit->at, err);
}

bool record_save(struct arena *mem, struct db *db, const struct record_edit *edit, bool *ret_saved,
	struct err *err)
{
	struct str document = record_document(mem, edit->record);
	bool saved = true;
	if (!is_theirs(db, edit, err))
		return false;
	bool is_new = edit->record->id == 0;
	if (is_new ? !head_insert(mem, db, edit, document, err)
		   : !head_update(mem, db, edit, document, &saved, err))
		return false;
	if (saved &&
		(!version_write(mem, db, edit, document, err) ||
			!record_keys_write(mem, db, edit->record, err) ||
			!public_follow(db, edit, err)))
		return false;
	if (saved)
		edit->record->changed_at = edit->at;
	*ret_saved = saved;
	return true;
}

// ---- loading

static bool document_read(struct arena *mem, struct str kind_name, struct str state,
	struct str document, struct record **ret_record, struct err *err)
{
	const struct kind *kind = kind_named(kind_name);
	struct record *record = NEW(mem, struct record);
	struct str lost;
	if (!kind || !record_read(mem, kind, document, record, &lost))
		return err_set(err, ERR_DB,
			"a record of the kind \"%" PRIstr
			"\" cannot be read: its document is damaged",
			STR(kind_name));
	record->state = kind_state(kind, state);
	if (record->state < 0)
		return err_set(err, ERR_DB,
			"a record is in the state \"%" PRIstr "\", which %" PRIstr " does not have",
			STR(state), STR(kind_name));
	*ret_record = record;
	return true;
}

static bool head_load(struct arena *mem, struct db *db, int64_t id, struct record_line *ret_head,
	bool *ret_found, struct err *err)
{
	struct record_by_id_params params = {.id = id};
	return row_one(mem, (struct row_query){db, &record_by_id, &params}, &line_fields, ret_head,
		ret_found, err);
}

static void head_tell(struct record *record, const struct record_line *head)
{
	record->id = head->id;
	record->created_at = head->created_at;
	record->changed_at = head->changed_at;
	record->deleted_at = head->deleted_at;
	record->public_version = head->public_version;
}

bool record_load(
	struct arena *mem, struct db *db, int64_t id, struct record **ret_record, struct err *err)
{
	struct record_line head;
	bool found;
	if (!head_load(mem, db, id, &head, &found, err))
		return false;
	if (!found) {
		*ret_record = NULL;
		return true;
	}
	if (!document_read(mem, head.kind, head.state, head.document, ret_record, err))
		return false;
	assert(*ret_record);
	head_tell(*ret_record, &head);
	(*ret_record)->version = head.version;
	return true;
}

// The record in the version that the statement finds.
static bool version_load(struct arena *mem, struct row_query query, int64_t id,
	struct record **ret_record, struct err *err)
{
	struct record_version version;
	struct record_line head;
	bool found, has_version = false;
	if (!head_load(mem, query.db, id, &head, &found, err) ||
		(found && !row_one(mem, query, &version_fields, &version, &has_version, err)))
		return false;
	if (!has_version) {
		*ret_record = NULL;
		return true;
	}
	if (!document_read(mem, head.kind, version.state, version.document, ret_record, err))
		return false;
	assert(*ret_record);
	head_tell(*ret_record, &head);
	(*ret_record)->version = version.version;
	(*ret_record)->changed_at = version.at;
	return true;
}

bool record_load_version(struct arena *mem, struct db *db, int64_t id, int64_t version,
	struct record **ret_record, struct err *err)
{
	struct record_version_of_params params = {.record_id = id, .version = version};
	return version_load(
		mem, (struct row_query){db, &record_version_of, &params}, id, ret_record, err);
}

bool record_load_at(struct arena *mem, struct db *db, int64_t id, int64_t at,
	struct record **ret_record, struct err *err)
{
	struct record_version_at_params params = {.record_id = id, .at = at};
	return version_load(
		mem, (struct row_query){db, &record_version_at, &params}, id, ret_record, err);
}

bool record_history(struct arena *mem, struct db *db, int64_t id,
	struct record_versions *ret_versions, struct err *err)
{
	struct record_version_list_params params = {.record_id = id};
	struct row_list list;
	if (!row_many(mem, (struct row_query){db, &record_version_list, &params}, &version_shape,
		    &list, err))
		return false;
	memcpy(ret_versions, &list, sizeof list);
	return true;
}

// ---- lists

// Ids as a set: they are small and dense.
struct id_set {
	unsigned char *in;
	int64_t max;
};

static bool keys_load(
	struct arena *mem, struct row_query query, struct row_list *ret_list, struct err *err)
{
	return row_many(mem, query, &key_shape, ret_list, err);
}

// Marks the records that the filters of one property let through.
static bool property_mark(struct arena *mem, struct db *db, const struct record_query *query,
	struct str property, const struct record_lines *lines, struct id_set *set, struct err *err)
{
	struct str name = str_format(
		mem, "%" PRIstr ".%" PRIstr, STR(query->kind->name), STR(property));
	for (size_t i = 0; i < query->filter_n; i++) {
		const struct record_filter *filter = &query->filter[i];
		struct record_key_having_params params = {.property = name, .key = filter->key};
		struct row_list list;
		if (!str_eq(filter->property, property))
			continue;
		if (str_eq(property, S("state"))) {
			for (size_t k = 0; k < lines->n; k++)
				if (str_eq(lines->p[k].state, filter->key))
					set->in[lines->p[k].id] = 1;
			continue;
		}
		if (!keys_load(
			    mem, (struct row_query){db, &record_key_having, &params}, &list, err))
			return false;
		const struct key_row *row = (const struct key_row *)(void *)list.p;
		for (size_t k = 0; k < list.n; k++)
			if (row[k].id <= set->max)
				set->in[row[k].id] = 1;
	}
	return true;
}

static void lines_keep(struct record_lines *lines, const struct id_set *set)
{
	size_t n = 0;
	for (size_t i = 0; i < lines->n; i++)
		if (set->in[lines->p[i].id])
			lines->p[n++] = lines->p[i];
	lines->n = n;
}

// True when an earlier filter is of the same property, so that it was looked at already.
static bool is_seen(const struct record_query *query, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (str_eq(query->filter[k].property, query->filter[i].property))
			return true;
	return false;
}

static bool lines_filter(struct arena *mem, struct db *db, const struct record_query *query,
	struct record_lines *lines, struct err *err)
{
	struct id_set set = {.max = 0};
	for (size_t i = 0; i < lines->n; i++)
		set.max = lines->p[i].id > set.max ? lines->p[i].id : set.max;
	for (size_t i = 0; i < query->filter_n; i++) {
		if (is_seen(query, i))
			continue;
		set.in = NEW_ARRAY(mem, unsigned char, (size_t)set.max + 1);
		if (!property_mark(mem, db, query, query->filter[i].property, lines, &set, err))
			return false;
		lines_keep(lines, &set);
	}
	return true;
}

// Puts the lines in the order of a property's keys; those without a value stay behind, in the order
// they had.
static bool lines_sort(struct arena *mem, struct db *db, const struct record_query *query,
	struct record_lines *lines, struct err *err)
{
	struct record_key_values_params params = {
		.property = str_format(
			mem, "%" PRIstr ".%" PRIstr, STR(query->kind->name), STR(query->sort))};
	struct row_list list;
	if (!keys_load(mem, (struct row_query){db, &record_key_values, &params}, &list, err))
		return false;
	int64_t max = 0;
	for (size_t i = 0; i < lines->n; i++)
		max = lines->p[i].id > max ? lines->p[i].id : max;
	size_t *place = NEW_ARRAY(mem, size_t, (size_t)max + 1); // of a line by id, from 1
	for (size_t i = 0; i < lines->n; i++)
		place[lines->p[i].id] = i + 1;
	struct record_line *sorted = NEW_ARRAY(mem, struct record_line, lines->n);
	const struct key_row *row = (const struct key_row *)(void *)list.p;
	size_t n = 0;
	for (size_t i = 0; i < list.n; i++) {
		const struct key_row *key = &row[query->descending ? list.n - 1 - i : i];
		if (key->id > max || !place[key->id])
			continue;
		sorted[n++] = lines->p[place[key->id] - 1];
		place[key->id] = 0;
	}
	for (size_t i = 0; i < lines->n; i++)
		if (place[lines->p[i].id])
			sorted[n++] = lines->p[i];
	lines->p = sorted;
	return true;
}

bool record_list(struct arena *mem, struct db *db, const struct record_query *query,
	struct record_lines *ret_lines, struct err *err)
{
	struct record_of_kind_params params = {.kind = query->kind->name};
	struct record_lines lines;
	struct row_list list;
	if (!row_many(
		    mem, (struct row_query){db, &record_of_kind, &params}, &line_shape, &list, err))
		return false;
	memcpy(&lines, &list, sizeof list);
	if (!lines_filter(mem, db, query, &lines, err) ||
		(query->sort.n && !lines_sort(mem, db, query, &lines, err)))
		return false;
	*ret_lines = lines;
	return true;
}

bool record_find(struct arena *mem, struct db *db, const struct kind *kind, struct str property,
	struct str value, int64_t *ret_id, struct err *err)
{
	struct record_key_having_params params = {
		.property = str_format(mem, "%" PRIstr ".%" PRIstr, STR(kind->name), STR(property)),
		.key = str_sub(utf8_fold(mem, value), 0, RECORD_KEY_MAX)};
	struct row_list list;
	if (!keys_load(mem, (struct row_query){db, &record_key_having, &params}, &list, err))
		return false;
	*ret_id = list.n ? ((const struct key_row *)(void *)list.p)->id : 0;
	return true;
}

bool record_linking(struct arena *mem, struct db *db, const struct kind *kind, struct str property,
	int64_t id, struct record_numbers *ret_ids, struct err *err)
{
	struct record_key_having_params params = {
		.property = str_format(mem, "%" PRIstr ".%" PRIstr, STR(kind->name), STR(property)),
		.key = str_of_int(mem, id)};
	struct record_numbers ids = {0};
	struct row_list list;
	if (!keys_load(mem, (struct row_query){db, &record_key_having, &params}, &list, err))
		return false;
	const struct key_row *row = (const struct key_row *)(void *)list.p;
	for (size_t i = 0; i < list.n; i++)
		if (!ids.n || ids.p[ids.n - 1] != row[i].id)
			VEC_ADD(mem, &ids, row[i].id);
	*ret_ids = ids;
	return true;
}

bool record_load_all(struct arena *mem, struct db *db, const struct kind *kind,
	struct record_all *ret_records, struct err *err)
{
	struct record_of_kind_whole_params params = {.kind = kind->name};
	struct record_all records = {0};
	struct row_list list;
	if (!row_many(mem, (struct row_query){db, &record_of_kind_whole, &params}, &line_shape,
		    &list, err))
		return false;
	const struct record_line *line = (const struct record_line *)(void *)list.p;
	for (size_t i = 0; i < list.n; i++) {
		struct record *record = NULL;
		if (!document_read(
			    mem, line[i].kind, line[i].state, line[i].document, &record, err))
			return false;
		assert(record);
		head_tell(record, &line[i]);
		record->version = line[i].version;
		VEC_ADD(mem, &records, record);
	}
	*ret_records = records;
	return true;
}

bool record_parts(struct arena *mem, struct db *db, const struct kind *kind, int64_t owner_id,
	struct record_lines *ret_lines, struct err *err)
{
	struct record_owned_params params = {.owner_id = owner_id, .kind = kind->name};
	struct row_list list;
	if (!row_many(mem, (struct row_query){db, &record_owned, &params}, &line_shape, &list, err))
		return false;
	memcpy(ret_lines, &list, sizeof list);
	return true;
}

bool record_published(struct arena *mem, struct db *db, const struct kind *kind,
	struct showcase *list, struct err *err)
{
	struct record_shown_of_kind_params params = {.kind = kind->name};
	struct row_list rows;
	if (!row_many(mem, (struct row_query){db, &record_shown_of_kind, &params}, &line_shape,
		    &rows, err))
		return false;
	const struct record_line *line = (const struct record_line *)(void *)rows.p;
	for (size_t i = 0; i < rows.n; i++) {
		struct record *record = NULL;
		if (!document_read(mem, kind->name, line[i].state, line[i].document, &record, err))
			return false;
		assert(record);
		head_tell(record, &line[i]);
		record->version = line[i].version;
		if (kind_is_open(kind, record->state))
			VEC_ADD(mem, list,
				((struct exhibit){exhibit_copy(mem, record), line[i].public_from}));
	}
	return true;
}

bool record_single(struct arena *mem, struct db *db, const struct kind *kind,
	struct record **ret_record, struct err *err)
{
	struct record_lines lines;
	*ret_record = NULL;
	if (!record_list(mem, db, &(struct record_query){.kind = kind}, &lines, err))
		return false;
	return lines.n == 0 || record_load(mem, db, lines.p[lines.n - 1].id, ret_record, err);
}

bool record_all_parts(struct arena *mem, struct db *db, int64_t owner_id,
	struct record_lines *ret_lines, struct err *err)
{
	struct record_owned_all_params params = {.owner_id = owner_id};
	struct row_list list;
	if (!row_many(mem, (struct row_query){db, &record_owned_all, &params}, &line_shape, &list,
		    err))
		return false;
	memcpy(ret_lines, &list, sizeof list);
	return true;
}

bool record_unpublished(struct arena *mem, struct db *db, int64_t owner_id,
	struct record_lines *ret_lines, struct err *err)
{
	struct record_part_behind_params params = {.owner_id = owner_id};
	struct row_list list;
	if (!row_many(mem, (struct row_query){db, &record_part_behind, &params}, &line_shape, &list,
		    err))
		return false;
	memcpy(ret_lines, &list, sizeof list);
	return true;
}

bool record_is_behind(const struct record_line *line)
{
	const struct kind *kind = kind_named(line->kind);
	int state = kind ? kind_state(kind, line->state) : -1;
	if (line->public_version)
		return line->public_version != line->version;
	return line->owner_id && !line->deleted_at && state >= 0 && kind->state[state].is_public;
}

bool record_desk_edits(struct db *db, int64_t id, int64_t *ret_n, struct err *err)
{
	struct record_edit_count_params params = {.id = id};
	AUTO_CURSOR cursor = NULL;
	bool found;
	if (!db_query(db, &record_edit_count, &params, &cursor, err) ||
		!db_next(cursor, &found, err))
		return false;
	*ret_n = found ? db_int(cursor, 0) : 0;
	return true;
}

bool record_take_back(struct db *db, int64_t id, struct err *err)
{
	struct record_unpublish_params params = {.id = id};
	struct record_hide_params hide = {.id = id, .hidden = 1};
	return record_release_drop(db, id, err) &&
		db_run(db, &record_unpublish, &params, NULL, NULL, err) &&
		db_run(db, &record_hide, &hide, NULL, NULL, err);
}

bool record_make_public(struct db *db, const struct record *record, int64_t from, struct err *err)
{
	struct record_publish_params params = {
		.id = record->id, .public_version = record->version, .public_from = from};
	struct record_hide_params show = {.id = record->id, .hidden = 0};
	return record_release_drop(db, record->id, err) &&
		db_run(db, &record_publish, &params, NULL, NULL, err) &&
		db_run(db, &record_hide, &show, NULL, NULL, err);
}

bool record_is_shown(
	struct arena *mem, struct db *db, int64_t id, int64_t now, bool *ret_shown, struct err *err)
{
	bool shown = true;
	// A part of a part is the deepest there is; a circle ends too.
	for (int depth = 0; id && shown && depth < OWNERS_MAX; depth++) {
		struct record_line head;
		bool found;
		if (!head_load(mem, db, id, &head, &found, err))
			return false;
		const struct kind *kind = found ? kind_named(head.kind) : NULL;
		int state = kind ? kind_state(kind, head.state) : -1;
		shown = state >= 0 && kind->state[state].is_public && !head.deleted_at &&
			head.public_from <= now && head.public_version;
		id = found ? head.owner_id : 0;
	}
	*ret_shown = shown;
	return true;
}

// ---- the chain

static void broken(struct arena *mem, struct findings *findings, int64_t id, const char *how)
{
	finding_add(mem, findings,
		(struct finding){.rule = S("record.history"), .severity = SEVERITY_CRITICAL},
		"the history of record %lld %s: restore the last backup with `attache restore`",
		(long long)id, how);
}

static bool strays_check(
	struct arena *mem, struct db *db, struct findings *findings, struct err *err)
{
	AUTO_CURSOR cursor = NULL;
	bool more;
	if (!db_query(db, &record_version_stray, NULL, &cursor, err))
		return false;
	for (;;) {
		if (!db_next(cursor, &more, err))
			return false;
		if (!more)
			return true;
		broken(mem, findings, db_int(cursor, 0), "does not end in its present state");
	}
}

bool record_chain_check(
	struct arena *mem, struct db *db, struct findings *findings, struct err *err)
{
	AUTO_CURSOR cursor = NULL;
	struct str before = STR_EMPTY;
	int64_t number = 0;
	bool more;
	if (!db_query(db, &record_version_all, NULL, &cursor, err))
		return false;
	for (;;) {
		if (!db_next(cursor, &more, err))
			return false;
		if (!more)
			break;
		struct record_version v = {.id = db_int(cursor, 0),
			.record_id = db_int(cursor, 1),
			.version = db_int(cursor, 2),
			.at = db_int(cursor, 3),
			.account_id = db_int(cursor, 4),
			.what = db_text(cursor, 5),
			.why = db_text(cursor, 6),
			.state = db_text(cursor, 7),
			.document = db_text(cursor, 8),
			.hash = db_text(cursor, 9)};
		if (v.id != number + 1)
			broken(mem, findings, v.record_id, "lacks a version before this one");
		else if (!str_eq(version_hash(mem, before, &v), v.hash))
			broken(mem, findings, v.record_id, "was changed after it was written");
		number = v.id;
		before = str_copy(mem, v.hash);
	}
	return strays_check(mem, db, findings, err);
}
