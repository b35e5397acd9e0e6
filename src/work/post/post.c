// SPDX-License-Identifier: EUPL-1.2
// post — the round of the one who carries mails.
#include "work/post/post.h"

#include "format/mail_text.h"
#include "store/mail.h"

enum { WRITE_WAIT_MS = 5000 };

// How long after the n-th try the next one is due.
static int64_t wait_after(int64_t tries)
{
	int64_t wait = POST_FIRST_WAIT;

	for (int64_t i = 1; i < tries && wait < POST_WAIT_MAX; i++)
		wait *= 2;
	return wait < POST_WAIT_MAX ? wait : POST_WAIT_MAX;
}

static struct smtp_result carry(struct arena *mem, const struct post *post, const struct mail *mail)
{
	size_t at = str_find_char(post->from, '@', 0);
	struct str host = at == STR_NONE ? S("localhost") : str_from(post->from, at + 1);
	struct mail_text text = {
		.id = str_format(mem, "mail-%lld-%lld@%" PRIstr, (long long)mail->id,
			(long long)mail->made_at, STR(host)),
		.from = post->from,
		.to = mail->recipient,
		.subject = mail->subject,
		.body = mail->body,
		.language = mail->language,
		.at = mail->made_at,
	};
	struct smtp_mail sent = {post->from, mail->recipient, mail_text_write(mem, &text)};

	return smtp_send(mem, &post->server, &sent);
}

static void settle(struct mail *mail, const struct smtp_result *result, int64_t now)
{
	bool is_over = result->end == SMTP_NEVER || now - mail->made_at > POST_GIVE_UP;

	mail->tries++;
	mail->reason = result->why;
	mail->state = result->end == SMTP_SENT ? S("sent") : is_over ? S("failed") : S("waiting");
	mail->tried_at = now;
	mail->next_at = now + wait_after(mail->tries);
}

static bool note(
	struct arena *mem, const struct post *post, const struct mail *mail, struct err *err)
{
	AUTO_DB db = NULL;
	AUTO_TXN txn = {0};

	return db_open(post->database, DB_WRITE, &db, err) &&
		db_begin(db, WRITE_WAIT_MS, &txn, err) && mail_settle(mem, db, mail, err) &&
		db_commit(&txn, err);
}

static bool find_due(struct arena *mem, const struct post *post, int64_t now,
	struct mails *ret_mails, struct err *err)
{
	AUTO_DB db = NULL;

	return db_open(post->database, DB_READ, &db, err) && mail_due(mem, db, now, ret_mails, err);
}

bool post_round(struct arena *mem, const struct post *post, int64_t now, struct err *err)
{
	struct mails due;

	if (!find_due(mem, post, now, &due, err))
		return false;
	for (size_t i = 0; i < due.n; i++) {
		struct smtp_result result = carry(mem, post, &due.p[i]);
		settle(&due.p[i], &result, now);
		post->tell(due.p[i].id, result.end, result.why);
		if (!note(mem, post, &due.p[i], err))
			return false;
		if (result.end == SMTP_LATER)
			break;
	}
	return true;
}
