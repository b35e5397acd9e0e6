// SPDX-License-Identifier: EUPL-1.2
// right — who may do what, and who sees what: two tables, and nothing else in the program decides.
//
// A person has roles; a role has rights and sees classes of fields (base/field.h). Every address
// names the right it needs in the route table, and the dispatcher asks right_ask before the page
// runs. `attache user rights` and a page of the desk print the tables as they are here.
//
// Rights that change something, or that open what could harm a person, are *strong*: they are
// granted only in a session that was opened with a second factor.
#pragma once

#include <stdbool.h>

#include "base/field.h"
#include "base/str.h"

enum role {
	ROLE_PUBLIC, // everybody, also without an account
	ROLE_REQUESTER,
	ROLE_FOCAL_POINT,
	ROLE_EXPERT,
	ROLE_OFFICER,
	ROLE_COORDINATOR,
	ROLE_FINANCE,
	ROLE_MANAGER,
	ROLE_COMMITTEE,
	ROLE_EVALUATOR,
	ROLE_ADMINISTRATOR,
	ROLE_N,
};

enum right {
	ANYONE,    // needs no account
	SIGNED_IN, // any account
	RIGHT_READ,
	RIGHT_WRITE,
	RIGHT_DECIDE,
	RIGHT_PUBLISH,
	RIGHT_REVIEW,
	RIGHT_SHARE,
	RIGHT_SETTINGS,
	RIGHT_PEOPLE,
	RIGHT_MAIL,
	RIGHT_AUDIT,
	RIGHT_N,
};

struct right_row {
	struct str name;  // "record.write": in the table that is printed, never translated
	struct str label; // English, marked for translation
	bool is_strong;
};
extern const struct right_row right_table[RIGHT_N];

struct right_role {
	struct str name; // "officer": in the database, in forms and on the command line
	struct str label;
	unsigned rights;  // 1 << RIGHT_READ | ...
	unsigned classes; // 1 << FIELD_PUBLIC | ...
};
extern const struct right_role right_roles[ROLE_N];

// The names of the classes of fields, for printing.
enum { RIGHT_CLASS_N = FIELD_SENSITIVE + 1 };
struct right_class {
	struct str name, label;
};
extern const struct right_class right_classes[RIGHT_CLASS_N];

// Sets of roles are bits, 1 << ROLE_OFFICER; stored as their names with blanks between.
bool right_role_find(struct str name, enum role *ret_role);
// False when a word is no role that can be given (`public` cannot: everybody has it).
bool right_roles_read(struct str names, unsigned *ret_roles);
struct str right_roles_write(struct arena *mem, unsigned roles);

// The classes of a set of roles; those of the public are always among them.
bool right_sees(unsigned roles, enum field_class class);

// Who asks: nobody in particular when is_signed_in is false.
struct right_holder {
	unsigned roles;
	bool is_signed_in;
	bool is_strong; // the session was opened with a second factor
};

enum right_answer {
	RIGHT_GRANTED,
	RIGHT_UNKNOWN, // nobody is signed in
	RIGHT_WEAK,    // the role has it, but the session has no second factor
	RIGHT_REFUSED,
};
enum right_answer right_ask(const struct right_holder *holder, enum right right);
