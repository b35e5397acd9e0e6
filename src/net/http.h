// SPDX-License-Identifier: EUPL-1.2
// http — requests in, responses out, over libmicrohttpd (http.c is the only file that includes it).
//
// Everything that is HTTP and not ours to decide stands here: limits, the refusal of ambiguous
// framing (net/guard.h), percent-decoding, conditional requests, HEAD, compression, the headers
// that make browsers careful, and the cache of finished bodies (net/cache.h). The handler sees one
// decoded request and fills one response, in plain straight-line code.
//
// A parent and N workers (net/worker.h): each worker is one process with one event loop, so slow
// clients cost nothing and handlers run one at a time. Every head has HTTP_HEAD_SECONDS to arrive,
// every body HTTP_BODY_SECONDS; a handler that takes longer than HTTP_ANSWER_SECONDS ends its
// worker, and the parent starts another.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "base/vec.h"
#include "net/later.h"
#include "net/worker.h"

enum http_method { HTTP_GET, HTTP_HEAD, HTTP_POST, HTTP_PUT, HTTP_PATCH, HTTP_DELETE, HTTP_OTHER };
// "PATCH"; HTTP_OTHER has none.
struct str http_method_name(enum http_method method);

struct http_pair {
	struct str name, value;
};

struct http_request {
	enum http_method method; // the server shows HEAD as HTTP_GET and drops the body itself
	struct str path;         // decoded, valid UTF-8, begins with "/"
	struct str query;        // as sent, behind the "?"
	const struct http_pair *param; // decoded, in order of appearance, repeated names kept
	size_t param_n;
	struct str accept_language;
	struct str cookie;
	struct str host;
	struct str client;     // address of the peer
	struct str origin;     // Origin, as the browser sent it; may be empty
	struct str fetch_site; // Sec-Fetch-Site; may be empty
	struct str forwarded;  // X-Forwarded-For, as it came: believed only where a proxy is known
	struct str authorization;   // the next four as sent; may be empty
	struct str if_match;        // which version a change is meant for
	struct str if_none_match;   // which one the client has
	struct str idempotency_key; // by which it knows a creation that it asks for again
	struct str
		body; // POST, PUT, PATCH: at most HTTP_BODY_MAX bytes, or what http_body_max says
	struct str body_type;
	bool is_again;     // the handler answered "later" before, and this is the child's answer:
	struct str answer; // ... empty when the child died
	unsigned later_n;  // how many others of this worker wait for a child
};

struct http_response {
	int status;
	struct str type;     // media type with charset
	struct str location; // for 3xx
	struct str body;     // in the request's arena
	struct str filename; // not empty: sent as an attachment of that name
	struct str file;     // not empty: the path of the file that is the body; it is never packed
	struct str language; // Content-Language, may be empty
	bool is_private;     // true: never kept, Cache-Control: no-store
	struct str
		etag; // a tag of the handler's own, with its quotes: such a body is sent as it is,
		      // and not at all to whom If-None-Match says that he has it
	int max_age;  // seconds a browser may keep it without asking; 0 = revalidate
	const struct http_pair *header; // further headers
	size_t header_n;
	// With a child in it the rest is not looked at: the handler is called again with the same
	// request when the child has answered. Others are answered meanwhile.
	struct later later;
};

// The fields of a form, or the parameters of a query, in order of appearance.
struct http_form VEC_OF(struct http_pair);

enum {
	HTTP_BODY_MAX = 1024 * 1024, // 413 beyond, where http_body_max says nothing else
	HTTP_LARGE_MAX = 4,          // longer ones at once in a worker: 503 beyond
	HTTP_URL_MAX = 8 * 1024,     // 414 beyond
	HTTP_PARAM_MAX = 128,        // parameters in one query: 400 beyond
	HTTP_FORM_MAX = 4000,        // fields in one form
	HTTP_HEAD_SECONDS = 12,
	HTTP_BODY_SECONDS = 60,
	HTTP_BODY_SPEED = 64 *
		1024, // bytes a second that a body longer than HTTP_BODY_MAX must come with
	HTTP_ANSWER_SECONDS = 30,
};

// Answers a request into `mem`; it cannot fail: what goes wrong becomes a response. A 200 to a GET
// that is not private may be kept and given to everybody, so it depends on path, query and host
// only: what depends on a cookie or on Accept-Language is private, or a redirect.
typedef void http_handler(struct arena *mem, void *context, const struct http_request *request,
	struct http_response *ret_response);

// The version of everything that responses are built from; a public 200 response to GET is kept,
// compressed, under (host, path, query, encoding) until this number changes. Called once a
// request; it must be cheap.
typedef int64_t http_version(void *context);

// How long the body of a POST to this target, as it was sent, may be; asked before the body is read.
typedef uint64_t http_body_max(void *context, struct str target);

// Compresses a body (format/gzip.h): given from above, since floors of one height do not meet.
typedef bool http_gzip(struct arena *mem, struct str body, struct str *ret_packed, struct err *err);

struct http_config {
	struct str address; // "127.0.0.1" or "::1"
	uint16_t port;      // 0: any free one
	int workers;
	size_t cache_max;                // bytes of kept bodies a worker; 0 = no cache
	size_t request_memory;           // cap of the arena of one request
	unsigned connections;            // open at once in a worker; 0 = 4000
	unsigned connections_per_client; // of one address in a worker; 0 = 1024
	// Runs in each worker after the fork, before its first request; its result is the context.
	bool (*start)(void *program, void **ret_context, struct err *err);
	// Runs when the worker ends in peace; may be NULL.
	void (*stop)(void *context);
	void *program;
	const struct worker_job *beside; // runs beside the workers (net/worker.h); may be NULL
	http_handler *handle;
	http_version *version;   // NULL: nothing ever changes
	http_body_max *body_max; // NULL: HTTP_BODY_MAX everywhere
	http_gzip *gzip;         // NULL: bodies are sent as they are
};

// Serves until SIGTERM or SIGINT, then lets answers under way finish for a few seconds. `ready` is
// called once all workers run, with the port in use. ERR_IO when the port is busy or the address
// is not ours; the words of `start` when a worker could not start.
bool http_serve(const struct http_config *config, void (*ready)(void *program, uint16_t port),
	struct err *err) MUST_CHECK;

// The parts that need no server, for `attache get` and the tests.

// Takes a request target apart into path, query and parameters: "/fr/actions?country=TG", or the
// same behind http://HOST. ERR_INPUT when it is not one, ERR_LIMIT when it is too long.
bool http_parse_target(struct arena *mem, struct str target, struct http_request *ret_request,
	struct err *err) MUST_CHECK;
// The first value of a parameter, or the empty slice.
struct str http_param(const struct http_request *request, struct str name);

// Takes "a=1&b=%20" apart; ERR_INPUT when there are more than `max` or one is not
// percent-encoded UTF-8.
bool http_parse_pairs(struct arena *mem, struct str text, size_t max, struct http_form *ret_pairs,
	struct err *err) MUST_CHECK;
// The fields of the form in the body of a POST; none when the body is empty. ERR_INPUT when it is
// no application/x-www-form-urlencoded.
bool http_read_form(struct arena *mem, const struct http_request *request,
	struct http_form *ret_form, struct err *err) MUST_CHECK;
// The first value of a field, or the empty slice.
struct str http_form_value(const struct http_form *form, struct str name);
// The first cookie of that name whose value is letters, digits and "-" alone; else empty.
struct str http_cookie(const struct http_request *request, struct str name);
