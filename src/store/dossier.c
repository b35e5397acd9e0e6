// SPDX-License-Identifier: EUPL-1.2
// dossier — load and save an action with all its parts.
//
// The parts are one table: what a row of each looks like, the statements that load, delete and
// insert it, and, where a row refers to a shared record (a place, a body, a theme), the function
// that finds or makes that record first.
#include "store/dossier.h"

#include <string.h>

#include "base/utf8.h"
#include "model/country.h"
#include "store/activity.sql.h"
#include "store/action.sql.h"
#include "store/claim.sql.h"
#include "store/country.sql.h"
#include "store/expert.sql.h"
#include "store/organisation.sql.h"
#include "store/output.sql.h"
#include "store/row.h"
#include "store/theme.sql.h"

enum { SLUG_MAX = 80, SLUG_TRIES = 1000 };

struct id_row {
	int64_t id;
};
static const struct field id_table[] = {FIELD(id_row, id)};
static const struct fields id_fields = FIELDS(id, id_table);

// All insert statements of parts fit into this; checked when it is filled.
union part_params {
	struct activity_insert_params activity;
	struct output_insert_params output;
	struct expert_insert_params expert;
	struct organisation_role_insert_params organisation;
	struct country_role_insert_params country;
	struct theme_link_insert_params theme;
	struct claim_insert_params claim;
	struct warning_insert_params warning;
};

struct part_kind {
	struct row_shape shape;
	size_t offset; // of its list in struct dossier
	bool is_claim;
	const struct db_statement *load, *remove, *insert;
	bool (*refer)(struct arena *mem, struct db *db, const void *record,
		union part_params *params, struct err *err);
};

// The id of a shared record: found by one statement, or made by the other.
static bool find_or_make(struct arena *mem, struct row_query find, struct row_query insert,
	int64_t *ret_id, struct err *err)
{
	struct id_row row = {0};
	bool found;

	if (!row_one(mem, find, &id_fields, &row, &found, err))
		return false;
	if (!found && !db_run(insert.db, insert.statement, insert.params, NULL, &row.id, err))
		return false;
	*ret_id = row.id;
	return true;
}

static bool refer_place(struct arena *mem, struct db *db, const void *record,
	union part_params *params, struct err *err)
{
	const struct activity *a = record;
	struct place_by_name_params find = {.name = a->place, .iso2 = a->iso2};
	struct place_insert_params insert = {.name = a->place, .iso2 = a->iso2};

	params->activity.place_id = DB_NULL;
	if (!a->place.n)
		return true;
	return find_or_make(mem, (struct row_query){db, &place_by_name, &find},
		(struct row_query){db, &place_insert, &insert}, &params->activity.place_id, err);
}

static bool refer_organisation(struct arena *mem, struct db *db, const void *record,
	union part_params *params, struct err *err)
{
	const struct organisation_role *o = record;
	struct organisation_by_folded_params find = {.folded = utf8_fold(mem, o->name)};
	struct organisation_insert_params insert = {.name = o->name, .folded = find.folded};

	return find_or_make(mem, (struct row_query){db, &organisation_by_folded, &find},
		(struct row_query){db, &organisation_insert, &insert},
		&params->organisation.organisation_id, err);
}

static bool refer_theme(struct arena *mem, struct db *db, const void *record,
	union part_params *params, struct err *err)
{
	const struct theme_link *t = record;
	struct theme_by_slug_params find = {.slug = t->slug};
	struct theme_insert_params insert = {.slug = t->slug};

	return find_or_make(mem, (struct row_query){db, &theme_by_slug, &find},
		(struct row_query){db, &theme_insert, &insert}, &params->theme.theme_id, err);
}

#define KIND(list, type, fields_, stem, ...)                                              \
	{                                                                                 \
		.shape = {&(fields_), sizeof(struct type)},                               \
		.offset = offsetof(struct dossier, list), .load = &stem##_of_action,      \
		.remove = &stem##_delete_of_action, .insert = &stem##_insert, __VA_ARGS__ \
	}

