// SPDX-License-Identifier: EUPL-1.2
// json_read — the library's tree becomes one in the arena, and is given back.
#include "format/json_read.h"

#include <jansson.h>

struct reading {
	struct arena *mem;
	size_t nodes;
};

static bool convert(struct reading *r, const json_t *from, unsigned depth, struct json_node *to,
	struct err *err);

// The next child behind `*last`, or the first one.
static struct json_node *child_add(
	struct reading *r, struct json_node *parent, struct json_node **last)
{
	struct json_node *node = NEW(r->mem, struct json_node);

	if (*last)
		(*last)->next = node;
	else
		parent->child = node;
	*last = node;
	return node;
}

static bool convert_array(struct reading *r, const json_t *from, unsigned depth,
	struct json_node *to, struct err *err)
{
	struct json_node *last = NULL;

	for (size_t i = 0; i < json_array_size(from); i++)
		if (!convert(r, json_array_get(from, i), depth, child_add(r, to, &last), err))
			return false;
	return true;
}

static bool convert_object(
	struct reading *r, json_t *from, unsigned depth, struct json_node *to, struct err *err)
{
	struct json_node *last = NULL;

	for (void *at = json_object_iter(from); at; at = json_object_iter_next(from, at)) {
		struct json_node *node = child_add(r, to, &last);
		node->name = str_copy(r->mem, str_c(json_object_iter_key(at)));
		if (!convert(r, json_object_iter_value(at), depth, node, err))
			return false;
	}
	return true;
}

static bool convert(struct reading *r, const json_t *from, unsigned depth, struct json_node *to,
	struct err *err)
{
	if (depth > JSON_READ_DEPTH_MAX)
		return err_set(err, ERR_LIMIT, "nested deeper than %d", JSON_READ_DEPTH_MAX);
	if (++r->nodes > JSON_READ_NODE_MAX)
		return err_set(err, ERR_LIMIT, "more than %d values", JSON_READ_NODE_MAX);
	switch (json_typeof(from)) {
	case JSON_OBJECT:
		to->type = JSON_READ_OBJECT;
		return convert_object(r, (json_t *)(uintptr_t)from, depth + 1, to, err);
	case JSON_ARRAY:
		to->type = JSON_READ_ARRAY;
		return convert_array(r, from, depth + 1, to, err);
	case JSON_STRING:
		to->type = JSON_READ_TEXT;
		to->text = str_copy(
			r->mem, (struct str){json_string_value(from), json_string_length(from)});
		return true;
	case JSON_INTEGER:
		to->type = JSON_READ_INT;
		to->number = json_integer_value(from);
		return true;
	case JSON_REAL:
		to->type = JSON_READ_REAL;
		return true;
	case JSON_TRUE:
	case JSON_FALSE:
		to->type = JSON_READ_BOOL;
		to->number = json_is_true(from);
		return true;
	case JSON_NULL:
		break;
	}
	return true;
}

bool json_read(
	struct arena *mem, struct str bytes, const struct json_node **ret_root, struct err *err)
{
	struct reading r = {.mem = mem};
	struct json_node *root = NEW(mem, struct json_node);
	json_error_t why;
	json_t *tree = json_loadb(bytes.p, bytes.n, JSON_REJECT_DUPLICATES, &why);

	if (!tree) {
		err_set(err, ERR_INPUT, "%s", why.text);
		err->line = why.line > 0 ? (unsigned)why.line : 0;
		err->col = why.column > 0 ? (unsigned)why.column : 0;
		return false;
	}
	bool done = convert(&r, tree, 0, root, err);
	json_decref(tree);
	if (done)
		*ret_root = root;
	return done;
}

const struct json_node *json_read_member(const struct json_node *node, struct str name)
{
	if (!node || node->type != JSON_READ_OBJECT)
		return NULL;
	for (const struct json_node *at = node->child; at; at = at->next)
		if (str_eq(at->name, name))
			return at;
	return NULL;
}
