// SPDX-License-Identifier: EUPL-1.2
// kind_action — the short project that answers requests (domain.md 1.5, 2.5).

#include "model/kind_rule.h"

enum {
	PIPELINE,
	APPROVED,
	PREPARATION,
	RUNNING,
	UNDER_REVISION,
	SUSPENDED,
	FINALISATION,
	CLOSED,
	CANCELLED,
	ARCHIVED
};
enum {
	LIVE = STATE_BIT(PREPARATION) | STATE_BIT(RUNNING) | STATE_BIT(UNDER_REVISION) |
		STATE_BIT(SUSPENDED) | STATE_BIT(FINALISATION),
	OVER = STATE_BIT(CLOSED) | STATE_BIT(CANCELLED) | STATE_BIT(ARCHIVED),
};

static const struct property bodies[] = {
	PROPERTY(organisation, LINK, N_("Organisation"), .target = S_INIT("organisation"),
		.flags = PROPERTY_REQUIRED | PROPERTY_FILTERED),
	PROPERTY(role, CODE, N_("Role"), .codes = &code_body_roles, .flags = PROPERTY_REQUIRED),
	PROPERTY(since, DATE, N_("Since")),
	PROPERTY(until, DATE, N_("Until")),
};

static const struct property countries[] = {
	PROPERTY(country, COUNTRY, N_("Country"), .flags = PROPERTY_REQUIRED | PROPERTY_FILTERED),
	PROPERTY(role, CODE, N_("Role"), .codes = &code_country_roles, .flags = PROPERTY_REQUIRED),
};

static const struct property experts[] = {
	PROPERTY(country, COUNTRY, N_("Administration of"),
		.help = N_("Empty for a group without a country.")),
	PROPERTY(kind, CODE, N_("Kind"), .codes = &code_expert_kinds, .flags = PROPERTY_REQUIRED),
};

static const struct property components[] = {
	PROPERTY(title, LINE, N_("Title"), .flags = PROPERTY_REQUIRED),
	PROPERTY(objective, PROSE, N_("Objective")),
};

static const struct property links[] = {
	PROPERTY(relation, CODE, N_("Relation"), .codes = &code_action_relations,
		.flags = PROPERTY_REQUIRED),
	PROPERTY(
		action, LINK, N_("Action"), .target = S_INIT("action"), .flags = PROPERTY_REQUIRED),
};

static const struct property properties[] = {
	PROPERTY(place, LINE, N_("Place"),
		.help = N_("Country, region or regional organisation, as the heading has it."),
		.flags = PROPERTY_REQUIRED | PROPERTY_NAMES | PROPERTY_SEARCHED | PROPERTY_LISTED |
			PROPERTY_SORTED,
		.max = 300),
	PROPERTY(ordinal, LINE, N_("Ordinal"),
		.help = N_("The Roman number behind the place, as it was given: III."),
		.flags = PROPERTY_NAMES, .max = 10),
	PROPERTY(title, LINE, N_("Title"),
		.flags = PROPERTY_TRANSLATED | PROPERTY_SEARCHED | PROPERTY_LISTED |
			PROPERTY_NAMES),
	PROPERTY(objective, PROSE, N_("Objective"),
		.flags = PROPERTY_TRANSLATED | PROPERTY_SEARCHED),
	PROPERTY(summary, PROSE, N_("Summary"), .flags = PROPERTY_TRANSLATED | PROPERTY_SEARCHED),
	PROPERTY(period, PERIOD, N_("Duration as printed"),
		.flags = PROPERTY_LISTED | PROPERTY_SORTED, .closed_in = STATE_BIT(ARCHIVED)),
	PROPERTY(requested, DATE, N_("Request received"), .class = FIELD_INTERNAL),
	PROPERTY(approved, DATE, N_("Approved")),
	PROPERTY(actual, PERIOD, N_("Actual duration"),
		.help = N_("From the first activity held to the last, or to closing.")),
	PROPERTY(themes, CODE, N_("Themes"), .codes = &code_themes,
		.flags = PROPERTY_MANY | PROPERTY_FILTERED | PROPERTY_LISTED),
	PROPERTY(countries, ROWS, N_("Countries"), PARTS(countries)),
	PROPERTY(bodies, ROWS, N_("Organisations"), PARTS(bodies)),
	PROPERTY(experts, ROWS, N_("Experts"), PARTS(experts)),
	PROPERTY(components, ROWS, N_("Components"), PARTS(components), .max = 20),
	PROPERTY(links, ROWS, N_("Linked actions"), PARTS(links)),
	PROPERTY(phase, LINK, N_("Phase of the facility"), .target = S_INIT("phase"),
		.flags = PROPERTY_FILTERED),
	PROPERTY(officer, LINK, N_("Officer"), .target = S_INIT("person"), .class = FIELD_INTERNAL,
		.flags = PROPERTY_FILTERED | PROPERTY_OFFICER),
	PROPERTY(envelope, NUMBER, N_("Budget in euro"), .class = FIELD_FINANCIAL),
	PROPERTY(context, PROSE, N_("Context"), .class = FIELD_INTERNAL),
	PROPERTY(risks, PROSE, N_("Risks"), .class = FIELD_SENSITIVE, .handling = &handling_risk),
	PROPERTY(conditions, PROSE, N_("Conditions of the approval"), .class = FIELD_INTERNAL),
	PROPERTY(lessons, PROSE, N_("Lessons")),
};

