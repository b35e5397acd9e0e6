// SPDX-License-Identifier: EUPL-1.2
// gzip — a whole body compressed at once (RFC 1952); the only file that includes zlib.
#pragma once

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

enum { GZIP_INPUT_MAX = 512 * 1024 * 1024 };

// The body compressed at level 6, without name or time, so the same body gives the same bytes.
// ERR_LIMIT when it is longer than GZIP_INPUT_MAX. The work space of the library is scratch.
bool gzip_compress(
	struct arena *mem, struct str body, struct str *ret_packed, struct err *err) MUST_CHECK;
