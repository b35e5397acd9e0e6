// SPDX-License-Identifier: EUPL-1.2
// reading — one entry while it is being read: its text, its tokens, and what was found so far.

#include "work/read/reading.h"

#include <stdarg.h>
#include <stdio.h>

enum { WARNING_MAX = 400, WARNED_LOOK_BACK = 16 };

// The first token that begins at or behind `at`.
static size_t token_from(const struct tokens *tokens, size_t at)
{
	size_t low = 0, high = tokens->n;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (tokens->p[middle].at < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

// The first date that begins at or behind the token.
static size_t date_from(const struct date_hits *dates, size_t token)
{
	size_t low = 0, high = dates->n;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (dates->p[middle].from < token)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct range reading_dates(const struct reading *reading, struct range range)
{
	return (struct range){
		date_from(&reading->dates, range.from), date_from(&reading->dates, range.to)};
}

struct range reading_range(const struct reading *reading, size_t at, size_t n)
{
	size_t from = token_from(&reading->tokens, at);
	return (struct range){from, n ? token_from(&reading->tokens, at + n) : from};
}

struct str reading_str(const struct reading *reading, struct range range)
{
	return tokens_str(&reading->tokens, reading->text, range.from, range.to);
}

struct span reading_span_of(const struct reading *reading, size_t at, size_t n,
	enum certainty certainty, struct str rule)
{
	struct span span = {.certainty = certainty, .rule = rule};
	text_source(reading->source, at, n, &span.offset, &span.length);
	return span;
}

struct span reading_span(const struct reading *reading, struct range range,
	enum certainty certainty, struct str rule)
{
	size_t at = range.from < range.to ? reading->tokens.p[range.from].at : 0;
	return reading_span_of(reading, at, reading_str(reading, range).n, certainty, rule);
}

struct entry_text reading_text(const struct reading *reading, struct range range,
	enum certainty certainty, struct str rule)
{
	return (struct entry_text){.text = reading_str(reading, range),
		.span = reading_span(reading, range, certainty, rule)};
}

// The same was told of the same words: two events may share one damaged date.
static bool is_told(const struct reading *reading, struct span span)
{
	size_t n = reading->entry->warnings.n;
	for (size_t i = n; i > 0 && n - i < WARNED_LOOK_BACK; i--) {
		const struct finding *told = &reading->entry->warnings.p[i - 1];
		if (told->offset == span.offset && told->length == span.length &&
			str_eq(told->rule, span.rule))
			return true;
	}
	return false;
}

void reading_warn(
	struct reading *reading, struct range range, struct str rule, const char *format, ...)
{
	char message[WARNING_MAX];
	va_list args;
	va_start(args, format);
	int printed = vsnprintf(message, sizeof message, format, args);
	va_end(args);
	size_t n = printed < WARNING_MAX ? (size_t)printed : WARNING_MAX - 1;
	struct span span = reading_span(reading, range, CERTAINTY_STATED, rule);
	if (printed < 0 || is_told(reading, span))
		return;
	struct finding warning = {.rule = rule,
		.severity = SEVERITY_WARNING,
		.message = str_copy(reading->mem, (struct str){message, n}),
		.offset = span.offset,
		.length = span.length};
	VEC_ADD(reading->mem, &reading->entry->warnings, warning);
}
