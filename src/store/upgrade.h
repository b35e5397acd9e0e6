// SPDX-License-Identifier: EUPL-1.2
// upgrade — brings a database up to this program: the steps of the schema, and what no SQL can renew.
#pragma once

#include "db/db.h"

// Takes the steps that are missing (db/migrate.h) and makes keys and words of records anew where a
// step asks for it. *ret_steps is how many steps were taken. Killed at any instant, the next call
// goes on.
bool upgrade_run(struct db *db, int64_t now, int64_t *ret_steps, struct err *err) MUST_CHECK;
