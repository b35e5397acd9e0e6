// SPDX-License-Identifier: EUPL-1.2
// kind — what a record of the desk is: its fields, states, moves and lists, described once.
//
// Everything that handles records walks this description: tables, forms, checks, lists, history,
// rights, search, JSON, CSV and spreadsheets. A new field is one row, a new kind one table; nothing
// else in the program needs to know. What only the description of one facility decides (labels of
// lists, numbering) does not belong here but in its settings.
//
// A record's values are texts under paths (model/record.h): `title.fr`, `period`, `legs.2.place`.
#pragma once

#include "base/date.h"
#include "base/field.h"
#include "base/finding.h"
#include "model/code.h"
#include "model/privacy.h"

struct record;
struct kind;

enum property_type {
	PROPERTY_LINE,    // one line of text
	PROPERTY_PROSE,   // paragraphs
	PROPERTY_NUMBER,  // a whole number, not below 0
	PROPERTY_FLAG,    // "true", or nothing
	PROPERTY_DATE,    // part-known: 2014, 2014-03, 2014-03-02
	PROPERTY_PERIOD,  // EDTF as in base/date.h: 2014-03/2014-05, 2014-03/..
	PROPERTY_CODE,    // a slug of `codes`
	PROPERTY_COUNTRY, // ISO 3166-1, two letters
	PROPERTY_LINK,    // the number of a record of the kind `target`
	PROPERTY_ADDRESS, // of a page: https://...
	PROPERTY_EMAIL,
	PROPERTY_FILE,   // the SHA-256 of bytes that are kept
	PROPERTY_RECORD, // the number of a record of any kind, that this one says something about
	PROPERTY_ROWS,   // small records under it, described by `part`
};

enum property_flag {
	PROPERTY_REQUIRED = 1,
	PROPERTY_SEARCHED = 2,   // its words are found
	PROPERTY_TRANSLATED = 4, // one value a language: title.en, title.fr
	PROPERTY_MANY = 8,       // several values: themes.1, themes.2
	PROPERTY_LISTED = 16,    // a column of the kind's list
	PROPERTY_FILTERED = 32,  // the list can be narrowed by it
	PROPERTY_SORTED = 64,    // the list can be put in its order
	PROPERTY_UNIQUE = 128,   // no other record of the kind has the same value
	PROPERTY_NAMES = 256,    // is, with others so marked, what the record is called
	PROPERTY_BELONGS = 512,  // link to the record that this one is a part of
	PROPERTY_DUE = 1024,     // date by which a record that waits should have moved on
	PROPERTY_OFFICER = 2048, // link to the person who answers for it, and for its parts
	PROPERTY_ALIASES = 4096, // rows that keep other names, each in its first part
};

struct property {
	struct str name;
	const char *label; // English, marked for translation, as the next
	const char *help;  // NULL when the label says it all
	enum property_type type;
	enum field_class class; // who may see it
	const struct handling
		*handling; // of a personal or sensitive one: why and how long it is kept
	unsigned flags;
	uint32_t closed_in;            // bits of the states in which it may no longer be changed
	size_t max;                    // bytes of a text, rows of rows; 0: PROPERTY_MAX of the type
	const struct code_list *codes; // of PROPERTY_CODE
	struct str target;             // of PROPERTY_LINK: the name of a kind
	const struct property *part;   // of PROPERTY_ROWS
	size_t part_n;
};

