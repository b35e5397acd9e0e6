// SPDX-License-Identifier: EUPL-1.2
// export_test — the promises of work/export/export.h.
#include "work/export/export.h"

#include "pages.h"
#include "sample.h"
#include "store/portfolio.h"
#include "tests.h"

enum { EXPORT_MAX = 32 * 1024 * 1024 };

static struct str export_as(const struct sample *s, enum export_format format, struct str lang)
{
	struct out o = out_memory(s->mem, EXPORT_MAX);
	struct err err;

	MUST(export_portfolio(s->db, format, lang_find(lang), &o, &err), &err);
	MUST(out_finish(&o, &err), &err);
	return out_str(&o);
}

static void take_demo(const struct sample *s)
{
	struct page_files demo = pages_demo(s->mem);

	for (size_t i = 0; i < demo.n; i++)
		page_take(s->db, &demo.p[i], 1234567890);
}

static size_t count_of(struct str text, struct str part)
{
	size_t n = 0;

	for (size_t at = str_find(text, part, 0); at != STR_NONE; at = str_find(text, part, at + 1))
		n++;
	return n;
}

static void a_line_holds_one_action_with_its_address(void **state)
{
	struct sample *s = *state;
	const struct import_file page = {S("togo.txt"),
		S("Togo II: Asylum\n\nObjective: To help.\n\nDuration: March 2012 – May 2013\n")};

	page_take(s->db, &page, 5000);
	struct str lines = export_as(s, EXPORT_JSONL, S("en"));
	assert_true(str_starts(lines,
		S("{\"id\":1,\"slug\":\"togo-ii-asylum\",\"url\":\"/en/actions/togo-ii-asylum\","
		  "\"review\":\"pending\",\"file\":\"togo.txt\",\"heading\":")));
	assert_true(str_ends(lines, S("}\n")));
	assert_int_equal(count_of(lines, S("\n")), 1);
	HAS(export_as(s, EXPORT_JSONL, S("fr")), "\"url\":\"/fr/actions/togo-ii-asylum\"");
}

static void what_was_accepted_is_no_longer_pending(void **state)
{
	struct sample *s = *state;
	const struct import_file page = {
		S("togo.txt"), S("Togo: Asylum\n\nObjective: To help.\n\nDuration: 2012\n")};

	page_accept(s->db, &page, 5000);
	HAS(export_as(s, EXPORT_JSONL, S("en")), "\"review\":\"accepted\"");
}

static void json_holds_the_same_objects_and_the_time_of_the_last_change(void **state)
{
	struct sample *s = *state;

	take_demo(s);
	struct str json = export_as(s, EXPORT_JSON, S("en"));
	struct str_split lines = {.rest = export_as(s, EXPORT_JSONL, S("en")), .sep = '\n'};
	struct str line;
	assert_true(str_starts(
		json, S("{\"changed\":\"2009-02-13T23:31:30Z\",\"actions\":[\n{\"id\":")));
	assert_true(str_ends(json, S("}\n]}\n")));
	size_t at = 0;
	while (str_next(&lines, &line) && line.n) {
		at = str_find(json, line, at);
		assert_true(at != STR_NONE);
	}
}

static void the_same_data_gives_the_same_bytes(void **state)
{
	const enum export_format formats[] = {EXPORT_JSON, EXPORT_JSONL, EXPORT_CSV};
	struct sample *s = *state;

	take_demo(s);
	for (size_t i = 0; i < 3; i++) {
		struct str once = export_as(s, formats[i], S("en"));
		take_demo(s); // nothing is new, so nothing changes
		assert_true(str_eq(once, export_as(s, formats[i], S("en"))));
	}
}

// The number of rows of a CSV text; line ends inside quotes are no ends.
static size_t csv_rows(struct str csv)
{
	bool is_quoted = false;
	size_t rows = 0;

	for (size_t i = 0; i < csv.n; i++) {
		is_quoted ^= csv.p[i] == '"';
		if (csv.p[i] == '\n' && !is_quoted) {
			assert_true(i > 0 && csv.p[i - 1] == '\r');
			rows++;
		}
	}
	assert_false(is_quoted);
	return rows;
}

static size_t csv_columns(struct str row)
{
	bool is_quoted = false;
	size_t columns = 1;

	for (size_t i = 0; i < row.n && (is_quoted || row.p[i] != '\r'); i++) {
		is_quoted ^= row.p[i] == '"';
		columns += row.p[i] == ',' && !is_quoted;
	}
	return columns;
}

static void csv_has_a_row_for_each_action_under_the_names_of_its_fields(void **state)
{
	struct sample *s = *state;

	take_demo(s);
	struct str csv = export_as(s, EXPORT_CSV, S("en"));
	size_t actions = count_of(export_as(s, EXPORT_JSONL, S("en")), S("\n"));
	assert_true(actions > 40);
	assert_int_equal(csv_rows(csv), actions + 1);
	HAS(str_sub(csv, 0, 400), "id,slug,heading,place,place_kind,iso2,phase,title,");
	HAS(str_sub(csv, 0, 1000), ",url,themes,countries_beneficiary,countries_host,");
	size_t second = str_find_char(csv, '\n', 0) + 1;
	assert_int_equal(csv_columns(csv), csv_columns(str_from(csv, second)));
}

static void what_is_internal_is_not_exported(void **state)
{
	struct sample *s = *state;

	take_demo(s);
	struct str header = export_as(s, EXPORT_CSV, S("en"));
	header = str_sub(header, 0, str_find_char(header, '\r', 0));
	assert_true(str_find(header, S("digest"), 0) == STR_NONE);
	assert_true(str_find(header, S("source_id"), 0) == STR_NONE);
	assert_true(str_find(header, S("created_at"), 0) == STR_NONE);
}

static void lists_in_a_cell_are_joined(void **state)
{
	struct sample *s = *state;
	int64_t page = sample_page(s, S("page"), S("some bytes"));
	struct dossier *d = sample_dossier(s, page, S("Togo"), S("A, \"B\""));

	sample_save(s, d, 5000);
	struct str csv = export_as(s, EXPORT_CSV, S("fr"));
	HAS(csv, ",\"A, \"\"B\"\"\",");
	HAS(csv,
		"/fr/actions/togo-a-b,labour-migration,TG,ML,,FR,ICMPD,"
		"assessment-mission|study-visit,2012-03|,National Strategy\r\n");
}

static void an_empty_portfolio_is_exported_too(void **state)
{
	struct sample *s = *state;

	IS(export_as(s, EXPORT_JSONL, S("en")), "");
	IS(export_as(s, EXPORT_JSON, S("en")),
		"{\"changed\":\"1970-01-01T00:00:00Z\",\"actions\":[\n\n]}\n");
	assert_int_equal(csv_rows(export_as(s, EXPORT_CSV, S("en"))), 1);
}

int export_tests(void)
{
	const struct CMUnitTest tests[] = {
		SAMPLE_TEST(a_line_holds_one_action_with_its_address),
		SAMPLE_TEST(what_was_accepted_is_no_longer_pending),
		SAMPLE_TEST(json_holds_the_same_objects_and_the_time_of_the_last_change),
		SAMPLE_TEST(the_same_data_gives_the_same_bytes),
		SAMPLE_TEST(csv_has_a_row_for_each_action_under_the_names_of_its_fields),
		SAMPLE_TEST(what_is_internal_is_not_exported),
		SAMPLE_TEST(lists_in_a_cell_are_joined),
		SAMPLE_TEST(an_empty_portfolio_is_exported_too),
	};

	return cmocka_run_group_tests_name("export", tests, NULL, NULL);
}
