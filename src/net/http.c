// SPDX-License-Identifier: EUPL-1.2
// http — requests in, responses out: the only file that includes microhttpd.h.
//
// The library calls us four times in a request: note_target when it has read the first line,
// take_request when it has read the head (the guard judges here) and again with the body and at
// its end (the answer is queued here: a response queued at the first call would close the
// connection), note_end when the answer is sent. What we know of a connection is its `visitor`.
//
// A kept page is a finished MHD_Response with all its headers: sending it again copies nothing.
#include "net/http.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "net/cache.h"
#include "net/guard.h"
#include "net/http_field.h"
#include "net/listener.h"
#include "net/worker.h"

enum {
	CONNECTION_MEMORY = 32 * 1024, // of the library, for one connection: head and answer's head
	CONNECTIONS = 4000,
	CONNECTIONS_PER_CLIENT = 1024,
	FILES_OF_OURS = 64,         // descriptors that are not connections
	COMPRESS_MIN = 512,         // shorter bodies do not become shorter
	SEND_BYTES_A_SECOND = 4096, // a client slower than that is cut
	TARGET_KEEP = 1024,         // room for the target that a connection keeps between requests
	GAP_MAX = 256,              // white space behind a value
	TURN_MS = 1000,
	LATER_TURN_MS = 2, // while a child works
};

// Refusals made once: they are the same for everybody.
enum refusal {
	BAD_REQUEST,
	NO_LENGTH,
	TOO_LARGE,
	TOO_LONG,
	TOO_MANY,
	BUSY,
	OTHER_VERSION,
	REFUSAL_N
};

static const int refusal_status[REFUSAL_N] = {400, 411, 413, 414, 431, 503, 505};

