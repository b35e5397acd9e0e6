// SPDX-License-Identifier: EUPL-1.2
// kind_region — a group of countries in a scheme, with the time each belonged to it (domain.md 2.16).

#include "model/kind_rule.h"

static const struct property members[] = {
	PROPERTY(country, COUNTRY, N_("Country"), .flags = PROPERTY_REQUIRED | PROPERTY_FILTERED),
	PROPERTY(since, DATE, N_("Since")),
	PROPERTY(until, DATE, N_("Until")),
};

static const struct property properties[] = {
	PROPERTY(scheme, LINE, N_("Scheme"),
		.help = N_("Which list of regions it belongs to: the facility's, the donor's."),
		.flags = PROPERTY_REQUIRED | PROPERTY_LISTED | PROPERTY_FILTERED, .max = 100),
	PROPERTY(name, LINE, N_("Name"),
		.flags = PROPERTY_REQUIRED | PROPERTY_TRANSLATED | PROPERTY_SEARCHED |
			PROPERTY_LISTED | PROPERTY_SORTED | PROPERTY_NAMES),
	PROPERTY(code, LINE, N_("Code"), .max = 40),
	PROPERTY(text, PROSE, N_("Text on the portal"), .flags = PROPERTY_TRANSLATED, .max = 4000),
	PROPERTY(members, ROWS, N_("Countries"), PARTS(members)),
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

const struct kind kind_region = {
	.name = S_INIT("region"),
	.address = S_INIT("regions"),
	.label = N_("Region"),
	.many = N_("Regions"),
	.help = N_("A group of countries in a scheme."),
	KIND_PARTS(properties, states, moves),
	.publishing = PUBLISHED_ON_SAVE,
	.right = RIGHT_SETTINGS,
};
