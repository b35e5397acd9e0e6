// SPDX-License-Identifier: EUPL-1.2
// http_form — what browsers send back: forms and cookies.
#include "net/http.h"

// "application/x-www-form-urlencoded; charset=UTF-8" is one too.
static bool is_form(struct str type)
{
	struct str name = str_trim(str_sub(type, 0, str_find_char(type, ';', 0)));

	return str_eq_nocase(name, S("application/x-www-form-urlencoded"));
}

bool http_read_form(struct arena *mem, const struct http_request *request,
	struct http_form *ret_form, struct err *err)
{
	struct http_form form = {.n = 0};

	if (!request->body.n) {
		*ret_form = form;
		return true;
	}
	if (!is_form(request->body_type))
		return err_set(err, ERR_INPUT, "the body is not a form");
	if (!http_parse_pairs(mem, request->body, HTTP_FORM_MAX, &form, err))
		return false;
	*ret_form = form;
	return true;
}

struct str http_form_value(const struct http_form *form, struct str name)
{
	for (size_t i = 0; i < form->n; i++)
		if (str_eq(form->p[i].name, name))
			return form->p[i].value;
	return STR_EMPTY;
}

// Tokens hold nothing that needs quoting, so a value with anything else is none of ours.
static bool is_token(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!char_is_digit(s.p[i]) && !char_is_alpha(s.p[i]) && s.p[i] != '-')
			return false;
	return s.n > 0;
}

struct str http_cookie(const struct http_request *request, struct str name)
{
	struct str_split split = {.rest = request->cookie, .sep = ';'};
	struct str part;

	while (str_next(&split, &part)) {
		size_t sign = str_find_char(part, '=', 0);
		struct str value = str_trim(str_from(part, sign == STR_NONE ? part.n : sign + 1));
		if (sign != STR_NONE && str_eq(str_trim(str_sub(part, 0, sign)), name) &&
			is_token(value))
			return value;
	}
	return STR_EMPTY;
}
