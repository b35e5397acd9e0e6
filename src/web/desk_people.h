// SPDX-License-Identifier: EUPL-1.2
// desk_people — who may sign in; and one of them.
#pragma once

#include "web/desk_layout.h"

// A role to choose.
struct desk_role {
	struct str name, label;
	bool is_held;
};

struct desk_person {
	int64_t id;
	struct str email, name, roles; // names of roles with commas, translated
	bool is_disabled, has_password, has_factor;
};

struct desk_people_view {
	struct desk_form form;
	struct desk_person *person;
	size_t person_n;
	struct desk_role role[ROLE_N];
	size_t role_n;
	struct str email, name, language; // of the invitation, as typed
};
void desk_people_page(struct tmpl *t, const struct desk_people_view *v);

// A line of history, in words.
struct desk_event {
	struct str at, who, what, old, fresh;
};

struct desk_person_view {
	struct desk_form form;
	struct desk_person person;
	struct desk_role role[ROLE_N];
	size_t role_n;
	struct str created;
	struct desk_event *event;
	size_t event_n;
	bool is_me;
};
void desk_person_page(struct tmpl *t, const struct desk_person_view *v);

// Shared by both pages.
struct desk_person desk_people_row(const struct visit *v, const struct account *account);
size_t desk_people_roles(
	const struct visit *v, unsigned held, struct desk_role ret_role[static ROLE_N]);
// The roles ticked in the form: fields "role", repeated.
unsigned desk_people_ticked(const struct visit *v);
void desk_people_boxes(struct tmpl *t, const struct desk_role *role, size_t n);
