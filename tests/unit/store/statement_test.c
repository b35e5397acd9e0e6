// SPDX-License-Identifier: EUPL-1.2
// statement_test — every statement of src/store/*.sql against the schema and the field tables.
//
// A column, parameter or field that is named in one place and forgotten in another fails here.
#include <string.h>

#include "model/fact.h"
#include "model/part.h"
#include "model/source.h"
#include "sample.h"
#include "model/account.h"
#include "store/doctor.h"
#include "tests.h"

enum { PARAMS_MAX = 4096 };

// Parameters of which every number is 1 and every text the same word, for any statement.
static void *blank_params(struct arena *mem, const struct db_statement *statement)
{
	char *params = arena_alloc(mem, PARAMS_MAX);

	for (uint32_t i = 0; i < statement->param_n; i++) {
		const struct db_param *p = &statement->param[i];
		struct str text = S("word");
		int64_t number = 1;
		assert_true(p->offset + sizeof text <= PARAMS_MAX);
		if (p->type == DB_INT || p->type == DB_INT_OPT)
			memcpy(params + p->offset, &number, sizeof number);
		else
			memcpy(params + p->offset, &text, sizeof text);
	}
	return params;
}

static void every_statement_can_be_prepared_and_run(void **state)
{
	struct sample *s = *state;
	UNUSED AUTO_TXN txn = sample_begin(s);
	struct err err;
	bool more;

	assert_true(db_statement_n > 40);
	for (uint32_t i = 0; i < db_statement_n; i++) {
		const struct db_statement *statement = db_statements[i];
		AUTO_CURSOR cursor = NULL;
		assert_int_equal(statement->index, i);
		void *params = blank_params(s->mem, statement);
		MUST(db_query(s->db, statement, params, &cursor, &err), &err);
		// "word" is no state of an action, and record 1 is not there: a write may be
		// refused for what it says, for nothing else.
		if (!db_next(cursor, &more, &err) && !strstr(err.msg, "constraint failed"))
			fail_msg("%" PRIstr ": %s", STR(statement->name), err.msg);
	}
}

static void every_statement_has_a_name_of_its_own(void **state)
{
	(void)state;
	for (uint32_t i = 0; i < db_statement_n; i++)
		for (uint32_t k = 0; k < i; k++)
			assert_false(str_eq(db_statements[i]->name, db_statements[k]->name));
}

// What the rows of a statement become. Those without a record are read by column number, or are
// one number.
struct reading {
	struct str statement;
	const struct fields *fields;
};

