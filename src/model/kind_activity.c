// SPDX-License-Identifier: EUPL-1.2
// kind_activity — one step of an action: a mission, a workshop, remote support (domain.md 1.6, 2.6).

#include "model/kind_rule.h"

enum { IDEA, PLANNED, CONFIRMED, HELD, REPORTED, EVALUATED, POSTPONED, CANCELLED };
enum {
	BEFORE = STATE_BIT(IDEA) | STATE_BIT(PLANNED) | STATE_BIT(CONFIRMED) | STATE_BIT(POSTPONED)
};

static const struct property legs[] = {
	PROPERTY(place, LINE, N_("Place"), .flags = PROPERTY_SEARCHED, .max = 200),
	PROPERTY(country, COUNTRY, N_("Country"), .flags = PROPERTY_FILTERED),
	PROPERTY(period, PERIOD, N_("Date")),
	PROPERTY(venue, LINE, N_("Venue")),
};

static const struct property bodies[] = {
	PROPERTY(organisation, LINK, N_("Organisation"), .target = S_INIT("organisation"),
		.flags = PROPERTY_REQUIRED | PROPERTY_FILTERED),
	PROPERTY(role, CODE, N_("Role"), .codes = &code_body_roles, .flags = PROPERTY_REQUIRED),
};

static const struct property participants[] = {
	PROPERTY(country, COUNTRY, N_("Country")),
	PROPERTY(women, NUMBER, N_("Women")),
	PROPERTY(men, NUMBER, N_("Men")),
	PROPERTY(total, NUMBER, N_("Total"), .flags = PROPERTY_REQUIRED),
	PROPERTY(estimate, FLAG, N_("Estimate")),
};

static const struct property properties[] = {
	PROPERTY(action, LINK, N_("Action"), .target = S_INIT("action"),
		.flags = PROPERTY_REQUIRED | PROPERTY_BELONGS | PROPERTY_FILTERED |
			PROPERTY_LISTED),
	PROPERTY(component, NUMBER, N_("Component"),
		.help = N_("The number of the action's component, from 1.")),
	PROPERTY(type, CODE, N_("Type"), .codes = &code_activity_types,
		.flags = PROPERTY_REQUIRED | PROPERTY_LISTED | PROPERTY_FILTERED | PROPERTY_NAMES),
	PROPERTY(title, LINE, N_("Title"),
		.flags = PROPERTY_TRANSLATED | PROPERTY_SEARCHED | PROPERTY_LISTED |
			PROPERTY_NAMES),
	PROPERTY(objective, PROSE, N_("Objective"),
		.flags = PROPERTY_TRANSLATED | PROPERTY_SEARCHED),
	PROPERTY(period, PERIOD, N_("Date"),
		.flags = PROPERTY_LISTED | PROPERTY_SORTED | PROPERTY_DUE),
	PROPERTY(number, NUMBER, N_("How many"), .help = N_("Two workshops told as one are 2.")),
	PROPERTY(mode, CODE, N_("Mode"), .codes = &code_activity_modes, .flags = PROPERTY_FILTERED),
	PROPERTY(legs, ROWS, N_("Places"), PARTS(legs), .max = 20),
	PROPERTY(bodies, ROWS, N_("Hosts and partners"), PARTS(bodies)),
	PROPERTY(participants, ROWS, N_("Participants"), PARTS(participants), .max = 60),
	PROPERTY(languages, CODE, N_("Working languages"), .codes = &code_languages,
		.flags = PROPERTY_MANY),
	PROPERTY(follows, LINK, N_("Follows"), .target = S_INIT("activity")),
	PROPERTY(cost, NUMBER, N_("Cost in euro"), .class = FIELD_FINANCIAL),
	PROPERTY(evaluation, PROSE, N_("Summary of the evaluation"), .class = FIELD_INTERNAL),
	PROPERTY(notes, PROSE, N_("Notes"), .class = FIELD_INTERNAL),
};

static const struct state states[] = {
	[IDEA] = {S_INIT("idea"), N_("Idea"), TONE_QUIET, false, false},
	[PLANNED] = {S_INIT("planned"), N_("Planned"), TONE_WAITING, true, false},
	[CONFIRMED] = {S_INIT("confirmed"), N_("Confirmed"), TONE_WAITING, true, false},
	[HELD] = {S_INIT("held"), N_("Held"), TONE_DONE, true, false},
	[REPORTED] = {S_INIT("reported"), N_("Reported"), TONE_DONE, true, false},
	[EVALUATED] = {S_INIT("evaluated"), N_("Evaluated"), TONE_DONE, true, true},
	[POSTPONED] = {S_INIT("postponed"), N_("Postponed"), TONE_STOPPED, true, false},
	[CANCELLED] = {S_INIT("cancelled"), N_("Cancelled"), TONE_STOPPED, false, true},
};

static const struct move moves[] = {
	{S_INIT("plan"), N_("Plan"), NULL, STATE_BIT(IDEA) | STATE_BIT(POSTPONED), PLANNED,
		RIGHT_WRITE, false},
	{S_INIT("confirm"), N_("Confirm"), "period", STATE_BIT(PLANNED), CONFIRMED, RIGHT_WRITE,
		false},
	{S_INIT("hold"), N_("Mark as held"), "period", BEFORE, HELD, RIGHT_WRITE, false},
	{S_INIT("report"), N_("Mark as reported"), NULL, STATE_BIT(HELD), REPORTED, RIGHT_WRITE,
		false},
	{S_INIT("evaluate"), N_("Mark as evaluated"), "evaluation", STATE_BIT(REPORTED), EVALUATED,
		RIGHT_WRITE, false},
	{S_INIT("postpone"), N_("Postpone"), NULL, STATE_BIT(PLANNED) | STATE_BIT(CONFIRMED),
		POSTPONED, RIGHT_WRITE, true},
	{S_INIT("cancel"), N_("Cancel"), NULL, BEFORE, CANCELLED, RIGHT_WRITE, true},
	{S_INIT("correct"), N_("Back to planned"), NULL, STATE_BIT(HELD) | STATE_BIT(CANCELLED),
		PLANNED, RIGHT_WRITE, true},
};

static void check(struct arena *mem, const struct record *record, struct findings *findings)
{
	kind_rule_period(mem, record, S("period"), findings);
	for (size_t row = 1; row <= record_count(record, S("legs")); row++)
		kind_rule_period(mem, record, str_format(mem, "legs.%zu.period", row), findings);
}

const struct kind kind_activity = {
	.name = S_INIT("activity"),
	.address = S_INIT("activities"),
	.label = N_("Activity"),
	.many = N_("Activities"),
	.help = N_("One dated step of an action."),
	KIND_PARTS(properties, states, moves),
	.in_tables = true,
	.publishing = PUBLISHED_WITH_OWNER,
	.right = RIGHT_WRITE,
	.rule = check,
};
