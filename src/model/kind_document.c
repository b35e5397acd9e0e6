// SPDX-License-Identifier: EUPL-1.2
// kind_document — a file with what it is, for whom, in which language (domain.md 2.14).

#include "model/kind_rule.h"

static const struct property properties[] = {
	PROPERTY(title, LINE, N_("Title"),
		.flags = PROPERTY_REQUIRED | PROPERTY_TRANSLATED | PROPERTY_SEARCHED |
			PROPERTY_LISTED | PROPERTY_SORTED | PROPERTY_NAMES),
	PROPERTY(kind, CODE, N_("Kind"), .codes = &code_document_kinds,
		.flags = PROPERTY_REQUIRED | PROPERTY_LISTED | PROPERTY_FILTERED),
	PROPERTY(languages, CODE, N_("Languages"), .codes = &code_languages,
		.flags = PROPERTY_MANY | PROPERTY_LISTED | PROPERTY_FILTERED),
	PROPERTY(date, DATE, N_("Date"), .flags = PROPERTY_LISTED | PROPERTY_SORTED),
	PROPERTY(file, FILE, N_("File")),
	PROPERTY(elsewhere, ADDRESS, N_("Address elsewhere")),
	PROPERTY(authors, LINE, N_("Authors"), .flags = PROPERTY_SEARCHED),
	PROPERTY(isbn, LINE, N_("ISBN"), .max = 40),
	PROPERTY(actions, LINK, N_("Actions"), .target = S_INIT("action"), .flags = PROPERTY_MANY),
	PROPERTY(notes, PROSE, N_("Notes"), .class = FIELD_INTERNAL),
};

enum { DRAFT, CLEARED, WITHDRAWN };

static const struct state states[] = {
	[DRAFT] = {S_INIT("draft"), N_("Draft"), TONE_WAITING, false, false},
	[CLEARED] = {S_INIT("cleared"), N_("Cleared"), TONE_DONE, true, false},
	[WITHDRAWN] = {S_INIT("withdrawn"), N_("Withdrawn"), TONE_STOPPED, false, true},
};

static const struct move moves[] = {
	{S_INIT("clear"), N_("Clear for the public"), "file", STATE_BIT(DRAFT), CLEARED,
		RIGHT_PUBLISH, false},
	{S_INIT("withdraw"), N_("Withdraw"), NULL, STATE_BIT(CLEARED), WITHDRAWN, RIGHT_PUBLISH,
		true},
	{S_INIT("redraft"), N_("Back to draft"), NULL, STATE_BIT(CLEARED) | STATE_BIT(WITHDRAWN),
		DRAFT, RIGHT_WRITE, false},
};

const struct kind kind_document = {
	.name = S_INIT("document"),
	.address = S_INIT("documents"),
	.label = N_("Document"),
	.many = N_("Documents"),
	.help = N_("A file or a publication."),
	KIND_PARTS(properties, states, moves),
	.shown_at = S_INIT("/documents"),
	.publishing = PUBLISHED_ON_SAVE,
	.right = RIGHT_WRITE,
};