static const struct reading readings[] = {
	{S_INIT("account_administrators"), NULL},
	{S_INIT("account_all"), &account_fields},
	{S_INIT("account_by_id"), &account_fields},
	{S_INIT("account_by_login"), &account_fields},
	{S_INIT("account_event_all"), NULL},
	{S_INIT("account_event_last_hash"), NULL},
	{S_INIT("account_event_of"), &account_event_fields},
	{S_INIT("action_by_id"), &action_fields},
	{S_INIT("action_by_match"), &action_fields},
	{S_INIT("action_by_slug"), &action_fields},
	{S_INIT("action_ids"), &action_fields},
	{S_INIT("action_merged_slug"), NULL},
	{S_INIT("action_slug_taken"), &action_fields},
	{S_INIT("action_ids_public"), &action_fields},
	{S_INIT("activity_of_action"), &activity_fields},
	{S_INIT("api_creation_find"), NULL},
	{S_INIT("api_token_by_digest"), &api_token_fields},
	{S_INIT("api_token_of_account"), &api_token_fields},
	{S_INIT("claim_of_action"), &claim_fields},
	{S_INIT("correction_of"), NULL},
	{S_INIT("country_of_action"), &country_role_fields},
	{S_INIT("doctor_counts"), NULL},
	{S_INIT("doctor_orphans"), NULL},
	{S_INIT("doctor_sources"), NULL},
	{S_INIT("doctor_spans"), NULL},
	{S_INIT("doctor_unsearched"), NULL},
	{S_INIT("document_all"), &document_fields},
	{S_INIT("expert_of_action"), &expert_provision_fields},
	{S_INIT("list_view_for"), NULL},
	{S_INIT("fact_counts"), NULL},
	{S_INIT("fact_of_reading"), &fact_fields},
	{S_INIT("fact_of_record"), &fact_fields},
	{S_INIT("fact_progress_all"), NULL},
	{S_INIT("fact_waiting_all"), NULL},
	{S_INIT("fact_warning_all"), NULL},
	{S_INIT("kept_file_all"), NULL},
	{S_INIT("kept_file_by_digest"), NULL},
	{S_INIT("kept_form_by_token"), NULL},
	{S_INIT("kept_form_count"), NULL},
	{S_INIT("login_failure_count"), NULL},
	{S_INIT("login_link_by_token"), &login_link_fields},
	{S_INIT("mail_by_id"), &mail_fields},
	{S_INIT("mail_newest"), &mail_fields},
	{S_INIT("mail_waiting"), &mail_fields},
	{S_INIT("mail_waiting_count"), NULL},
	{S_INIT("merge_by_id"), NULL},
	{S_INIT("merge_into"), NULL},
	{S_INIT("merge_of"), NULL},
	{S_INIT("merge_recent"), NULL},
	{S_INIT("merge_step_all"), NULL},
	{S_INIT("organisation_by_folded"), &organisation_role_fields},
	{S_INIT("organisation_of_action"), &organisation_role_fields},
	{S_INIT("output_all"), &output_fields},
	{S_INIT("output_of_action"), &output_fields},
	{S_INIT("place_by_name"), &activity_fields},
	{S_INIT("portfolio_actions"), &action_fields},
	{S_INIT("portfolio_activities"), &activity_fields},
	{S_INIT("portfolio_countries"), &country_role_fields},
	{S_INIT("portfolio_experts"), &expert_provision_fields},
	{S_INIT("portfolio_outputs"), &output_fields},
	{S_INIT("portfolio_sources"), &source_fields},
	{S_INIT("portfolio_themes"), &theme_link_fields},
	{S_INIT("portfolio_version_now"), NULL},
	{S_INIT("record_author_of"), NULL},
	{S_INIT("record_by_id"), NULL},
	{S_INIT("record_count_all"), NULL},
	{S_INIT("record_edit_count"), NULL},
	{S_INIT("record_head_all"), NULL},
	{S_INIT("record_key_having"), NULL},
	{S_INIT("record_key_values"), NULL},
	{S_INIT("record_of_kind"), NULL},
	{S_INIT("record_of_kind_whole"), NULL},
	{S_INIT("record_origin_all"), NULL},
	{S_INIT("record_origin_doubted_rows"), NULL},
	{S_INIT("record_origin_of"), NULL},
	{S_INIT("record_origin_waiting_count"), NULL},
	{S_INIT("record_owned"), NULL},
	{S_INIT("record_owned_all"), NULL},
	{S_INIT("record_part_behind"), NULL},
	{S_INIT("record_pick_all"), NULL},
	{S_INIT("record_pick_behind"), NULL},
	{S_INIT("record_pick_deleted"), NULL},
	{S_INIT("record_pick_deleted_count"), NULL},
	{S_INIT("record_pick_key_rows"), NULL},
	{S_INIT("record_pick_keys"), NULL},
	{S_INIT("record_public_by_id"), NULL},
	{S_INIT("record_public_of_kind"), NULL},
	{S_INIT("record_search_find"), NULL},
	{S_INIT("record_unkeyed_first"), NULL},
	{S_INIT("record_shown_of_kind"), NULL},
	{S_INIT("record_release_due"), NULL},
	{S_INIT("record_release_next_due"), NULL},
	{S_INIT("record_release_of"), NULL},
	{S_INIT("record_version_all"), NULL},
	{S_INIT("record_version_at"), NULL},
	{S_INIT("record_version_last_hash"), NULL},
	{S_INIT("record_version_list"), NULL},
	{S_INIT("record_version_of"), NULL},
	{S_INIT("record_version_stray"), NULL},
	{S_INIT("recovery_code_left"), NULL},
	{S_INIT("search_count"), NULL},
	{S_INIT("search_find"), &action_fields},
	{S_INIT("session_by_token"), &session_fields},
	{S_INIT("session_of_account"), &session_fields},
	{S_INIT("sheet_mapping_of"), NULL},
	{S_INIT("sheet_pending_of"), NULL},
	{S_INIT("sheet_pending_row_count"), NULL},
	{S_INIT("sheet_pending_row_list"), NULL},
	{S_INIT("source_all"), &source_fields},
	{S_INIT("source_by_digest"), &source_fields},
	{S_INIT("source_by_id"), &source_fields},
	{S_INIT("source_bytes"), NULL},
	{S_INIT("theme_by_slug"), &theme_link_fields},
	{S_INIT("theme_of_action"), &theme_link_fields},
	{S_INIT("unlike_all"), NULL},
	{S_INIT("warning_of_action"), &warning_fields},
};
enum { READING_N = sizeof readings / sizeof *readings };

static const struct reading *reading_of(struct str statement)
{
	for (size_t i = 0; i < READING_N; i++)
		if (str_eq(readings[i].statement, statement))
			return &readings[i];
	fail_msg("statement_test.c does not say what rows of %" PRIstr " become", STR(statement));
	return NULL;
}

static void columns_of_every_select_are_fields(void **state)
{
	struct sample *s = *state;
	struct err err;

	for (uint32_t i = 0; i < db_statement_n; i++) {
		const struct db_statement *statement = db_statements[i];
		AUTO_CURSOR cursor = NULL;
		if (statement->rows == DB_NO_ROWS)
			continue;
		const struct reading *reading = reading_of(statement->name);
		void *params = blank_params(s->mem, statement);
		MUST(db_query(s->db, statement, params, &cursor, &err), &err);
		assert_true(db_column_n(cursor) > 0);
		for (int c = 0; reading->fields && c < db_column_n(cursor); c++)
			if (!field_find(reading->fields, db_column_name(cursor, c)))
				fail_msg("%" PRIstr " answers %" PRIstr
					 ", which is no field of %" PRIstr,
					STR(statement->name), STR(db_column_name(cursor, c)),
					STR(reading->fields->noun));
	}
}

