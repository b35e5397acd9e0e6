// SPDX-License-Identifier: EUPL-1.2
// kind_rule — what the descriptions of kinds share: rights of moves, and rules about fields.

#include "model/kind_rule.h"

void kind_rule_add(
	struct arena *mem, struct findings *findings, struct str path, struct str message)
{
	finding_add(mem, findings, (struct finding){.rule = path, .severity = SEVERITY_ERROR},
		"%" PRIstr, STR(message));
}

void kind_rule_period(
	struct arena *mem, const struct record *record, struct str path, struct findings *findings)
{
	struct period period = record_period(record, path);
	if (date_is_known(period.start) && date_is_known(period.end) &&
		date_last_day(period.end) < date_first_day(period.start))
		kind_rule_add(mem, findings, path,
			S(N_("The end lies before the start: change one of them.")));
}
