// SPDX-License-Identifier: EUPL-1.2
// digest — SHA-256 by libsodium.
#include "format/digest.h"

#include <sodium/crypto_hash_sha256.h>

_Static_assert(sizeof(crypto_hash_sha256_state) <= sizeof(struct digest),
	"the library's state fits into ours");

static crypto_hash_sha256_state *state_of(struct digest *digest)
{
	return (void *)digest->state;
}

struct digest digest_new(void)
{
	struct digest digest;

	crypto_hash_sha256_init(state_of(&digest));
	return digest;
}

void digest_add(struct digest *digest, struct str bytes)
{
	crypto_hash_sha256_update(state_of(digest), (const unsigned char *)bytes.p, bytes.n);
}

struct str digest_hex(struct arena *mem, struct digest *digest)
{
	unsigned char hash[crypto_hash_sha256_BYTES];
	char *hex = arena_alloc(mem, 2 * sizeof hash + 1);

	crypto_hash_sha256_final(state_of(digest), hash);
	for (size_t i = 0; i < sizeof hash; i++) {
		hex[2 * i] = "0123456789abcdef"[hash[i] >> 4];
		hex[2 * i + 1] = "0123456789abcdef"[hash[i] & 15];
	}
	return (struct str){hex, 2 * sizeof hash};
}

struct str digest_of(struct arena *mem, struct str bytes)
{
	struct digest digest = digest_new();

	digest_add(&digest, bytes);
	return digest_hex(mem, &digest);
}
