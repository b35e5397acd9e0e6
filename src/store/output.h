// SPDX-License-Identifier: EUPL-1.2
// output — what all actions left behind, as one list.
#pragma once

#include "db/db.h"
#include "model/part.h"

// Every output of every action, by action and in the order of its page.
bool output_list(
	struct arena *mem, struct db *db, struct outputs *ret_outputs, struct err *err) MUST_CHECK;
