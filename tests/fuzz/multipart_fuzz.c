// SPDX-License-Identifier: EUPL-1.2
// multipart_fuzz — the first line is a body's type, the rest the body: what is taken is clean text and slices of it.
#include "fuzz.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "net/http_multipart.h"

static bool is_inside(struct str part, struct str whole)
{
	return part.n == 0 || (part.p >= whole.p && part.p + part.n <= whole.p + whole.n);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	SCRATCH(mem);
	struct str bytes = {(const char *)data, size};
	size_t end = str_find_char(bytes, '\n', 0);
	struct http_request request = {.method = HTTP_POST,
		.body_type = str_sub(bytes, 0, end),
		.body = end == STR_NONE ? STR_EMPTY : str_from(bytes, end + 1)};
	struct http_form form;
	struct http_files files;
	struct err err = {.kind = ERR_NONE};

	if (!http_read_multipart(mem, &request, &form, &files, &err)) {
		MUST(err.kind == ERR_INPUT || err.kind == ERR_LIMIT);
		return 0;
	}
	MUST(form.n <= HTTP_FORM_MAX && files.n <= HTTP_FILES_MAX);
	for (size_t i = 0; i < form.n; i++)
		MUST(utf8_is_valid(form.p[i].name, NULL) && utf8_is_valid(form.p[i].value, NULL) &&
			is_inside(form.p[i].value, request.body));
	for (size_t i = 0; i < files.n; i++) {
		struct str name = files.p[i].filename;
		MUST(name.n && utf8_is_valid(name, NULL) &&
			is_inside(files.p[i].bytes, request.body));
		MUST(str_find_char(name, '/', 0) == STR_NONE &&
			str_find_char(name, '\n', 0) == STR_NONE);
	}
	return 0;
}
