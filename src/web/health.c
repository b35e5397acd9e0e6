// SPDX-License-Identifier: EUPL-1.2
// health — "ok" as long as the database answers: for load balancers and `script/run`.
#include "store/portfolio.h"
#include "web/pages.h"

bool health_show(struct visit *v, struct err *err)
{
	int64_t version;
	struct err why;

	v->response->is_private = true;
	if (portfolio_version_read(v->db, &version, &why)) {
		out_write(&v->out, S("ok\n"));
	} else {
		v->response->status = 503;
		out_write(&v->out, S("the database does not answer\n"));
	}
	return visit_send(v, S("text/plain; charset=utf-8"), err);
}
