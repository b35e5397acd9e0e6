// SPDX-License-Identifier: EUPL-1.2
// desk_rights — the tables of model/right.h as a page.
#include "web/desk_rights.h"

#include "web/pages.h"

bool desk_rights_show(struct visit *v, struct err *err)
{
	struct desk_rights_view view = {.role = right_roles};

	v->page.title = visit_text(v, _("Rights"));
	v->page.section = S("/desk/rights");
	desk_rights_page(&v->t, &view);
	return visit_html(v, err);
}
