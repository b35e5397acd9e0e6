// SPDX-License-Identifier: EUPL-1.2
// visit — the few ways in which a page answers.
#include "web/visit.h"

#include "format/digits.h"
#include "web/layout.h"
#include "work/people/factor_secret.h"
#include "web/portal.h"

enum { LAYOUT_ROOM = 16 * 1024 }; // what usually stands around a body

struct str visit_text(const struct visit *v, struct str english)
{
	return lang_text(v->lang, english);
}

struct str visit_param(const struct visit *v, struct str name)
{
	return http_param(v->request, name);
}

enum visit_format visit_format(const struct visit *v)
{
	struct str format = visit_param(v, S("format"));

	if (!format.n || str_eq(format, S("html")))
		return VISIT_HTML;
	if (str_eq(format, S("json")))
		return VISIT_JSON;
	return str_eq(format, S("csv")) ? VISIT_CSV : VISIT_BAD_FORMAT;
}

bool visit_send(struct visit *v, struct str type, struct err *err)
{
	if (!out_finish(&v->out, err))
		return false;
	v->response->body = out_str(&v->out);
	v->response->type = type;
	if (!v->response->status)
		v->response->status = 200;
	return true;
}

// The page that was written, with the digits of its language's readers.
static bool digits_change(struct visit *v, struct err *err)
{
	struct out changed = out_memory(v->mem, BODY_MAX);

	if (!out_finish(&v->out, err))
		return false;
	digits_eastern(&changed, out_str(&v->out));
	v->out = changed;
	return true;
}

bool visit_html(struct visit *v, struct err *err)
{
	struct out whole = out_memory(v->mem, BODY_MAX);

	if (!out_finish(&v->out, err))
		return false;
	v->page.body = tmpl_written(&v->t);
	v->out = whole;
	out_reserve(&v->out, v->page.body.html.n + LAYOUT_ROOM);
	layout_page(&v->t, &v->page);
	if (!v->page.desk && portal_has_eastern_digits(v->portfolio, v->lang) &&
		!digits_change(v, err))
		return false;
	v->response->language = v->lang->code;
	return visit_send(v, S("text/html; charset=utf-8"), err);
}

bool visit_redirect(struct visit *v, int status, struct str location)
{
	v->response->status = status;
	v->response->location = location;
	// A temporary one was chosen for this visitor: by his languages.
	v->response->is_private = status == 302;
	v->response->type = S("text/plain; charset=utf-8");
	v->response->body = str_format(v->mem, "See %" PRIstr "\n", STR(location));
	return true;
}

bool visit_not_found(struct visit *v, struct err *err)
{
	v->page.title = visit_text(v, _("There is no page at this address"));
	v->page.is_unlisted = true;
	v->page.data = STR_EMPTY;
	v->response->status = 404;
	layout_not_found(&v->t, &v->page);
	return visit_html(v, err);
}

bool visit_see_other(struct visit *v, struct str location)
{
	bool done = visit_redirect(v, 303, location);

	v->response->is_private = true;
	return done;
}

bool visit_refuse(struct visit *v, const struct failure *failure, struct err *err)
{
	v->out = out_memory(v->mem, BODY_MAX);
	v->page.title = failure->heading;
	v->page.is_unlisted = true;
	v->page.data = STR_EMPTY;
	v->response->status = failure->status;
	v->response->is_private = true;
	layout_failure(&v->t, failure);
	return visit_html(v, err);
}

bool visit_act(struct visit *v, struct people_act *ret_act, struct err *err)
{
	if (!v->writer->db && !db_open(v->writer->database, DB_WRITE, &v->writer->db, err))
		return false;
	*ret_act = (struct people_act){.db = v->writer->db,
		.who = v->desk.account ? v->desk.account->login : S("visitor"),
		.now = v->now,
		.key_file = factor_key_file(v->mem, v->writer->database),
		.origin = v->origin};
	return true;
}

struct str visit_field_raw(const struct visit *v, struct str name)
{
	return http_form_value(&v->form, name);
}

const struct http_file *visit_file(const struct visit *v, struct str name)
{
	return http_file_named(&v->files, name);
}

struct str visit_field(const struct visit *v, struct str name)
{
	return str_trim(visit_field_raw(v, name));
}
