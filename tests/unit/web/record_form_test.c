// SPDX-License-Identifier: EUPL-1.2
// record_form_test — a record becomes a form and comes back from it as it was, or as it was changed.
#include "web/record_form.h"

#include "format/digest.h"
#include "model/kind_list.h"
#include "sample.h"
#include "tests.h"

static const struct record_reach all = {~0U, true};
static const struct record_reach officer = {
	1U << FIELD_PUBLIC | 1U << FIELD_INTERNAL | 1U << FIELD_PERSONAL, true};

static void put(const struct sample *s, struct record *record, const char *path, const char *text)
{
	assert_true(record_set(s->mem, record, str_c(path), str_c(text)));
}

// An activity with a value in every shape that a form knows.
static struct record activity(const struct sample *s)
{
	struct record r = record_new(&kind_activity);
	put(s, &r, "action", "7");
	put(s, &r, "type", "workshop");
	put(s, &r, "title.en", "First workshop");
	put(s, &r, "title.fr", "Premier atelier");
	put(s, &r, "period", "2014-03");
	put(s, &r, "legs.1.place", "Lomé");
	put(s, &r, "legs.1.country", "TG");
	put(s, &r, "legs.2.place", "Accra");
	put(s, &r, "legs.2.country", "GH");
	put(s, &r, "participants.1.total", "20");
	put(s, &r, "participants.1.estimate", "true");
	put(s, &r, "languages.1", "en");
	put(s, &r, "languages.2", "fr");
	put(s, &r, "cost", "4200");
	return r;
}

static struct record_form form_of(
	const struct sample *s, const struct record *record, const struct record_reach *reach)
{
	const struct record_form_matter matter = {lang_find(S("fr")), record, NULL, reach};
	struct record_form form;
	struct err err;

	MUST(record_form_make(s->mem, s->db, &matter, &form, &err), &err);
	return form;
}

static void send(const struct sample *s, struct http_form *sent, struct str name, struct str value)
{
	VEC_ADD(s->mem, sent, ((struct http_pair){name, value}));
}

// What a browser sends for a form that nobody has touched: ticks, flags and choices as they stand.
static struct http_form untouched(const struct sample *s, const struct record_form *form)
{
	struct http_form sent = {0};
	for (size_t i = 0; i < form->group.n; i++)
		for (size_t k = 0; k < form->group.p[i].field.n; k++) {
			const struct record_field *f = &form->group.p[i].field.p[k];
			bool has_options = f->control == CONTROL_TICKS ||
				f->control == CONTROL_CHOICE;
			if (!f->is_open)
				continue;
			send(s, &sent, f->name, has_options ? STR_EMPTY : f->value);
			for (size_t n = 0; has_options && n < f->option.n; n++)
				if (f->option.p[n].is_chosen)
					send(s, &sent, f->name, f->option.p[n].value);
		}
	return sent;
}

static struct http_form changed(
	const struct sample *s, const struct record *r, const char *name, const char *value)
{
	struct record_form form = form_of(s, r, &all);
	struct http_form sent = untouched(s, &form);
	for (size_t i = 0; i < sent.n; i++)
		if (str_eq(sent.p[i].name, str_c(name)))
			sent.p[i].value = str_c(value);
	return sent;
}

static void an_untouched_form_changes_nothing(void **state)
{
	struct sample *s = *state;
	struct record r = activity(s);
	struct record_form form = form_of(s, &r, &all);
	struct http_form sent = untouched(s, &form);
	struct record back = record_form_read(s->mem, &r, &sent, &all);
	struct changes changes = record_compare(s->mem, &r, &back);

	for (size_t i = 0; i < changes.n; i++)
		print_error("%" PRIstr ": %" PRIstr " -> %" PRIstr "\n", STR(changes.p[i].path),
			STR(changes.p[i].before), STR(changes.p[i].after));
	assert_int_equal(changes.n, 0);
}

static void one_value_is_changed_and_no_other(void **state)
{
	struct sample *s = *state;
	struct record r = activity(s);
	struct http_form sent = changed(s, &r, "title.fr", "  Deuxième atelier ");
	struct record back = record_form_read(s->mem, &r, &sent, &all);

	assert_int_equal(record_compare(s->mem, &r, &back).n, 1);
	IS(record_get(&back, S("title.fr")), "Deuxième atelier");
}

