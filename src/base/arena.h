// SPDX-License-Identifier: EUPL-1.2
// arena — memory that is given back all at once.
//
// The ownership rule of the whole program: what a function returns lives in the arena it was given.
// The arena is the first parameter and is called `mem`. There are three lifetimes: the program's
// (tables read at start), a request's or a page's (`mem`), and a block's (`SCRATCH(tmp)`).
//
// Nothing is freed singly and no allocation returns NULL. An arena has a cap, chosen by who makes
// it; passing the cap, like running out of memory, ends the process with a sentence on standard
// error and status 3 (ARENA_FULL), since no caller could do better. Inputs are therefore measured
// against their own limits before they reach an arena.
//
// With the address sanitizer, memory given back is poisoned, so a pointer kept too long is caught.
#pragma once

#include <stddef.h>

#include "base/attr.h"

struct arena;

enum { ARENA_FULL = 3 };

// A new arena that may grow to `cap` bytes. Costs one allocation.
struct arena *arena_new(size_t cap);

// Gives all of it back; `mem` may be NULL.
void arena_free(struct arena *mem);

// Forgets everything allocated so far but keeps one block of at most 1 MiB for reuse, so that the
// same work again asks the system for nothing.
void arena_reset(struct arena *mem);

// `n` zeroed bytes, aligned for any type. `n` may be 0.
void *arena_alloc(struct arena *mem, size_t n) __attribute__((malloc, returns_nonnull));

// `n` bytes that hold anything: for much text that is about to be written.
void *arena_room(struct arena *mem, size_t n) __attribute__((malloc, returns_nonnull));

// `count` zeroed elements of `size` bytes; the product is checked.
void *arena_array(struct arena *mem, size_t count, size_t size) __attribute__((returns_nonnull));

// Makes `old_n` bytes at `p` into `new_n`, in place when `p` was the last thing allocated.
void *arena_grow(struct arena *mem, void *p, size_t old_n, size_t new_n)
	__attribute__((returns_nonnull));

#define NEW(mem, type) ((type *)arena_alloc((mem), sizeof(type)))
#define NEW_ARRAY(mem, type, count) ((type *)arena_array((mem), (count), sizeof(type)))

// An arena that ends with the enclosing block.
enum { SCRATCH_MAX = 256 * 1024 * 1024 };
void arena_free_at(struct arena **mem);
#define SCRATCH(name) struct arena *name CLEANUP(arena_free_at) = arena_new(SCRATCH_MAX)
