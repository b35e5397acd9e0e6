// SPDX-License-Identifier: EUPL-1.2
// random — the only file that asks the system for chance.
#include "base/random.h"

#include <assert.h>
#include <sys/random.h>

enum { TOKEN_BYTES = 32 };

struct str random_bytes(struct arena *mem, size_t n)
{
	char *bytes = arena_alloc(mem, n);

	assert(n <= RANDOM_MAX);
	// So few bytes come whole or not at all; a secret of zeros must never leave here.
	ssize_t got = getrandom(bytes, n, 0);
	assert(got == (ssize_t)n);
	return (struct str){bytes, n};
}

struct str random_token(struct arena *mem)
{
	return str_hex(mem, random_bytes(mem, TOKEN_BYTES));
}
