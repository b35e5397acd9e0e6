// SPDX-License-Identifier: EUPL-1.2
// desk_preview — the public page of a record as it would be after publishing, under a bar that says
// what would change.
//
// The record is published inside a transaction that is never committed, and the portal's own page is
// made from that: it cannot differ from what will be seen.
#pragma once

#include "web/desk_record.h"

// A record that the public would see otherwise than now.
enum preview_how { PREVIEW_NEW, PREVIEW_CHANGED, PREVIEW_GONE };
struct preview_part {
	struct str kind, name;
	enum preview_how how;
	struct changes change; // in words; those of a new or a gone record are not listed
};

struct desk_preview {
	struct str url, name; // of the record
	struct str csrf;
	struct str not_yet; // a sentence: why it cannot be published as it stands; may be empty
	struct desk_public public;
	VEC(struct preview_part) part;
};

// Stands above the page.
void desk_preview_bar(struct tmpl *t, const struct desk_preview *preview);
