// SPDX-License-Identifier: EUPL-1.2
// map — from text to a pointer, in an arena.
//
// Open addressing over str_hash; keys are not copied, so they must live as long as the map.
// Nothing is ever removed. Iteration is by the caller's own list: a map keeps no order.
#pragma once

#include "base/arena.h"
#include "base/str.h"

struct map_slot;

struct map {
	struct map_slot *slot;
	size_t n;
	size_t room;
};

// The value stored under the key, or NULL.
void *map_get(const struct map *m, struct str key);

// Stores `value` (not NULL) under the key; a value already there is replaced.
void map_put(struct arena *mem, struct map *m, struct str key, void *value);