static const struct {
	const char *name, *value;
} careful[] = {
	{"Content-Security-Policy",
		"default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
		"form-action 'self'; frame-ancestors 'none'; base-uri 'none'"},
	{"X-Content-Type-Options", "nosniff"},
	{"Referrer-Policy", "same-origin"},
	{"Cross-Origin-Opener-Policy", "same-origin"},
	{"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
};

struct server {
	const struct http_config *config;
	void (*ready)(void *program, uint16_t port);
	int fd;
	uint16_t port;
	// Of this worker, from its start on.
	struct MHD_Daemon *daemon;
	void *context;
	struct arena *mem; // of the request being answered
	struct cache *cache;
	int64_t version; // of what is in the cache
	int64_t now, next_sweep;
	unsigned later_n;   // of them, those that wait for a child
	unsigned large_n;   // bodies longer than HTTP_BODY_MAX that are here or on the way
	unsigned under_way; // requests between their first line and the end of their answer
	struct visitor *visitors;
	struct MHD_Response *refusal[REFUSAL_N];
};

enum stage {
	IDLE,   // no request has begun
	HEAD,   // the first line was read
	BODY,   // the head was found good
	LATER,  // a child works; the connection is suspended
	AGAIN,  // it has answered
	ANSWER, // the answer is queued
};

// A connection and the request that is on it.
struct visitor {
	struct server *server;
	struct visitor *next, **at;
	struct MHD_Connection *connection;
	int fd;
	enum stage stage;
	int64_t deadline;
	const char *raw_target; // in the library's memory: only for measuring
	char *target;
	size_t target_n, target_room;
	struct guard guard;
	bool is_large;   // it counts in large_n
	const char *gap; // where the header before ended
	bool takes_gzip;
	struct str accept_language, cookie, host, body_type, if_none_match, origin, fetch_site,
		forwarded, authorization, if_match, idempotency_key, range;
	char *body;
	size_t body_n;
	struct later later;
	struct later_text later_text;
};

// A page in the cache.
struct kept {
	struct MHD_Response *page;
	char etag[HTTP_FIELD_ETAG_MAX];
	size_t size;
};

static void *need(void *p)
{
	if (!p)
		abort();
	return p;
}

static struct str target_of(const struct visitor *v)
{
	return (struct str){v->target, v->target_n};
}

// -- Responses ----------------------------------------------------------------------------------

static void add_header(
	struct arena *mem, struct MHD_Response *response, const char *name, struct str value)
{
	// The library refuses line ends in values, so no value can make a header of its own.
	if (value.n)
		(void)MHD_add_response_header(response, name, str_z(mem, value));
}

static struct MHD_Response *be_careful(struct MHD_Response *response)
{
	for (size_t i = 0; i < sizeof careful / sizeof *careful; i++)
		(void)MHD_add_response_header(response, careful[i].name, careful[i].value);
	return response;
}

static struct MHD_Response *careful_response(struct str body, enum MHD_ResponseMemoryMode mode)
{
	return be_careful(
		need(MHD_create_response_from_buffer(body.n, (void *)(uintptr_t)body.p, mode)));
}

static struct MHD_Response *make_refusal(struct arena *mem, int status)
{
	struct MHD_Response *response = careful_response(
		guard_sentence(status), MHD_RESPMEM_PERSISTENT);

	add_header(mem, response, "Content-Type", S("text/plain; charset=utf-8"));
	add_header(mem, response, "Cache-Control", S("no-store"));
	add_header(mem, response, "Connection", S("close"));
	return response;
}

static void add_headers(struct arena *mem, struct MHD_Response *response,
	const struct http_response *res, bool is_packed, const char *etag)
{
	add_header(mem, response, "Content-Type", res->type);
	add_header(mem, response, "Location", res->location);
	add_header(mem, response, "Content-Language", res->language);
	if (res->filename.n)
		add_header(mem, response, "Content-Disposition",
			http_field_disposition(mem, res->filename));
	add_header(mem, response, "Cache-Control", http_field_cache_control(mem, res));
	add_header(mem, response, "ETag", str_c(etag));
	if (!res->is_private)
		add_header(mem, response, "Vary", S("Accept-Encoding"));
	if (is_packed)
		add_header(mem, response, "Content-Encoding", S("gzip"));
	for (size_t i = 0; i < res->header_n; i++)
		add_header(mem, response, str_z(mem, res->header[i].name), res->header[i].value);
}

// -- Kept pages ---------------------------------------------------------------------------------

static void drop_kept(void *value)
{
	struct kept *kept = value;

	MHD_destroy_response(kept->page);
	free(kept);
}

static struct cache_name name_of(const struct visitor *v)
{
	return (struct cache_name){v->host, target_of(v), v->takes_gzip};
}

static bool may_use_cache(const struct visitor *v, enum http_method method)
{
	return v->server->cache && method == HTTP_GET && !v->cookie.n;
}

// The kept page for this request, if nothing has changed since it was made.
static struct kept *find_kept(struct visitor *v)
{
	struct server *s = v->server;
	int64_t version = s->config->version ? s->config->version(s->context) : 0;

	if (version != s->version) {
		cache_clear(s->cache);
		s->version = version;
	}
	return cache_find(s->cache, name_of(v));
}

// -- Answering ----------------------------------------------------------------------------------

static enum MHD_Result queue(
	struct visitor *v, int status, struct MHD_Response *response, size_t size)
{
	v->stage = ANSWER;
	v->deadline = v->server->now + HTTP_HEAD_SECONDS + (int64_t)(size / SEND_BYTES_A_SECOND);
	return MHD_queue_response(v->connection, (unsigned)status, response);
}

static enum MHD_Result refuse(struct visitor *v, int status)
{
	enum refusal which = BAD_REQUEST;

	for (int i = 0; i < REFUSAL_N; i++)
		if (refusal_status[i] == status)
			which = (enum refusal)i;
	return queue(v, refusal_status[which], v->server->refusal[which], 0);
}

static enum MHD_Result queue_kept(struct visitor *v, const struct kept *kept)
{
	bool unchanged = http_field_names_etag(v->if_none_match, str_c(kept->etag));

	// With 304 the library sends the head of the page alone.
	return queue(v, unchanged ? 304 : 200, kept->page, kept->size);
}

// Compresses the body when the client takes that and it is worth it.
static bool pack(struct visitor *v, const struct http_response *res, struct str *body)
{
	const struct http_config *config = v->server->config;
	struct str packed;
	struct err ignored;

	if (!v->takes_gzip || !config->gzip || body->n < COMPRESS_MIN ||
		!http_field_is_text(res->type) ||
		!config->gzip(v->server->mem, *body, &packed, &ignored))
		return false;
	*body = packed;
	return true;
}

static enum MHD_Result send_once(struct visitor *v, int status, const struct http_response *res,
	struct str body, bool is_packed, const char *etag)
{
	struct MHD_Response *response = careful_response(body, MHD_RESPMEM_MUST_COPY);

	add_headers(v->server->mem, response, res, is_packed, etag);
	enum MHD_Result result = queue(v, status, response, body.n);
	MHD_destroy_response(response);
	return result;
}

static struct kept *make_kept(struct arena *mem, const struct http_response *res, struct str body,
	bool is_packed, const char *etag)
{
	struct kept *kept = need(calloc(1, sizeof *kept));

	kept->size = body.n;
	snprintf(kept->etag, sizeof kept->etag, "%s", etag);
	kept->page = careful_response(body, MHD_RESPMEM_MUST_COPY);
	add_headers(mem, kept->page, res, is_packed, etag);
	return kept;
}

// A public page: tagged, kept, and sent unless the client has it already.
static enum MHD_Result send_page(struct visitor *v, const struct http_response *res,
	struct str body, bool is_packed, bool may_keep)
{
	struct server *s = v->server;
	char etag[HTTP_FIELD_ETAG_MAX];

	http_field_etag(body, is_packed, etag);
	if (may_keep) {
		struct kept *kept = make_kept(s->mem, res, body, is_packed, etag);
		enum MHD_Result result = queue_kept(v, kept);
		if (!cache_put(s->cache, name_of(v), kept, kept->size))
			drop_kept(kept);
		return result;
	}
	bool unchanged = http_field_names_etag(v->if_none_match, str_c(etag));
	return send_once(v, unchanged ? 304 : res->status, res, body, is_packed, etag);
}

// An answer that its handler has tagged.
static enum MHD_Result send_tagged(struct visitor *v, enum http_method method,
	const struct http_response *res, struct str body)
{
	bool unchanged = method == HTTP_GET && res->status == 200 &&
		http_field_names_etag(v->if_none_match, res->etag);

	return send_once(v, unchanged ? 304 : res->status, res, body, false,
		str_z(v->server->mem, res->etag));
}

// Sends the file, or the part of it that was asked for, without reading it into memory.
static enum MHD_Result send_file(struct visitor *v, const struct http_response *res)
{
	struct arena *mem = v->server->mem;
	int fd = open(str_z(mem, res->file), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	struct stat about;

	if (fd < 0 || fstat(fd, &about) != 0 || !S_ISREG(about.st_mode)) {
		if (fd >= 0)
			close(fd);
		return send_once(v, 500, &(struct http_response){.is_private = true},
			S("This file cannot be read.\n"), false, "");
	}
	struct http_range part = {0, (uint64_t)about.st_size - 1};
	bool is_part = about.st_size > 0 &&
		http_field_range(v->range, (uint64_t)about.st_size, &part);
	uint64_t size = about.st_size ? part.last - part.first + 1 : 0;
	// The library closes the file when the answer is sent.
	struct MHD_Response *response = be_careful(
		need(MHD_create_response_from_fd_at_offset64(size, fd, part.first)));
	add_headers(mem, response, res, false, str_z(mem, res->etag));
	add_header(mem, response, "Accept-Ranges", S("bytes"));
	if (is_part)
		add_header(mem, response, "Content-Range",
			str_format(mem, "bytes %llu-%llu/%lld", (unsigned long long)part.first,
				(unsigned long long)part.last, (long long)about.st_size));
	bool unchanged = res->etag.n && http_field_names_etag(v->if_none_match, res->etag);
	enum MHD_Result result = queue(v, unchanged ? 304 : is_part ? 206 : 200, response, size);
	MHD_destroy_response(response);
	return result;
}

static enum MHD_Result send_response(
	struct visitor *v, enum http_method method, const struct http_response *res)
{
	if (res->file.n)
		return send_file(v, res);
	bool is_page = method == HTTP_GET && res->status == 200 && !res->is_private;
	struct str body = res->body.p ? res->body : STR_EMPTY;

	if (res->etag.n)
		return send_tagged(v, method, res, body);
	bool is_packed = pack(v, res, &body);
	if (is_page)
		return send_page(v, res, body, is_packed, may_use_cache(v, method));
	return send_once(v, res->status, res, body, is_packed, "");
}

static struct str client_of(struct arena *mem, const struct visitor *v)
{
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(
		v->connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
	char *text = arena_alloc(mem, INET6_ADDRSTRLEN);
	const struct sockaddr *address = info ? info->client_addr : NULL;

	if (address && address->sa_family == AF_INET)
		inet_ntop(AF_INET, &((const struct sockaddr_in *)(const void *)address)->sin_addr,
			text, INET6_ADDRSTRLEN);
	else if (address && address->sa_family == AF_INET6)
		inet_ntop(AF_INET6,
			&((const struct sockaddr_in6 *)(const void *)address)->sin6_addr, text,
			INET6_ADDRSTRLEN);
	return str_c(text);
}

static enum http_method read_method(const char *method)
{
	struct str name = str_c(method);

	// The library drops the body of an answer to HEAD.
	if (str_eq(name, S("GET")) || str_eq(name, S("HEAD")))
		return HTTP_GET;
	for (enum http_method m = HTTP_POST; m < HTTP_OTHER; m++)
		if (str_eq(name, http_method_name(m)))
			return m;
	return HTTP_OTHER;
}

static bool takes_body(enum http_method method)
{
	return method == HTTP_POST || method == HTTP_PUT || method == HTTP_PATCH;
}

// The connection rests until the child has answered.
static enum MHD_Result wait_for(struct visitor *v, struct later later)
{
	v->stage = LATER;
	v->later = later;
	later_text_free(&v->later_text);
	v->deadline = v->server->now + HTTP_ANSWER_SECONDS;
	v->server->later_n++;
	MHD_suspend_connection(v->connection);
	return MHD_YES;
}

static enum MHD_Result answer_anew(struct visitor *v, enum http_method method)
{
	struct server *s = v->server;
	struct http_request req = {.method = method};
	struct http_response res = {.status = 500};
	struct err err;

	arena_reset(s->mem);
	if (!http_parse_target(s->mem, target_of(v), &req, &err))
		return refuse(v, err.kind == ERR_LIMIT ? 414 : 400);
	req.accept_language = v->accept_language;
	req.cookie = v->cookie;
	req.host = v->host;
	req.client = client_of(s->mem, v);
	req.body = (struct str){v->body ? v->body : "", v->body_n};
	req.body_type = v->body_type;
	req.origin = v->origin;
	req.fetch_site = v->fetch_site;
	req.forwarded = v->forwarded;
	req.authorization = v->authorization;
	req.if_match = v->if_match;
	req.if_none_match = v->if_none_match;
	req.idempotency_key = v->idempotency_key;
	req.is_again = v->stage == AGAIN;
	req.answer = (struct str){
		v->later_text.n ? v->later_text.p : "", req.is_again ? v->later_text.n : 0};
	req.later_n = s->later_n;
	s->config->handle(s->mem, s->context, &req, &res);
	return res.later.pid ? wait_for(v, res.later) : send_response(v, method, &res);
}

static enum MHD_Result answer(struct visitor *v, const char *method_name)
{
	enum http_method method = read_method(method_name);
	struct kept *kept = may_use_cache(v, method) ? find_kept(v) : NULL;

	return kept ? queue_kept(v, kept) : answer_anew(v, method);
}

// -- Reading the head ---------------------------------------------------------------------------

static void keep_header(struct visitor *v, struct str name, struct str value)
{
	switch (name.n) {
	case 4:
		if (str_eq_nocase(name, S("host")))
			v->host = value;
		break;
	case 5:
		if (str_eq_nocase(name, S("range")))
			v->range = value;
		break;
	case 6:
		if (str_eq_nocase(name, S("cookie")))
			v->cookie = value;
		else if (str_eq_nocase(name, S("origin")))
			v->origin = value;
		break;
	case 8:
		if (str_eq_nocase(name, S("if-match")))
			v->if_match = value;
		break;
	case 12:
		if (str_eq_nocase(name, S("content-type")))
			v->body_type = value;
		break;
	case 13:
		if (str_eq_nocase(name, S("if-none-match")))
			v->if_none_match = value;
		else if (str_eq_nocase(name, S("authorization")))
			v->authorization = value;
		break;
	case 15:
		if (str_eq_nocase(name, S("accept-encoding")))
			v->takes_gzip = http_field_takes_gzip(value);
		else if (str_eq_nocase(name, S("accept-language")))
			v->accept_language = value;
		else if (str_eq_nocase(name, S("x-forwarded-for")))
			v->forwarded = value;
		else if (str_eq_nocase(name, S("idempotency-key")))
			v->idempotency_key = value;
		break;
	case 14:
		if (str_eq_nocase(name, S("sec-fetch-site")))
			v->fetch_site = value;
		break;
	}
}

// The library keeps the head as it came, in one buffer, with NUL for CR and LF. What it does not
// show us can therefore be seen between the things that it does show. How many bytes lie between
// two of them; 0 when they are not in one buffer in that order.
static size_t distance(const char *from, const char *to)
{
	uintptr_t a = (uintptr_t)from, b = (uintptr_t)to;

	return b > a && b - a < CONNECTION_MEMORY ? b - a : 0;
}

static enum MHD_Result take_header(void *context, enum MHD_ValueKind kind, const char *name,
	size_t name_n, const char *value, size_t value_n)
{
	struct visitor *v = context;
	struct str text = {value ? value : "", value ? value_n : 0};
	struct str label = {name, name_n};

	(void)kind;
	guard_gap(&v->guard, (struct str){v->gap, distance(v->gap, name)}, false);
	// A value that was folded over lines was moved to be in one piece.
	if (!value || !distance(name + name_n, value))
		return MHD_NO;
	v->gap = value + value_n;
	// Blanks behind a value are no part of it; every other white space is the guard's to judge.
	while (text.n && (text.p[text.n - 1] == ' ' || text.p[text.n - 1] == '\t'))
		text.n--;
	guard_header(&v->guard, label, text);
	keep_header(v, label, text);
	return v->guard.status ? MHD_NO : MHD_YES;
}

// The first line holds one blank between its parts, and no NUL that would cut the target short.
static bool is_line_as_seen(const struct visitor *v, const char *method, const char *version)
{
	return distance(method, v->raw_target) == strlen(method) + 1 &&
		distance(v->raw_target, version) == v->target_n + 1;
}

static void judge_headers(struct visitor *v, const char *version)
{
	unsigned all = (unsigned)MHD_get_connection_values_n(
		v->connection, MHD_HEADER_KIND, NULL, NULL);

	v->gap = version + strlen(version);
	MHD_get_connection_values_n(v->connection, MHD_HEADER_KIND, take_header, v);
	if (v->guard.status)
		return;
	if (v->guard.header_n != all)
		v->guard.status = 400;
	else
		guard_gap(&v->guard, (struct str){v->gap, GAP_MAX}, true);
}

static uint64_t body_max_of(const struct visitor *v)
{
	const struct server *s = v->server;

	return s->config->body_max ? s->config->body_max(s->context, target_of(v)) : HTTP_BODY_MAX;
}

// Long bodies have more time, and there are never many of them.
static void judge_length(struct visitor *v, enum http_method m)
{
	if (v->guard.status || m != HTTP_POST || v->guard.length <= HTTP_BODY_MAX)
		return;
	if (v->server->large_n == HTTP_LARGE_MAX) {
		v->guard.status = 503;
		return;
	}
	v->is_large = true;
	v->server->large_n++;
	v->deadline += (int64_t)(v->guard.length / HTTP_BODY_SPEED);
}

static enum MHD_Result judge_head(struct visitor *v, const char *method, const char *version)
{
	enum http_method m = read_method(method);
	struct guard *g = &v->guard;

	v->stage = BODY;
	v->deadline = v->server->now + HTTP_BODY_SECONDS;
	if (v->target_n > HTTP_URL_MAX)
		return refuse(v, 414);
	guard_line(g, str_c(method), target_of(v), str_c(version));
	if (!is_line_as_seen(v, method, version))
		return refuse(v, 400);
	judge_headers(v, version);
	guard_end(g, takes_body(m), m == HTTP_POST ? body_max_of(v) : HTTP_BODY_MAX);
	judge_length(v, m);
	if (!g->status && g->length && (m == HTTP_GET || m == HTTP_DELETE))
		g->status = 400;
	if (g->status)
		return refuse(v, g->status);
	// A body that nobody will read is not waited for: the answer closes the connection.
	if (m == HTTP_OTHER && g->length)
		return answer_anew(v, m);
	return MHD_YES;
}

static enum MHD_Result take_body(struct visitor *v, const char *data, size_t n)
{
	if (n > v->guard.length - v->body_n)
		return MHD_NO;
	if (!v->body)
		v->body = need(malloc(v->guard.length));
	memcpy(v->body + v->body_n, data, n);
	v->body_n += n;
	return MHD_YES;
}

// -- What the library calls ---------------------------------------------------------------------

static struct visitor *visitor_of(struct MHD_Connection *connection)
{
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(
		connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);

	return info ? info->socket_context : NULL;
}

static void *note_target(void *context, const char *target, struct MHD_Connection *connection)
{
	struct visitor *v = visitor_of(connection);
	size_t n = strlen(target);

	(void)context;
	if (!v)
		return NULL;
	if (n > v->target_room) {
		v->target_room = n > TARGET_KEEP ? n : TARGET_KEEP;
		free(v->target);
		v->target = need(malloc(v->target_room));
	}
	memcpy(v->target, target, n);
	v->target_n = n;
	v->raw_target = target;
	v->stage = HEAD;
	v->server->under_way++;
	return v;
}

static enum MHD_Result take_request(void *context, struct MHD_Connection *connection,
	const char *url, const char *method, const char *version, const char *data, size_t *data_n,
	void **request)
{
	struct visitor *v = *request;

	(void)context;
	(void)connection;
	(void)url;
	if (!v)
		return MHD_NO;
	if (v->stage == HEAD)
		return judge_head(v, method, version);
	if (*data_n) {
		enum MHD_Result result = take_body(v, data, *data_n);
		*data_n = 0;
		return result;
	}
	return answer(v, method);
}

static void forget_request(struct visitor *v)
{
	if (v->stage != IDLE)
		v->server->under_way--;
	if (v->later.pid) {
		later_drop(&v->later);
		v->server->later_n--;
	}
	later_text_free(&v->later_text);
	if (v->is_large)
		v->server->large_n--;
	v->is_large = false;
	free(v->body);
	if (v->target_room > TARGET_KEEP) {
		free(v->target);
		v->target = NULL;
		v->target_room = 0;
	}
	v->stage = IDLE;
	v->target_n = 0;
	v->guard = (struct guard){0};
	v->takes_gzip = false;
	v->accept_language = v->cookie = v->host = v->body_type = v->if_none_match = STR_EMPTY;
	v->origin = v->fetch_site = v->forwarded = v->range = STR_EMPTY;
	v->authorization = v->if_match = v->idempotency_key = STR_EMPTY;
	v->body = NULL;
	v->body_n = 0;
	v->deadline = v->server->now + HTTP_HEAD_SECONDS;
}

static void note_end(void *context, struct MHD_Connection *connection, void **request,
	enum MHD_RequestTerminationCode why)
{
	(void)context;
	(void)connection;
	(void)why;
	if (*request)
		forget_request(*request);
	*request = NULL;
}

static void greet(struct server *s, struct MHD_Connection *connection, void **socket_context)
{
	struct visitor *v = need(calloc(1, sizeof *v));
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(
		connection, MHD_CONNECTION_INFO_CONNECTION_FD);

	v->server = s;
	v->connection = connection;
	v->fd = info ? info->connect_fd : -1;
	forget_request(v);
	v->next = s->visitors;
	v->at = &s->visitors;
	if (v->next)
		v->next->at = &v->next;
	s->visitors = v;
	*socket_context = v;
}

static void part(struct visitor *v)
{
	if (!v)
		return;
	forget_request(v);
	*v->at = v->next;
	if (v->next)
		v->next->at = v->at;
	free(v->target);
	free(v);
}

static void note_connection(void *context, struct MHD_Connection *connection, void **socket_context,
	enum MHD_ConnectionNotificationCode what)
{
	if (what == MHD_CONNECTION_NOTIFY_STARTED) {
		greet(context, connection, socket_context);
	} else {
		part(*socket_context);
		*socket_context = NULL;
	}
}

// Percent-encoding is undone in http_target.c; here it must stay.
static size_t leave_encoded(void *context, struct MHD_Connection *connection, char *text)
{
	(void)context;
	(void)connection;
	return strlen(text);
}

// -- The worker ---------------------------------------------------------------------------------

// Room for `wanted` connections, as far as the system lets us; answers how many there may be.
static unsigned raise_files(unsigned wanted)
{
	struct rlimit files;

	if (getrlimit(RLIMIT_NOFILE, &files) != 0)
		return wanted;
	if (files.rlim_cur < wanted + FILES_OF_OURS) {
		files.rlim_cur = wanted + FILES_OF_OURS < files.rlim_max ? wanted + FILES_OF_OURS
									 : files.rlim_max;
		(void)setrlimit(RLIMIT_NOFILE, &files);
	}
	return files.rlim_cur < wanted + FILES_OF_OURS && files.rlim_cur > 2 * FILES_OF_OURS
		? (unsigned)files.rlim_cur - FILES_OF_OURS
		: wanted;
}

static bool start_daemon(struct server *s, struct err *err)
{
	const struct http_config *c = s->config;
	unsigned wanted = raise_files(c->connections ? c->connections : CONNECTIONS);
	unsigned per_client = c->connections_per_client ? c->connections_per_client
							: CONNECTIONS_PER_CLIENT;

	s->daemon = MHD_start_daemon(MHD_USE_EPOLL | MHD_USE_TURBO | MHD_ALLOW_SUSPEND_RESUME,
		s->port, NULL, NULL, take_request, s, MHD_OPTION_LISTEN_SOCKET, s->fd,
		MHD_OPTION_CONNECTION_LIMIT, wanted, MHD_OPTION_PER_IP_CONNECTION_LIMIT, per_client,
		MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_MEMORY,
		MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_SIGPIPE_HANDLED_BY_APP, 1,
		MHD_OPTION_URI_LOG_CALLBACK, note_target, s, MHD_OPTION_NOTIFY_COMPLETED, note_end,
		s, MHD_OPTION_NOTIFY_CONNECTION, note_connection, s, MHD_OPTION_UNESCAPE_CALLBACK,
		leave_encoded, NULL, MHD_OPTION_END);
	if (!s->daemon)
		return err_set(err, ERR_IO, "the HTTP server could not start on port %u", s->port);
	return true;
}

static bool start(void *self, struct err *err)
{
	struct server *s = self;
	const struct http_config *c = s->config;

	s->mem = arena_new(c->request_memory);
	s->cache = c->cache_max ? cache_new(c->cache_max, drop_kept) : NULL;
	for (int i = 0; i < REFUSAL_N; i++)
		s->refusal[i] = make_refusal(s->mem, refusal_status[i]);
	return c->start(c->program, &s->context, err) && start_daemon(s, err);
}

// Cuts those whose time is over; the library then notices the end of the connection.
static void sweep(struct server *s)
{
	for (struct visitor *v = s->visitors; v; v = v->next)
		if (v->deadline < s->now && v->fd >= 0)
			shutdown(v->fd, SHUT_RDWR);
}

// Wakes those whose child has answered, or all.
static void wake(struct server *s, bool all)
{
	for (struct visitor *v = s->visitors; v; v = v->next) {
		if (v->stage != LATER)
			continue;
		if (all)
			later_drop(&v->later);
		else if (!later_take(&v->later, &v->later_text))
			continue;
		s->later_n--;
		v->stage = AGAIN;
		MHD_resume_connection(v->connection);
	}
}

static void turn(void *self, int64_t now)
{
	struct server *s = self;

	s->now = now;
	if (now >= s->next_sweep) {
		// It ends the process when a handler hangs and this is not reached any more.
		alarm(HTTP_ANSWER_SECONDS);
		sweep(s);
		s->next_sweep = now + 1;
	}
	if (s->later_n)
		wake(s, false);
	(void)MHD_run_wait(s->daemon, s->later_n ? LATER_TURN_MS : TURN_MS);
}

static void quiesce(void *self)
{
	struct server *s = self;

	(void)MHD_quiesce_daemon(s->daemon);
}

static bool is_idle(void *self)
{
	const struct server *s = self;

	return s->under_way == 0;
}

static void stop(void *self)
{
	struct server *s = self;

	alarm(0);
	// The library does not end with a connection that rests.
	wake(s, true);
	(void)MHD_run(s->daemon);
	MHD_stop_daemon(s->daemon);
	cache_free(s->cache);
	for (int i = 0; i < REFUSAL_N; i++)
		MHD_destroy_response(s->refusal[i]);
	arena_free(s->mem);
	if (s->config->stop)
		s->config->stop(s->context);
}

static void tell_ready(void *self)
{
	const struct server *s = self;

	s->ready(s->config->program, s->port);
}

bool http_serve(const struct http_config *config, void (*ready)(void *program, uint16_t port),
	struct err *err)
{
	struct server s = {.config = config, .ready = ready};
	struct worker_job job = {&s, start, turn, quiesce, is_idle, stop, config->beside};

	if (!listener_open(config->address, config->port, &s.fd, &s.port, err))
		return false;
	bool done = worker_run(&job, config->workers, tell_ready, err);
	close(s.fd);
	return done;
}
