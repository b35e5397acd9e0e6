// SPDX-License-Identifier: EUPL-1.2
// seal — a nonce, and behind it what libsodium's secretbox makes of the text.
#include "format/seal.h"

#include <assert.h>
#include <sodium/crypto_secretbox.h>

#include "base/random.h"

enum { NONCE = crypto_secretbox_NONCEBYTES, MAC = crypto_secretbox_MACBYTES };

_Static_assert(SEAL_KEY_BYTES == crypto_secretbox_KEYBYTES, "the library's key is as long");

struct str seal_close(struct arena *mem, struct str key, struct str text)
{
	struct str nonce = random_bytes(mem, NONCE);
	unsigned char *box = arena_alloc(mem, MAC + text.n);

	assert(key.n == SEAL_KEY_BYTES);
	crypto_secretbox_easy(box, (const unsigned char *)text.p, text.n,
		(const unsigned char *)nonce.p, (const unsigned char *)key.p);
	return str_join(mem, str_hex(mem, nonce),
		str_hex(mem, (struct str){(const char *)box, MAC + text.n}));
}

bool seal_open(struct arena *mem, struct str key, struct str sealed, struct str *ret_text)
{
	struct str bytes;

	if (key.n != SEAL_KEY_BYTES || !str_unhex(mem, sealed, &bytes) || bytes.n < NONCE + MAC)
		return false;
	const unsigned char *box = (const unsigned char *)bytes.p + NONCE;
	unsigned char *text = arena_alloc(mem, bytes.n - NONCE - MAC);
	if (crypto_secretbox_open_easy(text, box, bytes.n - NONCE, (const unsigned char *)bytes.p,
		    (const unsigned char *)key.p) != 0)
		return false;
	*ret_text = (struct str){(const char *)text, bytes.n - NONCE - MAC};
	return true;
}
