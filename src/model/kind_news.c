// SPDX-License-Identifier: EUPL-1.2
// kind_news — a short text about what happened (domain.md 2.14).

#include "model/kind_rule.h"

static const struct property properties[] = {
	PROPERTY(headline, LINE, N_("Headline"),
		.flags = PROPERTY_REQUIRED | PROPERTY_TRANSLATED | PROPERTY_SEARCHED |
			PROPERTY_LISTED | PROPERTY_NAMES),
	PROPERTY(date, DATE, N_("Date"),
		.flags = PROPERTY_REQUIRED | PROPERTY_LISTED | PROPERTY_SORTED),
	PROPERTY(lead, PROSE, N_("Lead"), .flags = PROPERTY_TRANSLATED | PROPERTY_SEARCHED,
		.max = 2000),
	PROPERTY(body, PROSE, N_("Text"), .flags = PROPERTY_TRANSLATED | PROPERTY_SEARCHED),
	PROPERTY(themes, CODE, N_("Themes"), .codes = &code_themes,
		.flags = PROPERTY_MANY | PROPERTY_FILTERED),
	PROPERTY(actions, LINK, N_("Actions"), .target = S_INIT("action"), .flags = PROPERTY_MANY),
	PROPERTY(photo, LINK, N_("Photograph"), .target = S_INIT("document")),
};

enum { DRAFT, CLEARED, WITHDRAWN };

static const struct state states[] = {
	[DRAFT] = {S_INIT("draft"), N_("Draft"), TONE_WAITING, false, false},
	[CLEARED] = {S_INIT("cleared"), N_("Cleared"), TONE_DONE, true, false},
	[WITHDRAWN] = {S_INIT("withdrawn"), N_("Withdrawn"), TONE_STOPPED, false, true},
};

static const struct move moves[] = {
	{S_INIT("clear"), N_("Clear for the public"), "body", STATE_BIT(DRAFT), CLEARED,
		RIGHT_PUBLISH, false},
	{S_INIT("withdraw"), N_("Withdraw"), NULL, STATE_BIT(CLEARED), WITHDRAWN, RIGHT_PUBLISH,
		true},
	{S_INIT("redraft"), N_("Back to draft"), NULL, STATE_BIT(CLEARED) | STATE_BIT(WITHDRAWN),
		DRAFT, RIGHT_WRITE, false},
};

const struct kind kind_news = {
	.name = S_INIT("news"),
	.address = S_INIT("news"),
	.label = N_("News item"),
	.many = N_("News"),
	.help = N_("A short text about what happened."),
	KIND_PARTS(properties, states, moves),
	.shown_at = S_INIT("/news/{}"),
	.publishing = PUBLISHED_BY_STEP,
	.right = RIGHT_WRITE,
};
