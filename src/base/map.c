// SPDX-License-Identifier: EUPL-1.2
// map — open addressing, linear probing, at most three quarters full.
#include "base/map.h"

struct map_slot {
	struct str key;
	void *value;
};

static struct map_slot *find_slot(const struct map *m, struct str key)
{
	size_t at = (size_t)str_hash(key) & (m->room - 1);

	while (m->slot[at].value && !str_eq(m->slot[at].key, key))
		at = (at + 1) & (m->room - 1);
	return &m->slot[at];
}

void *map_get(const struct map *m, struct str key)
{
	return m->n ? find_slot(m, key)->value : NULL;
}

static void grow(struct arena *mem, struct map *m)
{
	struct map bigger = {.room = m->room ? m->room * 2 : 16, .n = m->n};

	bigger.slot = NEW_ARRAY(mem, struct map_slot, bigger.room);
	for (size_t i = 0; i < m->room; i++)
		if (m->slot[i].value)
			*find_slot(&bigger, m->slot[i].key) = m->slot[i];
	*m = bigger;
}

void map_put(struct arena *mem, struct map *m, struct str key, void *value)
{
	if (m->n * 4 >= m->room * 3)
		grow(mem, m);
	struct map_slot *slot = find_slot(m, key);
	if (!slot->value)
		m->n++;
	*slot = (struct map_slot){key, value};
}
