// SPDX-License-Identifier: EUPL-1.2
// media_type — what bytes are, told from their content: format/media_type.c is the only file that includes
// libmagic's header.
//
// The library reads what strangers send, so it is called in a child (net/later.h).
#pragma once

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

// The media type of the bytes: "application/pdf", "text/plain"; never with a charset.
bool media_type_of(
	struct arena *mem, struct str bytes, struct str *ret_type, struct err *err) MUST_CHECK;
