// SPDX-License-Identifier: EUPL-1.2
// pages — the pages that the tests read: those of tests/golden/read and of demo, and small ones.
#pragma once

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"
#include "db/db.h"
#include "work/import/import.h"

struct page_files VEC_OF(struct import_file);

// Every input of tests/golden/read, then every page of demo, by name.
struct page_files pages_all(struct arena *mem);

// Only those of demo.
struct page_files pages_demo(struct arena *mem);

// What `read` prints for each entry of a page; the test fails when it cannot be read.
struct page_lines VEC_OF(struct str);
struct page_lines page_read(struct arena *mem, const struct import_file *page);

// Imports a page at the instant `now`; false when it was refused, and why.
bool page_import(struct db *db, const struct import_file *page, int64_t now,
	struct import_report *report, struct err *err);

// The same with facts that are the record at once; the test fails when it is refused.
struct import_report page_accept(struct db *db, const struct import_file *page, int64_t now);

// Imports it without accepting; the test fails when it is refused.
struct import_report page_take(struct db *db, const struct import_file *page, int64_t now);
