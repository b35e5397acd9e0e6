// SPDX-License-Identifier: EUPL-1.2
// mail — mails that wait to be sent.
#pragma once

#include "db/db.h"
#include "model/account.h"

// Puts a mail into the queue, in the state "waiting". The caller holds the write transaction.
bool mail_queue(
	struct arena *mem, struct db *db, const struct mail *mail, struct err *err) MUST_CHECK;

// Those that wait and are to be tried now, at most 50, with their bodies.
bool mail_due(struct arena *mem, struct db *db, int64_t now, struct mails *ret_mails,
	struct err *err) MUST_CHECK;
// Notes what became of it: state, tries, tried_at, next_at and reason. In a write transaction.
bool mail_settle(
	struct arena *mem, struct db *db, const struct mail *mail, struct err *err) MUST_CHECK;

// The newest 500, without their bodies; one whole mail, or NULL.
bool mail_list(
	struct arena *mem, struct db *db, struct mails *ret_mails, struct err *err) MUST_CHECK;
bool mail_load(struct arena *mem, struct db *db, int64_t id, struct mail **ret_mail,
	struct err *err) MUST_CHECK;
// How many wait to be sent.
bool mail_count_waiting(struct db *db, int64_t *ret_n, struct err *err) MUST_CHECK;
