// SPDX-License-Identifier: EUPL-1.2
// digest — SHA-256 and argon2id by libsodium.
#include "format/digest.h"

#include <sodium/core.h>
#include <sodium/crypto_hash_sha256.h>
#include <sodium/crypto_pwhash.h>
#include <sodium/utils.h>

enum { PASSWORD_PASSES = 2, PASSWORD_MEMORY = 19 * 1024 * 1024 };

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

	crypto_hash_sha256_final(state_of(digest), hash);
	return str_hex(mem, (struct str){(const char *)hash, sizeof hash});
}

struct str digest_of(struct arena *mem, struct str bytes)
{
	struct digest digest = digest_new();

	digest_add(&digest, bytes);
	return digest_hex(mem, &digest);
}

bool digest_same(struct str a, struct str b)
{
	return a.n == b.n && (!a.n || sodium_memcmp(a.p, b.p, a.n) == 0);
}

struct str digest_password(struct arena *mem, struct str password)
{
	char *hash = arena_alloc(mem, crypto_pwhash_STRBYTES);

	if (sodium_init() < 0)
		return STR_EMPTY;
	if (crypto_pwhash_str(hash, password.p, password.n, PASSWORD_PASSES, PASSWORD_MEMORY) != 0)
		return STR_EMPTY;
	return str_c(hash);
}

bool digest_password_fits(struct arena *mem, struct str hash, struct str password)
{
	char *kept = arena_alloc(mem, crypto_pwhash_STRBYTES);

	// The library reads the whole field.
	if (!hash.n || hash.n >= crypto_pwhash_STRBYTES || sodium_init() < 0)
		return false;
	memcpy(kept, hash.p, hash.n);
	return crypto_pwhash_str_verify(kept, password.p, password.n) == 0;
}
