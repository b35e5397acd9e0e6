// SPDX-License-Identifier: EUPL-1.2
// cache — finished things by name, the ones used last kept, within a number of bytes.
//
// It knows nothing of what it keeps: a value is a pointer with its size, and `drop` releases it.
// Finding is one hash and one comparison; the list of uses is kept inside the entries.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct cache;

// A cache of at most `max` bytes, names and book-keeping counted.
struct cache *cache_new(size_t max, void (*drop)(void *value));
void cache_free(struct cache *cache);

// A name: the two texts and the number together.
struct cache_name {
	struct str host, target;
	unsigned variant;
};

// The value under the name, now the one used last; or NULL.
void *cache_find(struct cache *cache, struct cache_name name);

// Keeps `value` under the name, in place of an older one, and drops those unused longest to make
// room. False, and nothing kept, when it is larger than an eighth of the whole.
bool cache_put(struct cache *cache, struct cache_name name, void *value, size_t size);

// Drops everything.
void cache_clear(struct cache *cache);
