// SPDX-License-Identifier: EUPL-1.2
// dossier_entry_test — nothing of what was read is lost between the page and the database.
#include "work/dossier_entry.h"

#include "pages.h"
#include "sample.h"
#include "tests.h"
#include "work/entry_json.h"
#include "work/export/export.h"

enum { EXPORT_MAX = 32 * 1024 * 1024 };

static struct str exported(const struct sample *s)
{
	struct out o = out_memory(s->mem, EXPORT_MAX);
	struct err err;

	MUST(export_portfolio(s->db, EXPORT_JSONL, lang_find(S("en")), &o, &err), &err);
	MUST(out_finish(&o, &err), &err);
	return out_str(&o);
}

// An exported line without what the database adds: id, slug, url and review.
static struct str without_address(struct str line)
{
	size_t at = str_find(line, S("\"file\":"), 0);

	assert_true(at != STR_NONE);
	return str_from(line, at);
}

static void one_page_survives(const struct import_file *page)
{
	void *state;

	sample_make(&state);
	struct sample *s = state;
	struct page_lines read = page_read(s->mem, page);
	struct import_report report = {0};
	struct err err;

	if (read.n) {
		MUST(page_import(s->db, page, 5000, &report, &err), &err);
		struct str_split lines = {.rest = exported(s), .sep = '\n'};
		struct str line;
		for (size_t i = 0; i < read.n; i++) {
			assert_true(str_next(&lines, &line));
			check_str(
				without_address(line), str_from(read.p[i], 1), __FILE__, __LINE__);
		}
	}
	sample_drop(&state);
}

static void an_entry_survives_the_database(void **state)
{
	struct page_files pages = pages_all(*state);

	for (size_t i = 0; i < pages.n; i++)
		one_page_survives(&pages.p[i]);
}

static struct str json_of(struct arena *mem, const struct entry *entry)
{
	struct out o = out_memory(mem, EXPORT_MAX);
	struct json json = json_new(&o);

	json_begin_object(&json);
	entry_json_members(&json, S("page.txt"), entry);
	json_end_object(&json);
	return out_str(&o);
}

// An entry with every kind of value, as if read from "Togo II: ...".
static struct entry full(struct arena *mem)
{
	struct entry e = entry_new();
	struct entry_activity a = entry_activity_new();

	e.place = (struct entry_text){S("Togo"), {0, 4, CERTAINTY_STATED, S("heading.place")}};
	e.place_kind = S("country");
	e.iso2 = S("TG");
	e.phase = 2;
	e.phase_span = (struct span){5, 2, CERTAINTY_STATED, S("heading.phase")};
	e.title = (struct entry_text){S("Labour"), {9, 6, CERTAINTY_STATED, S("heading.title")}};
	e.objective = (struct entry_text){S("To help."), {30, 60, CERTAINTY_STATED, S("label")}};
	e.period = (struct period){.start = {2012, 3, 0}, .end = {2013, 6, 0}};
	e.start_span = (struct span){100, 10, CERTAINTY_STATED, S("duration")};
	e.end_span = (struct span){110, 9, CERTAINTY_CORRECTED, S("R02")};
	a.type = S("workshop");
	a.quote = S("workshop in Lomé");
	a.place = S("Lomé");
	a.iso2 = S("TG");
	a.span = a.place_span = (struct span){120, 16, CERTAINTY_STATED, S("activity")};
	VEC_ADD(mem, &e.activities, a);
	VEC_ADD(mem, &e.outputs,
		((struct entry_output){S("law"), S("Labour Act"), S("drafted"), {0},
			{140, 10, CERTAINTY_STATED, S("output")}}));
	VEC_ADD(mem, &e.experts,
		((struct entry_expert){S("FR"), S("ngo"), S("French experts"),
			{160, 14, CERTAINTY_STATED, S("expert")}}));
	VEC_ADD(mem, &e.themes,
		((struct entry_text){S("asylum"), {9, 6, CERTAINTY_INFERRED, S("theme")}}));
	VEC_ADD(mem, &e.partners,
		((struct entry_text){S("ILO"), {180, 3, CERTAINTY_STATED, S("partner")}}));
	return e;
}

