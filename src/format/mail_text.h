// SPDX-License-Identifier: EUPL-1.2
// mail_text — a mail as it goes over the wire (RFC 5322, MIME): headers and a body of plain text.
//
// Whatever stands in names, addresses and the subject, no value begins a header of its own: what is
// not printable ASCII goes in encoded words, and control characters become blanks.
#pragma once

#include "base/arena.h"
#include "base/str.h"

struct mail_text {
	struct str id; // of the Message-ID, without <>: the same each time that this mail is sent
	struct str from, to; // addresses
	struct str subject, body, language;
	int64_t at; // its Date: when it was written
};

// With line ends as the wire has them.
struct str mail_text_write(struct arena *mem, const struct mail_text *mail);
