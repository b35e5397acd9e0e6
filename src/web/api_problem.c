// SPDX-License-Identifier: EUPL-1.2
// api_problem — how the API answers: problems with their sentences, records with their tags.
#include "net/http_field.h"
#include "web/api.h"

static struct str title_of(const struct visit *v, int status)
{
	static const struct {
		int status;
		const char *title;
	} known[] = {
		{400, N_("This request cannot be read")},
		{401, N_("A token is needed")},
		{403, N_("This is not open to you")},
		{404, N_("There is nothing at this address")},
		{405, N_("This address is not used so")},
		{409, N_("This cannot be done as things stand")},
		{412, N_("The record has changed")},
		{413, N_("This is too large")},
		{415, N_("This is not JSON")},
		{422, N_("Something in it has to be mended")},
		{428, N_("Say which version you mean")},
		{429, N_("Too many tries")},
		{503, N_("The register is being updated")},
	};

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (known[i].status == status)
			return visit_text(v, str_c(known[i].title));
	return visit_text(v, _("This could not be done"));
}

void api_header(struct visit *v, struct str name, struct str value)
{
	struct http_response *r = v->response;
	struct http_pair *header = NEW_ARRAY(v->mem, struct http_pair, r->header_n + 1);

	if (r->header_n)
		memcpy(header, r->header, r->header_n * sizeof *header);
	header[r->header_n++] = (struct http_pair){name, value};
	r->header = header;
}

static void write_problem(struct visit *v, const struct api_problem *problem)
{
	struct json json;

	v->out = out_memory(v->mem, BODY_MAX);
	json = json_new(&v->out);
	json_begin_object(&json);
	json_key_text(&json, S("type"), S("about:blank"));
	json_key_text(&json, S("title"), title_of(v, problem->status));
	json_key_int(&json, S("status"), problem->status);
	json_key_text(&json, S("detail"), problem->detail);
	if (problem->version)
		json_key_int(&json, S("version"), problem->version);
	if (problem->errors) {
		json_key(&json, S("errors"));
		json_begin_array(&json);
		for (size_t i = 0; i < problem->errors->n; i++) {
			const struct finding *f = &problem->errors->p[i];
			json_begin_object(&json);
			json_key_text(&json, S("path"), f->rule);
			json_key_text(&json, S("message"), visit_text(v, f->message));
			json_end_object(&json);
		}
		json_end_array(&json);
	}
	json_end_object(&json);
	out_char(&v->out, '\n');
}

bool api_refuse(struct visit *v, const struct api_problem *problem, struct err *err)
{
	write_problem(v, problem);
	v->response->status = problem->status;
	v->response->is_private = true;
	v->response->language = v->lang->code;
	return visit_send(v, S("application/problem+json"), err);
}

bool api_say(struct visit *v, int status, struct str english, struct err *err)
{
	struct api_problem problem = {.status = status, .detail = visit_text(v, english)};

	return api_refuse(v, &problem, err);
}

bool api_not_found(struct visit *v, struct err *err)
{
	return api_say(v, 404,
		_("There is no such record, or it is not open to you. /api/v1/ "
		  "lists what there is."),
		err);
}

bool api_no_route(struct visit *v, struct err *err)
{
	struct str path = v->request->path;

	if (str_eq(path, S("/api")) || str_eq(path, S("/api/")) || str_eq(path, S("/api/v1")))
		return visit_redirect(v, 302, S(API_ROOT));
	return api_not_found(v, err);
}

bool api_wrong_method(struct visit *v, struct str methods, struct err *err)
{
	api_header(v, S("Allow"), methods);
	return api_say(v, 405, _("The header Allow says which methods it takes."), err);
}

void api_failed(struct visit *v, int status, struct str sentence)
{
	struct api_problem problem = {.status = status, .detail = sentence};
	struct err ignored;

	*v->response = (struct http_response){.status = status, .is_private = true};
	if (!api_refuse(v, &problem, &ignored))
		v->response->body = sentence;
}

