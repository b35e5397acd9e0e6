// SPDX-License-Identifier: EUPL-1.2
// api_fuzz — whatever is sent as JSON, a record stays one: its values have places, its document comes
// back as it is, and what the caller may not see stays.
#include "fuzz.h"

#include "web/api.h"

enum { MEMORY = 64 * 1024 * 1024 };

static const struct record_reach officer = {
	1U << FIELD_PUBLIC | 1U << FIELD_INTERNAL | 1U << FIELD_PERSONAL, true};

static void is_whole(struct arena *mem, const struct record *record)
{
	struct record again;
	struct str lost;

	for (size_t i = 0; i < record->n; i++) {
		struct place_of_value place;
		MUST(kind_path(record->kind, record->p[i].path, &place));
		MUST(record->p[i].text.n > 0);
	}
	MUST(record_read(mem, record->kind, record_document(mem, record), &again, &lost));
	MUST(lost.n == 0 && record_compare(mem, record, &again).n == 0);
}

// The first byte chooses the kind and how it is sent, the rest is the body.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (!size)
		return 0;
	struct arena *mem = arena_new(MEMORY);
	struct str body = {(const char *)data + 1, size - 1};
	struct record before = record_new(kind_list[data[0] % KIND_N]);
	struct api_change change = {.before = &before, .reach = &officer};
	struct findings findings = {0};
	struct err err;
	bool is_closed;

	(void)record_set(mem, &before, S("risks"), S("hidden"));
	(void)record_set(mem, &before, S("cost"), S("7"));
	if (json_read(mem, body, &change.body, &err) && change.body->type == JSON_READ_OBJECT) {
		change.mode = data[0] & 0x80 ? API_WHOLE : API_MERGE;
		struct record after = api_read(mem, &change, &is_closed, &findings);
		is_whole(mem, &after);
		MUST(str_eq(record_get(&after, S("risks")), record_get(&before, S("risks"))));
		MUST(str_eq(record_get(&after, S("cost")), record_get(&before, S("cost"))));
		record_check(mem, &after, &findings);
	}
	arena_free(mem);
	return 0;
}
