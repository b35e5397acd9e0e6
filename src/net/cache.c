// SPDX-License-Identifier: EUPL-1.2
// cache — chains of entries under a table of fixed size, and one ring from the last used to the first.
#include "net/cache.h"

#include <stdlib.h>
#include <string.h>

enum { SLOTS = 4096, OVERHEAD = 1024 };

struct ring {
	struct ring *newer, *older;
};

struct entry {
	struct ring ring; // first, so that a ring is an entry
	struct entry *next;
	uint64_t hash;
	void *value;
	size_t size;
	unsigned variant;
	size_t host_n, target_n;
	char text[]; // host, then target
};

struct cache {
	struct ring ends; // ends.older is the entry used last, ends.newer the one used first
	size_t used, max;
	void (*drop)(void *value);
	struct entry *slot[SLOTS];
};

static void *need(void *p)
{
	if (!p)
		abort();
	return p;
}

// Eight bytes a step; the quality of a table's hash, not of a digest.
static uint64_t mix(uint64_t h, struct str s)
{
	uint64_t word;

	for (; s.n >= 8; s = (struct str){s.p + 8, s.n - 8}) {
		memcpy(&word, s.p, 8);
		h = (h ^ word) * 0x9e3779b97f4a7c15u;
		h ^= h >> 29;
	}
	word = s.n;
	memcpy(&word, s.p, s.n);
	h = (h ^ word ^ (s.n << 56)) * 0xbf58476d1ce4e5b9u;
	return h ^ h >> 32;
}

static uint64_t hash_of(struct cache_name name)
{
	return mix(mix(name.variant, name.target), name.host);
}

static void unlink_ring(struct ring *r)
{
	r->newer->older = r->older;
	r->older->newer = r->newer;
}

static void put_newest(struct cache *cache, struct ring *r)
{
	r->older = cache->ends.older;
	r->newer = &cache->ends;
	r->older->newer = r;
	cache->ends.older = r;
}

static bool has_name(const struct entry *e, struct cache_name name)
{
	return e->variant == name.variant && e->host_n == name.host.n &&
		e->target_n == name.target.n && memcmp(e->text, name.host.p, name.host.n) == 0 &&
		memcmp(e->text + e->host_n, name.target.p, name.target.n) == 0;
}

static struct entry **place_of(struct cache *cache, uint64_t hash, struct cache_name name)
{
	struct entry **at = &cache->slot[hash % SLOTS];

	while (*at && !((*at)->hash == hash && has_name(*at, name)))
		at = &(*at)->next;
	return at;
}

static void remove_at(struct cache *cache, struct entry **at)
{
	struct entry *e = *at;

	*at = e->next;
	unlink_ring(&e->ring);
	cache->used -= e->size;
	cache->drop(e->value);
	free(e);
}

static void remove_entry(struct cache *cache, struct entry *e)
{
	struct entry **at = &cache->slot[e->hash % SLOTS];

	while (*at != e)
		at = &(*at)->next;
	remove_at(cache, at);
}

// The one unused longest, or NULL.
static struct entry *oldest(struct cache *cache)
{
	return cache->ends.newer == &cache->ends ? NULL : (struct entry *)cache->ends.newer;
}

struct cache *cache_new(size_t max, void (*drop)(void *value))
{
	struct cache *cache = need(calloc(1, sizeof *cache));

	cache->max = max;
	cache->drop = drop;
	cache->ends = (struct ring){&cache->ends, &cache->ends};
	return cache;
}

void cache_clear(struct cache *cache)
{
	for (struct entry *e = oldest(cache); e; e = oldest(cache))
		remove_entry(cache, e);
}

void cache_free(struct cache *cache)
{
	if (!cache)
		return;
	cache_clear(cache);
	free(cache);
}

void *cache_find(struct cache *cache, struct cache_name name)
{
	struct entry *e = *place_of(cache, hash_of(name), name);

	if (!e)
		return NULL;
	unlink_ring(&e->ring);
	put_newest(cache, &e->ring);
	return e->value;
}

bool cache_put(struct cache *cache, struct cache_name name, void *value, size_t size)
{
	size_t text_n = name.host.n + name.target.n, all = size + text_n + OVERHEAD;
	uint64_t hash = hash_of(name);

	if (all > cache->max / 8)
		return false;
	struct entry **at = place_of(cache, hash, name);
	if (*at)
		remove_at(cache, at);
	while (cache->used + all > cache->max)
		remove_entry(cache, oldest(cache));

	struct entry *e = need(malloc(sizeof *e + text_n));
	*e = (struct entry){
		.hash = hash,
		.value = value,
		.size = all,
		.variant = name.variant,
		.host_n = name.host.n,
		.target_n = name.target.n,
	};
	memcpy(e->text, name.host.p, name.host.n);
	memcpy(e->text + name.host.n, name.target.p, name.target.n);
	at = &cache->slot[hash % SLOTS];
	e->next = *at;
	*at = e;
	put_newest(cache, &e->ring);
	cache->used += all;
	return true;
}