static void a_row_that_is_taken_away_moves_the_others_up(void **state)
{
	struct sample *s = *state;
	struct record r = activity(s);
	struct record_form form = form_of(s, &r, &all);
	struct http_form sent = untouched(s, &form);

	send(s, &sent, S("remove"), S("legs.1"));
	struct record back = record_form_read(s->mem, &r, &sent, &all);
	assert_int_equal(record_count(&back, S("legs")), 1);
	IS(record_get(&back, S("legs.1.place")), "Accra");
	IS(record_get(&back, S("legs.1.country")), "GH");
}

static void the_empty_row_becomes_one_more(void **state)
{
	struct sample *s = *state;
	struct record r = activity(s);
	struct http_form sent = changed(s, &r, "legs.3.place", "Cotonou");
	struct record back = record_form_read(s->mem, &r, &sent, &all);

	assert_int_equal(record_count(&back, S("legs")), 3);
	IS(record_get(&back, S("legs.3.place")), "Cotonou");
}

static void a_flag_without_its_tick_is_taken_away(void **state)
{
	struct sample *s = *state;
	struct record r = activity(s);
	struct http_form sent = changed(s, &r, "participants.1.estimate", "");
	struct record back = record_form_read(s->mem, &r, &sent, &all);

	IS(record_get(&back, S("participants.1.estimate")), "");
	IS(record_get(&back, S("participants.1.total")), "20");
}

static void ticks_are_taken_as_they_come(void **state)
{
	struct sample *s = *state;
	struct record r = activity(s);
	struct http_form sent = {0};

	send(s, &sent, S("languages"), S(""));
	send(s, &sent, S("languages"), S("ar"));
	struct record back = record_form_read(s->mem, &r, &sent, &all);
	assert_int_equal(record_count(&back, S("languages")), 1);
	IS(record_get(&back, S("languages.1")), "ar");
	sent.n = 1;
	back = record_form_read(s->mem, &r, &sent, &all);
	assert_int_equal(record_count(&back, S("languages")), 0);
}

static void a_class_that_is_not_seen_is_not_shown_and_not_changed(void **state)
{
	struct sample *s = *state;
	struct record r = activity(s);
	struct record_form form = form_of(s, &r, &officer);
	struct http_form sent = untouched(s, &form);

	for (size_t i = 0; i < sent.n; i++)
		assert_false(str_eq(sent.p[i].name, S("cost")));
	send(s, &sent, S("cost"), S("1"));
	struct record back = record_form_read(s->mem, &r, &sent, &officer);
	IS(record_get(&back, S("cost")), "4200");
	assert_int_equal(record_compare(s->mem, &r, &back).n, 0);
}

static void who_may_not_write_changes_nothing(void **state)
{
	static const struct record_reach reader = {~0U, false};
	struct sample *s = *state;
	struct record r = activity(s);
	struct http_form sent = changed(s, &r, "title.en", "Mine");
	struct record back = record_form_read(s->mem, &r, &sent, &reader);

	assert_int_equal(record_compare(s->mem, &r, &back).n, 0);
}

static void what_is_closed_in_a_state_stays_as_it_is(void **state)
{
	struct sample *s = *state;
	struct record r = record_new(&kind_action);
	struct http_form sent = {0};

	put(s, &r, "place", "Togo");
	put(s, &r, "period", "2014-01/2014-06");
	r.state = kind_state(&kind_action, S("archived"));
	send(s, &sent, S("period"), S("2015"));
	send(s, &sent, S("place"), S("Benin"));
	struct record back = record_form_read(s->mem, &r, &sent, &all);
	IS(record_get(&back, S("period")), "2014-01/2014-06");
	IS(record_get(&back, S("place")), "Benin");
}

static void names_that_no_record_has_are_passed_over(void **state)
{
	struct sample *s = *state;
	struct record r = activity(s);
	struct http_form sent = {0};

	send(s, &sent, S("title"), S("x"));
	send(s, &sent, S("title.xx"), S("x"));
	send(s, &sent, S("legs.0.place"), S("x"));
	send(s, &sent, S("legs.1"), S("x"));
	send(s, &sent, S("state"), S("held"));
	send(s, &sent, S("id"), S("1"));
	struct record back = record_form_read(s->mem, &r, &sent, &all);
	assert_int_equal(record_compare(s->mem, &r, &back).n, 0);
	assert_int_equal(back.state, r.state);
}

