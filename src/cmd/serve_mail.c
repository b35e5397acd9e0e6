// SPDX-License-Identifier: EUPL-1.2
// serve_mail — looks for mails that are due, once a second.
#include "cmd/serve_mail.h"

#include <poll.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/log.h"
#include "model/account.h"

enum { TURN_MS = 1000, PASSWORD_FILE_MAX = 1024 };

static void tell(int64_t id, enum smtp_end end, struct str why)
{
	static const char *const event[] = {"mail-sent", "mail-waits", "mail-failed"};
	SCRATCH(mem);

	LOG(end == SMTP_SENT ? LOG_INFO : LOG_WARNING, event[end], {"mail", str_of_int(mem, id)},
		{"why", why});
}

static bool start(void *self, struct err *err)
{
	(void)self;
	(void)err;
	return true;
}

static void turn(void *self, int64_t now)
{
	const struct serve_mail *mail = self;
	SCRATCH(mem);
	struct err err;

	(void)now;
	if (!post_round(mem, &mail->post, clock_now(), &err))
		LOG(LOG_ERROR, "mail-round-failed", {"why", str_c(err.msg)});
	poll(NULL, 0, TURN_MS);
}

static void do_nothing(void *self)
{
	(void)self;
}

static bool is_idle(void *self)
{
	(void)self;
	return true;
}

// One line USER:PASSWORD.
static bool read_password(
	struct arena *mem, struct str path, struct smtp_server *server, struct err *err)
{
	struct str line;

	if (!file_read(mem, path, PASSWORD_FILE_MAX, &line, err))
		return false;
	line = str_trim(line);
	size_t colon = str_find_char(line, ':', 0);
	if (colon == STR_NONE || !colon || str_find_char(line, '\n', 0) != STR_NONE)
		return err_set(err, ERR_INPUT,
			"%" PRIstr " must hold one line USER:PASSWORD for the mail server",
			STR(path));
	server->user = str_sub(line, 0, colon);
	server->password = str_from(line, colon + 1);
	return true;
}

// "https://portal.example:8443" has the host portal.example.
static struct str sender(struct arena *mem, struct str origin)
{
	size_t at = str_find(origin, S("://"), 0);
	struct str host = at == STR_NONE ? STR_EMPTY : str_from(origin, at + 3);
	size_t end = 0;

	while (end < host.n && host.p[end] != ':' && host.p[end] != '/')
		end++;
	host = str_sub(host, 0, end);
	return str_join(mem, S("attache@"), host.n ? host : S("localhost"));
}

bool serve_mail_prepare(struct arena *mem, const struct serve_mail_values *values,
	struct str database, struct str origin, struct serve_mail *mail,
	const struct worker_job **ret_job, struct err *err)
{
	struct str server = values->server, login;
	struct post *post = &mail->post;

	*ret_job = NULL;
	if (!server.n)
		server = str_c(getenv("ATTACHE_MAIL"));
	if (!server.n)
		return true;
	*post = (struct post){.database = database,
		.server = {.url = server},
		.from = values->from.n ? values->from : sender(mem, origin),
		.tell = tell};
	if (!smtp_check_url(server, err))
		return false;
	if (!account_email(mem, post->from, &post->from, &login))
		return err_set(err, ERR_USAGE, "--mail-from must be an e-mail address");
	if (values->password.n && !read_password(mem, values->password, &post->server, err))
		return false;
	mail->job = (struct worker_job){mail, start, turn, do_nothing, is_idle, do_nothing, NULL};
	*ret_job = &mail->job;
	return true;
}
