// SPDX-License-Identifier: EUPL-1.2
// kind_rule — what the descriptions of kinds share: rights of moves, and rules about fields.
#pragma once

#include "model/kind.h"
#include "model/record.h"
#include "model/right.h"

#define KIND_PARTS(properties_, states_, moves_)                                              \
	.property = (properties_), .property_n = sizeof(properties_) / sizeof *(properties_), \
	.state = (states_), .state_n = sizeof(states_) / sizeof *(states_), .move = (moves_), \
	.move_n = sizeof(moves_) / sizeof *(moves_)

// Adds a finding about the value at the path; the message is marked for translation.
void kind_rule_add(
	struct arena *mem, struct findings *findings, struct str path, struct str message);

// A period must not end before it starts.
void kind_rule_period(
	struct arena *mem, const struct record *record, struct str path, struct findings *findings);
