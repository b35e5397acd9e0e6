// SPDX-License-Identifier: EUPL-1.2
// kind_attachment — a file that belongs to a record's papers: for those at the desk alone.

#include "model/kind_rule.h"

static const struct property properties[] = {
	PROPERTY(about, RECORD, N_("About"), .class = FIELD_INTERNAL, .flags = PROPERTY_REQUIRED),
	PROPERTY(file, FILE, N_("File"), .class = FIELD_INTERNAL,
		.flags = PROPERTY_REQUIRED | PROPERTY_LISTED),
	PROPERTY(title, LINE, N_("Title"), .class = FIELD_INTERNAL, .max = 300,
		.help = N_("Empty: the name of the file."),
		.flags = PROPERTY_REQUIRED | PROPERTY_NAMES | PROPERTY_LISTED | PROPERTY_SEARCHED |
			PROPERTY_SORTED),
};

static const struct state states[] = {
	{S_INIT("kept"), N_("Kept"), TONE_QUIET, false, true},
};

const struct kind kind_attachment = {
	.name = S_INIT("attachment"),
	.address = S_INIT("attachments"),
	.label = N_("Attachment"),
	.many = N_("Attachments"),
	.help = N_("Letters, drafts and other papers. Attachments are never public."),
	.property = properties,
	.property_n = sizeof properties / sizeof *properties,
	.state = states,
	.state_n = sizeof states / sizeof *states,
	.right = RIGHT_WRITE,
};