static const struct part_kind kinds[] = {
	KIND(activities, activity, activity_fields, activity, .refer = refer_place),
	KIND(outputs, output, output_fields, output),
	KIND(experts, expert_provision, expert_provision_fields, expert),
	KIND(claims, claim, claim_fields, claim, .is_claim = true),
	KIND(warnings, warning, warning_fields, warning, .is_claim = true),
	{.shape = {&organisation_role_fields, sizeof(struct organisation_role)},
		.offset = offsetof(struct dossier, organisations),
		.load = &organisation_of_action,
		.remove = &organisation_role_delete_of_action,
		.insert = &organisation_role_insert,
		.refer = refer_organisation},
	{.shape = {&country_role_fields, sizeof(struct country_role)},
		.offset = offsetof(struct dossier, countries),
		.load = &country_of_action,
		.remove = &country_role_delete_of_action,
		.insert = &country_role_insert},
	{.shape = {&theme_link_fields, sizeof(struct theme_link)},
		.offset = offsetof(struct dossier, themes),
		.load = &theme_of_action,
		.remove = &theme_link_delete_of_action,
		.insert = &theme_link_insert,
		.refer = refer_theme},
};
enum { KIND_N = sizeof kinds / sizeof *kinds };

// All "of action" and "delete of action" statements take the same two keys.
struct range_params {
	int64_t first, next;
};
_Static_assert(sizeof(struct range_params) == sizeof(struct activity_of_action_params) &&
		offsetof(struct range_params, next) ==
			offsetof(struct activity_of_action_params, next),
	"the statements of parts take a first and a next key");

static struct range_params range_of(int64_t action_id)
{
	return (struct range_params){part_first(action_id), part_next(action_id)};
}

static bool load_parts(
	struct arena *mem, struct db *db, struct dossier *d, bool with_claims, struct err *err)
{
	struct range_params range = range_of(d->action.id);

	for (size_t i = 0; i < KIND_N; i++) {
		const struct part_kind *kind = &kinds[i];
		struct row_list list;
		if (kind->is_claim && !with_claims)
			continue;
		if (!row_many(mem, (struct row_query){db, kind->load, &range}, &kind->shape, &list,
			    err))
			return false;
		memcpy((char *)d + kind->offset, &list, sizeof list);
	}
	return true;
}

static bool load(struct arena *mem, struct db *db, const struct db_statement *statement,
	const void *params, bool with_claims, struct dossier **ret_dossier, struct err *err)
{
	struct dossier *d = NEW(mem, struct dossier);
	bool found;

	if (!row_one(mem, (struct row_query){db, statement, params}, &action_fields, &d->action,
		    &found, err))
		return false;
	if (found && !load_parts(mem, db, d, with_claims, err))
		return false;
	*ret_dossier = found ? d : NULL;
	return true;
}

bool dossier_by_slug(struct arena *mem, struct db *db, struct str slug, bool with_claims,
	struct dossier **ret_dossier, struct err *err)
{
	struct action_by_slug_params params = {.slug = slug};

	return load(mem, db, &action_by_slug, &params, with_claims, ret_dossier, err);
}

bool dossier_by_id(struct arena *mem, struct db *db, int64_t id, bool with_claims,
	struct dossier **ret_dossier, struct err *err)
{
	struct action_by_id_params params = {.id = id};

	return load(mem, db, &action_by_id, &params, with_claims, ret_dossier, err);
}

bool dossier_activities(struct arena *mem, struct db *db, int64_t action_id,
	struct activities *ret_activities, struct err *err)
{
	static const struct row_shape shape = {&activity_fields, sizeof(struct activity)};
	struct range_params range = range_of(action_id);
	struct row_list list;

	if (!row_many(mem, (struct row_query){db, &activity_of_action, &range}, &shape, &list, err))
		return false;
	memcpy(ret_activities, &list, sizeof list);
	return true;
}

static bool ids_load(
	struct arena *mem, struct row_query query, struct action_ids *ret_ids, struct err *err)
{
	static const struct row_shape shape = {&id_fields, sizeof(struct id_row)};
	struct row_list list;

	if (!row_many(mem, query, &shape, &list, err))
		return false;
	memcpy(ret_ids, &list, sizeof list);
	return true;
}

bool dossier_ids(struct arena *mem, struct db *db, struct action_ids *ret_ids, struct err *err)
{
	return ids_load(mem, (struct row_query){db, &action_ids, NULL}, ret_ids, err);
}

bool dossier_public_ids(
	struct arena *mem, struct db *db, struct action_ids *ret_ids, struct err *err)
{
	return ids_load(mem, (struct row_query){db, &action_ids_public, NULL}, ret_ids, err);
}

bool dossier_link_bodies(struct db *db, struct err *err)
{
	return db_run(db, &organisation_link, NULL, NULL, NULL, err);
}

