// SPDX-License-Identifier: EUPL-1.2
// sample — what the sample template shows.
#pragma once

#include "format/tmpl.h"

struct sample_row {
	struct str name, slug;
	int n;
};

struct sample {
	struct str title, url;
	struct safe_html drawing;
	const struct sample_row *row;
	size_t row_n;
};

void sample_page(struct tmpl *t, const struct sample *v);
void sample_says(struct tmpl *t, const struct sample *v);
