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

// Records of this kind are published by themselves; others with the one that they are a part of, or when their state
// says so.
bool publish_has(const struct kind *kind);

// Writes the action as its records tell it into the public tables, within the open transaction, and marks the versions of all
// records that went into it as the public ones. *ret_action is the key of the public action.
bool publish_action(struct arena *mem, struct db *db, int64_t action_record, int64_t now,
	int64_t *ret_action, struct err *err) MUST_CHECK;
