// SPDX-License-Identifier: EUPL-1.2
// action_list — every action on one axis, filtered and sorted, fifty a page.
#include "web/action_list.h"

#include "web/pages.h"

bool action_list(struct visit *v, struct err *err)
{
	static const struct rows_look look = {.heading = 2};
	struct action_list_view view;
	struct listing l;

	if (!listing_read(v, S("/actions"), SORT_PLACE, &l, err))
		return false;
	if (l.format != VISIT_HTML)
		return listing_data(v, &l, err);
	view.listing = listing_view_of(v, &l);
	view.rows = rows_of(v, l.hits.n ? l.hits.p + l.from : NULL, l.to - l.from, look);
	v->page.title = visit_text(v, _("Actions"));
	v->page.description = visit_text(v,
		_("All actions of the register, with their places, dates, activities and outputs."));
	v->page.section = S("actions");
	v->page.search = l.filter.q;
	// A list without hits is a page for its visitor, not for a search engine.
	v->page.is_unlisted = l.hits.n == 0;
	action_list_page(&v->t, &view);
	return visit_html(v, err);
}
