// SPDX-License-Identifier: EUPL-1.2
// vec — a typed array that grows in an arena.
//
//     VEC(struct fact) facts = {0};
//     VEC_ADD(mem, &facts, ((struct fact){.rule = S("R01")}));
//     for (size_t i = 0; i < facts.n; i++) use(facts.p[i]);
//
// Elements move when it grows: keep indexes, not pointers, while it is being filled. To hand one
// to a function, name its type once in a header: struct facts VEC_OF(struct fact);
#pragma once

#include "base/arena.h"

// The members of a growing array of `type`: `struct name VEC_OF(type);` defines a named one.
#define VEC_OF(type)                 \
	{                            \
		__typeof__(type) *p; \
		size_t n;            \
		size_t room;         \
	}
#define VEC(type) struct VEC_OF(type)

#define VEC_ADD(mem, v, ...) (VEC_RESERVE((mem), (v)), (v)->p[(v)->n++] = (__VA_ARGS__))

// Room for one more element, zeroed; answers a pointer to it through VEC_NEW.
#define VEC_RESERVE(mem, v)                                                       \
	((v)->n < (v)->room ? (void)0                                             \
			    : (void)((v)->p = vec_grow((mem), (v)->p, &(v)->room, \
					     sizeof(__typeof__(*(v)->p)))))
#define VEC_NEW(mem, v) (VEC_RESERVE((mem), (v)), &(v)->p[(v)->n++])

void *vec_grow(struct arena *mem, void *p, size_t *room, size_t size)
	__attribute__((returns_nonnull));
