// SPDX-License-Identifier: EUPL-1.2
// kind_phase — a funded period of the facility (domain.md 2.1).

#include "model/kind_rule.h"

static const struct property properties[] = {
	PROPERTY(facility, LINK, N_("Facility"), .target = S_INIT("facility"),
		.flags = PROPERTY_REQUIRED | PROPERTY_BELONGS),
	PROPERTY(label, LINE, N_("Label"), .help = N_("As it is printed: II, or +."),
		.flags = PROPERTY_REQUIRED | PROPERTY_LISTED | PROPERTY_NAMES | PROPERTY_UNIQUE,
		.max = 60),
	PROPERTY(period, PERIOD, N_("Duration"),
		.flags = PROPERTY_REQUIRED | PROPERTY_LISTED | PROPERTY_SORTED),
	PROPERTY(extended, DATE, N_("Extended on"), .class = FIELD_INTERNAL),
	PROPERTY(last_request, DATE, N_("Last day for requests")),
	PROPERTY(budget, NUMBER, N_("Budget in euro"), .class = FIELD_FINANCIAL),
	PROPERTY(countries, COUNTRY, N_("Countries that may ask"), .flags = PROPERTY_MANY),
	PROPERTY(themes, CODE, N_("Themes"), .codes = &code_themes, .flags = PROPERTY_MANY),
};

enum { CURRENT, RETIRED };

static const struct state states[] = {
	[CURRENT] = {S_INIT("current"), N_("Current"), TONE_DONE, true, false},
	[RETIRED] = {S_INIT("retired"), N_("Retired"), TONE_QUIET, true, true},
};

static const struct move moves[] = {
	{S_INIT("retire"), N_("Retire"), NULL, STATE_BIT(CURRENT), RETIRED, RIGHT_SETTINGS, true},
	{S_INIT("restore"), N_("Use again"), NULL, STATE_BIT(RETIRED), CURRENT, RIGHT_SETTINGS,
		false},
};

static void check(struct arena *mem, const struct record *record, struct findings *findings)
{
	kind_rule_period(mem, record, S("period"), findings);
}

const struct kind kind_phase = {
	.name = S_INIT("phase"),
	.address = S_INIT("phases"),
	.label = N_("Phase"),
	.many = N_("Phases"),
	.help = N_("A funded period of the facility."),
	KIND_PARTS(properties, states, moves),
	.publishing = PUBLISHED_ON_SAVE,
	.right = RIGHT_SETTINGS,
	.rule = check,
};
