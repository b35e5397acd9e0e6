// SPDX-License-Identifier: EUPL-1.2
// desk_kinds — what kinds of records there are, how many of each, and what waits to become some.
#pragma once

#include "web/desk_layout.h"

struct desk_kind_row {
	struct str name, url, help;
	int64_t n;
};

struct desk_kinds_view {
	struct desk_form form;
	struct desk_kind_row *row;
	size_t row_n;
	int64_t waiting_n; // imported actions without a record
	bool may_adopt;
};
void desk_kinds_page(struct tmpl *t, const struct desk_kinds_view *v);
