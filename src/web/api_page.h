// SPDX-License-Identifier: EUPL-1.2
// api_page — the JSON API told to people: what it has, three lines to try, where the rest stands.
#pragma once

#include "format/tmpl.h"

struct api_page_kind {
	struct str name, help, url;
};

struct api_page_view {
	struct api_page_kind *kind;
	size_t kind_n;
	struct str read, find, change; // lines for a shell
};
void api_page_view(struct tmpl *t, const struct api_page_view *v);