bool dossier_match(struct arena *mem, struct db *db, struct str match_key, struct action *ret_kept,
	struct err *err)
{
	struct action_by_match_params params = {.match_key = match_key};
	struct action kept = {0};
	bool found;

	if (!row_one(mem, (struct row_query){db, &action_by_match, &params}, &action_fields, &kept,
		    &found, err))
		return false;
	*ret_kept = kept;
	return true;
}

// An address unlike any other: the label and title, with a number behind it where needed.
// The place in letters that an address takes: one printed in others goes by the English name of its
// country.
static struct str place_in_address(struct arena *mem, const struct action *a)
{
	int country = country_index(a->iso2);
	struct str folded = utf8_fold(mem, a->place);
	bool is_written = false;

	for (size_t i = 0; i < folded.n; i++)
		is_written = is_written || char_is_alpha(folded.p[i]);
	return is_written || country == COUNTRY_NONE ? a->place : country_name(country, S("en"));
}

static bool choose_slug(struct arena *mem, struct db *db, struct action *a, struct err *err)
{
	struct str label = action_label_of(mem, place_in_address(mem, a), a->phase);
	struct str words = a->title.n
		? str_format(mem, "%" PRIstr " %" PRIstr, STR(label), STR(a->title))
		: label;
	struct str slug = utf8_slug(mem, words, SLUG_MAX);

	for (int i = 1; i < SLUG_TRIES; i++) {
		struct str tried = i == 1 ? slug : str_format(mem, "%" PRIstr "-%d", STR(slug), i);
		struct action_slug_taken_params params = {.slug = tried};
		struct id_row row;
		bool taken;
		if (!row_one(mem, (struct row_query){db, &action_slug_taken, &params}, &id_fields,
			    &row, &taken, err))
			return false;
		if (!taken) {
			a->slug = tried;
			return true;
		}
	}
	return err_set(err, ERR_INPUT, "there are already %d actions called \"%" PRIstr "\"",
		SLUG_TRIES, STR(words));
}

static bool save_action(
	struct arena *mem, struct db *db, struct action *a, int64_t now, struct err *err)
{
	a->changed_at = now;
	if (a->id) {
		struct action_update_params params = {0};
		row_bind(mem, &action_update, &action_fields, a, &params);
		return db_run(db, &action_update, &params, NULL, NULL, err);
	}
	if (!choose_slug(mem, db, a, err))
		return false;
	a->created_at = now;
	struct action_insert_params params = {.match_key = action_match_key(mem, a)};
	row_bind(mem, &action_insert, &action_fields, a, &params);
	return db_run(db, &action_insert, &params, NULL, &a->id, err);
}

static bool save_parts(struct arena *mem, struct db *db, struct dossier *d,
	const struct part_kind *kind, struct err *err)
{
	struct range_params range = range_of(d->action.id);
	struct row_list list;

	memcpy(&list, (char *)d + kind->offset, sizeof list);
	if (list.n > PART_MAX)
		return err_set(
			err, ERR_LIMIT, "an action has more than %d parts of a kind", PART_MAX);
	if (!db_run(db, kind->remove, &range, NULL, NULL, err))
		return false;
	for (size_t i = 0; i < list.n; i++) {
		// Every part begins with its key and its action's.
		int64_t key[2] = {range.first + (int64_t)i + 1, d->action.id};
		char *record = list.p + i * kind->shape.size;
		union part_params params = {0};

		memcpy(record, key, sizeof key);
		row_bind(mem, kind->insert, kind->shape.fields, record, &params);
		if (kind->refer && !kind->refer(mem, db, record, &params, err))
			return false;
		if (!db_run(db, kind->insert, &params, NULL, NULL, err))
			return false;
	}
	return true;
}

bool dossier_save(
	struct arena *mem, struct db *db, struct dossier *dossier, int64_t now, struct err *err)
{
	if (!save_action(mem, db, &dossier->action, now, err))
		return false;
	for (size_t i = 0; i < dossier->claims.n; i++)
		dossier->claims.p[i].source_id = dossier->action.source_id;
	for (size_t i = 0; i < KIND_N; i++)
		if (!save_parts(mem, db, dossier, &kinds[i], err))
			return false;
	return true;
}

bool dossier_accept(struct db *db, int64_t id, int64_t now, struct err *err)
{
	struct action_accept_params params = {.id = id, .changed_at = now};

	return db_run(db, &action_accept, &params, NULL, NULL, err);
}
