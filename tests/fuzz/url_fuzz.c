// SPDX-License-Identifier: EUPL-1.2
// url_fuzz — the names and values of a query, written into a new query, are read from it again.
#include "fuzz.h"

#include "base/arena.h"
#include "format/url.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	SCRATCH(mem);
	struct str rest = {(const char *)data, size}, name, value, decoded;
	size_t pairs = 0;

	if (url_decode(mem, rest, false, &decoded))
		MUST(decoded.n <= size);
	while (size <= 4096 && url_query_next(mem, &rest, &name, &value)) {
		struct url_query query = url_query_new(mem);
		MUST(++pairs <= size + 1);
		url_query_add(&query, name, value);
		struct str written = str_from(url_query_str(&query), 1), name_again, value_again;
		if (value.n == 0 || name.n == 0)
			continue;
		MUST(url_query_next(mem, &written, &name_again, &value_again));
		MUST(str_eq(name, name_again) && str_eq(value, value_again));
	}
	return 0;
}
