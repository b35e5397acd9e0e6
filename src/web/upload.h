// SPDX-License-Identifier: EUPL-1.2
// upload — the files of a form: looked at and put in their places by a child, then written down.
//
// The page is run twice (net/later.h): the first time upload_take starts the child and *ret_ready is
// false; the page answers true at once and changes nothing before. The child tells the type from the
// content, which no worker does with bytes of strangers, and waits for the disk.
#pragma once

#include "model/file_type.h"
#include "store/kept_file.h"
#include "web/visit.h"

enum {
	UPLOAD_MAX = 8,      // files in one form
	UPLOAD_JOBS_MAX = 8, // at once in one worker
	// What a form with files may weigh: one of the largest, and what is written beside it.
	UPLOAD_BODY_MAX = FILE_SIZE_MAX + 1024 * 1024,
};

// A file that came in a field: kept, or why not.
struct upload {
	struct str field;
	struct kept_file file; // its name and size in any case
	struct str wrong;      // a sentence, English, marked for translation; empty: it is kept
};
struct uploads VEC_OF(struct upload);

bool upload_take(
	struct visit *v, struct uploads *ret_uploads, bool *ret_ready, struct err *err) MUST_CHECK;

// ".pdf,.docx,...": what a control for files lets people choose.
struct str upload_accept(struct arena *mem);
