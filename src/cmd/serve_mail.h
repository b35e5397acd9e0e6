// SPDX-License-Identifier: EUPL-1.2
// serve_mail — the process beside the workers that carries mails to the mail server.
#pragma once

#include "net/worker.h"
#include "work/post/post.h"

struct serve_mail {
	struct post post;
	struct worker_job job;
};

// What was asked for on the command line.
struct serve_mail_values {
	struct str server;   // smtp://HOST:PORT; empty: $ATTACHE_MAIL, or mails wait
	struct str from;     // empty: attache@ and the host of the origin
	struct str password; // a file with USER:PASSWORD; empty: the server asks for none
};

// *ret_job is NULL when there is no server: mails wait.
bool serve_mail_prepare(struct arena *mem, const struct serve_mail_values *values,
	struct str database, struct str origin, struct serve_mail *mail,
	const struct worker_job **ret_job, struct err *err) MUST_CHECK;
