// SPDX-License-Identifier: EUPL-1.2
// charset_fuzz — whatever a page's encoding, its characters cover its bytes and decode to UTF-8.
#include "fuzz.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "format/charset.h"

static void walk(enum charset charset, struct str bytes, size_t mark_n)
{
	SCRATCH(mem);
	size_t bad;

	for (size_t at = mark_n; at < bytes.n;) {
		unsigned n = 0;
		uint32_t c = charset_at(charset, bytes, at, &n);
		MUST(n >= 1 && n <= bytes.n - at && c <= 0x10ffff);
		at += n;
	}
	MUST(utf8_is_valid(charset_decode(mem, bytes, charset, mark_n), &bad));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str bytes = {(const char *)data, size};
	size_t mark_n = 0;
	enum charset charset = charset_detect(bytes, &mark_n);

	MUST(mark_n <= size);
	if (charset != CHARSET_BINARY)
		walk(charset, bytes, mark_n);
	for (charset = CHARSET_UTF8; charset < CHARSET_BINARY; charset++)
		walk(charset, bytes, 0);
	return 0;
}
