// SPDX-License-Identifier: EUPL-1.2
// step_find — the activities that a page lists one by one: "Activity 2: Workshop, Kitwe, May 2014".
//
// Several may stand in a line, joined by "+" or "and", with stray hyphens around them. Each is a
// sentence to the finders of prose; step_find_all then sees to it that each gave an activity.
#pragma once

#include "work/read/reading.h"

// Adds the words of each listed activity among the tokens of a line to `reading->steps`.
void step_split(struct reading *reading, struct range line);

// For each listed activity in which no finder saw one, adds it as it stands; and gives those without
// a place the name that stands alone between commas. Behind activity_find_all.
void step_find_all(struct reading *reading);
