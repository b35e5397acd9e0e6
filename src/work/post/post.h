// SPDX-License-Identifier: EUPL-1.2
// post — sends the mails that wait, and notes what became of each.
//
// A mail is marked after the server took it, so a crash in between sends it a second time under the
// same Message-ID, and never loses it. What could not be sent is tried again after POST_FIRST_WAIT
// seconds, each time twice as long, for two days; what the server refuses for good has failed.
#pragma once

#include "base/arena.h"
#include "base/err.h"
#include "net/smtp.h"

enum {
	POST_FIRST_WAIT = 5,
	POST_WAIT_MAX = 60 * 60,
	POST_GIVE_UP = 2 * 24 * 60 * 60, // seconds after it was written
};

struct post {
	struct str database;
	struct smtp_server server;
	struct str from; // the address that mails come from
	// Told of each mail that was tried.
	void (*tell)(int64_t id, enum smtp_end end, struct str why);
};

// Sends what is due. A server that is away ends the round: the others would wait for nothing.
bool post_round(
	struct arena *mem, const struct post *post, int64_t now, struct err *err) MUST_CHECK;
