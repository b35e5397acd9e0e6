// SPDX-License-Identifier: EUPL-1.2
// gate — the questions put to every request for the desk.
#include "web/gate.h"

#include "base/log.h"
#include "base/random.h"
#include "format/digest.h"
#include "format/escape.h"
#include "store/account.h"
#include "web/api.h"
#include "web/desk_kept.h"
#include "web/layout.h"
#include "work/people/sign_in.h"

enum { TOUCH_WAIT_MS = 100, CSRF_LETTERS = 32, TOKEN_LETTERS = 64 };

static bool is_desk(const struct visit *v)
{
	struct str path = v->request->path;

	return str_eq(path, S("/desk")) || str_starts(path, S("/desk/"));
}

// The prefix makes browsers insist on Secure, on the whole site and on no other host: it can only
// be had where the public reaches us by TLS.
static struct str cookie_name(const struct visit *v)
{
	return str_starts(v->origin, S("https://")) ? S("__Host-attache") : S("attache");
}

struct str gate_token(const struct visit *v)
{
	return http_cookie(v->request, cookie_name(v));
}

static struct str csrf_of(struct arena *mem, struct str token)
{
	return str_sub(digest_of(mem, str_join(mem, S("csrf "), token)), 0, CSRF_LETTERS);
}

void gate_set_token(struct visit *v, struct str token)
{
	struct str name = cookie_name(v);
	bool is_secure = str_starts(name, S("__Host-"));

	v->desk.cookie = str_format(v->mem,
		"%" PRIstr "=%" PRIstr "; Path=/; HttpOnly; SameSite=Lax%s%s", STR(name),
		STR(token), is_secure ? "; Secure" : "", token.n ? "" : "; Max-Age=0");
	v->desk.csrf = csrf_of(v->mem, token);
}

// A proxy of this machine tells who asked it: the last address is the one it saw itself.
struct str gate_client(const struct visit *v)
{
	struct str peer = v->request->client, list = v->request->forwarded;
	bool is_near = str_starts(peer, S("127.")) || str_eq(peer, S("::1"));
	size_t from = list.n;

	if (!v->is_proxied || !is_near || !list.n)
		return peer;
	while (from && list.p[from - 1] != ',')
		from--;
	return str_trim(str_from(list, from));
}

void gate_take(struct visit *v, const struct account *account, bool is_strong)
{
	const struct lang *lang = lang_find(account->language);
	unsigned roles = 0;

	// A role that this program does not know gives nothing.
	if (!right_roles_read(account->roles, &roles))
		roles = 0;
	v->desk.account = account;
	v->desk.holder = (struct right_holder){
		.roles = roles, .is_signed_in = true, .is_strong = is_strong};
	if (lang)
		v->lang = v->page.lang = v->t.lang = lang;
}

bool gate_take_named(struct visit *v, struct str login, struct err *err)
{
	struct account *account;

	if (!account_by_its_login(v->mem, v->db, login, &account, err))
		return false;
	if (!account)
		return err_set(err, ERR_INPUT, "there is no account of %" PRIstr, STR(login));
	gate_take(v, account, true);
	return true;
}

// Notes that the session lives, now and then; a register that is being written to is not waited
// for.
static void touch(struct visit *v, const struct session *session)
{
	struct people_act act;
	struct err err;

	if (session->pending || v->now - session->seen_at < ACCOUNT_TOUCH)
		return;
	if (!visit_act(v, &act, &err) ||
		!sign_in_touch(act.db, session, v->now, TOUCH_WAIT_MS, &err))
		LOG(LOG_WARNING, "session-not-noted", {"why", str_c(err.msg)});
}

static bool take_cookie(struct visit *v, struct err *err)
{
	struct str token = gate_token(v);
	struct session *session;
	struct account *account;

	if (token.n != TOKEN_LETTERS) {
		if (v->request->method == HTTP_GET)
			gate_set_token(v, random_token(v->mem));
		return true;
	}
	v->desk.csrf = csrf_of(v->mem, token);
	struct sign_in_clock clock = {v->now, account_times_of(v->portfolio->settings)};
	if (!sign_in_find(v->mem, v->db, token, &clock, &session, &account, err))
		return false;
	if (!session)
		return true;
	v->desk.session = session;
	if (!session->pending)
		gate_take(v, account, session->strong);
	touch(v, session);
	return true;
}

bool gate_enter(struct visit *v, struct str as, struct err *err)
{
	const struct lang *asked;

	if (api_is(v->request->path))
		return api_enter(v, as, err);
	if (!is_desk(v))
		return true;
	v->page.desk = &v->desk;
	v->page.is_unlisted = true;
	v->response->is_private = true;
	v->desk.client = gate_client(v);
	asked = lang_find(http_param(v->request, S("lang")));
	if (asked)
		v->lang = v->page.lang = v->t.lang = asked;
	return as.n ? gate_take_named(v, as, err) : take_cookie(v, err);
}

