// SPDX-License-Identifier: EUPL-1.2
// desk_strip — the timeline of a record that has dated parts, as the desk knows them today.
#pragma once

#include "format/escape.h"
#include "model/record.h"
#include "web/visit.h"

// A strip as on the portal (web/strip.h): the record's own period with a mark for each part that is
// PROPERTY_DUE; waiting ones are hollow, those that stopped are left out. Empty when the record has
// no such parts, or nothing is dated.
bool desk_strip_of(struct visit *v, const struct record *record, struct safe_html *ret_strip,
	struct err *err) MUST_CHECK;
