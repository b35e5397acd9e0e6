// SPDX-License-Identifier: EUPL-1.2
// json_write — the nesting is two words of bits: what is open at each depth, and whether it has items.
#include "format/json_write.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>

#include "base/eight.h"
#include "format/escape.h"

struct json json_new(struct out *o)
{
	return (struct json){.out = o};
}

static uint64_t here(const struct json *json)
{
	return (uint64_t)1 << json->depth;
}

static void begin_item(struct json *json)
{
	if (json->has_item & here(json))
		out_char(json->out, ',');
	json->has_item |= here(json);
}

static void begin_value(struct json *json)
{
	if (json->has_key) {
		json->has_key = false;
		return;
	}
	// Only a member of an object needs a key; outside everything there is one value.
	assert(json->depth == 0 ? !json->has_item : !(json->is_object & here(json)));
	begin_item(json);
}

static void begin(struct json *json, char bracket)
{
	begin_value(json);
	assert(json->depth < JSON_DEPTH_MAX);
	json->depth++;
	json->has_item &= ~here(json);
	if (bracket == '{')
		json->is_object |= here(json);
	else
		json->is_object &= ~here(json);
	out_char(json->out, bracket);
}

static void end(struct json *json, char bracket)
{
	assert(json->depth > 0 && !json->has_key);
	assert((bracket == '}') == ((json->is_object & here(json)) != 0));
	json->depth--;
	out_char(json->out, bracket);
}

void json_begin_object(struct json *json)
{
	begin(json, '{');
}

void json_end_object(struct json *json)
{
	end(json, '}');
}

void json_begin_array(struct json *json)
{
	begin(json, '[');
}

void json_end_array(struct json *json)
{
	end(json, ']');
}

void json_key(struct json *json, struct str name)
{
	assert(json->depth > 0 && (json->is_object & here(json)) && !json->has_key);
	bool has_item = json->has_item & here(json);
	json->has_item |= here(json);
	json->has_key = true;
	char *p = out_place(json->out, name.n + 3 + has_item);
	if (!p)
		return;
	if (has_item)
		*p++ = ',';
	*p++ = '"';
	eight_copy(p, name.p, name.n);
	p[name.n] = '"';
	p[name.n + 1] = ':';
}

static void write_word(struct json *json, struct str word)
{
	begin_value(json);
	out_write(json->out, word);
}

void json_ready(struct json *json, struct str value)
{
	write_word(json, value);
}

void json_ready_members(struct json *json, struct str members)
{
	assert(json->depth > 0 && (json->is_object & here(json)) && !json->has_key);
	begin_item(json);
	out_write(json->out, members);
}

void json_text(struct json *json, struct str value)
{
	begin_value(json);
	escape_json(json->out, value);
}

void json_null(struct json *json)
{
	write_word(json, S("null"));
}

void json_text_or_null(struct json *json, struct str value)
{
	if (value.n)
		json_text(json, value);
	else
		json_null(json);
}

void json_int(struct json *json, int64_t value)
{
	begin_value(json);
	out_int(json->out, value);
}

void json_real(struct json *json, double value, int decimals)
{
	char digits[400];

	if (!isfinite(value)) {
		json_null(json);
		return;
	}
	assert(decimals >= 0 && decimals <= 9);
	int n = snprintf(digits, sizeof digits, "%.*f", decimals, value);
	struct str number = {digits, (size_t)n};
	while (decimals && str_ends(number, S("0")))
		number.n--;
	if (str_ends(number, S(".")))
		number.n--;
	write_word(json, str_eq(number, S("-0")) ? S("0") : number);
}

void json_date(struct json *json, struct date value)
{
	char text[DATE_TEXT_MAX];

	json_text_or_null(json, (struct str){text, date_print(value, text)});
}

void json_period(struct json *json, struct period value)
{
	char text[PERIOD_TEXT_MAX];

	json_text_or_null(json, (struct str){text, period_print(value, text)});
}

void json_key_text(struct json *json, struct str name, struct str value)
{
	json_key(json, name);
	json_text(json, value);
}

void json_key_text_or_null(struct json *json, struct str name, struct str value)
{
	json_key(json, name);
	json_text_or_null(json, value);
}

void json_key_int(struct json *json, struct str name, int64_t value)
{
	json_key(json, name);
	json_int(json, value);
}

void json_key_int_or_null(struct json *json, struct str name, int64_t value)
{
	json_key(json, name);
	if (value)
		json_int(json, value);
	else
		json_null(json);
}

void json_key_bool(struct json *json, struct str name, bool value)
{
	json_key(json, name);
	write_word(json, value ? S("true") : S("false"));
}
