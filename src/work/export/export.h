// SPDX-License-Identifier: EUPL-1.2
// export — the published portfolio as data: the same bytes for the same data.
#pragma once

#include "base/out.h"
#include "db/db.h"
#include "format/lang.h"

enum export_format { EXPORT_JSON, EXPORT_JSONL, EXPORT_CSV };

// Writes every action, in the order of its page. JSONL: one action a line, with the names that
// `read` prints plus id, slug, url and review; JSON: {"actions":[...]} of the same objects, with
// the time of the last change; CSV: one row an action, lists joined by "|" (RFC 4180, UTF-8).
// One action is in memory at a time. Addresses are paths in `lang`.
bool export_portfolio(struct db *db, enum export_format format, const struct lang *lang,
	struct out *o, struct err *err) MUST_CHECK;
