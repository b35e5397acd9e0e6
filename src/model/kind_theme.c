// SPDX-License-Identifier: EUPL-1.2
// kind_theme — a term of a theme vocabulary, dated and mapped (domain.md 2.15).

#include "model/kind_rule.h"

static const struct property mappings[] = {
	PROPERTY(vocabulary, LINE, N_("Vocabulary"), .help = N_("DAC, GCM, or the donor's own."),
		.flags = PROPERTY_REQUIRED, .max = 60),
	PROPERTY(code, LINE, N_("Code"), .flags = PROPERTY_REQUIRED, .max = 60),
	PROPERTY(share, NUMBER, N_("Share in per cent")),
	PROPERTY(since, DATE, N_("Since")),
	PROPERTY(until, DATE, N_("Until")),
};

static const struct property properties[] = {
	PROPERTY(vocabulary, LINE, N_("Vocabulary"),
		.flags = PROPERTY_REQUIRED | PROPERTY_LISTED | PROPERTY_FILTERED, .max = 100),
	PROPERTY(code, LINE, N_("Code"), .flags = PROPERTY_REQUIRED | PROPERTY_LISTED, .max = 100),
	PROPERTY(label, LINE, N_("Label"),
		.flags = PROPERTY_REQUIRED | PROPERTY_TRANSLATED | PROPERTY_SEARCHED |
			PROPERTY_LISTED | PROPERTY_SORTED | PROPERTY_NAMES),
	PROPERTY(text, PROSE, N_("Text on the portal"), .flags = PROPERTY_TRANSLATED, .max = 4000),
	PROPERTY(parent, LINK, N_("Within"), .target = S_INIT("theme")),
	PROPERTY(since, DATE, N_("Since")),
	PROPERTY(until, DATE, N_("Until")),
	PROPERTY(mappings, ROWS, N_("Mapped to"), PARTS(mappings)),
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

const struct kind kind_theme = {
	.name = S_INIT("theme"),
	.address = S_INIT("themes"),
	.label = N_("Theme"),
	.many = N_("Themes"),
	.help = N_("A term of a theme vocabulary."),
	KIND_PARTS(properties, states, moves),
	.publishing = PUBLISHED_ON_SAVE,
	.right = RIGHT_SETTINGS,
};