// The version stands in front, for If-Match; behind it what tells apart two answers about one
// version, as when a linked record was renamed.
static struct str tag_of(struct arena *mem, int64_t version, struct str body)
{
	char etag[HTTP_FIELD_ETAG_MAX];

	http_field_etag(body, false, etag);
	return str_format(mem, "\"%lld.%s", (long long)version, etag + 1);
}

bool api_send(struct visit *v, const struct record *record, struct err *err)
{
	out_char(&v->out, '\n');
	v->response->is_private = true;
	if (!visit_send(v, S("application/json"), err))
		return false;
	if (record)
		v->response->etag = tag_of(v->mem, record->version, v->response->body);
	return true;
}

// A tag of `"12.5f..."` or `"12"` means version 12.
static bool names_version(struct str if_match, int64_t version)
{
	struct str_split split = {.rest = if_match, .sep = ','};
	struct str tag;
	int64_t n;

	while (str_next(&split, &tag)) {
		tag = str_trim(tag);
		if (str_eq(tag, S("*")))
			return true;
		if (tag.n < 3 || tag.p[0] != '"' || tag.p[tag.n - 1] != '"')
			continue;
		tag = str_sub(tag, 1, tag.n - 1);
		if (str_int(str_sub(tag, 0, str_find_char(tag, '.', 0)), &n) && n == version)
			return true;
	}
	return false;
}

bool api_fits(struct visit *v, const struct record *record, bool *ret_fits, struct err *err)
{
	struct str if_match = v->request->if_match;
	struct api_problem problem = {.status = if_match.n ? 412 : 428,
		.detail = if_match.n
			? visit_text(v,
				  _("Somebody changed the record since you read it. Read it again, "
				    "and send your change with its new tag."))
			: visit_text(v,
				  _("Send the record's tag back as If-Match: so nobody's change is "
				    "written over.")),
		.version = record->version};

	*ret_fits = if_match.n && names_version(if_match, record->version);
	return *ret_fits || api_refuse(v, &problem, err);
}

static bool is_json(const struct visit *v)
{
	struct str type = v->request->body_type;

	type = str_trim(str_sub(type, 0, str_find_char(type, ';', 0)));
	return str_eq_nocase(type, S("application/json")) ||
		(v->request->method == HTTP_PATCH &&
			str_eq_nocase(type, S("application/merge-patch+json")));
}

static bool refuse_text(struct visit *v, const struct err *why, struct err *err)
{
	struct api_problem problem = {
		.status = why->kind == ERR_LIMIT ? 413 : 400,
		.detail = str_format(v->mem, "%" PRIstr " (%s; %u:%u)",
			STR(visit_text(v, _("The body cannot be read as JSON."))), why->msg,
			why->line, why->col),
	};

	return api_refuse(v, &problem, err);
}

bool api_body(struct visit *v, bool may_lack, const struct json_node **ret_body, struct err *err)
{
	static const struct json_node nothing = {.type = JSON_READ_OBJECT};
	struct str body = v->request->body;
	struct err why = {0};

	*ret_body = NULL;
	if (!body.n && may_lack) {
		*ret_body = &nothing;
		return true;
	}
	if (body.n > API_BODY_MAX)
		return api_say(v, 413, _("The body is longer than what is taken here."), err);
	if (!is_json(v)) {
		api_header(
			v, S("Accept-Patch"), S("application/merge-patch+json, application/json"));
		return api_say(
			v, 415, _("Send the body with “Content-Type: application/json”."), err);
	}
	if (!json_read(v->mem, body, ret_body, &why))
		return refuse_text(v, &why, err);
	if ((*ret_body)->type == JSON_READ_OBJECT)
		return true;
	*ret_body = NULL;
	return api_say(v, 422, _("The body has to be an object: {…}."), err);
}
