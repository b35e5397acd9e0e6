// SPDX-License-Identifier: EUPL-1.2
// portfolio — fills the arrays of all actions from the database.
#pragma once

#include "db/db.h"
#include "model/portfolio.h"

// The number that moves with every change.
bool portfolio_version_read(struct db *db, int64_t *ret_number, struct err *err) MUST_CHECK;

// Says that something changed; part of every write transaction.
bool portfolio_version_move(struct db *db, int64_t now, struct err *err) MUST_CHECK;

// All actions as of the connection's snapshot, in `mem`, and the records of the desk that the public
// sees. So many statements as there are kinds of rows and of records, whatever their number.
bool portfolio_load(struct arena *mem, struct db *db, struct portfolio **ret_portfolio,
	struct err *err) MUST_CHECK;