static void what_is_wrong_stands_at_its_control_and_in_the_list(void **state)
{
	struct sample *s = *state;
	struct record r = activity(s);
	struct findings findings = {0};
	struct record_form form;
	struct err err;

	put(s, &r, "legs.2.country", "ZZ");
	record_check(s->mem, &r, &findings);
	const struct record_form_matter matter = {lang_find(S("fr")), &r, &findings, &all};
	MUST(record_form_make(s->mem, s->db, &matter, &form, &err), &err);
	assert_int_equal(form.errors.n, 1);
	IS(form.errors.p[0].rule, "f-legs.2.country");
	assert_true(str_find(form.errors.p[0].message, S("Choisissez un pays"), 0) != STR_NONE);
}

static void label_is_told(const struct lang *lang, const char *english)
{
	if (english && str_eq(lang_text(lang, str_c(english)), str_c(english)))
		fail_msg("\"%s\" is not told in %" PRIstr, english, STR(lang->code));
}

// In Arabic no word is spelt as in English, so that a label that was not marked is seen.
static void every_label_is_told_in_the_portals_languages(void **state)
{
	const struct lang *arabic = lang_find(S("ar"));

	(void)state;
	for (size_t i = 0; i < KIND_N; i++) {
		const struct kind *kind = kind_list[i];
		label_is_told(arabic, kind->label);
		label_is_told(arabic, kind->many);
		label_is_told(arabic, kind->help);
		for (size_t k = 0; k < kind->state_n; k++)
			label_is_told(arabic, kind->state[k].label);
		for (size_t k = 0; k < kind->move_n; k++)
			label_is_told(arabic, kind->move[k].label);
		for (size_t k = 0; k < kind->property_n; k++) {
			label_is_told(arabic, kind->property[k].label);
			label_is_told(arabic, kind->property[k].help);
			for (size_t n = 0; n < kind->property[k].part_n; n++)
				label_is_told(arabic, kind->property[k].part[n].label);
		}
	}
}

static void lines_that_a_browser_ended_anew_are_no_change(void **state)
{
	struct sample *s = *state;
	struct record before = activity(s);
	struct http_form sent = {0};

	put(s, &before, "notes", "One\n\nTwo");
	send(s, &sent, S("notes"), S("One\r\n\r\nTwo"));
	struct record after = record_form_read(s->mem, &before, &sent, &all);
	assert_int_equal(record_compare(s->mem, &before, &after).n, 0);
}

static void a_file_goes_when_it_is_dropped_and_stays_when_another_came_in_its_place(void **state)
{
	struct sample *s = *state;
	struct str one = digest_of(s->mem, S("one")), two = digest_of(s->mem, S("two"));
	struct record before = record_new(&kind_document);
	struct http_form sent = {0};

	put(s, &before, "file", str_z(s->mem, one));
	send(s, &sent, S("file"), one);
	send(s, &sent, S("drop"), S("file"));
	struct record after = record_form_read(s->mem, &before, &sent, &all);
	assert_int_equal(record_get(&after, S("file")).n, 0);
	send(s, &sent, S("file"), two);
	after = record_form_read(s->mem, &before, &sent, &all);
	assert_true(str_eq(record_get(&after, S("file")), two));
}

int record_form_tests(void)
{
	const struct CMUnitTest tests[] = {
		SAMPLE_TEST(an_untouched_form_changes_nothing),
		SAMPLE_TEST(lines_that_a_browser_ended_anew_are_no_change),
		SAMPLE_TEST(
			a_file_goes_when_it_is_dropped_and_stays_when_another_came_in_its_place),
		SAMPLE_TEST(one_value_is_changed_and_no_other),
		SAMPLE_TEST(a_row_that_is_taken_away_moves_the_others_up),
		SAMPLE_TEST(the_empty_row_becomes_one_more),
		SAMPLE_TEST(a_flag_without_its_tick_is_taken_away),
		SAMPLE_TEST(ticks_are_taken_as_they_come),
		SAMPLE_TEST(a_class_that_is_not_seen_is_not_shown_and_not_changed),
		SAMPLE_TEST(who_may_not_write_changes_nothing),
		SAMPLE_TEST(what_is_closed_in_a_state_stays_as_it_is),
		SAMPLE_TEST(names_that_no_record_has_are_passed_over),
		SAMPLE_TEST(what_is_wrong_stands_at_its_control_and_in_the_list),
		cmocka_unit_test(every_label_is_told_in_the_portals_languages),
	};

	return cmocka_run_group_tests_name("record_form", tests, NULL, NULL);
}
