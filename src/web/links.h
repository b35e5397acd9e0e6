// SPDX-License-Identifier: EUPL-1.2
// links — makes every address of the portal; nobody writes one by hand.
//
// All are absolute paths with the language in front: "/fr/actions/togo-i-labour-migration".
#pragma once

#include "format/lang.h"
#include "web/filter.h"

struct str link_home(struct arena *mem, const struct lang *lang);
// A file that is kept: "/files/DIGEST/NAME", with "/desk" in front for those at the desk.
struct str link_file(struct arena *mem, struct str before, struct str digest, struct str name);
// A page of the portal by its path behind the language: link_to(mem, lang, S("/map")).
struct str link_to(struct arena *mem, const struct lang *lang, struct str path);
struct str link_action(struct arena *mem, const struct lang *lang, struct str slug);
// The source view of an action, at one fact: "activity", 3, "date"; record empty: the whole entry.
struct str link_source(struct arena *mem, const struct lang *lang, struct str slug,
	struct str record, int64_t number, struct str field);
struct str link_country(struct arena *mem, const struct lang *lang, struct str iso2);
struct str link_region(struct arena *mem, const struct lang *lang, struct str slug);
struct str link_theme(struct arena *mem, const struct lang *lang, struct str slug);
// The same page in another form, "json" or "csv": the address with format= in its query.
struct str link_as(struct arena *mem, struct str address, struct str format);
// A listing with the filter's query; `path` is "/actions", "/timeline" ...
struct str link_listing(
	struct arena *mem, const struct lang *lang, struct str path, const struct filter *filter);
