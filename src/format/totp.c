// SPDX-License-Identifier: EUPL-1.2
// totp — codes by liboath, compared with what was given.
#include "format/totp.h"

#include <liboath/oath.h>

#include "format/digest.h"

enum { DIGITS_MAX = 8 };

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

static struct str code_at(struct arena *mem, struct str secret, int64_t now, unsigned digits)
{
	char *code = arena_alloc(mem, DIGITS_MAX + 1);

	if (oath_totp_generate(secret.p, secret.n, (time_t)now, TOTP_SECONDS, 0, digits, code) !=
		OATH_OK)
		return STR_EMPTY;
	return str_c(code);
}

static struct str without_blanks(struct arena *mem, struct str s)
{
	char *text = arena_alloc(mem, s.n);
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != ' ')
			text[n++] = s.p[i];
	return (struct str){text, n};
}

int64_t totp_check(struct arena *mem, struct str secret, struct str code, int64_t now)
{
	struct str given = without_blanks(mem, code);
	int64_t found = 0;

	if (!secret.n || given.n != TOTP_DIGITS)
		return 0;
	for (int64_t shift = -1; shift <= 1; shift++) {
		int64_t at = now + shift * TOTP_SECONDS;
		if (digest_same(code_at(mem, secret, at, TOTP_DIGITS), given))
			found = at / TOTP_SECONDS;
	}
	return found;
}

struct str totp_base32(struct arena *mem, struct str bytes)
{
	char *text = arena_alloc(mem, bytes.n * 8 / 5 + 2);
	unsigned held = 0, bits = 0;
	size_t n = 0;

	for (size_t i = 0; i < bytes.n; i++) {
		held = held << 8 | (unsigned char)bytes.p[i];
		for (bits += 8; bits >= 5; bits -= 5)
			text[n++] = alphabet[held >> (bits - 5) & 31];
	}
	if (bits)
		text[n++] = alphabet[held << (5 - bits) & 31];
	return (struct str){text, n};
}

bool totp_base32_read(struct arena *mem, struct str text, struct str *ret_bytes)
{
	char *bytes = arena_alloc(mem, text.n * 5 / 8 + 1);
	unsigned held = 0, bits = 0;
	size_t n = 0;

	for (size_t i = 0; i < text.n; i++) {
		size_t value = str_find_char(str_c(alphabet), text.p[i], 0);
		if (value == STR_NONE)
			return false;
		held = held << 5 | (unsigned)value;
		bits += 5;
		if (bits >= 8) {
			bits -= 8;
			bytes[n++] = (char)(held >> bits & 255);
		}
	}
	*ret_bytes = (struct str){bytes, n};
	return true;
}
