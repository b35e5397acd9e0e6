// SPDX-License-Identifier: EUPL-1.2
// privacy_test — everything kept about people is accounted for (model/privacy.h).
#include "check.h"
#include "model/account.h"
#include "model/kind_list.h"
#include "tests.h"

static void is_accounted_for(const struct kind *kind, const struct property *p)
{
	const struct handling *h = p->handling;
	bool is_about_people = p->class == FIELD_PERSONAL || p->class == FIELD_SENSITIVE;
	if (is_about_people && (!h || !h->purpose || !h->ground || !h->keep))
		fail_msg("%" PRIstr ".%" PRIstr " does not say what for and how long it is kept",
			STR(kind->name), STR(p->name));
	if (!is_about_people && h)
		fail_msg("%" PRIstr ".%" PRIstr " is not personal and has a handling",
			STR(kind->name), STR(p->name));
}

static void every_personal_field_says_what_for_and_how_long(void **state)
{
	(void)state;
	for (size_t i = 0; i < KIND_N; i++)
		for (size_t k = 0; k < kind_list[i]->property_n; k++) {
			const struct property *p = &kind_list[i]->property[k];
			is_accounted_for(kind_list[i], p);
			for (size_t j = 0; j < p->part_n; j++)
				is_accounted_for(kind_list[i], &p->part[j]);
		}
}

static bool is_named(struct str data)
{
	for (size_t i = 0; i < PRIVACY_ACCOUNT_N; i++) {
		struct str_split split = {.rest = privacy_account[i].data, .sep = ' '};
		struct str one;
		while (str_next(&split, &one))
			if (str_eq(one, data))
				return true;
	}
	return false;
}

static void every_field_of_an_account_says_what_for_and_how_long(void **state)
{
	enum { NOUNS = 6 };
	static const struct fields *const nouns[NOUNS] = {&account_fields, &session_fields,
		&login_link_fields, &api_token_fields, &mail_fields, &account_event_fields};
	struct arena *mem = *state;
	for (size_t i = 0; i < NOUNS; i++)
		for (size_t k = 0; k < nouns[i]->n; k++) {
			struct str name = nouns[i]->field[k].name;
			struct str data = str_format(
				mem, "%" PRIstr ".%" PRIstr, STR(nouns[i]->noun), STR(name));
			bool is_key = str_eq(name, S("id")) || str_ends(name, S("_id"));
			if (!is_key && nouns[i]->field[k].class >= FIELD_PERSONAL &&
				!is_named(data))
				fail_msg("%" PRIstr
					 " does not say what for and how long it is kept",
					STR(data));
		}
}

int privacy_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_personal_field_says_what_for_and_how_long),
		TEST(every_field_of_an_account_says_what_for_and_how_long),
	};

	return cmocka_run_group_tests_name("privacy", tests, check_setup, check_teardown);
}