static void every_kind_of_value_survives_the_database(void **state)
{
	struct sample *s = *state;
	struct entry e = full(s->mem);

	e.duration_damaged = true;
	e.heading = (struct entry_text){
		S("Togo II: Labour"), {0, 15, CERTAINTY_STATED, S("heading")}};
	e.requester = (struct entry_text){
		S("Ministry of Labour"), {40, 18, CERTAINTY_INFERRED, S("requester")}};
	e.requester_kind = S("named-body");
	e.participants.count = 250;
	e.participants.quote = S("Over 250 participants");
	e.participants.span = (struct span){300, 21, CERTAINTY_STATED, S("people")};
	VEC_ADD(s->mem, &e.countries_involved,
		((struct entry_text){S("BJ"), {44, 5, CERTAINTY_STATED, S("country")}}));
	finding_add(s->mem, &e.warnings,
		(struct finding){.rule = S("R02"), .offset = 110, .length = 9}, "a dash was lost");
	struct dossier *d = dossier_of_entry(s->mem, &e);
	d->action.source_id = sample_page(s, S("page.txt"), S("Togo II: Labour"));
	d->action.review = S("pending");
	sample_save(s, d, 5000);
	struct entry *kept = dossier_as_entry(s->mem, sample_load(s, d->action.id));
	check_str(json_of(s->mem, kept), json_of(s->mem, &e), __FILE__, __LINE__);
}

static struct str digest_of_entry(struct arena *mem, const struct entry *entry)
{
	return dossier_of_entry(mem, entry)->action.digest;
}

static void the_same_entry_elsewhere_on_the_page_has_the_same_digest(void **state)
{
	struct arena *mem = *state;
	struct entry here = full(mem), there = full(mem);

	there.place.span.offset += 1000;
	there.end_span.offset += 1000;
	there.activities.p[0].span.offset += 1000;
	there.whole.offset += 1000;
	assert_true(str_eq(digest_of_entry(mem, &here), digest_of_entry(mem, &there)));
	assert_int_equal(digest_of_entry(mem, &here).n, 64);
}

static void change_phase(struct entry *e)
{
	e->phase = 3;
}

static void change_country(struct entry *e)
{
	e->iso2 = S("TD");
}

static void change_end(struct entry *e)
{
	e->period.end.month = 7;
}

static void change_damage(struct entry *e)
{
	e->duration_damaged = true;
}

static void change_doubt(struct entry *e)
{
	e->duration_ambiguous = true;
}

static void change_certainty(struct entry *e)
{
	e->title.span.certainty = CERTAINTY_CORRECTED;
}

static void change_number_of_events(struct entry *e)
{
	e->activities.p[0].count = 2;
}

static void change_country_of_event(struct entry *e)
{
	e->activities.p[0].iso2 = S("BJ");
}

static void change_status_of_event(struct entry *e)
{
	e->activities.p[0].is_planned = true;
}

static void change_date_of_output(struct entry *e)
{
	e->outputs.p[0].date = (struct date){2013, 0, 0};
}

static void change_lender(struct entry *e)
{
	e->experts.p[0].iso2 = S("BE");
}

static void change_participants(struct entry *e)
{
	e->participants.count = 12;
}

static void move_a_word_from_one_value_to_the_next(struct entry *e)
{
	e->experts.p[0].iso2 = S("F");
	e->experts.p[0].kind = S("Rngo");
}

static void drop_the_partner(struct entry *e)
{
	e->partners.n = 0;
}

static void any_other_fact_gives_another_digest(void **state)
{
	void (*const changes[])(struct entry * e) = {change_phase, change_country, change_end,
		change_damage, change_doubt, change_certainty, change_number_of_events,
		change_country_of_event, change_status_of_event, change_date_of_output,
		change_lender, change_participants, move_a_word_from_one_value_to_the_next,
		drop_the_partner};
	struct arena *mem = *state;
	struct entry before = full(mem);
	struct str digest = digest_of_entry(mem, &before);

	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
		struct entry after = full(mem);
		changes[i](&after);
		if (str_eq(digest, digest_of_entry(mem, &after)))
			fail_msg("change %zu of the list gives the same digest", i);
	}
}

