// SPDX-License-Identifier: EUPL-1.2
// static — the files that are part of the program; their address holds their digest, so a browser
// may keep them for a year.
#include "format/static_file.h"
#include "web/pages.h"

enum { YEAR_SECONDS = 365 * 24 * 3600 };

bool static_show(struct visit *v, struct err *err)
{
	for (size_t i = 0; i < static_file_n; i++) {
		const struct static_file *f = &static_files[i];
		if (!str_eq(f->name, v->arg[0]))
			continue;
		v->response->max_age = YEAR_SECONDS;
		out_write(&v->out, f->bytes);
		return visit_send(v, f->type, err);
	}
	return visit_not_found(v, err);
}
