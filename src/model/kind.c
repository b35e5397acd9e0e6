// SPDX-License-Identifier: EUPL-1.2
// kind — what a record of the desk is: its fields, states, moves and lists, described once.

#include "model/kind.h"

const struct kind *kind_named(struct str name)
{
	for (size_t i = 0; i < KIND_N; i++)
		if (str_eq(kind_list[i]->name, name))
			return kind_list[i];
	return NULL;
}

const struct kind *kind_at(struct str address)
{
	for (size_t i = 0; i < KIND_N; i++)
		if (str_eq(kind_list[i]->address, address))
			return kind_list[i];
	return NULL;
}

const struct property *property_named(const struct property *property, size_t n, struct str name)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(property[i].name, name))
			return &property[i];
	return NULL;
}

// A number from 1 without leading zeros; 0 when it is none.
static size_t number_of(struct str text)
{
	int64_t value = 0;
	if (text.n == 0 || text.n > 6 || text.p[0] == '0' || !str_int(text, &value) || value < 1)
		return 0;
	return (size_t)value;
}

static bool is_lang(struct str text)
{
	return text.n == 2 && char_is_lower(text.p[0]) && char_is_lower(text.p[1]) &&
		code_index(&code_languages, text) != CODE_NONE;
}

// What stands behind the name of a value itself: nothing, its number, or its language.
static bool tail_read(struct str_split *split, struct place_of_value *place)
{
	struct str part;
	bool has_part = !split->done && str_next(split, &part);
	if (place->property->flags & PROPERTY_MANY) {
		place->number = has_part ? number_of(part) : 0;
		return place->number > 0 && split->done;
	}
	if (place->property->flags & PROPERTY_TRANSLATED) {
		place->lang = has_part ? part : STR_EMPTY;
		return has_part && is_lang(part) && split->done;
	}
	return !has_part;
}

bool kind_path(const struct kind *kind, struct str path, struct place_of_value *ret_place)
{
	struct str_split split = {.rest = path, .sep = '.'};
	struct place_of_value place = {.lang = STR_EMPTY};
	struct str part;
	if (!str_next(&split, &part))
		return false;
	place.property = property_named(kind->property, kind->property_n, part);
	if (place.property && place.property->type == PROPERTY_ROWS) {
		place.rows = place.property;
		if (!str_next(&split, &part) || !(place.row = number_of(part)) ||
			!str_next(&split, &part))
			return false;
		place.property = property_named(place.rows->part, place.rows->part_n, part);
	}
	if (!place.property || place.property->type == PROPERTY_ROWS || !tail_read(&split, &place))
		return false;
	*ret_place = place;
	return true;
}

int kind_state(const struct kind *kind, struct str name)
{
	for (size_t i = 0; i < kind->state_n; i++)
		if (str_eq(kind->state[i].name, name))
			return (int)i;
	return -1;
}

const struct move *kind_move(const struct kind *kind, int state, struct str name)
{
	for (size_t i = 0; i < kind->move_n; i++)
		if (kind->move[i].from & STATE_BIT(state) && str_eq(kind->move[i].name, name))
			return &kind->move[i];
	return NULL;
}

const struct property *kind_flagged(const struct kind *kind, unsigned flag)
{
	for (size_t i = 0; i < kind->property_n; i++)
		if (kind->property[i].flags & flag)
			return &kind->property[i];
	return NULL;
}

const struct property *kind_owner(const struct kind *kind)
{
	return kind_flagged(kind, PROPERTY_BELONGS);
}

const struct kind *kind_whole(const struct kind *kind)
{
	const struct property *owner = kind_owner(kind);
	return owner ? kind_named(owner->target) : NULL;
}

bool kind_has_parts(const struct kind *kind)
{
	for (size_t i = 0; i < KIND_N; i++)
		if (kind_whole(kind_list[i]) == kind)
			return true;
	return false;
}

const struct property *kind_about(const struct kind *kind)
{
	for (size_t i = 0; i < kind->property_n; i++)
		if (kind->property[i].type == PROPERTY_RECORD)
			return &kind->property[i];
	return NULL;
}

bool kind_is_open(const struct kind *kind, int state)
{
	return kind->publishing != PUBLISHED_NEVER && state >= 0 && kind->state[state].is_public;
}

unsigned kind_name_classes(const struct kind *kind)
{
	unsigned classes = 0;
	for (size_t i = 0; i < kind->property_n; i++)
		if (kind->property[i].flags & PROPERTY_NAMES)
			classes |= 1U << kind->property[i].class;
	return classes;
}
