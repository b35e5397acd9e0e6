// SPDX-License-Identifier: EUPL-1.2
// vec — the one function behind the growing arrays.
#include "base/vec.h"

void *vec_grow(struct arena *mem, void *p, size_t *room, size_t size)
{
	size_t more = *room ? *room * 2 : 8;
	void *grown = arena_grow(mem, p, *room * size, more * size);

	*room = more;
	return grown;
}
