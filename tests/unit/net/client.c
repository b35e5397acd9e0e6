// SPDX-License-Identifier: EUPL-1.2
// client — a small site served on loopback, and raw requests to it.
#include "client.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"
#include "net/http.h"

enum { PAGE_N = 20000, ANSWER_MAX = 1024 * 1024 };

struct program {
	struct client_shared *shared;
	int port_fd;
};

static bool start(void *program, void **ret_context, struct err *err)
{
	(void)err;
	*ret_context = ((struct program *)program)->shared;
	return true;
}

static int64_t version(void *context)
{
	return ((struct client_shared *)context)->version;
}

static struct str long_page(struct arena *mem)
{
	char *page = arena_alloc(mem, PAGE_N);

	memset(page, 'x', PAGE_N);
	return (struct str){page, PAGE_N};
}

static void handle(
	struct arena *mem, void *context, const struct http_request *req, struct http_response *res)
{
	struct client_shared *shared = context;

	shared->handled++;
	*res = (struct http_response){.status = 200, .type = S("text/html; charset=utf-8")};
	if (req->method == HTTP_POST) {
		res->is_private = true;
		res->body = str_format(mem, "%zu bytes", req->body.n);
	} else if (req->method > HTTP_POST && req->method < HTTP_OTHER) {
		res->is_private = true;
		res->body = str_format(mem, "%zu bytes, %" PRIstr, req->body.n,
			STR(http_method_name(req->method)));
	} else if (str_eq(req->path, S("/tagged"))) {
		res->is_private = true;
		res->etag = S("\"7.a\"");
		res->body = long_page(mem);
	} else if (req->method == HTTP_OTHER) {
		res->status = 405;
	} else if (str_eq(req->path, S("/page"))) {
		res->body = long_page(mem);
	} else if (str_eq(req->path, S("/secret"))) {
		res->is_private = true;
		res->body = str_format(mem, "cookie %" PRIstr, STR(req->cookie));
	} else if (str_eq(req->path, S("/file"))) {
		res->filename = S("a.csv");
		res->body = S("a,b\r\n");
	} else {
		res->body = str_format(
			mem, "%" PRIstr " of %" PRIstr, STR(req->path), STR(req->host));
	}
}

// Stands in for the compressor of a higher floor.
static bool pack(struct arena *mem, struct str body, struct str *ret_packed, struct err *err)
{
	(void)err;
	*ret_packed = str_format(mem, "packed %zu", body.n);
	return true;
}

// Bodies of one target may be longer.
static uint64_t body_max(void *context, struct str target)
{
	(void)context;
	return str_starts(target, S("/upload?")) ? 2 * (uint64_t)HTTP_BODY_MAX : HTTP_BODY_MAX;
}

static void tell_port(void *program, uint16_t port)
{
	assert_int_equal(
		write(((struct program *)program)->port_fd, &port, sizeof port), sizeof port);
}

static NORETURN void serve(struct client_shared *shared, int port_fd)
{
	struct program program = {shared, port_fd};
	struct http_config config = {
		.address = S("127.0.0.1"),
		.workers = 1,
		.cache_max = 1024 * 1024,
		.request_memory = 16 * 1024 * 1024,
		.start = start,
		.program = &program,
		.handle = handle,
		.version = version,
		.body_max = body_max,
		.gzip = pack,
	};
	struct err err;

	_exit(http_serve(&config, tell_port, &err) ? 0 : 3);
}

struct client_site client_start(void)
{
	struct client_site site = {0};
	int ends[2];

	site.shared = mmap(NULL, sizeof *site.shared, PROT_READ | PROT_WRITE,
		MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	assert_true(site.shared != MAP_FAILED);
	assert_int_equal(pipe(ends), 0);
	site.pid = fork();
	if (site.pid == 0)
		serve(site.shared, ends[1]);
	assert_int_equal(read(ends[0], &site.port, sizeof site.port), sizeof site.port);
	close(ends[0]);
	close(ends[1]);
	return site;
}

int client_stop(struct client_site *site)
{
	int status;

	kill(site->pid, SIGTERM);
	waitpid(site->pid, &status, 0);
	munmap(site->shared, sizeof *site->shared);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int connect_to(const struct client_site *site)
{
	struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(site->port)};
	struct timeval quiet = {.tv_usec = 300000};
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	assert_int_equal(connect(fd, (const void *)&at, sizeof at), 0);
	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &quiet, sizeof quiet);
	return fd;
}

struct client_answer client_send(
	struct arena *mem, const struct client_site *site, struct str bytes)
{
	int fd = connect_to(site);
	char *answer = arena_alloc(mem, ANSWER_MAX);
	size_t n = 0;
	ssize_t got = 1;
	int64_t status = 0;

	assert_int_equal(send(fd, bytes.p, bytes.n, MSG_NOSIGNAL), bytes.n);
	while (got > 0) {
		got = recv(fd, answer + n, ANSWER_MAX - n, 0);
		n += got > 0 ? (size_t)got : 0;
	}
	bool closed = got == 0 || errno == ECONNRESET;
	close(fd);
	if (n >= 12 && !str_int((struct str){answer + 9, 3}, &status))
		status = -1;
	return (struct client_answer){(int)status, {answer, n}, closed};
}

struct str client_header(struct client_answer answer, struct str name)
{
	size_t end = str_find(answer.bytes, S("\r\n\r\n"), 0);
	struct str_split split = {.rest = str_sub(answer.bytes, 0, end), .sep = '\n'};
	struct str line;

	while (str_next(&split, &line)) {
		size_t colon = str_find_char(line, ':', 0);
		if (colon != STR_NONE && str_eq_nocase(str_sub(line, 0, colon), name))
			return str_trim(str_from(line, colon + 1));
	}
	return STR_EMPTY;
}

struct str client_body(struct client_answer answer)
{
	size_t end = str_find(answer.bytes, S("\r\n\r\n"), 0);

	return end == STR_NONE ? STR_EMPTY : str_from(answer.bytes, end + 4);
}
