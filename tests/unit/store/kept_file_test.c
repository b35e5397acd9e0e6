// SPDX-License-Identifier: EUPL-1.2
// kept_file_test — the promises of store/kept_file.h and store/kept_form.h.
#include "store/kept_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "format/digest.h"
#include "sample.h"
#include "store/kept_form.h"
#include "tests.h"

static struct kept_file bring(const struct sample *s, struct str name, struct str bytes)
{
	struct kept_file file = {.digest = digest_of(s->mem, bytes),
		.size = (int64_t)bytes.n,
		.type = S("text/plain"),
		.name = name,
		.account_id = 7,
		.at = 5000};
	struct str folder = kept_file_folder(s->mem, s->url);
	struct err err;

	MUST(kept_file_put(s->mem, folder, file.digest, bytes, &err), &err);
	AUTO_TXN txn = sample_begin(s);
	MUST(kept_file_add(s->mem, s->db, &file, &err), &err);
	sample_commit(&txn);
	return file;
}

static struct str path_of(const struct sample *s, const struct kept_file *file)
{
	return kept_file_path(s->mem, kept_file_folder(s->mem, s->url), file->digest);
}

// The rules of what is found, parted by blanks.
static struct str found(const struct sample *s, int64_t before)
{
	struct findings findings = {0};
	struct str rules = STR_EMPTY;
	struct err err;

	MUST(kept_file_examine(
		     s->mem, s->db, kept_file_folder(s->mem, s->url), before, &findings, &err),
		&err);
	for (size_t i = 0; i < findings.n; i++)
		rules = str_format(
			s->mem, "%" PRIstr "%" PRIstr " ", STR(rules), STR(findings.p[i].rule));
	return rules;
}

static void what_was_brought_lies_under_its_digest_and_is_found(void **state)
{
	struct sample *s = *state;
	struct kept_file file = bring(s, S("a.txt"), S("some bytes")), *again;
	struct str bytes;
	struct err err;

	MUST(file_read(s->mem, path_of(s, &file), 100, &bytes, &err), &err);
	IS(bytes, "some bytes");
	MUST(kept_file_find(s->mem, s->db, file.digest, &again, &err), &err);
	assert_non_null(again);
	IS(again->name, "a.txt");
	assert_int_equal(again->account_id, 7);
	MUST(kept_file_find(s->mem, s->db, digest_of(s->mem, S("other")), &again, &err), &err);
	assert_null(again);
	IS(found(s, INT64_MAX), "");
}

static void the_same_bytes_again_are_one_file_and_keep_their_first_name(void **state)
{
	struct sample *s = *state;
	struct kept_file file = bring(s, S("a.txt"), S("some bytes")), *kept;
	struct err err;

	bring(s, S("b.txt"), S("some bytes"));
	assert_int_equal(sample_number(s, S("SELECT count(*) FROM kept_file")), 1);
	MUST(kept_file_find(s->mem, s->db, file.digest, &kept, &err), &err);
	IS(kept->name, "a.txt");
}

static void a_file_that_is_missing_is_found(void **state)
{
	struct sample *s = *state;
	struct kept_file file = bring(s, S("a.txt"), S("some bytes"));

	assert_int_equal(unlink(str_z(s->mem, path_of(s, &file))), 0);
	IS(found(s, INT64_MAX), "file.missing ");
}

static void a_file_whose_bytes_changed_is_found_and_mended_by_bringing_it_again(void **state)
{
	struct sample *s = *state;
	struct kept_file file = bring(s, S("a.txt"), S("some bytes"));
	FILE *f = fopen(str_z(s->mem, path_of(s, &file)), "r+");

	assert_non_null(f);
	fputc('S', f);
	fclose(f);
	IS(found(s, INT64_MAX), "file.altered ");
	bring(s, S("a.txt"), S("some bytes"));
	IS(found(s, INT64_MAX), "");
}

static void bytes_without_a_row_are_found_when_no_upload_can_be_under_way(void **state)
{
	struct sample *s = *state;
	struct str bytes = S("cut off");
	struct err err;

	MUST(kept_file_put(s->mem, kept_file_folder(s->mem, s->url), digest_of(s->mem, bytes),
		     bytes, &err),
		&err);
	IS(found(s, 1000), "");
	IS(found(s, INT64_MAX), "file.orphan ");
}

static void all_files_are_copied_or_it_is_said_which_one_cannot_be(void **state)
{
	struct sample *s = *state;
	struct str from = kept_file_folder(s->mem, s->url);
	struct str to = str_join(s->mem, from, S("-copy"));
	struct kept_file file = bring(s, S("a.txt"), S("some bytes"));
	struct str bytes;
	struct err err;
	int64_t n;

	bring(s, S("b.txt"), S("other bytes"));
	MUST(kept_file_copy_all(s->mem, s->db, from, to, &n, &err), &err);
	assert_int_equal(n, 2);
	MUST(file_read(s->mem, kept_file_path(s->mem, to, file.digest), 100, &bytes, &err), &err);
	IS(bytes, "some bytes");
	assert_int_equal(unlink(str_z(s->mem, path_of(s, &file))), 0);
	assert_false(kept_file_copy_all(s->mem, s->db, from, to, &n, &err));
	assert_non_null(strstr(err.msg, "a.txt"));
}

static void a_kept_form_is_given_to_its_account_alone_and_for_a_day(void **state)
{
	struct sample *s = *state;
	struct kept_form form = {.token = S("t"),
		.account_id = 1,
		.path = S("/desk/x"),
		.body = S("a=b"),
		.at = 5000};
	struct kept_form *back;
	struct err err;
	bool kept;

	sample_spoil(s, S("INSERT INTO account VALUES (1,'a','a','','','',0,'','','',0,0,0)"));
	AUTO_TXN txn = sample_begin(s);
	MUST(kept_form_add(s->mem, s->db, &form, &kept, &err), &err);
	assert_true(kept);
	sample_commit(&txn);
	MUST(kept_form_find(s->mem, s->db, S("t"), 1, 6000, &back, &err), &err);
	assert_non_null(back);
	IS(back->body, "a=b");
	MUST(kept_form_find(s->mem, s->db, S("t"), 2, 6000, &back, &err), &err);
	assert_null(back);
	MUST(kept_form_find(s->mem, s->db, S("t"), 1, 5000 + KEPT_FORM_SECONDS, &back, &err), &err);
	assert_null(back);
}

int kept_file_tests(void)
{
	const struct CMUnitTest tests[] = {
		SAMPLE_TEST(what_was_brought_lies_under_its_digest_and_is_found),
		SAMPLE_TEST(the_same_bytes_again_are_one_file_and_keep_their_first_name),
		SAMPLE_TEST(a_file_that_is_missing_is_found),
		SAMPLE_TEST(a_file_whose_bytes_changed_is_found_and_mended_by_bringing_it_again),
		SAMPLE_TEST(bytes_without_a_row_are_found_when_no_upload_can_be_under_way),
		SAMPLE_TEST(all_files_are_copied_or_it_is_said_which_one_cannot_be),
		SAMPLE_TEST(a_kept_form_is_given_to_its_account_alone_and_for_a_day),
	};

	return cmocka_run_group_tests_name("kept_file", tests, NULL, NULL);
}
