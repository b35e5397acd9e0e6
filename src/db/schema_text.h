// SPDX-License-Identifier: EUPL-1.2
// schema_text — a schema step in the engine's words.
//
// Steps are written once for all engines with five type words (db/migrate.h). Columns are plain
// words, never quoted names.
#pragma once

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

// The step with the engine's types and table endings. ERR_DB when a column has a type that is not
// one of the five words.
bool schema_text_translate(
	struct arena *mem, struct str sql, struct str *ret_sql, struct err *err) MUST_CHECK;
