// SPDX-License-Identifier: EUPL-1.2
// smtp — hands one mail to a mail server, over libcurl (smtp.c is the only file that includes it).
//
// The connection is encrypted from the start for smtps://, and as soon as the server offers it for
// smtp://. A password is never sent in the clear to another machine. It waits: at most a minute, so
// no process that answers people calls it.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

struct smtp_server {
	struct str url;            // smtp://HOST[:PORT] or smtps://HOST[:PORT]
	struct str user, password; // both empty: it asks for none
};

enum smtp_end {
	SMTP_SENT,
	SMTP_LATER, // not now: the server is away, busy, or has us wait
	SMTP_NEVER, // the server refused this mail for good
};

struct smtp_result {
	enum smtp_end end;
	struct str why; // what the server or the network said; empty when it was sent
};

// ERR_USAGE when it is no such address: another scheme, no host, a path, a name with a password.
bool smtp_check_url(struct str url, struct err *err) MUST_CHECK;

struct smtp_mail {
	struct str from, to, text; // the text is whole: headers and body, lines end with CR LF
};
struct smtp_result smtp_send(
	struct arena *mem, const struct smtp_server *server, const struct smtp_mail *mail);