static const struct db_statement *statement_of(struct str name)
{
	for (uint32_t i = 0; i < db_statement_n; i++)
		if (str_eq(db_statements[i]->name, name))
			return db_statements[i];
	fail_msg("there is no statement %" PRIstr, STR(name));
	return NULL;
}

static bool has_word(struct str words, struct str word)
{
	struct str_split split = {.rest = words, .sep = ' '};
	struct str one;

	while (str_next(&split, &one))
		if (str_eq(one, word))
			return true;
	return false;
}

// How each noun is kept: the statement that loads all of it and the one that writes all of it.
// `otherwise` are fields that get into the row by another way: a key that the engine or the order
// gives, a text that stands in a shared record, an instant told under another name.
static const struct {
	const struct fields *fields;
	struct str load, insert, otherwise;
} keepings[] = {
	{&action_fields, S_INIT("action_by_id"), S_INIT("action_insert"), S_INIT("id changed_at")},
	{&action_fields, S_INIT("action_by_slug"), S_INIT("action_update"),
		S_INIT("slug created_at")},
	{&activity_fields, S_INIT("activity_of_action"), S_INIT("activity_insert"),
		S_INIT("place iso2")},
	{&output_fields, S_INIT("output_of_action"), S_INIT("output_insert"), S_INIT("")},
	{&expert_provision_fields, S_INIT("expert_of_action"), S_INIT("expert_insert"), S_INIT("")},
	{&organisation_role_fields, S_INIT("organisation_of_action"),
		S_INIT("organisation_role_insert"), S_INIT("name record_id")},
	{&country_role_fields, S_INIT("country_of_action"), S_INIT("country_role_insert"),
		S_INIT("")},
	{&theme_link_fields, S_INIT("theme_of_action"), S_INIT("theme_link_insert"),
		S_INIT("slug")},
	{&claim_fields, S_INIT("claim_of_action"), S_INIT("claim_insert"), S_INIT("")},
	{&warning_fields, S_INIT("warning_of_action"), S_INIT("warning_insert"), S_INIT("")},
	{&fact_fields, S_INIT("fact_of_record"), S_INIT("fact_insert"), S_INIT("id")},
	{&source_fields, S_INIT("source_by_id"), S_INIT("source_insert"), S_INIT("id")},
	{&document_fields, S_INIT("document_all"), S_INIT("document_insert"), S_INIT("")},
};
enum { KEEPING_N = sizeof keepings / sizeof *keepings };

static bool has_column(const struct db_cursor *cursor, struct str name)
{
	for (int i = 0; i < db_column_n(cursor); i++)
		if (str_eq(db_column_name(cursor, i), name))
			return true;
	return false;
}

static void every_field_of_a_noun_is_loaded(void **state)
{
	struct sample *s = *state;
	struct err err;

	for (size_t k = 0; k < KEEPING_N; k++) {
		const struct db_statement *load = statement_of(keepings[k].load);
		AUTO_CURSOR cursor = NULL;
		void *params = blank_params(s->mem, load);
		MUST(db_query(s->db, load, params, &cursor, &err), &err);
		for (size_t i = 0; i < keepings[k].fields->n; i++)
			if (!has_column(cursor, keepings[k].fields->field[i].name))
				fail_msg("%" PRIstr " does not load %" PRIstr, STR(load->name),
					STR(keepings[k].fields->field[i].name));
	}
}

static bool has_param(const struct db_statement *statement, struct str name)
{
	for (uint32_t i = 0; i < statement->param_n; i++)
		if (str_eq(statement->param[i].name, name))
			return true;
	return false;
}

static void every_field_of_a_noun_is_written(void **state)
{
	(void)state;
	for (size_t k = 0; k < KEEPING_N; k++) {
		const struct db_statement *insert = statement_of(keepings[k].insert);
		for (size_t i = 0; i < keepings[k].fields->n; i++) {
			struct str name = keepings[k].fields->field[i].name;
			if (!has_param(insert, name) && !has_word(keepings[k].otherwise, name))
				fail_msg("%" PRIstr " does not write %" PRIstr, STR(insert->name),
					STR(name));
		}
	}
}

int statement_tests(void)
{
	const struct CMUnitTest tests[] = {
		SAMPLE_TEST(every_statement_can_be_prepared_and_run),
		SAMPLE_TEST(every_statement_has_a_name_of_its_own),
		SAMPLE_TEST(columns_of_every_select_are_fields),
		SAMPLE_TEST(every_field_of_a_noun_is_loaded),
		SAMPLE_TEST(every_field_of_a_noun_is_written),
	};

	return cmocka_run_group_tests_name("statement", tests, NULL, NULL);
}
