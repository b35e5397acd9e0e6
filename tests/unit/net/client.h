// SPDX-License-Identifier: EUPL-1.2
// client — a small site served on loopback, and raw requests to it.
#pragma once

#include <stdint.h>
#include <sys/types.h>

#include "base/arena.h"
#include "base/str.h"

// A server in a child process. `version` is in memory that both share: counting it up makes every
// kept page old. `handled` counts the requests that reached the handler.
struct client_site {
	pid_t pid;
	uint16_t port;
	struct client_shared {
		_Atomic int64_t version, handled;
	} * shared;
};

// The site: /page is 20 KB of text, /tagged the same with a tag of its own, /secret is private, /file is an attachment, POST answers how
// many bytes came, other methods their name too, every other path is shown back.
struct client_site client_start(void);
// Ends it as an administrator would; answers its exit status.
int client_stop(struct client_site *site);

// What came back for the bytes, until the server closed the connection or was quiet for 0.3 s.
struct client_answer {
	int status; // of the first response; 0 when there was none
	struct str bytes;
	bool closed;
};
struct client_answer client_send(
	struct arena *mem, const struct client_site *site, struct str bytes);

// The value of a header of the first response, or the empty slice; the body behind its head.
struct str client_header(struct client_answer answer, struct str name);
struct str client_body(struct client_answer answer);
