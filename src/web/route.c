// SPDX-License-Identifier: EUPL-1.2
// route — matches a path with the patterns, part by part.
#include "web/route.h"

static bool match_part(struct str pattern, struct str part, const struct lang **lang,
	struct str *arg, size_t *arg_n)
{
	if (str_eq(pattern, S("{lang}"))) {
		*lang = lang_find(part);
		return *lang != NULL;
	}
	if (str_eq(pattern, S("{}"))) {
		if (!part.n || *arg_n == VISIT_ARG_MAX)
			return false;
		arg[(*arg_n)++] = part;
		return true;
	}
	return str_eq(pattern, part);
}

static bool match(struct str pattern, struct str path, const struct lang **ret_lang,
	struct str ret_arg[static VISIT_ARG_MAX])
{
	struct str_split patterns = {.rest = pattern, .sep = '/'},
			 parts = {.rest = path, .sep = '/'};
	struct str wanted, part, arg[VISIT_ARG_MAX] = {STR_EMPTY, STR_EMPTY, STR_EMPTY};
	const struct lang *lang = NULL;
	size_t arg_n = 0;

	for (;;) {
		bool more_wanted = str_next(&patterns, &wanted), more = str_next(&parts, &part);
		if (more_wanted != more)
			return false;
		if (!more)
			break;
		if (!match_part(wanted, part, &lang, arg, &arg_n))
			return false;
	}
	*ret_lang = lang;
	memcpy(ret_arg, arg, sizeof arg);
	return true;
}

const struct route *route_find(enum http_method method, struct str path,
	const struct lang **ret_lang, struct str ret_arg[static VISIT_ARG_MAX],
	unsigned *ret_other_methods)
{
	enum http_method wanted = method == HTTP_HEAD ? HTTP_GET : method;

	*ret_other_methods = 0;
	for (size_t i = 0; i < route_n; i++) {
		if (!match(routes[i].pattern, path, ret_lang, ret_arg))
			continue;
		if (routes[i].method == wanted)
			return &routes[i];
		*ret_other_methods |= 1U << routes[i].method;
	}
	return NULL;
}
