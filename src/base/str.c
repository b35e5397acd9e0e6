// SPDX-License-Identifier: EUPL-1.2
// str — slices of text; everything here is plain loops over bytes.
#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct str str_c(const char *z)
{
	return z ? (struct str){z, strlen(z)} : STR_EMPTY;
}

char *str_z(struct arena *mem, struct str s)
{
	char *z = arena_alloc(mem, s.n + 1);

	if (s.n)
		memcpy(z, s.p, s.n);
	return z;
}

struct str str_copy(struct arena *mem, struct str s)
{
	return (struct str){str_z(mem, s), s.n};
}

struct str str_join(struct arena *mem, struct str a, struct str b)
{
	char *p = arena_alloc(mem, a.n + b.n + 1);

	if (a.n)
		memcpy(p, a.p, a.n);
	if (b.n)
		memcpy(p + a.n, b.p, b.n);
	return (struct str){p, a.n + b.n};
}

struct str str_format(struct arena *mem, const char *format, ...)
{
	char text[512];
	va_list args, again;

	va_start(args, format);
	va_copy(again, args);
	int n = vsnprintf(text, sizeof text, format, args);
	va_end(args);
	if (n < 0) {
		va_end(again);
		return STR_EMPTY;
	}
	char *p = arena_alloc(mem, (size_t)n + 1);
	if ((size_t)n < sizeof text)
		memcpy(p, text, (size_t)n);
	else
		vsnprintf(p, (size_t)n + 1, format, again);
	va_end(again);
	return (struct str){p, (size_t)n};
}

int str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n ? memcmp(a.p, b.p, n) : 0;

	if (order)
		return order;
	return (a.n > b.n) - (a.n < b.n);
}

bool str_eq_nocase(struct str a, struct str b)
{
	if (a.n != b.n)
		return false;
	for (size_t i = 0; i < a.n; i++)
		if (char_lower(a.p[i]) != char_lower(b.p[i]))
			return false;
	return true;
}

bool str_starts(struct str s, struct str prefix)
{
	return str_eq(str_sub(s, 0, prefix.n), prefix);
}

bool str_ends(struct str s, struct str suffix)
{
	return s.n >= suffix.n && str_eq(str_from(s, s.n - suffix.n), suffix);
}

size_t str_find(struct str s, struct str needle, size_t from)
{
	if (from > s.n)
		return STR_NONE;
	if (!needle.n || needle.n > s.n - from)
		return needle.n ? STR_NONE : from;
	const char *hit = memmem(s.p + from, s.n - from, needle.p, needle.n);
	return hit ? (size_t)(hit - s.p) : STR_NONE;
}

size_t str_find_char(struct str s, char c, size_t from)
{
	if (from >= s.n)
		return STR_NONE;
	const char *hit = memchr(s.p + from, c, s.n - from);
	return hit ? (size_t)(hit - s.p) : STR_NONE;
}

struct str str_trim(struct str s)
{
	while (s.n && char_is_space(s.p[s.n - 1]))
		s.n--;
	while (s.n && char_is_space(*s.p))
		s = str_from(s, 1);
	return s;
}

bool str_next(struct str_split *split, struct str *ret_part)
{
	if (split->done)
		return false;
	size_t at = str_find_char(split->rest, split->sep, 0);
	*ret_part = str_sub(split->rest, 0, at);
	split->done = at == STR_NONE;
	if (!split->done)
		split->rest = str_from(split->rest, at + 1);
	return true;
}

bool str_int(struct str s, int64_t *ret_value)
{
	bool negative = s.n && s.p[0] == '-';
	int64_t value = 0;

	if (negative)
		s = str_from(s, 1);
	if (!s.n)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (!char_is_digit(s.p[i]) || __builtin_mul_overflow(value, 10, &value) ||
			__builtin_sub_overflow(value, s.p[i] - '0', &value))
			return false;
	}
	if (!negative && value == INT64_MIN)
		return false;
	*ret_value = negative ? value : -value;
	return true;
}

static const char two_digits[] = "0001020304050607080910111213141516171819"
				 "2021222324252627282930313233343536373839"
				 "4041424344454647484950515253545556575859"
				 "6061626364656667686970717273747576777879"
				 "8081828384858687888990919293949596979899";

size_t str_print_int(int64_t value, char ret_text[static STR_INT_MAX])
{
	char digits[2 * STR_INT_MAX]; // the number ends at the middle
	uint64_t rest = value < 0 ? -(uint64_t)value : (uint64_t)value;
	char *p = digits + STR_INT_MAX;

	for (; rest >= 100; rest /= 100) {
		p -= 2;
		memcpy(p, two_digits + 2 * (rest % 100), 2);
	}
	if (rest >= 10) {
		p -= 2;
		memcpy(p, two_digits + 2 * rest, 2);
	} else {
		*--p = (char)('0' + rest);
	}
	if (value < 0)
		*--p = '-';
	size_t n = (size_t)(digits + STR_INT_MAX - p);
	memset(digits + STR_INT_MAX, 0, STR_INT_MAX);
	memcpy(ret_text, p, STR_INT_MAX); // all its room at once is quicker than so many bytes
	return n;
}

struct str str_of_int(struct arena *mem, int64_t value)
{
	char *p = arena_alloc(mem, STR_INT_MAX + 1);

	return (struct str){p, str_print_int(value, p)};
}

struct str str_hex(struct arena *mem, struct str bytes)
{
	char *hex = arena_alloc(mem, 2 * bytes.n);

	for (size_t i = 0; i < bytes.n; i++) {
		hex[2 * i] = "0123456789abcdef"[(unsigned char)bytes.p[i] >> 4];
		hex[2 * i + 1] = "0123456789abcdef"[(unsigned char)bytes.p[i] & 15];
	}
	return (struct str){hex, 2 * bytes.n};
}

static int hex_digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool str_unhex(struct arena *mem, struct str hex, struct str *ret_bytes)
{
	char *bytes = arena_alloc(mem, hex.n / 2);

	if (hex.n % 2)
		return false;
	for (size_t i = 0; i < hex.n; i += 2) {
		int high = hex_digit(hex.p[i]), low = hex_digit(hex.p[i + 1]);
		if (high < 0 || low < 0)
			return false;
		bytes[i / 2] = (char)(high << 4 | low);
	}
	*ret_bytes = (struct str){bytes, hex.n / 2};
	return true;
}

uint64_t str_hash(struct str s)
{
	uint64_t h = 0xcbf29ce484222325u;

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 0x100000001b3u;
	return h;
}
