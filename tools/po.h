// SPDX-License-Identifier: EUPL-1.2
// po — a catalogue of translations in gettext's format: reading and writing.
//
// What is read: comments, msgid, msgid_plural, msgstr, msgstr[n], strings over several lines,
// entries out of use (#~). Contexts (msgctxt) are refused: a text has one meaning here. Places of
// use are kept without line numbers, so that a catalogue changes only when its texts do.
#pragma once

#include "base/arena.h"
#include "base/err.h"
#include "base/out.h"
#include "base/str.h"
#include "base/vec.h"

enum { PO_FORM_MAX = 6 };

struct po_entry {
	unsigned line;
	struct str comment; // the translators' lines, whole
	struct str used_in; // "#: " lines, whole
	struct str id;
	struct str plural; // empty unless it is a plural
	struct str form[PO_FORM_MAX];
	unsigned form_n;
	bool is_fuzzy;
	bool is_obsolete;
};

struct po_entries VEC_OF(struct po_entry);

struct po {
	struct str path;
	struct po_entry header;
	struct str code;           // Language:
	struct str name;           // X-Language-Name: the language's name in itself
	bool is_rtl;               // X-Direction: rtl
	unsigned plural_n;         // Plural-Forms: nplurals=...
	struct str plural_rule;    // ... plural=...: an expression of n
	struct po_entries entries; // without the header
};

// Reads a catalogue. A template (.pot) has no language and no plural rule.
bool po_read(struct arena *mem, struct str path, struct po *ret_po, struct err *err) MUST_CHECK;

void po_write(struct out *o, const struct po *po);

// The entry of that English text, or NULL.
struct po_entry *po_find(const struct po *po, struct str id);

// True when every form is there and nobody marked it as doubtful.
bool po_is_translated(const struct po_entry *entry);
