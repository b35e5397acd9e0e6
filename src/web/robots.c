// SPDX-License-Identifier: EUPL-1.2
// robots — everything public may be read; searches and filtered lists are not worth a robot's time.
#include "web/pages.h"

bool robots_show(struct visit *v, struct err *err)
{
	out_write(&v->out,
		S("User-agent: *\n"
		  "Allow: /static/\n"
		  "Allow: /sitemap.xml\n"
		  "Disallow: /*/search\n"
		  "Disallow: /*?*\n"
		  "Sitemap: "));
	out_write(&v->out, v->origin);
	out_write(&v->out, S("/sitemap.xml\n"));
	return visit_send(v, S("text/plain; charset=utf-8"), err);
}
