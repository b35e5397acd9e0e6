// SPDX-License-Identifier: EUPL-1.2
// desk_strip — makes the picture's matter from the description: which parts are dated, what their
// codes and states say.
#include "web/desk_strip.h"

#include "model/code.h"
#include "web/desk_record.h"
#include "web/strip.h"

enum { DAY_S = 24 * 60 * 60 };

// The code by which a part has its shape: its activity type, or none.
static struct str type_of(const struct record *part)
{
	for (size_t i = 0; i < part->kind->property_n; i++) {
		const struct property *p = &part->kind->property[i];
		if (p->type == PROPERTY_CODE && p->codes == &code_activity_types)
			return record_get(part, p->name);
	}
	return STR_EMPTY;
}

static void mark_add(struct arena *mem, struct portfolio_action *line, const struct record *part)
{
	struct str type = type_of(part);
	enum tone tone = part->kind->state[part->state].tone;
	struct portfolio_activity mark = {.type = code_index(&code_activity_types, type),
		.family = strip_family(type),
		.type_slug = type,
		.is_planned = tone == TONE_WAITING,
		.number = 1,
		.period = record_period(part, kind_flagged(part->kind, PROPERTY_DUE)->name)};

	if (tone == TONE_STOPPED || tone == TONE_QUIET || !period_is_known(mark.period))
		return;
	mark.first_day = period_first_day(mark.period);
	mark.last_day = period_last_day(mark.period, line->as_of);
	VEC_ADD(mem, &line->activities, mark);
}

static bool marks_add(struct visit *v, const struct kind *kind, int64_t owner,
	struct portfolio_action *line, struct err *err)
{
	struct record_reach reach = desk_record_reach(v, kind);
	struct record_lines parts;
	struct record *part;

	if (!record_reach_sees(&reach, kind_flagged(kind, PROPERTY_DUE)))
		return true;
	if (!record_parts(v->mem, v->db, kind, owner, &parts, err))
		return false;
	for (size_t i = 0; i < parts.n; i++) {
		if (!record_load(v->mem, v->db, parts.p[i].id, &part, err))
			return false;
		if (part)
			mark_add(v->mem, line, part);
	}
	return true;
}

// The record's own period: the first that its list can be put in order by.
static void line_add(struct visit *v, const struct record *record, struct portfolio_action *line)
{
	struct record_reach reach = desk_record_reach(v, record->kind);

	for (size_t i = 0; i < record->kind->property_n && !line->first_day; i++) {
		const struct property *p = &record->kind->property[i];
		if (p->type != PROPERTY_PERIOD || !(p->flags & PROPERTY_SORTED) ||
			!record_reach_sees(&reach, p))
			continue;
		line->period = record_period(record, p->name);
		if (!period_is_known(line->period))
			continue;
		line->first_day = period_first_day(line->period);
		line->last_day = period_last_day(line->period, line->as_of);
	}
}

bool desk_strip_of(
	struct visit *v, const struct record *record, struct safe_html *ret_strip, struct err *err)
{
	struct portfolio_action line = {.as_of = date_of_day((int32_t)(v->now / DAY_S))};
	bool has_parts = false;

	line_add(v, record, &line);
	for (size_t i = 0; i < KIND_N; i++) {
		if (kind_whole(kind_list[i]) != record->kind ||
			!kind_flagged(kind_list[i], PROPERTY_DUE))
			continue;
		has_parts = true;
		if (!marks_add(v, kind_list[i], record->id, &line, err))
			return false;
	}
	*ret_strip = has_parts ? strip_tall(v->mem, v->lang, &line) : (struct safe_html){STR_EMPTY};
	return true;
}
