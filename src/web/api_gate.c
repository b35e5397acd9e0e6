// SPDX-License-Identifier: EUPL-1.2
// api_gate — who calls the API, and may they.
//
// A token in the Authorization header and nothing else: cookies are not looked at, so no page that
// somebody visits can make his browser call in his name, and no form token is needed.
#include "base/log.h"
#include "web/api.h"
#include "web/gate.h"
#include "work/people/token.h"

enum { TOUCH_WAIT_MS = 100 };

bool api_is(struct str path)
{
	return str_eq(path, S("/api")) || str_starts(path, S("/api/"));
}

// The token of "Bearer TOKEN"; empty when it is another scheme.
static struct str token_of(struct str authorization)
{
	struct str scheme = str_sub(authorization, 0, 7);

	return str_eq_nocase(scheme, S("Bearer ")) ? str_trim(str_from(authorization, 7))
						   : STR_EMPTY;
}

static bool take_token(struct visit *v, struct err *err)
{
	struct people_act act;
	struct api_token *token;
	struct account *account;
	bool is_throttled;

	if (!token_is_throttled(v->mem, v->db, v->desk.client, v->now, &is_throttled, err))
		return false;
	if (is_throttled) {
		v->desk.refusal = 429;
		return true;
	}
	if (!token_find(v->mem, v->db, token_of(v->request->authorization), v->now, &token,
		    &account, err))
		return false;
	if (!token) {
		v->desk.refusal = 401;
		return visit_act(v, &act, err) && token_fail(v->mem, &act, v->desk.client, err);
	}
	gate_take(v, account, token->strong);
	v->desk.token = token;
	return true;
}

bool api_enter(struct visit *v, struct str as, struct err *err)
{
	const struct lang *lang = v->lang;

	v->response->is_private = true;
	v->desk.client = gate_client(v);
	if (!as.n && !v->request->authorization.n)
		return true;
	if (as.n ? !gate_take_named(v, as, err) : !take_token(v, err))
		return false;
	// A program says its language in every request, or gets its owner's.
	if (v->request->accept_language.n)
		v->lang = v->page.lang = v->t.lang = lang;
	return true;
}

// Notes that the token lives, now and then; a register that is being written to is not waited for.
static void touch(struct visit *v)
{
	const struct api_token *token = v->desk.token;
	struct people_act act;
	struct err err;

	if (!token || v->now - token->used_at < ACCOUNT_TOUCH)
		return;
	if (!visit_act(v, &act, &err) || !token_touch(act.db, token, v->now, TOUCH_WAIT_MS, &err))
		LOG(LOG_WARNING, "token-not-noted", {"why", str_c(err.msg)});
}

static bool refuse(struct visit *v, int status, struct str english, struct err *err)
{
	LOG(LOG_WARNING, "refused", {"why", english}, {"path", v->request->path},
		{"who", v->desk.account ? v->desk.account->login : STR_EMPTY},
		{"client", v->desk.client});
	if (status == 401)
		api_header(v, S("WWW-Authenticate"),
			v->desk.refusal ? S("Bearer realm=\"attache\", error=\"invalid_token\"")
					: S("Bearer realm=\"attache\""));
	return api_say(v, status, english, err);
}

bool api_pass(struct visit *v, const struct route *route, struct err *err)
{
	if (v->desk.refusal == 429)
		return refuse(v, 429,
			_("Too many wrong tokens came from your address. Try again in a quarter of "
			  "an hour."),
			err);
	if (v->desk.refusal)
		return refuse(v, 401,
			_("This token is unknown, has expired or was ended. Make another one at the "
			  "desk, under “My account”."),
			err);
	switch (right_ask(&v->desk.holder, route->who)) {
	case RIGHT_GRANTED:
		break;
	case RIGHT_UNKNOWN:
		return refuse(v, 401,
			_("This needs a token: send it as “Authorization: Bearer TOKEN”."), err);
	case RIGHT_WEAK:
		return refuse(v, 403,
			_("Your roles may do this, but only with a token that was made in a session "
			  "with a second factor."),
			err);
	case RIGHT_REFUSED:
		return refuse(v, 403,
			_("Your roles do not have the right that this needs. An administrator can "
			  "give it to you."),
			err);
	}
	if (v->desk.token && !v->desk.token->writes && route->method != HTTP_GET)
		return refuse(v, 403, _("This token only reads. Make one that also writes."), err);
	touch(v);
	return route->handle(v, err);
}
