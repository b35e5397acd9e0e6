// SPDX-License-Identifier: EUPL-1.2
// langs — three small languages in the place of those that the build makes.
//
// The French table is full, so that looking for what is not there has to end by itself, and two of
// its keys want the same place. A key is the FNV-1a hash of the English text.
#include "format/lang.h"

static unsigned french_plural(uint64_t n)
{
	return n > 1;
}

static unsigned arabic_plural(uint64_t n)
{
	if (n < 3)
		return (unsigned)n;
	if (n % 100 >= 3 && n % 100 <= 10)
		return 3;
	return n % 100 >= 11 ? 4 : 5;
}

static const struct str french_form[][2] = {
	{S_INIT("Pays")},
	{S_INIT("Recherche")},
	{S_INIT("Accueil")},
	{S_INIT("une action"), S_INIT("{n} actions")},
};

static const struct lang_entry french_entry[] = {
	{0x77fbb0a6d145442d,
		french_form[0]}, // Countries: its place is 1, and it went round the end
	{0x5d929ff1619ac0c9, french_form[1]}, // Search
	{0x6abb1cd87fe0114e, french_form[2]}, // Home
	{0x797107e614151c47, french_form[3]}, // one action
};

static const struct str arabic_form[] = {S_INIT("لا نشاط"), S_INIT("نشاط واحد"), S_INIT("نشاطان"),
	S_INIT("{n} أنشطة"), S_INIT("{n} نشاطا"), S_INIT("")};

static const struct lang_entry arabic_entry[] = {
	{0, NULL},
	{0, NULL},
	{0, NULL},
	{0x797107e614151c47, arabic_form},
};

static const struct lang english = {.code = S_INIT("en"), .name = S_INIT("English"), .plural_n = 2};
static const struct lang french = {
	.code = S_INIT("fr"),
	.name = S_INIT("Français"),
	.plural_n = 2,
	.plural = french_plural,
	.entry = french_entry,
	.entry_n = 4,
};
static const struct lang arabic = {
	.code = S_INIT("ar"),
	.name = S_INIT("العربية"),
	.is_rtl = true,
	.plural_n = 6,
	.plural = arabic_plural,
	.entry = arabic_entry,
	.entry_n = 4,
};

const struct lang *const lang_all[] = {&english, &french, &arabic};
const size_t lang_n = 3;