static const struct state states[] = {
	[PIPELINE] = {S_INIT("pipeline"), N_("In the pipeline"), TONE_WAITING, false, false},
	[APPROVED] = {S_INIT("approved"), N_("Approved"), TONE_WAITING, true, false},
	[PREPARATION] = {S_INIT("preparation"), N_("In preparation"), TONE_WAITING, true, false},
	[RUNNING] = {S_INIT("running"), N_("Running"), TONE_RUNNING, true, false},
	[UNDER_REVISION] = {S_INIT("under-revision"), N_("Under revision"), TONE_RUNNING, true,
		false},
	[SUSPENDED] = {S_INIT("suspended"), N_("Suspended"), TONE_STOPPED, true, false},
	[FINALISATION] = {S_INIT("finalisation"), N_("Being finished"), TONE_RUNNING, true, false},
	[CLOSED] = {S_INIT("closed"), N_("Closed"), TONE_DONE, true, false},
	[CANCELLED] = {S_INIT("cancelled"), N_("Cancelled"), TONE_STOPPED, true, true},
	[ARCHIVED] = {S_INIT("archived"), N_("Archived"), TONE_QUIET, true, true},
};

static const struct move moves[] = {
	{S_INIT("approve"), N_("Approve"), "officer approved", STATE_BIT(PIPELINE), APPROVED,
		RIGHT_DECIDE, false},
	{S_INIT("prepare"), N_("Begin to prepare"), NULL, STATE_BIT(APPROVED), PREPARATION,
		RIGHT_WRITE, false},
	{S_INIT("start"), N_("Start"), "period",
		STATE_BIT(APPROVED) | STATE_BIT(PREPARATION) | STATE_BIT(UNDER_REVISION) |
			STATE_BIT(SUSPENDED),
		RUNNING, RIGHT_WRITE, false},
	{S_INIT("revise"), N_("Put under revision"), NULL, LIVE | STATE_BIT(APPROVED),
		UNDER_REVISION, RIGHT_WRITE, true},
	{S_INIT("suspend"), N_("Suspend"), NULL, LIVE, SUSPENDED, RIGHT_DECIDE, true},
	{S_INIT("finish"), N_("Finish"), NULL, STATE_BIT(RUNNING), FINALISATION, RIGHT_WRITE,
		false},
	{S_INIT("close"), N_("Close"), "period", LIVE, CLOSED, RIGHT_DECIDE, false},
	{S_INIT("cancel"), N_("Cancel"), NULL, LIVE | STATE_BIT(PIPELINE) | STATE_BIT(APPROVED),
		CANCELLED, RIGHT_DECIDE, true},
	{S_INIT("archive"), N_("Archive"), NULL, STATE_BIT(CLOSED) | STATE_BIT(CANCELLED), ARCHIVED,
		RIGHT_DECIDE, false},
	{S_INIT("reopen"), N_("Open again"), NULL, OVER, RUNNING, RIGHT_DECIDE, true},
};

static void check(struct arena *mem, const struct record *record, struct findings *findings)
{
	kind_rule_period(mem, record, S("period"), findings);
	kind_rule_period(mem, record, S("actual"), findings);
	bool is_over = STATE_BIT(record->state) & OVER;
	if (is_over && record_period(record, S("period")).open)
		kind_rule_add(mem, findings, S("period"),
			S(N_("A closed action has an end: write the month of its last activity or "
			     "of its closing.")));
}

const struct kind kind_action = {
	.name = S_INIT("action"),
	.address = S_INIT("actions"),
	.label = N_("Action"),
	.many = N_("Actions"),
	.help = N_("A short project that answers one request or several."),
	KIND_PARTS(properties, states, moves),
	.shown_at = S_INIT("/actions/{}"),
	.in_tables = true,
	.publishing = PUBLISHED_BY_STEP,
	.right = RIGHT_WRITE,
	.rule = check,
};
