// SPDX-License-Identifier: EUPL-1.2
// doctor — looks for what is wrong in a database and says how to mend it.
#pragma once

#include "base/finding.h"
#include "db/db.h"

// How much there is of everything.
struct doctor_counts {
	int64_t sources, actions, activities, outputs, experts, claims, searched;
};

// Adds a finding for everything that is not as it should be: the engine's own check, records
// without their parent, facts outside their page, pages whose bytes no longer have their digest,
// actions that search cannot find, histories of records that are not as they were written. `digest` answers the digest of a page's bytes.
bool doctor_examine(struct arena *mem, struct db *db,
	struct str (*digest)(struct arena *mem, struct str bytes), struct findings *findings,
	struct doctor_counts *ret_counts, struct err *err) MUST_CHECK;