// One row: PROPERTY(title, LINE, N_("Title"), .flags = PROPERTY_REQUIRED | PROPERTY_NAMES).
#define PROPERTY(name_, type_, label_, ...)                                                      \
	{                                                                                        \
		.name = S_INIT(#name_), .type = PROPERTY_##type_, .label = (label_), __VA_ARGS__ \
	}
#define PARTS(table) .part = (table), .part_n = sizeof(table) / sizeof *(table)

// What tells the reader of a list at a glance how a record stands.
enum tone { TONE_QUIET, TONE_WAITING, TONE_RUNNING, TONE_DONE, TONE_STOPPED };

struct state {
	struct str name;
	const char *label;
	enum tone tone;
	bool is_public; // the portal shows records in it
	bool is_final;  // nothing moves it on; reminders leave it alone
};

// A step from some states to one, that a person makes.
struct move {
	struct str name;
	const char *label; // of the button: "Publish"
	const char *needs; // names of properties that must be there, parted by blanks; or NULL
	uint32_t from;     // bits of states
	int to;
	int right;     // enum right: who may make it
	bool asks_why; // a reason must be given
};

// A rule about several fields of a record; adds findings whose `rule` is the path of the field that
// is to be mended.
typedef void kind_rule(struct arena *mem, const struct record *record, struct findings *findings);

// How the public comes to see the records of a kind. Its public fields alone are ever shown, and only
// of records in a public state.
enum publishing {
	PUBLISHED_NEVER,
	PUBLISHED_BY_STEP,    // the version that somebody chose for it, at once or from a date on
	PUBLISHED_WITH_OWNER, // as a part, together with the record that it belongs to
	PUBLISHED_ON_SAVE,    // as it was saved last
};

struct kind {
	struct str name;    // "activity"
	struct str address; // of its list: "activities"
	const char *label, *many, *help;
	const struct property *property;
	size_t property_n;
	const struct state *state; // the first is that of a new record
	size_t state_n;
	const struct move *move;
	size_t move_n;
	enum publishing publishing;
	bool in_tables;      // the portal reads it from tables of its own (store/dossier.h)
	struct str shown_at; // its page behind the language: "/news/{}"; empty: it has none
	bool is_single;      // there is one record of it, or none: settings
	int right;           // enum right: who may make and change records of it
	bool is_own;         // only who made a record of it changes it; store/record.h sees to that
	kind_rule *rule;     // NULL when the fields check themselves
};

#define STATE_BIT(state) (UINT32_C(1) << (state))

enum { PROPERTY_LINE_MAX = 1000, PROPERTY_PROSE_MAX = 200 * 1000, PROPERTY_ROWS_MAX = 500 };

// All kinds, in the order of the desk's menu.
enum { KIND_N = 15 };
extern const struct kind *const kind_list[KIND_N];

// NULL when there is none of that name, or address.
const struct kind *kind_named(struct str name);
const struct kind *kind_at(struct str address);

// The property of that name among `n`, or NULL.
const struct property *property_named(const struct property *property, size_t n, struct str name);

// What a path of the kind leads to.
struct place_of_value {
	const struct property *property; // that holds the value itself
	const struct property *rows;     // under which it stands, or NULL
	size_t row;                      // from 1
	size_t number;                   // of PROPERTY_MANY, from 1; else 0
	struct str lang;                 // of PROPERTY_TRANSLATED, else empty
};

// Finds what the path leads to. False when the kind has no such value.
bool kind_path(const struct kind *kind, struct str path, struct place_of_value *ret_place);

// The state of that name, or -1.
int kind_state(const struct kind *kind, struct str name);

// NULL when the kind has no such move, or none from that state.
const struct move *kind_move(const struct kind *kind, int state, struct str name);

// The property that links a record to the one it is a part of, or NULL.
const struct property *kind_owner(const struct kind *kind);

// The property of the kind that has this flag, or NULL.
const struct property *kind_flagged(const struct kind *kind, unsigned flag);
// The kind that this one's records are parts of, or NULL.
const struct kind *kind_whole(const struct kind *kind);
// Records of other kinds are parts of this one's.
bool kind_has_parts(const struct kind *kind);
// The property that says which record, of any kind, a record is about; NULL: it stands for itself.
const struct property *kind_about(const struct kind *kind);
// True when the public may see a record of the kind that is in that state.
bool kind_is_open(const struct kind *kind, int state);

// Bits of the classes of what names its records: who does not see them all is not told a name.
unsigned kind_name_classes(const struct kind *kind);
