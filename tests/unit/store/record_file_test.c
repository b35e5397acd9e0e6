// SPDX-License-Identifier: EUPL-1.2
// record_file_test — the promises of store/record_file.h and store/record_about.h.
#include "store/record_file.h"

#include "format/digest.h"
#include "model/kind_list.h"
#include "sample.h"
#include "store/kept_file.h"
#include "store/record.h"
#include "store/record_about.h"
#include "tests.h"

enum { AUTHOR = 7, OTHER = 8 };

static void put(const struct sample *s, struct record *record, const char *path, struct str text)
{
	assert_true(record_set(s->mem, record, str_c(path), text));
}

static bool save_by(const struct sample *s, struct record *record, int64_t account, struct err *err)
{
	struct record_edit edit = {.record = record,
		.account_id = account,
		.at = 5000,
		.what = S("edit"),
		.why = STR_EMPTY};
	bool saved = false;
	AUTO_TXN txn = sample_begin(s);
	if (!record_save(s->mem, s->db, &edit, &saved, err))
		return false;
	assert_true(saved);
	sample_commit(&txn);
	return true;
}

static void save(const struct sample *s, struct record *record)
{
	struct err err;
	MUST(save_by(s, record, AUTHOR, &err), &err);
}

static struct record document(const struct sample *s, struct str digest)
{
	struct record record = record_new(&kind_document);
	put(s, &record, "title.en", S("A paper"));
	put(s, &record, "file", digest);
	save(s, &record);
	return record;
}

static bool is_public(const struct sample *s, struct str digest)
{
	bool answer;
	struct err err;
	MUST(record_file_is_public(s->mem, s->db, digest, 6000, &answer, &err), &err);
	return answer;
}

static void a_file_is_public_while_a_record_in_a_public_state_holds_it(void **state)
{
	struct sample *s = *state;
	struct str digest = digest_of(s->mem, S("bytes"));
	struct record record = document(s, digest);

	assert_false(is_public(s, digest));
	record.state = kind_state(&kind_document, S("cleared"));
	save(s, &record);
	assert_true(is_public(s, digest));
	assert_false(is_public(s, digest_of(s->mem, S("others"))));
	record.deleted_at = 5500;
	save(s, &record);
	assert_false(is_public(s, digest));
	record.deleted_at = 0;
	put(s, &record, "file", STR_EMPTY);
	save(s, &record);
	assert_false(is_public(s, digest));
}

static void a_record_that_is_held_back_to_a_later_day_holds_its_file_back(void **state)
{
	struct sample *s = *state;
	struct str digest = digest_of(s->mem, S("bytes"));
	struct record record = document(s, digest);
	struct err err;

	record.state = kind_state(&kind_document, S("cleared"));
	save(s, &record);
	AUTO_TXN txn = sample_begin(s);
	// What is public already stays so; a day to come is for what is not.
	MUST(record_take_back(s->db, record.id, &err), &err);
	MUST(record_make_public(s->db, &record, 7000, &err), &err);
	sample_commit(&txn);
	assert_false(is_public(s, digest));
}

static void every_holder_of_a_file_is_found_with_its_field(void **state)
{
	struct sample *s = *state;
	struct str digest = digest_of(s->mem, S("bytes"));
	struct record paper = document(s, digest), letter = record_new(&kind_attachment);
	struct file_holders holders;
	struct err err;

	put(s, &letter, "about", str_of_int(s->mem, paper.id));
	put(s, &letter, "title", S("A letter"));
	put(s, &letter, "file", digest);
	save(s, &letter);
	MUST(record_file_holders(s->mem, s->db, digest, &holders, &err), &err);
	assert_int_equal(holders.n, 2);
	for (size_t i = 0; i < holders.n; i++)
		assert_int_equal(holders.p[i].property->class,
			holders.p[i].kind == &kind_document ? FIELD_PUBLIC : FIELD_INTERNAL);
}

static void a_digest_that_is_not_kept_is_found_unless_it_was_there_before(void **state)
{
	struct sample *s = *state;
	struct record before = record_new(&kind_document), after = record_new(&kind_document);
	struct findings findings = {0};
	struct err err;

	put(s, &after, "file", digest_of(s->mem, S("bytes")));
	MUST(record_file_check(s->mem, s->db, &before, &after, &findings, &err), &err);
	assert_int_equal(findings.n, 1);
	IS(findings.p[0].rule, "file");
	MUST(record_file_check(s->mem, s->db, &after, &after, &findings, &err), &err);
	assert_int_equal(findings.n, 1);
}

static void what_is_about_a_record_is_found_the_newest_first(void **state)
{
	struct sample *s = *state;
	struct record paper = document(s, digest_of(s->mem, S("bytes")));
	struct record_pointers notes;
	struct err err;

	for (int i = 0; i < 2; i++) {
		struct record note = record_new(&kind_note);
		put(s, &note, "about", str_of_int(s->mem, paper.id));
		put(s, &note, "text", i ? S("second") : S("first"));
		save(s, &note);
	}
	MUST(record_about(s->mem, s->db, &kind_note, paper.id, &notes, &err), &err);
	assert_int_equal(notes.n, 2);
	IS(record_get(notes.p[0], S("text")), "second");
	MUST(record_about(s->mem, s->db, &kind_attachment, paper.id, &notes, &err), &err);
	assert_int_equal(notes.n, 0);
}

static void a_note_is_changed_by_its_author_and_by_nobody_else(void **state)
{
	struct sample *s = *state;
	struct record note = record_new(&kind_note);
	struct record *kept;
	int64_t author;
	struct err err;

	put(s, &note, "about", S("1"));
	put(s, &note, "text", S("mine"));
	save(s, &note);
	put(s, &note, "text", S("theirs"));
	assert_false(save_by(s, &note, OTHER, &err));
	assert_int_equal(err.kind, ERR_DENIED);
	MUST(record_load(s->mem, s->db, note.id, &kept, &err), &err);
	IS(record_get(kept, S("text")), "mine");
	MUST(record_author(s->db, note.id, &author, &err), &err);
	assert_int_equal(author, AUTHOR);
	save(s, &note);
}

int record_file_tests(void)
{
	const struct CMUnitTest tests[] = {
		SAMPLE_TEST(a_file_is_public_while_a_record_in_a_public_state_holds_it),
		SAMPLE_TEST(a_record_that_is_held_back_to_a_later_day_holds_its_file_back),
		SAMPLE_TEST(every_holder_of_a_file_is_found_with_its_field),
		SAMPLE_TEST(a_digest_that_is_not_kept_is_found_unless_it_was_there_before),
		SAMPLE_TEST(what_is_about_a_record_is_found_the_newest_first),
		SAMPLE_TEST(a_note_is_changed_by_its_author_and_by_nobody_else),
	};

	return cmocka_run_group_tests_name("record_file", tests, NULL, NULL);
}
