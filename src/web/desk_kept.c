// SPDX-License-Identifier: EUPL-1.2
// desk_kept — a form that came when its session had ended, given back after signing in again.
#include "web/desk_kept.h"

#include "base/log.h"
#include "base/random.h"
#include "format/digest.h"
#include "format/escape.h"
#include "model/kind.h"
#include "store/kept_form.h"
#include "web/desk_record.h"
#include "web/gate.h"
#include "web/pages.h"
#include "work/people/sign_in.h"

enum { WAIT_MS = 1000, URL_MAX = 400 };

// Forms of records alone: they hold no passwords.
static bool may_be_kept(const struct visit *v)
{
	return str_starts(v->request->path, S("/desk/records/")) && v->form.n && !v->files.n &&
		!http_is_multipart(v->request);
}

bool desk_kept_take(struct visit *v, struct str *ret_url, struct err *err)
{
	struct kept_form form = {.path = v->request->path, .body = v->request->body, .at = v->now};
	struct str token = random_token(v->mem);
	struct out url = out_memory(v->mem, URL_MAX);
	struct people_act act;
	AUTO_TXN txn = {0};
	bool kept = false;

	*ret_url = STR_EMPTY;
	if (!may_be_kept(v))
		return true;
	if (!sign_in_ended(v->mem, v->db, gate_token(v), &form.account_id, err))
		return false;
	if (!form.account_id)
		return true;
	form.token = digest_of(v->mem, token);
	if (!visit_act(v, &act, err) || !db_begin(act.db, WAIT_MS, &txn, err) ||
		!kept_form_add(v->mem, act.db, &form, &kept, err) || !db_commit(&txn, err))
		return false;
	if (!kept)
		return true;
	LOG(LOG_INFO, "form-kept", {"path", form.path});
	out_write(&url, S("/desk/sign-in?done=kept&next="));
	escape_url_part(&url, str_join(v->mem, S("/desk/kept/"), token));
	*ret_url = out_str(&url);
	return true;
}

bool desk_kept_done(struct visit *v, struct err *err)
{
	struct str token = visit_field(v, S("kept"));
	struct people_act act;
	AUTO_TXN txn = {0};

	if (!token.n)
		return true;
	return visit_act(v, &act, err) && db_begin(act.db, WAIT_MS, &txn, err) &&
		kept_form_drop(act.db, digest_of(v->mem, token), v->desk.account->id, err) &&
		db_commit(&txn, err);
}

static bool kept_load(struct visit *v, struct kept_form **ret_form, struct err *err)
{
	return kept_form_find(v->mem, v->db, digest_of(v->mem, v->arg[0]), v->desk.account->id,
		v->now, ret_form, err);
}

// "/desk/records/documents/..." is a form of documents.
static const struct kind *kind_of(struct str path)
{
	struct str rest = str_from(path, S("/desk/records/").n);

	return kind_at(str_sub(rest, 0, str_find_char(rest, '/', 0)));
}

// What the field is called, where it is a field of the kind.
static struct desk_kept_value value_of(
	const struct visit *v, const struct kind *kind, struct http_pair pair)
{
	struct desk_kept_value value = {.name = pair.name, .label = pair.name, .value = pair.value};
	struct place_of_value place;
	// A field with several values comes under its bare name.
	const struct property *property = kind
		? property_named(kind->property, kind->property_n, pair.name)
		: NULL;

	if (kind && !property && kind_path(kind, pair.name, &place))
		property = place.property;
	if (property)
		value.label = visit_text(v, str_c(property->label));
	value.is_hidden = !pair.value.n || (!property && !str_eq(pair.name, S("why")));
	if (str_eq(pair.name, S("why")))
		value.label = visit_text(v, _("Why this change"));
	return value;
}

bool desk_kept_show(struct visit *v, struct err *err)
{
	struct kept_form *kept;
	struct http_form form = {0};

	if (!kept_load(v, &kept, err))
		return false;
	if (!kept)
		return visit_not_found(v, err);
	if (!http_parse_pairs(v->mem, kept->body, HTTP_FORM_MAX, &form, err))
		return false;
	const struct kind *kind = kind_of(kept->path);
	struct desk_kept_view view = {.token = v->arg[0],
		.url = kept->path,
		.when = desk_record_moment(v, kept->at),
		.form = desk_layout_form(v),
		.has_form = kind && str_ends(kept->path, S("/edit"))};
	for (size_t i = 0; i < form.n; i++)
		if (!str_eq(form.p[i].name, S("csrf")))
			VEC_ADD(v->mem, &view.value, value_of(v, kind, form.p[i]));
	v->page.title = visit_text(v, _("What you had written is kept"));
	desk_kept_page(&v->t, &view);
	return visit_html(v, err);
}

bool desk_kept_drop(struct visit *v, struct err *err)
{
	VEC_ADD(v->mem, &v->form, ((struct http_pair){S("kept"), v->arg[0]}));
	return desk_kept_done(v, err) && visit_see_other(v, S("/desk/?done=dropped"));
}
