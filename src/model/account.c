// SPDX-License-Identifier: EUPL-1.2
// account — the field tables of accounts and of what hangs on them.
#include "model/account.h"

#include "base/utf8.h"

enum { IDLE_MINUTES = 30, SESSION_HOURS = 12 };

static const struct field account_table[] = {
	FIELD(account, id, .class = FIELD_PERSONAL),
	FIELD(account, login, .class = FIELD_PERSONAL),
	FIELD(account, email, .label = N_("E-mail"), .class = FIELD_PERSONAL,
		.max = ACCOUNT_EMAIL_MAX),
	FIELD(account, name, .label = N_("Name"), .class = FIELD_PERSONAL, .max = ACCOUNT_NAME_MAX),
	FIELD(account, roles, .label = N_("Roles"), .class = FIELD_PERSONAL),
	FIELD(account, language, .label = N_("Language"), .class = FIELD_PERSONAL),
	FIELD(account, disabled, .label = N_("Disabled"), .class = FIELD_PERSONAL),
	FIELD(account, password, .class = FIELD_SENSITIVE),
	FIELD(account, totp, .class = FIELD_SENSITIVE),
	FIELD(account, totp_pending, .class = FIELD_SENSITIVE),
	FIELD(account, totp_step, .class = FIELD_SENSITIVE),
	FIELD(account, created_at, .label = N_("Created"), .class = FIELD_PERSONAL,
		.flags = FIELD_INSTANT),
	FIELD(account, changed_at, .label = N_("Changed"), .class = FIELD_PERSONAL,
		.flags = FIELD_INSTANT),
};
const struct fields account_fields = FIELDS(account, account_table);

static const struct field session_table[] = {
	FIELD(session, id, .class = FIELD_SENSITIVE),
	FIELD(session, account_id, .class = FIELD_SENSITIVE),
	FIELD(session, token, .class = FIELD_SENSITIVE),
	FIELD(session, pending, .class = FIELD_SENSITIVE),
	FIELD(session, strong, .class = FIELD_SENSITIVE),
	FIELD(session, created_at, .class = FIELD_SENSITIVE, .flags = FIELD_INSTANT),
	FIELD(session, seen_at, .class = FIELD_SENSITIVE, .flags = FIELD_INSTANT),
	FIELD(session, proved_at, .class = FIELD_SENSITIVE, .flags = FIELD_INSTANT),
	FIELD(session, address, .class = FIELD_SENSITIVE),
};
const struct fields session_fields = FIELDS(session, session_table);

static const struct field login_link_table[] = {
	FIELD(login_link, id, .class = FIELD_SENSITIVE),
	FIELD(login_link, account_id, .class = FIELD_SENSITIVE),
	FIELD(login_link, token, .class = FIELD_SENSITIVE),
	FIELD(login_link, purpose, .class = FIELD_SENSITIVE),
	FIELD(login_link, made_at, .class = FIELD_SENSITIVE, .flags = FIELD_INSTANT),
	FIELD(login_link, expires_at, .class = FIELD_SENSITIVE, .flags = FIELD_INSTANT),
	FIELD(login_link, used_at, .class = FIELD_SENSITIVE, .flags = FIELD_INSTANT),
};
const struct fields login_link_fields = FIELDS(login_link, login_link_table);

static const struct field mail_table[] = {
	FIELD(mail, id, .class = FIELD_SENSITIVE),
	FIELD(mail, recipient, .class = FIELD_SENSITIVE),
	FIELD(mail, subject, .class = FIELD_SENSITIVE),
	FIELD(mail, body, .class = FIELD_SENSITIVE),
	FIELD(mail, language, .class = FIELD_SENSITIVE),
	FIELD(mail, state, .class = FIELD_SENSITIVE),
	FIELD(mail, made_at, .class = FIELD_SENSITIVE, .flags = FIELD_INSTANT),
	FIELD(mail, tries, .class = FIELD_SENSITIVE),
	FIELD(mail, tried_at, .class = FIELD_SENSITIVE, .flags = FIELD_INSTANT),
	FIELD(mail, next_at, .class = FIELD_SENSITIVE, .flags = FIELD_INSTANT),
	FIELD(mail, reason, .class = FIELD_SENSITIVE),
};
const struct fields mail_fields = FIELDS(mail, mail_table);

static const struct field account_event_table[] = {
	FIELD(account_event, id, .class = FIELD_PERSONAL),
	FIELD(account_event, account_id, .class = FIELD_PERSONAL),
	FIELD(account_event, at, .class = FIELD_PERSONAL, .flags = FIELD_INSTANT),
	FIELD(account_event, who, .class = FIELD_PERSONAL),
	FIELD(account_event, what, .class = FIELD_PERSONAL),
	FIELD(account_event, old, .class = FIELD_PERSONAL),
	FIELD(account_event, fresh, .class = FIELD_PERSONAL),
};
const struct fields account_event_fields = FIELDS(account_event, account_event_table);

static const struct field api_token_table[] = {
	FIELD(api_token, id, .class = FIELD_PERSONAL),
	FIELD(api_token, account_id, .class = FIELD_PERSONAL),
	FIELD(api_token, digest, .class = FIELD_SENSITIVE),
	FIELD(api_token, name, .class = FIELD_PERSONAL),
	FIELD(api_token, writes, .class = FIELD_PERSONAL),
	FIELD(api_token, strong, .class = FIELD_PERSONAL),
	FIELD(api_token, created_at, .class = FIELD_PERSONAL, .flags = FIELD_INSTANT),
	FIELD(api_token, expires_at, .class = FIELD_PERSONAL, .flags = FIELD_INSTANT),
	FIELD(api_token, used_at, .class = FIELD_PERSONAL, .flags = FIELD_INSTANT),
};
const struct fields api_token_fields = FIELDS(api_token, api_token_table);

// Blanks, controls and what a mail header or a list of mailboxes would read as its own.
static bool is_plain(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c <= ' ' || c == 0x7f || strchr("<>()[],;:\\\"", c))
			return false;
	}
	return utf8_is_valid(s, NULL);
}

bool account_email(struct arena *mem, struct str text, struct str *ret_email, struct str *ret_login)
{
	struct str email = str_trim(text);
	size_t at = str_find_char(email, '@', 0);

	if (at == STR_NONE || !at || at + 1 == email.n || email.n > ACCOUNT_EMAIL_MAX ||
		!is_plain(email) || str_find_char(email, '@', at + 1) != STR_NONE)
		return false;
	char *login = arena_alloc(mem, email.n);
	for (size_t i = 0; i < email.n; i++)
		login[i] = char_lower(email.p[i]);
	*ret_email = email;
	*ret_login = (struct str){login, email.n};
	return true;
}

struct account_times account_times_of(const struct record *settings)
{
	struct account_times times = {.idle = IDLE_MINUTES * 60, .session = SESSION_HOURS * 3600};
	int64_t number;

	if (settings && str_int(record_get(settings, S("idle_minutes")), &number) && number > 0)
		times.idle = number * 60;
	if (settings && str_int(record_get(settings, S("session_hours")), &number) && number > 0)
		times.session = number * 3600;
	return times;
}

bool account_session_lives(
	const struct session *session, const struct account_times *times, int64_t now)
{
	int64_t since = now - session->seen_at, whole = now - session->created_at;

	// A clock that was set back must not lengthen a session's life.
	if (since < -ACCOUNT_TOUCH || whole < -ACCOUNT_TOUCH)
		return false;
	if (session->pending)
		return whole <= ACCOUNT_CODE_WAIT;
	return since <= times->idle && whole <= times->session;
}
