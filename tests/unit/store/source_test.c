// SPDX-License-Identifier: EUPL-1.2
// source_test — the promises of store/source.h.
#include "store/source.h"

#include "format/digest.h"
#include "sample.h"
#include "tests.h"

static void a_page_is_kept_byte_for_byte_whatever_its_bytes(void **state)
{
	struct sample *s = *state;
	char every_byte[256];
	struct str bytes;
	struct err err;

	for (int i = 0; i < 256; i++)
		every_byte[i] = (char)i;
	int64_t odd = sample_page(s, S("odd"), (struct str){every_byte, sizeof every_byte});
	int64_t western = sample_page(s, S("western"), S("C\xF4te d\x92Ivoire\r\n"));
	MUST(source_piece(s->mem, s->db, odd, 0, 256, &bytes, &err), &err);
	assert_int_equal(bytes.n, 256);
	assert_memory_equal(bytes.p, every_byte, 256);
	MUST(source_piece(s->mem, s->db, western, 0, 1000, &bytes, &err), &err);
	IS(bytes, "C\xF4te d\x92Ivoire\r\n");
}

static void a_piece_is_what_stands_at_its_offset(void **state)
{
	struct sample *s = *state;
	int64_t id = sample_page(s, S("page"), S("Angola: Asylum\n"));
	struct str bytes;
	struct err err;

	MUST(source_piece(s->mem, s->db, id, 8, 6, &bytes, &err), &err);
	IS(bytes, "Asylum");
	MUST(source_piece(s->mem, s->db, id, 8, 100, &bytes, &err), &err);
	IS(bytes, "Asylum\n");
	MUST(source_piece(s->mem, s->db, id, 1000, 5, &bytes, &err), &err);
	IS(bytes, "");
	MUST(source_piece(s->mem, s->db, id + 1, 0, 5, &bytes, &err), &err);
	IS(bytes, "");
}

static void a_page_is_found_by_its_key_and_by_its_digest(void **state)
{
	struct sample *s = *state;
	int64_t id = sample_page(s, S("page.txt"), S("Angola: Asylum\n"));
	struct source *by_id, *by_digest;
	struct err err;

	MUST(source_load(s->mem, s->db, id, &by_id, &err), &err);
	IS(by_id->name, "page.txt");
	IS(by_id->region, "sub-saharan-africa");
	IS(by_id->funder, "European Union");
	assert_int_equal(by_id->size, 15);
	assert_int_equal(by_id->as_of.year, 2016);
	assert_int_equal(by_id->as_of.month, 3);
	assert_int_equal(by_id->unread_share, 125);
	MUST(source_by_its_digest(
		     s->mem, s->db, digest_of(s->mem, S("Angola: Asylum\n")), &by_digest, &err),
		&err);
	assert_int_equal(by_digest->id, id);
}

static void a_page_that_is_not_kept_is_null_and_no_error(void **state)
{
	struct sample *s = *state;
	struct source *page = (void *)s;
	struct err err;

	MUST(source_load(s->mem, s->db, 77, &page, &err), &err);
	assert_null(page);
	MUST(source_by_its_digest(s->mem, s->db, S("no digest"), &page, &err), &err);
	assert_null(page);
}

static void the_same_page_cannot_be_kept_twice(void **state)
{
	struct sample *s = *state;
	struct source again = {.digest = digest_of(s->mem, S("a page")),
		.name = S("again"),
		.region = STR_EMPTY,
		.funder = STR_EMPTY};
	struct documents none = {0};
	struct err err;

	sample_page(s, S("first"), S("a page"));
	UNUSED AUTO_TXN txn = sample_begin(s);
	assert_false(source_save(s->mem, s->db, &again, S("a page"), &none, &err));
	assert_int_equal(err.kind, ERR_CONFLICT);
}

static void pages_are_listed_in_the_order_in_which_they_came(void **state)
{
	struct sample *s = *state;
	struct sources sources;
	struct err err;

	sample_page(s, S("b"), S("one"));
	sample_page(s, S("a"), S("two"));
	MUST(source_list(s->mem, s->db, &sources, &err), &err);
	assert_int_equal(sources.n, 2);
	IS(sources.p[0].name, "b");
	IS(sources.p[1].name, "a");
}

static int64_t shelf(struct sample *s, struct str digest, const char *title)
{
	AUTO_TXN txn = sample_begin(s);
	struct source page = {
		.digest = digest, .name = digest, .region = STR_EMPTY, .funder = STR_EMPTY};
	struct documents documents = {0};
	struct err err;

	VEC_ADD(s->mem, &documents,
		((struct document){.title = str_c(title), .languages = S("en fr")}));
	VEC_ADD(s->mem, &documents,
		((struct document){.title = S("Factsheet"), .languages = S("en")}));
	MUST(source_save(s->mem, s->db, &page, S("bytes"), &documents, &err), &err);
	sample_commit(&txn);
	return page.id;
}

static void a_publication_that_two_pages_name_is_listed_once_under_the_newest(void **state)
{
	struct sample *s = *state;
	struct documents documents;
	struct err err;

	shelf(s, S("first"), "Annual report 2012");
	int64_t newest = shelf(s, S("second"), "Annual report 2013");
	MUST(source_documents(s->mem, s->db, &documents, &err), &err);
	assert_int_equal(documents.n, 3);
	IS(documents.p[0].title, "Annual report 2012");
	IS(documents.p[1].title, "Annual report 2013");
	IS(documents.p[1].languages, "en fr");
	IS(documents.p[2].title, "Factsheet");
	assert_int_equal(documents.p[2].source_id, newest);
}

int source_tests(void)
{
	const struct CMUnitTest tests[] = {
		SAMPLE_TEST(a_page_is_kept_byte_for_byte_whatever_its_bytes),
		SAMPLE_TEST(a_piece_is_what_stands_at_its_offset),
		SAMPLE_TEST(a_page_is_found_by_its_key_and_by_its_digest),
		SAMPLE_TEST(a_page_that_is_not_kept_is_null_and_no_error),
		SAMPLE_TEST(the_same_page_cannot_be_kept_twice),
		SAMPLE_TEST(pages_are_listed_in_the_order_in_which_they_came),
		SAMPLE_TEST(a_publication_that_two_pages_name_is_listed_once_under_the_newest),
	};

	return cmocka_run_group_tests_name("source", tests, NULL, NULL);
}
