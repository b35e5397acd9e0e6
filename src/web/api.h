// SPDX-License-Identifier: EUPL-1.2
// api — the JSON API at /api/v1/: every kind of record, read and written, made from its description.
//
// One set of handlers for all kinds, as at the desk: the same rights, the same checks, the same
// history. Who calls without a token, or with one whose roles do not read records at the desk, is
// the public: it is given the public values of the published versions, and is told of nothing else,
// not even how many there are.
//
// What a record is as JSON: its values under their names — translated ones as {"en": ...}, several
// as arrays, rows as arrays of objects, links as {"id", "name", "url"} — and beside them "record",
// which holds what is not a value: its number, kind, version, state.
#pragma once

#include "format/json_read.h"
#include "format/json_write.h"
#include "web/desk_record.h"
#include "web/route.h"

#define API_ROOT "/api/v1/"
enum { API_BODY_MAX = 768 * 1024, API_LIST_MAX = 200, API_LIST_USUAL = 50, API_KEY_MAX = 200 };

// ---- the door (api_gate.c)

// The path is one of the API's: the questions of its gate are asked, and problems are answered.
bool api_is(struct str path);
bool api_enter(struct visit *v, struct str as, struct err *err) MUST_CHECK;
bool api_pass(struct visit *v, const struct route *route, struct err *err) MUST_CHECK;

// ---- answers (api_problem.c)

// RFC 9457. `errors` have the path of a value as their rule and a sentence in English; may be NULL.
struct api_problem {
	int status;
	struct str detail; // a sentence in the caller's language
	const struct findings *errors;
	int64_t version; // the record's present one, where that is what the caller lacks; else 0
};
bool api_refuse(struct visit *v, const struct api_problem *problem, struct err *err) MUST_CHECK;
// The shortest form of it; `english` is marked for translation.
bool api_say(struct visit *v, int status, struct str english, struct err *err) MUST_CHECK;
bool api_not_found(struct visit *v, struct err *err) MUST_CHECK;
// An address that leads nowhere, or almost to the first page.
bool api_no_route(struct visit *v, struct err *err) MUST_CHECK;
bool api_wrong_method(struct visit *v, struct str methods, struct err *err) MUST_CHECK;
// Of what went wrong here: it cannot fail itself.
void api_failed(struct visit *v, int status, struct str sentence);
void api_header(struct visit *v, struct str name, struct str value);
// Sends the JSON in visit->out; of a record with its tag.
bool api_send(struct visit *v, const struct record *record, struct err *err) MUST_CHECK;
// The version that the caller means, by If-Match, is the record's. False in *ret_fits when the
// problem was answered.
bool api_fits(
	struct visit *v, const struct record *record, bool *ret_fits, struct err *err) MUST_CHECK;
// The body as JSON, an object; *ret_body is NULL when the problem was answered. An empty body is an
// object without members when `may_lack`.
bool api_body(struct visit *v, bool may_lack, const struct json_node **ret_body,
	struct err *err) MUST_CHECK;

// ---- records out (api_json.c)

// Reads records as the desk does; else as the public.
bool api_is_desk(const struct visit *v);
struct record_reach api_reach(const struct visit *v, const struct kind *kind);
struct str api_url(struct arena *mem, const struct kind *kind, int64_t id);
// The record of the address as this caller may have it, or NULL.
bool api_load(struct visit *v, struct record **ret_record, struct err *err) MUST_CHECK;
// One object, with nothing in it that the caller may not see.
bool api_write(struct visit *v, struct json *json, const struct record *record,
	struct err *err) MUST_CHECK;
// The whole answer.
bool api_show(struct visit *v, const struct record *record, struct err *err) MUST_CHECK;

// ---- told (api_schema.c, api_openapi.c)

// The members of "schemas": every kind, list, state and move.
void api_schemas(struct visit *v, struct json *json);
// {"$ref": "#/components/schemas/NAME"}
void api_ref(struct visit *v, struct json *json, struct str schema);

// ---- records in (api_read.c)

enum api_mode {
	API_MERGE, // RFC 7396: what is not named stays, null takes away
	API_WHOLE, // what is not named and may be seen is taken away
};
struct api_change {
	const struct record *before; // 0 as its id: it is being made
	const struct record_reach *reach;
	const struct json_node *body;
	enum api_mode mode;
};
// The record with what the body says; what it may not say, or not so, becomes a finding.
// *ret_is_closed: one of them is about a field that is not the caller's.
struct record api_read(struct arena *mem, const struct api_change *change, bool *ret_is_closed,
	struct findings *findings);
// The reason that is given in the body: {"record": {"why": ...}}.
struct str api_why(const struct json_node *body);
