// SPDX-License-Identifier: EUPL-1.2
// publish — what the public sees of the desk's records.
//
// The portal, its exports and feeds read actions from tables of their own (store/dossier.h), which
// hold public values only. Publishing an action fills them from its record and from those of its
// activities and outputs: public fields of records in public states, nothing else. So what was not
// published is not where the public looks.
#pragma once

#include "db/db.h"
#include "model/dossier.h"
#include "model/record.h"

// Makes a record of a kind that is published by a step public, within the open transaction: an action
// is written into the public tables as its records tell it, and the versions of all that went into it
// are marked as the public ones. ERR_INPUT when the public may not see it in its state.
bool publish_record(struct arena *mem, struct db *db, const struct record *record, int64_t now,
	struct err *err) MUST_CHECK;

// The record's present version, with those of its parts, becomes public at `due_at`; until then the
// public sees what it sees now. Whoever looks first after that moment makes it so.
bool publish_at(struct arena *mem, struct db *db, const struct record *record, int64_t due_at,
	struct err *err) MUST_CHECK;
// Makes public what is due, each in the version that was chosen; *ret_n is how many records.
bool publish_due(
	struct arena *mem, struct db *db, int64_t now, int64_t *ret_n, struct err *err) MUST_CHECK;

// The public sees the record and its parts no more, nor will it on a date that was set.
bool publish_take_back(struct arena *mem, struct db *db, const struct record *record, int64_t now,
	struct err *err) MUST_CHECK;
