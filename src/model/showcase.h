// SPDX-License-Identifier: EUPL-1.2
// showcase — the records that the public sees, with nothing in them that it may not see.
//
// Actions with their parts stand in tables of their own (store/dossier.h); all other kinds that say
// so (model/kind.h: publishing) are kept here, each in the version that is public, without the
// values of any class but the public one. What is not here cannot be shown by mistake.
#pragma once

#include "base/vec.h"
#include "model/record.h"

struct exhibit {
	const struct record *record; // changed_at: when the version was made
	int64_t from;                // since when it is public
};
struct showcase VEC_OF(struct exhibit);

// A copy of the record that holds public values alone.
struct record *exhibit_copy(struct arena *mem, const struct record *record);

// Those of one kind, as they lie in the list (kinds together, ordered by number).
struct showcase showcase_of(const struct showcase *list, const struct kind *kind);
// The record of that kind and number; NULL when the public does not see it.
const struct exhibit *showcase_find(
	const struct showcase *list, const struct kind *kind, int64_t id);
// The record whose address ends in this: words for people, the number behind the last dash.
const struct exhibit *showcase_at(
	const struct showcase *list, const struct kind *kind, struct str slug);
// "new-seal-of-the-office-12".
struct str exhibit_slug(struct arena *mem, const struct record *record);
// Its address behind the language, "/news/new-seal-12"; empty when it has no page.
struct str exhibit_path(struct arena *mem, const struct record *record);
// The oldest record of a kind that is in use; NULL when there is none.
const struct record *showcase_one(const struct showcase *list, const struct kind *kind);
// The text of it in that language, or in English; empty when there is none.
struct str exhibit_text(
	const struct record *record, struct arena *mem, const char *name, struct str lang);