static void every_value_becomes_a_claim_with_its_span(void **state)
{
	struct arena *mem = *state;
	struct entry e = full(mem);
	const struct dossier *d = dossier_of_entry(mem, &e);
	const struct claim *end = dossier_claim(d, S("action"), 0, S("end"));
	const struct claim *place = dossier_claim(d, S("activity"), 1, S("place"));

	IS(end->value, "2013-06");
	IS(end->certainty, "corrected");
	IS(end->rule, "R02");
	assert_int_equal(end->span_offset, 110);
	assert_int_equal(end->span_length, 9);
	IS(place->value, "Lomé");
	IS(dossier_claim(d, S("theme"), 1, S("slug"))->certainty, "inferred");
	assert_null(dossier_claim(d, S("activity"), 1, S("date")));
	assert_null(dossier_claim(d, S("activity"), 2, S("place")));
	assert_null(dossier_claim(d, S("action"), 0, S("requester")));
}

// The role of the country in an action.
static struct str role_in(const struct dossier *d, struct str iso2)
{
	for (size_t i = 0; i < d->countries.n; i++)
		if (str_eq(d->countries.p[i].iso2, iso2))
			return d->countries.p[i].role;
	return STR_EMPTY;
}

static void involve(struct arena *mem, struct entry *e, struct str iso2, size_t offset)
{
	VEC_ADD(mem, &e->countries_involved,
		((struct entry_text){iso2, {offset, 5, CERTAINTY_STATED, S("country")}}));
}

static void a_host_of_a_study_visit_is_no_beneficiary(void **state)
{
	struct arena *mem = *state;
	struct entry e = full(mem);
	struct entry_activity visit = entry_activity_new();

	visit.iso2 = S("FR");
	visit.quote = S("study visit to Paris");
	VEC_ADD(mem, &e.activities, visit);
	involve(mem, &e, S("FR"), 200);
	involve(mem, &e, S("BJ"), 220);
	const struct dossier *d = dossier_of_entry(mem, &e);
	IS(role_in(d, S("TG")), "beneficiary");
	IS(role_in(d, S("FR")), "host");
	IS(role_in(d, S("BJ")), "participant");
}

static void countries_of_a_regional_action_s_objective_are_its_beneficiaries(void **state)
{
	struct arena *mem = *state;
	struct entry e = full(mem);

	e.iso2 = STR_EMPTY;
	e.place_kind = S("region");
	involve(mem, &e, S("BJ"), 40);
	involve(mem, &e, S("GH"), 220);
	const struct dossier *d = dossier_of_entry(mem, &e);
	IS(role_in(d, S("BJ")), "beneficiary");
	IS(role_in(d, S("GH")), "participant");
	IS(role_in(d, S("TG")), "");
}

static void only_a_named_body_is_kept_as_requester(void **state)
{
	struct arena *mem = *state;
	struct entry e = full(mem);

	e.requester.text = S("the Togolese authorities");
	e.requester_kind = S("collective");
	assert_int_equal(dossier_of_entry(mem, &e)->organisations.n, 1);
	e.requester.text = S("Ministry of Labour");
	e.requester_kind = S("named-body");
	const struct dossier *d = dossier_of_entry(mem, &e);
	assert_int_equal(d->organisations.n, 2);
	IS(d->organisations.p[0].role, "partner");
	IS(d->organisations.p[1].role, "requester");
	IS(d->organisations.p[1].name, "Ministry of Labour");
}

static void a_dossier_outlives_the_entry_that_it_was_made_of(void **state)
{
	struct arena *mem = *state;
	struct dossier *d;
	{
		SCRATCH(tmp);
		struct entry e = full(tmp);
		e.title.text = str_copy(tmp, S("Labour"));
		e.themes.p[0].text = str_copy(tmp, S("asylum"));
		e.title.span.rule = str_copy(tmp, S("heading.title"));
		d = dossier_of_entry(mem, &e);
	}
	IS(d->action.title, "Labour");
	IS(d->themes.p[0].slug, "asylum");
	IS(dossier_claim(d, S("action"), 0, S("title"))->rule, "heading.title");
}

int dossier_entry_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_entry_survives_the_database),
		SAMPLE_TEST(every_kind_of_value_survives_the_database),
		TEST(the_same_entry_elsewhere_on_the_page_has_the_same_digest),
		TEST(any_other_fact_gives_another_digest),
		TEST(every_value_becomes_a_claim_with_its_span),
		TEST(a_host_of_a_study_visit_is_no_beneficiary),
		TEST(countries_of_a_regional_action_s_objective_are_its_beneficiaries),
		TEST(only_a_named_body_is_kept_as_requester),
		TEST(a_dossier_outlives_the_entry_that_it_was_made_of),
	};

	return cmocka_run_group_tests_name("dossier_entry", tests, NULL, NULL);
}
