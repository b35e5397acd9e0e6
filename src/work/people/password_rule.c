// SPDX-License-Identifier: EUPL-1.2
// password_rule — length, the list of common ones, and what is no secret at all.
#include "work/people/password_rule.h"

enum { DIFFERENT_MIN = 5, OWN_MIN = 4 };

static size_t character_n(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xc0) != 0x80;
	return n;
}

// The password in small letters, without digits and signs at its end.
static struct str stem_of(struct arena *mem, struct str password)
{
	char *text = arena_alloc(mem, password.n);
	size_t n = password.n;

	for (size_t i = 0; i < n; i++)
		text[i] = char_lower(password.p[i]);
	while (n && !char_is_alpha(text[n - 1]) && (unsigned char)text[n - 1] < 0x80)
		n--;
	return (struct str){text, n};
}

static bool is_common(struct str stem)
{
	for (size_t i = 0; i < common_password_table_n; i++)
		if (str_eq(common_password_table[i].text, stem))
			return true;
	return false;
}

static bool is_plain(struct str s)
{
	bool seen[256] = {false};
	size_t different = 0, neighbours = 0;

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		different += !seen[c];
		seen[c] = true;
		if (i)
			neighbours += c - (unsigned char)s.p[i - 1] == 1 ||
				(unsigned char)s.p[i - 1] - c == 1;
	}
	return different < DIFFERENT_MIN || neighbours * 4 >= s.n * 3;
}

enum password_fault password_rule_check(struct arena *mem, struct str password, struct str login)
{
	struct str own = str_sub(login, 0, str_find_char(login, '@', 0));
	struct str stem = stem_of(mem, password);

	if (character_n(password) < PASSWORD_RULE_MIN)
		return PASSWORD_SHORT;
	if (password.n > PASSWORD_RULE_MAX)
		return PASSWORD_LONG;
	if (is_common(stem))
		return PASSWORD_COMMON;
	if (is_plain(password))
		return PASSWORD_PLAIN;
	if (own.n >= OWN_MIN && str_find(stem, own, 0) != STR_NONE)
		return PASSWORD_OWN;
	return PASSWORD_GOOD;
}

struct str password_rule_sentence(enum password_fault fault)
{
	static const struct str sentence[] = {
		[PASSWORD_GOOD] = S_INIT(""),
		[PASSWORD_SHORT] = S_INIT(N_("The password is shorter than 12 characters.")),
		[PASSWORD_LONG] = S_INIT(N_("The password is longer than 512 bytes.")),
		[PASSWORD_COMMON] = S_INIT(
			N_("This password is one of those that are tried first. Choose another.")),
		[PASSWORD_PLAIN] = S_INIT(
			N_("This password has hardly any different characters, or is a row of "
			   "neighbours. Choose another.")),
		[PASSWORD_OWN] = S_INIT(
			N_("This password has your e-mail name in it. Choose another.")),
	};

	return sentence[fault];
}
