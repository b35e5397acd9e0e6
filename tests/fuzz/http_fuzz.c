// SPDX-License-Identifier: EUPL-1.2
// http_fuzz — the first line is a request's target, the others are header values: whatever they hold, a target that
// is taken is clean text, and a head that the guard lets through has nothing in it that ends a line.
#include "fuzz.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "net/guard.h"
#include "net/http.h"
#include "net/http_field.h"

static void parse(struct str target)
{
	SCRATCH(mem);
	struct http_request req = {.method = HTTP_GET};
	struct err err = {.kind = ERR_NONE};

	if (!http_parse_target(mem, target, &req, &err)) {
		MUST(err.kind == ERR_INPUT || err.kind == ERR_LIMIT);
		return;
	}
	MUST(str_starts(req.path, S("/")) && utf8_is_valid(req.path, NULL));
	MUST(str_find_char(req.path, '\0', 0) == STR_NONE && req.param_n <= HTTP_PARAM_MAX);
	for (size_t i = 0; i < req.param_n; i++)
		MUST(utf8_is_valid(req.param[i].value, NULL) &&
			str_find_char(req.param[i].value, '\0', 0) == STR_NONE);
}

static void judge(struct str target, struct str headers)
{
	struct guard g = {.status = 0};
	struct str_split split = {.rest = headers, .sep = '\n'};
	struct str value;

	guard_line(&g, S("GET"), target, S("HTTP/1.1"));
	MUST(g.status || str_find_char(target, ' ', 0) == STR_NONE);
	while (str_next(&split, &value)) {
		guard_header(&g, S("X-Fuzz"), value);
		guard_header(&g, S("Content-Length"), value);
		MUST(g.status || str_find_char(value, '\r', 0) == STR_NONE);
		(void)http_field_takes_gzip(value);
		(void)http_field_names_etag(value, S("\"0\""));
	}
	guard_gap(&g, headers, true);
	guard_end(&g, true, HTTP_BODY_MAX);
	MUST(g.status);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str bytes = {(const char *)data, size};
	size_t end = str_find_char(bytes, '\n', 0);

	parse(str_sub(bytes, 0, end));
	judge(str_sub(bytes, 0, end), end == STR_NONE ? STR_EMPTY : str_from(bytes, end + 1));
	return 0;
}
