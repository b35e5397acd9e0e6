// SPDX-License-Identifier: EUPL-1.2
// kind_output — what an action produces and how far it has come (domain.md 1.8, 2.12, R10, R34).

#include "model/kind_rule.h"

enum { PLANNED, UNDER_WAY, DRAFTED, DELIVERED, PRESENTED, PUBLISHED, ADOPTED, UNKNOWN, ABANDONED };
enum {
	OPEN = STATE_BIT(PLANNED) | STATE_BIT(UNDER_WAY) | STATE_BIT(UNKNOWN),
	REACHED = STATE_BIT(DRAFTED) | STATE_BIT(DELIVERED) | STATE_BIT(PRESENTED) |
		STATE_BIT(PUBLISHED),
};

static const struct property events[] = {
	PROPERTY(stage, CODE, N_("What happened"), .codes = &code_output_events,
		.flags = PROPERTY_REQUIRED),
	PROPERTY(date, DATE, N_("When")),
	PROPERTY(body, LINK, N_("Who did it"), .target = S_INIT("organisation")),
	PROPERTY(evidence, LINK, N_("Evidence"), .target = S_INIT("document")),
	PROPERTY(source, LINE, N_("Where it is said")),
};

static const struct property versions[] = {
	PROPERTY(number, LINE, N_("Version"), .flags = PROPERTY_REQUIRED, .max = 40),
	PROPERTY(date, DATE, N_("Date")),
	PROPERTY(lang, CODE, N_("Language"), .codes = &code_languages),
	PROPERTY(document, LINK, N_("File"), .target = S_INIT("document")),
	PROPERTY(note, LINE, N_("What changed")),
};

static const struct property properties[] = {
	PROPERTY(action, LINK, N_("Action"), .target = S_INIT("action"),
		.flags = PROPERTY_REQUIRED | PROPERTY_BELONGS | PROPERTY_FILTERED |
			PROPERTY_LISTED),
	PROPERTY(type, CODE, N_("Type"), .codes = &code_output_types,
		.flags = PROPERTY_REQUIRED | PROPERTY_LISTED | PROPERTY_FILTERED),
	PROPERTY(name, LINE, N_("Name"),
		.flags = PROPERTY_REQUIRED | PROPERTY_TRANSLATED | PROPERTY_SEARCHED |
			PROPERTY_LISTED | PROPERTY_SORTED | PROPERTY_NAMES),
	PROPERTY(planned_as, LINE, N_("Planned as"),
		.help = N_("What was promised, where another thing was delivered.")),
	PROPERTY(owner, LINK, N_("Owner"), .target = S_INIT("organisation"),
		.flags = PROPERTY_FILTERED),
	PROPERTY(covers, PERIOD, N_("Years that it covers")),
	PROPERTY(replaces, LINE, N_("Replaces")),
	PROPERTY(events, ROWS, N_("Life"), PARTS(events), .max = 60),
	PROPERTY(versions, ROWS, N_("Versions"), PARTS(versions), .max = 60),
	PROPERTY(activities, LINK, N_("Activities that worked on it"), .target = S_INIT("activity"),
		.flags = PROPERTY_MANY),
	PROPERTY(confidential, FLAG, N_("The authority keeps it to itself"),
		.class = FIELD_INTERNAL),
	PROPERTY(notes, PROSE, N_("Notes"), .class = FIELD_INTERNAL),
};

static const struct state states[] = {
	[PLANNED] = {S_INIT("planned"), N_("Planned"), TONE_WAITING, true, false},
	[UNDER_WAY] = {S_INIT("under-way"), N_("Under way"), TONE_RUNNING, true, false},
	[DRAFTED] = {S_INIT("drafted"), N_("Drafted"), TONE_RUNNING, true, false},
	[DELIVERED] = {S_INIT("delivered"), N_("Delivered"), TONE_DONE, true, false},
	[PRESENTED] = {S_INIT("presented"), N_("Presented"), TONE_DONE, true, false},
	[PUBLISHED] = {S_INIT("published"), N_("Published"), TONE_DONE, true, false},
	[ADOPTED] = {S_INIT("adopted"), N_("Adopted"), TONE_DONE, true, true},
	[UNKNOWN] = {S_INIT("unknown"), N_("Not known"), TONE_QUIET, true, false},
	[ABANDONED] = {S_INIT("abandoned"), N_("Abandoned"), TONE_STOPPED, true, true},
};

static const struct move moves[] = {
	{S_INIT("begin"), N_("Begin"), NULL, STATE_BIT(PLANNED) | STATE_BIT(UNKNOWN), UNDER_WAY,
		RIGHT_WRITE, false},
	{S_INIT("draft"), N_("Mark as drafted"), NULL, OPEN, DRAFTED, RIGHT_WRITE, false},
	{S_INIT("deliver"), N_("Mark as delivered"), NULL, OPEN | STATE_BIT(DRAFTED), DELIVERED,
		RIGHT_WRITE, false},
	{S_INIT("present"), N_("Mark as presented"), NULL, OPEN | REACHED, PRESENTED, RIGHT_WRITE,
		false},
	{S_INIT("publish"), N_("Mark as published"), NULL, OPEN | REACHED, PUBLISHED, RIGHT_WRITE,
		false},
	{S_INIT("adopt"), N_("Mark as adopted"), "events", OPEN | REACHED, ADOPTED, RIGHT_WRITE,
		false},
	{S_INIT("lose-sight"), N_("Not known any more"), NULL, OPEN | REACHED, UNKNOWN, RIGHT_WRITE,
		true},
	{S_INIT("abandon"), N_("Abandon"), NULL, OPEN | REACHED, ABANDONED, RIGHT_WRITE, true},
	{S_INIT("resume"), N_("Take up again"), NULL, STATE_BIT(ADOPTED) | STATE_BIT(ABANDONED),
		UNDER_WAY, RIGHT_WRITE, true},
};

const struct kind kind_output = {
	.name = S_INIT("output"),
	.address = S_INIT("outputs"),
	.label = N_("Output"),
	.many = N_("Outputs"),
	.help = N_("A strategy, law, manual or report that an action produces."),
	KIND_PARTS(properties, states, moves),
	.in_tables = true,
	.publishing = PUBLISHED_WITH_OWNER,
	.right = RIGHT_WRITE,
};
