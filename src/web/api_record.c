// SPDX-License-Identifier: EUPL-1.2
// api_record — what is read of the API besides lists: what there is, a record, its history.
#include "base/clock.h"
#include "model/kind_list.h"
#include "store/account.h"
#include "web/api.h"
#include "web/pages.h"

bool api_index_show(struct visit *v, struct err *err)
{
	struct json json = json_new(&v->out);

	json_begin_object(&json);
	json_key_text(&json, S("openapi"), S(API_ROOT "openapi.json"));
	json_key(&json, S("kinds"));
	json_begin_array(&json);
	for (size_t i = 0; i < KIND_N; i++) {
		const struct kind *kind = kind_list[i];
		json_begin_object(&json);
		json_key_text(&json, S("kind"), kind->name);
		json_key_text(&json, S("label"), visit_text(v, str_c(kind->many)));
		json_key_text(&json, S("help"), visit_text(v, str_c(kind->help)));
		json_key_text(&json, S("url"), str_join(v->mem, S(API_ROOT), kind->address));
		json_end_object(&json);
	}
	json_end_array(&json);
	json_end_object(&json);
	return api_send(v, NULL, err);
}

bool api_record_show(struct visit *v, struct err *err)
{
	struct record *record;

	if (!api_load(v, &record, err))
		return false;
	return record ? api_show(v, record, err) : api_not_found(v, err);
}

// ---- history

struct telling {
	struct visit *v;
	struct json json;
	const struct kind *kind;
	struct record_reach reach;
};

static bool write_who(struct telling *t, int64_t account_id, struct err *err)
{
	struct account *account = NULL;

	if (account_id && !account_load(t->v->mem, t->v->db, account_id, &account, err))
		return false;
	json_key_text_or_null(&t->json, S("who"),
		!account                  ? STR_EMPTY
			: account->name.n ? account->name
					  : account->email);
	return true;
}

// Values as they are kept, without those that the caller may not see.
static void write_changes(struct telling *t, const struct changes *changes)
{
	json_key(&t->json, S("changes"));
	json_begin_array(&t->json);
	for (size_t i = 0; i < changes->n; i++) {
		const struct change *c = &changes->p[i];
		struct place_of_value place;
		if (!kind_path(t->kind, c->path, &place) ||
			!record_reach_sees(&t->reach, place.property) ||
			(place.rows && !record_reach_sees(&t->reach, place.rows)))
			continue;
		json_begin_object(&t->json);
		json_key_text(&t->json, S("path"), c->path);
		json_key_text_or_null(&t->json, S("before"), c->before);
		json_key_text_or_null(&t->json, S("after"), c->after);
		json_end_object(&t->json);
	}
	json_end_array(&t->json);
}

static bool version_read(struct telling *t, const struct record_version *version,
	struct record *ret_record, struct err *err)
{
	struct str lost;

	return record_read(t->v->mem, t->kind, version->document, ret_record, &lost) ||
		err_set(err, ERR_DB, "version %lld of record %lld is damaged",
			(long long)version->version, (long long)version->record_id);
}

static bool write_version(struct telling *t, const struct record_version *version,
	const struct record_version *before, struct err *err)
{
	struct record now, then = record_new(t->kind);

	if (!version_read(t, version, &now, err) ||
		(before && !version_read(t, before, &then, err)))
		return false;
	struct changes changes = record_compare(t->v->mem, &then, &now);
	json_begin_object(&t->json);
	json_key_int(&t->json, S("version"), version->version);
	json_key_text(&t->json, S("at"), clock_rfc3339(t->v->mem, version->at));
	if (!write_who(t, version->account_id, err))
		return false;
	json_key_text(&t->json, S("what"), version->what);
	json_key_text_or_null(&t->json, S("why"), version->why);
	json_key_text(&t->json, S("state"), version->state);
	write_changes(t, &changes);
	json_end_object(&t->json);
	return true;
}

bool api_history_show(struct visit *v, struct err *err)
{
	struct record_versions history;
	struct record *record;

	if (!api_load(v, &record, err))
		return false;
	if (!record)
		return api_not_found(v, err);
	if (!record_history(v->mem, v->db, record->id, &history, err))
		return false;
	struct telling t = {v, json_new(&v->out), record->kind, api_reach(v, record->kind)};
	json_begin_object(&t.json);
	json_key(&t.json, S("items"));
	json_begin_array(&t.json);
	for (size_t i = 0; i < history.n; i++)
		if (!write_version(
			    &t, &history.p[i], i + 1 < history.n ? &history.p[i + 1] : NULL, err))
			return false;
	json_end_array(&t.json);
	json_end_object(&t.json);
	return api_send(v, record, err);
}
