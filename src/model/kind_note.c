// SPDX-License-Identifier: EUPL-1.2
// kind_note — what somebody at the desk wrote down about a record: for those at the desk alone.

#include "model/kind_rule.h"

static const struct property properties[] = {
	PROPERTY(about, RECORD, N_("About"), .class = FIELD_INTERNAL, .flags = PROPERTY_REQUIRED),
	PROPERTY(text, PROSE, N_("Note"), .class = FIELD_INTERNAL, .max = 10 * 1000,
		.flags = PROPERTY_REQUIRED | PROPERTY_NAMES | PROPERTY_LISTED | PROPERTY_SEARCHED),
};

static const struct state states[] = {
	{S_INIT("kept"), N_("Kept"), TONE_QUIET, false, true},
};

const struct kind kind_note = {
	.name = S_INIT("note"),
	.address = S_INIT("notes"),
	.label = N_("Note"),
	.many = N_("Notes"),
	.help = N_(
		"What the desk should know. Notes are never public; only who wrote one changes it."),
	.property = properties,
	.property_n = sizeof properties / sizeof *properties,
	.state = states,
	.state_n = sizeof states / sizeof *states,
	.right = RIGHT_WRITE,
	.is_own = true,
};
