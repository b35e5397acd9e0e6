// SPDX-License-Identifier: EUPL-1.2
// desk_factor — the set-up of a second factor, and its recovery codes.
//
// The secret and the codes are shown by pages that nobody keeps (no-store). Codes are shown in the
// answer to the form that made them, since only their digests stay.
#include "base/buf.h"
#include "format/escape.h"
#include "store/account.h"
#include "web/desk_account.h"
#include "web/gate.h"
#include "web/pages.h"
#include "web/password_job.h"
#include "work/people/factor_secret.h"
#include "work/people/sign_in.h"

enum { ADDRESS_MAX = 2000, SECRET_MAX = 200, GROUP = 4 };

// Apps of phones read this address from the QR code.
static struct str address_of(struct arena *mem, struct str email, struct str secret)
{
	struct out o = out_memory(mem, ADDRESS_MAX);

	out_write(&o, S("otpauth://totp/Attache:"));
	escape_url_part(&o, email);
	out_write(&o, S("?secret="));
	out_write(&o, secret);
	out_write(&o, S("&issuer=Attache"));
	return out_str(&o);
}

static struct str in_groups(struct arena *mem, struct str secret)
{
	struct buf b = buf_new(mem, SECRET_MAX);

	for (size_t i = 0; i < secret.n; i += GROUP) {
		if (i)
			buf_add_char(&b, ' ');
		buf_add(&b, str_sub(secret, i, i + GROUP));
	}
	return buf_str(&b);
}

static bool show(struct visit *v, struct str problem, struct err *err)
{
	const struct account *a = v->desk.account;
	struct desk_factor_view view = {.form = desk_layout_form(v),
		.has_factor = a->totp.n > 0,
		.is_pending = a->totp_pending.n > 0};

	view.form.problem = problem;
	if (problem.n)
		v->response->status = 422;
	if (view.is_pending) {
		struct str secret;
		if (!factor_secret_open(v->mem, factor_key_file(v->mem, v->writer->database),
			    a->totp_pending, &secret, err))
			return false;
		view.secret = in_groups(v->mem, secret);
		view.address = address_of(v->mem, a->email, secret);
		view.qr = qr_of(v->mem, view.address);
	}
	if (!account_codes_left(v->db, a->id, &view.codes_left, err))
		return false;
	v->page.title = visit_text(v, _("Second factor"));
	v->page.section = S("/desk/account");
	desk_factor_page(&v->t, &view);
	return visit_html(v, err);
}

bool desk_factor_show(struct visit *v, struct err *err)
{
	return show(v, STR_EMPTY, err);
}

// The password that such a change asks for; *ret_proved is false when the page was answered with what
// is wrong, or must wait.
static bool has_proof(struct visit *v, bool *ret_proved, struct err *err)
{
	struct password_job job = {
		.kept = v->desk.account->password, .given = visit_field_raw(v, S("current"))};
	struct password_result result;
	bool is_right;

	*ret_proved = false;
	if (!password_job_check(v, &job, &result, &is_right, err))
		return false;
	if (!result.is_ready)
		return true;
	if (!is_right)
		return show(v, visit_text(v, _("Your present password is not right.")), err);
	*ret_proved = true;
	return true;
}

bool desk_factor_begin(struct visit *v, struct err *err)
{
	struct people_act act;
	bool proved;

	if (!has_proof(v, &proved, err))
		return false;
	if (!proved)
		return true;
	if (!visit_act(v, &act, err) ||
		!people_factor_begin(v->mem, &act, v->desk.account->id, err))
		return false;
	return visit_see_other(v, S("/desk/account/factor"));
}

static bool show_codes(struct visit *v, const struct str *code, struct err *err)
{
	struct desk_factor_view view = {.form = desk_layout_form(v), .code_n = PEOPLE_CODE_N};

	memcpy(view.code, code, sizeof view.code);
	v->page.title = visit_text(v, _("Recovery codes"));
	v->page.section = S("/desk/account");
	desk_codes_page(&v->t, &view);
	return visit_html(v, err);
}

bool desk_factor_confirm(struct visit *v, struct err *err)
{
	struct str code[PEOPLE_CODE_N], token;
	struct people_act act;
	bool is_right;

	if (!v->desk.session)
		return err_set(err, ERR_DENIED, "a second factor is set up in a session");
	if (!visit_act(v, &act, err) ||
		!people_factor_confirm(v->mem, &act, v->desk.session, visit_field(v, S("code")),
			code, &is_right, err))
		return false;
	if (!is_right)
		return show(v,
			visit_text(v,
				_("This code is not right. The clock of the phone may be wrong, or "
				  "the code was that of another account.")),
			err);
	if (!sign_in_strengthen(v->mem, &act, v->desk.session, &token, err))
		return false;
	gate_set_token(v, token);
	v->desk.holder.is_strong = true;
	return show_codes(v, code, err);
}

bool desk_factor_remove(struct visit *v, struct err *err)
{
	struct people_act act;
	bool proved;

	if (!has_proof(v, &proved, err))
		return false;
	if (!proved)
		return true;
	if (!visit_act(v, &act, err) ||
		!people_factor_remove(v->mem, &act, v->desk.account->id, err))
		return false;
	gate_set_token(v, STR_EMPTY);
	return visit_see_other(v, S("/desk/sign-in?done=factor-removed"));
}

bool desk_codes_renew(struct visit *v, struct err *err)
{
	struct str code[PEOPLE_CODE_N];
	struct people_act act;
	bool proved;

	if (!has_proof(v, &proved, err))
		return false;
	if (!proved)
		return true;
	if (!visit_act(v, &act, err) ||
		!people_codes_renew(v->mem, &act, v->desk.account->id, code, err))
		return false;
	return show_codes(v, code, err);
}
