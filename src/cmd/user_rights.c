// SPDX-License-Identifier: EUPL-1.2
// user_rights — roles by rights, roles by classes, addresses by roles.
#include "cmd/user_rights.h"

#include "format/json_write.h"
#include "model/right.h"
#include "web/route.h"

enum { ROLE_WIDTH = 15 };

static void print_rights(struct out *o)
{
	out_write(o, S("Rights of each role (* only in a session with a second factor)\n\n"));
	for (size_t k = SIGNED_IN; k < RIGHT_N; k++)
		out_format(o, "  %c  %" PRIstr "%s\n", (char)('a' + k - SIGNED_IN),
			STR(right_table[k].name), right_table[k].is_strong ? " *" : "");
	out_format(o, "\n%-*s", ROLE_WIDTH, "");
	for (size_t k = SIGNED_IN; k < RIGHT_N; k++)
		out_format(o, " %c", (char)('a' + k - SIGNED_IN));
	for (size_t i = 0; i < ROLE_N; i++) {
		out_format(o, "\n%-*.*s", ROLE_WIDTH, STR(right_roles[i].name));
		for (size_t k = SIGNED_IN; k < RIGHT_N; k++)
			out_write(o, right_roles[i].rights >> k & 1 ? S(" x") : S(" ."));
	}
	out_char(o, '\n');
}

static void print_classes(struct out *o)
{
	out_format(o, "\nClasses of fields that each role sees\n\n%-*s", ROLE_WIDTH, "");
	for (size_t k = 0; k < RIGHT_CLASS_N; k++)
		out_format(o, " %-9.*s", STR(right_classes[k].name));
	for (size_t i = 0; i < ROLE_N; i++) {
		out_format(o, "\n%-*.*s", ROLE_WIDTH, STR(right_roles[i].name));
		for (size_t k = 0; k < RIGHT_CLASS_N; k++)
			out_format(o, " %-9s", right_roles[i].classes >> k & 1 ? "x" : ".");
	}
	out_char(o, '\n');
}

static void write_role(struct json *json, const struct right_role *role)
{
	json_begin_object(json);
	json_key_text(json, S("role"), role->name);
	json_key(json, S("rights"));
	json_begin_array(json);
	for (size_t k = 0; k < RIGHT_N; k++)
		if (role->rights >> k & 1)
			json_text(json, right_table[k].name);
	json_end_array(json);
	json_key(json, S("sees"));
	json_begin_array(json);
	for (size_t k = 0; k < RIGHT_CLASS_N; k++)
		if (role->classes >> k & 1)
			json_text(json, right_classes[k].name);
	json_end_array(json);
	json_end_object(json);
}

static void write_right(struct json *json, const struct right_row *right)
{
	json_begin_object(json);
	json_key_text(json, S("right"), right->name);
	json_key_bool(json, S("second_factor"), right->is_strong);
	json_end_object(json);
}

void user_rights_tables(struct out *o, bool as_json)
{
	struct json json = json_new(o);

	if (!as_json) {
		print_rights(o);
		print_classes(o);
		return;
	}
	json_begin_object(&json);
	json_key(&json, S("rights"));
	json_begin_array(&json);
	for (size_t i = 0; i < RIGHT_N; i++)
		write_right(&json, &right_table[i]);
	json_end_array(&json);
	json_key(&json, S("roles"));
	json_begin_array(&json);
	for (size_t i = 0; i < ROLE_N; i++)
		write_role(&json, &right_roles[i]);
	json_end_array(&json);
	json_end_object(&json);
	out_char(o, '\n');
}

// The role alone, signed in with all it can have.
static bool may(size_t role, const struct route *route)
{
	struct right_holder holder = {
		.roles = 1U << role, .is_signed_in = role != ROLE_PUBLIC, .is_strong = true};

	return right_ask(&holder, route->who) == RIGHT_GRANTED;
}

static void write_route(struct json *json, const struct route *route)
{
	json_begin_object(json);
	json_key_text(json, S("method"), http_method_name(route->method));
	json_key_text(json, S("address"), route->pattern);
	json_key_text(json, S("right"), right_table[route->who].name);
	json_key(json, S("roles"));
	json_begin_array(json);
	for (size_t k = 0; k < ROLE_N; k++)
		if (may(k, route))
			json_text(json, right_roles[k].name);
	json_end_array(json);
	json_end_object(json);
}

static void print_route(struct out *o, const struct route *route)
{
	out_format(o, "%-6.*s %-30.*s ", STR(http_method_name(route->method)), STR(route->pattern));
	for (size_t k = 0; k < ROLE_N; k++)
		out_write(o, may(k, route) ? S("x ") : S(". "));
	out_format(o, " %" PRIstr "\n", STR(right_table[route->who].name));
}

void user_rights_routes(struct out *o, bool as_json)
{
	struct json json = json_new(o);

	if (as_json) {
		json_begin_array(&json);
		for (size_t i = 0; i < route_n; i++)
			write_route(&json, &routes[i]);
		json_end_array(&json);
		out_char(o, '\n');
		return;
	}
	out_write(o, S("Roles, from the left:"));
	for (size_t k = 0; k < ROLE_N; k++)
		out_format(o, " %" PRIstr, STR(right_roles[k].name));
	out_write(o, S("\n\n"));
	for (size_t i = 0; i < route_n; i++)
		print_route(o, &routes[i]);
}
