// SPDX-License-Identifier: EUPL-1.2
// http_field — the values of header fields, read and written: entity tags, codings, dispositions.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "net/http.h"

enum { HTTP_FIELD_ETAG_MAX = 24 };

// A strong entity tag for the bytes, other ones for the packed form. It tells versions of one page
// apart; it does not protect against somebody who wants two to look alike. 20 KB cost 1 µs.
void http_field_etag(struct str body, bool is_packed, char ret_etag[static HTTP_FIELD_ETAG_MAX]);

// If-None-Match names the tag: "*" or a list, compared weakly (RFC 9110 13.1.2).
bool http_field_names_etag(struct str if_none_match, struct str etag);

// Accept-Encoding takes gzip: named, and not with q=0 (RFC 9110 12.5.3).
bool http_field_takes_gzip(struct str accept_encoding);

// A media type whose bodies become shorter by compression.
bool http_field_is_text(struct str type);

struct str http_field_cache_control(struct arena *mem, const struct http_response *res);

// attachment; filename="actions.csv": letters, digits and . - stay, every other byte becomes _. Where
// something became _ the name stands behind it once more as it is (RFC 8187), for browsers of today.
struct str http_field_disposition(struct arena *mem, struct str filename);

// One range of the bytes of a body of `size` (RFC 9110 14.2): first-last, first-, -length. False when
// there is none, there are several, or it lies outside: the whole is sent then.
struct http_range {
	uint64_t first, last;
};
bool http_field_range(struct str range, uint64_t size, struct http_range *ret_range);