static bool refuse(struct visit *v, struct str why, const struct failure *failure, struct err *err)
{
	LOG(LOG_WARNING, "refused", {"why", why}, {"path", v->request->path},
		{"who", v->desk.account ? v->desk.account->login : STR_EMPTY},
		{"client", v->desk.client});
	return visit_refuse(v, failure, err);
}

// The host of "https://portal.example".
static struct str host_of(struct str origin)
{
	size_t from = str_find(origin, S("://"), 0);

	return from == STR_NONE ? STR_EMPTY : str_from(origin, from + 3);
}

static bool is_from_here(const struct visit *v)
{
	struct str origin = v->request->origin, site = v->request->fetch_site;

	if (site.n && !str_eq(site, S("same-origin")) && !str_eq(site, S("none")))
		return false;
	if (!origin.n)
		return true;
	if (v->is_proxied)
		return str_eq_nocase(origin, v->origin);
	return v->request->host.n && str_eq_nocase(host_of(origin), v->request->host);
}

// The form is one of ours, sent by the browser that it was made for.
static bool read_form(struct visit *v, bool *ret_ours, struct err *err)
{
	*ret_ours = false;
	if (!is_from_here(v))
		return true;
	if (http_is_multipart(v->request)
			? !http_read_multipart(v->mem, v->request, &v->form, &v->files, err)
			: !http_read_form(v->mem, v->request, &v->form, err))
		return false;
	*ret_ours = v->desk.csrf.n && digest_same(visit_field_raw(v, S("csrf")), v->desk.csrf);
	return true;
}

static bool refuse_form(struct visit *v, struct err *err)
{
	struct failure f = {.status = 403,
		.heading = visit_text(v, _("This form is no longer good")),
		.sentence = visit_text(v,
			_("Your session ended while the form was open, or your browser keeps no "
			  "cookies. Nothing was changed. Go back, load the page again and send "
			  "the form once more."))};

	return refuse(v, S("csrf"), &f, err);
}

static bool refuse_right(struct visit *v, const struct route *route, struct err *err)
{
	struct failure f = {.status = 403,
		.heading = visit_text(v, _("This page is not open to you")),
		.sentence = visit_text(v,
			_("Your roles do not have the right that this page needs. An "
			  "administrator can give it to you."))};

	return refuse(v, right_table[route->who].name, &f, err);
}

static bool refuse_weak(struct visit *v, struct err *err)
{
	struct failure f = {.status = 403,
		.heading = visit_text(v, _("This page needs a second factor")),
		.sentence = visit_text(v,
			_("Your roles may open it, but only in a session with a second factor. "
			  "Set one up under “Second factor”; it takes a minute.")),
		.way = S("/desk/account/factor"),
		.way_name = visit_text(v, _("Second factor"))};

	return refuse(v, S("second-factor"), &f, err);
}

// The session ended while the form was being filled in: what was written waits for its author.
static bool keep_form(struct visit *v, struct err *err)
{
	struct str url;

	if (!desk_kept_take(v, &url, err))
		return false;
	return url.n ? visit_see_other(v, url) : refuse_form(v, err);
}

// The way to the sign-in and back here.
static bool ask_sign_in(struct visit *v, struct err *err)
{
	struct out o = out_memory(v->mem, HTTP_URL_MAX * 4);

	if (v->request->method != HTTP_GET)
		return keep_form(v, err);
	out_write(&o, v->desk.session ? S("/desk/code?next=") : S("/desk/sign-in?next="));
	escape_url_part(&o, v->request->path);
	return visit_see_other(v, out_str(&o));
}

bool gate_pass(struct visit *v, const struct route *route, struct err *err)
{
	bool ours = true;

	if (api_is(v->request->path))
		return api_pass(v, route, err);
	if (route->method == HTTP_POST && !read_form(v, &ours, err))
		return false;
	if (!ours)
		return refuse_form(v, err);
	switch (right_ask(&v->desk.holder, route->who)) {
	case RIGHT_GRANTED:
		break;
	case RIGHT_UNKNOWN:
		return ask_sign_in(v, err);
	case RIGHT_WEAK:
		return refuse_weak(v, err);
	case RIGHT_REFUSED:
		return refuse_right(v, route, err);
	}
	if (!route->handle(v, err))
		return false;
	return route->method != HTTP_POST || v->response->status != 303 || desk_kept_done(v, err);
}

void gate_leave(struct visit *v)
{
	struct http_response *r = v->response;
	struct http_pair *header;

	if (!v->page.desk)
		return;
	r->is_private = true;
	if (!v->desk.cookie.n)
		return;
	header = NEW_ARRAY(v->mem, struct http_pair, r->header_n + 1);
	if (r->header_n)
		memcpy(header, r->header, r->header_n * sizeof *header);
	header[r->header_n] = (struct http_pair){S("Set-Cookie"), v->desk.cookie};
	r->header = header;
	r->header_n++;
}
