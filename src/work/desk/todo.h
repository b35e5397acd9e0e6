// SPDX-License-Identifier: EUPL-1.2
// todo — what at the desk waits for somebody: rules over the descriptions of kinds, one row each.
//
// No rule knows a kind by name. It asks the description: which date is PROPERTY_DUE, which states
// wait or run, what is a part of what, which texts are translated. A new rule is a row of todo_table
// and the function that finds its records; its list page comes by itself (?todo=NAME).
#pragma once

#include "store/record_pick.h"

// What is looked at: kinds are loaded when the first rule asks for them.
struct todo {
	struct arena *mem;
	struct db *db;
	int64_t now;
	struct record_pick pick[KIND_N];
	bool is_loaded[KIND_N];
};
struct todo todo_new(struct arena *mem, struct db *db, int64_t now);

typedef bool todo_asks(const struct kind *kind);
typedef bool todo_find(
	struct todo *todo, const struct kind *kind, struct record_ids *ids, struct err *err);

struct todo_rule {
	struct str name;      // in addresses: "overdue"
	const char *sentence; // English, marked for translation, as the next
	const char *help;     // what to do about it
	const char *domain;   // the rule of the domain that it watches
	todo_asks *asks;      // the kinds it is about
	todo_find *find;
};
enum { TODO_N = 6 };
extern const struct todo_rule todo_table[TODO_N];

// NULL when there is none of that name.
const struct todo_rule *todo_rule_named(struct str name);
bool todo_applies(const struct todo_rule *rule, const struct kind *kind);

// Records of the kind that the rule speaks of, each once; deleted ones are not among them.
bool todo_records(struct todo *todo, const struct todo_rule *rule, const struct kind *kind,
	struct record_ids *ret_ids, struct err *err) MUST_CHECK;

// True when somebody can answer for records of the kind: it, or what it is a part of, has a
// PROPERTY_OFFICER.
bool todo_has_officer(const struct kind *kind);
// The person that an account's e-mail address belongs to; 0: none that could be an officer.
bool todo_person_of(struct arena *mem, struct db *db, struct str email, int64_t *ret_person,
	struct err *err) MUST_CHECK;
// Records of the kind that the person answers for.
bool todo_mine(struct todo *todo, const struct kind *kind, int64_t person,
	struct record_ids *ret_ids, struct err *err) MUST_CHECK;
