// SPDX-License-Identifier: EUPL-1.2
// http_multipart — forms that bring files: multipart/form-data (RFC 7578), taken apart without copying.
//
//     if (http_is_multipart(request) && !http_read_multipart(mem, request, &form, &files, err))
//             return false;
//     const struct http_file *file = http_file_named(&files, S("file"));
//
// The grammar is read strictly: nothing before the first boundary, every part with one
// Content-Disposition of form-data and one name. What two programs could read in two ways is
// refused. A route says how long its bodies may be (net/http.h, body_max).
#pragma once

#include "net/http.h"

enum {
	HTTP_BOUNDARY_MAX = 70,      // RFC 2046 5.1.1
	HTTP_PART_HEAD_MAX = 4096,   // bytes of the head of one part
	HTTP_PART_HEADER_MAX = 8,    // headers in it
	HTTP_FILES_MAX = 100,        // files in one form
	HTTP_FIELD_MAX = 1024 * 1024 // bytes of a field that is no file
};

// A file as the browser sent it. Nothing of it is to be believed: `type` is what the browser says,
// `filename` is the last part of its path, without controls, for showing it to people.
struct http_file {
	struct str name;     // of the field
	struct str filename; // UTF-8, never empty
	struct str type;     // may be empty
	struct str bytes;    // a slice of the request's body: any bytes
};
struct http_files VEC_OF(struct http_file);

// The body is of that type.
bool http_is_multipart(const struct http_request *request);

// The fields, as http_read_form gives them, and the files, each in order of appearance. A file
// control that was left empty is neither. ERR_INPUT when the body is not well-formed, is cut off, a
// field is not UTF-8 or holds controls; ERR_LIMIT when there is too much of something.
bool http_read_multipart(struct arena *mem, const struct http_request *request,
	struct http_form *ret_form, struct http_files *ret_files, struct err *err) MUST_CHECK;

// The first file of that field, or NULL.
const struct http_file *http_file_named(const struct http_files *files, struct str name);
