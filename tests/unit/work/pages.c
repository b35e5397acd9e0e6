// SPDX-License-Identifier: EUPL-1.2
// pages — the pages that the tests read.
#include "pages.h"

#include <dirent.h>

#include "base/file.h"
#include "check.h"
#include "sample.h"
#include "work/entry_json.h"
#include "work/read/read.h"

enum { PAGE_MAX = 16 * 1024 * 1024, LINE_MAX = 4 * 1024 * 1024, PAGE_MEMORY = 512 * 1024 * 1024 };

static void add_file(struct arena *mem, struct page_files *pages, struct str path)
{
	struct import_file page = {.name = file_name(path)};
	struct err err;

	MUST(file_read(mem, path, PAGE_MAX, &page.bytes, &err), &err);
	VEC_ADD(mem, pages, page);
}

static bool is_page(struct str name, bool is_golden)
{
	if (is_golden)
		return str_starts(name, S("in."));
	return str_ends(name, S(".txt")) || str_ends(name, S(".html"));
}

static void add_folder(
	struct arena *mem, struct page_files *pages, struct str folder, bool is_golden)
{
	struct dirent **entry;
	int n = scandir(str_z(mem, folder), &entry, NULL, alphasort);

	for (int i = 0; i < n; i++) {
		struct str name = str_copy(mem, str_c(entry[i]->d_name));
		struct str path = str_format(mem, "%" PRIstr "/%" PRIstr, STR(folder), STR(name));
		free(entry[i]);
		if (is_page(name, is_golden))
			add_file(mem, pages, path);
		else if (is_golden && !str_starts(name, S(".")) &&
			str_find_char(name, '.', 0) == STR_NONE)
			add_folder(mem, pages, path, true);
	}
	if (n >= 0)
		free(entry);
}

struct page_files pages_demo(struct arena *mem)
{
	struct page_files pages = {0};

	add_folder(mem, &pages, S(SOURCE_ROOT "/demo"), false);
	assert_true(pages.n >= 2);
	return pages;
}

struct page_files pages_all(struct arena *mem)
{
	struct page_files pages = {0};

	add_folder(mem, &pages, S(SOURCE_ROOT "/tests/golden/read"), true);
	assert_true(pages.n >= 20);
	add_folder(mem, &pages, S(SOURCE_ROOT "/demo"), false);
	return pages;
}

struct reading {
	struct arena *mem;
	struct str file;
	struct page_lines lines;
};

static bool take(void *context, const struct entry *entry)
{
	struct reading *r = context;
	struct out o = out_memory(r->mem, LINE_MAX);
	struct json json = json_new(&o);
	struct err err;

	json_begin_object(&json);
	entry_json_members(&json, r->file, entry);
	json_end_object(&json);
	MUST(out_finish(&o, &err), &err);
	VEC_ADD(r->mem, &r->lines, out_str(&o));
	return true;
}

struct page_lines page_read(struct arena *mem, const struct import_file *page)
{
	struct reading r = {.mem = mem, .file = page->name};
	struct read_options options = {.file = page->name};
	struct read_sink sink = {take, &r};
	struct page_end end;
	struct err err;

	// What is no text has no entries either.
	if (!read_page(mem, page->bytes, &options, &sink, &end, &err))
		assert_int_equal(r.lines.n, 0);
	return r.lines;
}

static bool import(struct db *db, const struct import_file *page,
	const struct import_options *options, struct import_report *report, struct err *err)
{
	struct arena *own CLEANUP(arena_free_at) = arena_new(PAGE_MEMORY);
	struct findings findings = {0};

	return import_page(own, db, page, options, report, &findings, err);
}

bool page_import(struct db *db, const struct import_file *page, int64_t now,
	struct import_report *report, struct err *err)
{
	return import(db, page, &(struct import_options){.now = now}, report, err);
}

struct import_report page_accept(struct db *db, const struct import_file *page, int64_t now)
{
	struct import_options options = {.now = now, .accept = true};
	struct import_report report = {0};
	struct err err;

	MUST(import(db, page, &options, &report, &err), &err);
	return report;
}

struct import_report page_take(struct db *db, const struct import_file *page, int64_t now)
{
	struct import_report report = {0};
	struct err err;

	MUST(page_import(db, page, now, &report, &err), &err);
	return report;
}
