// SPDX-License-Identifier: EUPL-1.2
// arena — blocks of doubling size in a list, the newest first; allocation moves a mark.
#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifdef SANITIZED
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(p, n) ((void)(p), (void)(n))
#define ASAN_UNPOISON_MEMORY_REGION(p, n) ((void)(p), (void)(n))
#endif

enum {
	ALIGN = 16,
	FIRST_BLOCK = 16 * 1024,
	LARGEST_STEP = 4 * 1024 * 1024,
	KEPT_BLOCK_MAX = 1024 * 1024,
};

struct block {
	struct block *older;
	size_t size;
	size_t used;
	_Alignas(ALIGN) unsigned char bytes[];
};

struct arena {
	struct block *newest;
	size_t cap;
	size_t reserved;
};

static NORETURN void die(const char *why)
{
	fprintf(stderr, "attache: %s\n", why);
	_exit(ARENA_FULL);
}

static void add_block(struct arena *mem, size_t at_least)
{
	size_t size = mem->newest ? mem->newest->size * 2 : FIRST_BLOCK;

	if (size > LARGEST_STEP)
		size = LARGEST_STEP;
	if (size < at_least)
		size = at_least;
	if (size > mem->cap - mem->reserved)
		size = at_least;
	if (size > mem->cap - mem->reserved)
		die("the input needs more memory than this step of the work may use");

	struct block *b = malloc(sizeof *b + size);
	if (!b)
		die("the machine is out of memory");
	b->older = mem->newest;
	b->size = size;
	b->used = 0;
	ASAN_POISON_MEMORY_REGION(b->bytes, size);
	mem->newest = b;
	mem->reserved += size;
}

static size_t round_up(size_t n)
{
	if (n > SIZE_MAX - ALIGN)
		die("a length overflows");
	return (n + ALIGN - 1) / ALIGN * ALIGN;
}

struct arena *arena_new(size_t cap)
{
	struct arena *mem = malloc(sizeof *mem);

	if (!mem)
		die("the machine is out of memory");
	*mem = (struct arena){.cap = cap};
	return mem;
}

static void drop_block(struct block *b)
{
	ASAN_UNPOISON_MEMORY_REGION(b->bytes, b->size);
	free(b);
}

static void drop_blocks(struct block *b)
{
	while (b) {
		struct block *older = b->older;
		drop_block(b);
		b = older;
	}
}

void arena_free(struct arena *mem)
{
	if (!mem)
		return;
	drop_blocks(mem->newest);
	free(mem);
}

void arena_free_at(struct arena **mem)
{
	arena_free(*mem);
}

// The largest block that is worth keeping: requests and pages of one kind need much the same.
static struct block *choose_kept(const struct arena *mem)
{
	struct block *kept = NULL;

	for (struct block *b = mem->newest; b; b = b->older)
		if (b->size <= KEPT_BLOCK_MAX && (!kept || b->size > kept->size))
			kept = b;
	return kept;
}

void arena_reset(struct arena *mem)
{
	struct block *kept = choose_kept(mem);

	for (struct block *b = mem->newest; b;) {
		struct block *older = b->older;
		if (b != kept) {
			ASAN_UNPOISON_MEMORY_REGION(b->bytes, b->size);
			free(b);
		}
		b = older;
	}
	mem->reserved = kept ? kept->size : 0;
	mem->newest = kept;
	if (!kept)
		return;
	kept->older = NULL;
	kept->used = 0;
	ASAN_POISON_MEMORY_REGION(kept->bytes, kept->size);
}

void *arena_room(struct arena *mem, size_t n)
{
	size_t need = round_up(n);

	if (!mem->newest || need > mem->newest->size - mem->newest->used)
		add_block(mem, need);

	struct block *b = mem->newest;
	void *p = b->bytes + b->used;
	b->used += need;
	ASAN_UNPOISON_MEMORY_REGION(p, n);
	return p;
}

void *arena_alloc(struct arena *mem, size_t n)
{
	return memset(arena_room(mem, n), 0, n);
}

void *arena_array(struct arena *mem, size_t count, size_t size)
{
	size_t n;

	if (__builtin_mul_overflow(count, size, &n))
		die("a length overflows");
	return arena_alloc(mem, n);
}

void *arena_grow(struct arena *mem, void *p, size_t old_n, size_t new_n)
{
	struct block *b = mem->newest;
	size_t had = round_up(old_n), need = round_up(new_n);

	if (new_n <= old_n && p)
		return p;
	if (p && b && (unsigned char *)p + had == b->bytes + b->used &&
		need - had <= b->size - b->used) {
		b->used += need - had;
		ASAN_UNPOISON_MEMORY_REGION(p, new_n);
		memset((unsigned char *)p + old_n, 0, new_n - old_n);
		return p;
	}
	void *fresh = arena_alloc(mem, new_n);
	if (p && old_n)
		memcpy(fresh, p, old_n);
	return fresh;
}
