// SPDX-License-Identifier: EUPL-1.2
// dossier — load and save an action with all its parts.
#pragma once

#include "db/db.h"
#include "model/dossier.h"

// The action at this address, or NULL in *ret_dossier. Claims and warnings are left empty unless
// `with_claims`.
bool dossier_by_slug(struct arena *mem, struct db *db, struct str slug, bool with_claims,
	struct dossier **ret_dossier, struct err *err) MUST_CHECK;
bool dossier_by_id(struct arena *mem, struct db *db, int64_t id, bool with_claims,
	struct dossier **ret_dossier, struct err *err) MUST_CHECK;

// Only the activities of one action: what its strip is drawn from.
bool dossier_activities(struct arena *mem, struct db *db, int64_t action_id,
	struct activities *ret_activities, struct err *err) MUST_CHECK;

// Keys of all actions, in the order of their pages and of the list on each.
struct action_ids VEC_OF(int64_t);
bool dossier_ids(
	struct arena *mem, struct db *db, struct action_ids *ret_ids, struct err *err) MUST_CHECK;

// Those that the public sees.
bool dossier_public_ids(
	struct arena *mem, struct db *db, struct action_ids *ret_ids, struct err *err) MUST_CHECK;

// Bodies of actions that no record of the desk is known of yet find the record of their name.
bool dossier_link_bodies(struct db *db, struct err *err) MUST_CHECK;

// What is kept of the action that an entry of this key is about; id 0 when there is none.
bool dossier_match(struct arena *mem, struct db *db, struct str match_key, struct action *ret_kept,
	struct err *err) MUST_CHECK;

// Writes the action and replaces all its parts; id 0 makes a new one, whose id and address (made
// from place, phase and title, unlike any other) are then set. Part keys are set from their order.
// The caller holds the write transaction.
bool dossier_save(struct arena *mem, struct db *db, struct dossier *dossier, int64_t now,
	struct err *err) MUST_CHECK;

// Marks the facts of a page as the record.
bool dossier_accept(struct db *db, int64_t id, int64_t now, struct err *err) MUST_CHECK;
