// SPDX-License-Identifier: EUPL-1.2
// xml_read — XML as a stream of beginnings, texts and ends, over expat.
//
// No document type is taken, so there are no entities beyond the five of XML and nothing outside
// the bytes is ever asked for. Depth and attributes have an end.
#pragma once

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

enum { XML_DEPTH_MAX = 64, XML_ATTRIBUTES_MAX = 64 };

// What is called; any of them may be NULL. Names come without their prefix. `attribute` is names and
// values in turn, ended by NULL.
struct xml_reader {
	void *context;
	void (*begin)(void *context, struct str name, const char *const *attribute);
	void (*text)(void *context, struct str text); // a text may come in pieces
	void (*end)(void *context, struct str name);
	// Asked after each of them: true stops the reading, which then answers true.
	const bool *stop;
};

// ERR_INPUT, with the line, when it is not well-formed or has what is not taken.
bool xml_read(struct str bytes, const struct xml_reader *reader, struct err *err) MUST_CHECK;

// The value of the attribute of that name, prefix or not; the empty slice when there is none.
struct str xml_attribute(const char *const *attribute, struct str name);
