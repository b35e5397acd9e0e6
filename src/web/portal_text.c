// SPDX-License-Identifier: EUPL-1.2
// portal_text — pages of the portal that the secretariat wrote in the settings.
#include "web/portal_text.h"

#include "format/date_text.h"
#include "model/kind_list.h"
#include "web/pages.h"
#include "web/portal.h"

// Property names of the facility that are facts on the page "About", in the order of its kind.
static void fill_facility(struct visit *v, struct portal_text_view *view)
{
	const struct record *facility = portal_facility(v->portfolio);
	for (size_t i = 0; facility && i < kind_facility.property_n; i++) {
		const struct property *p = &kind_facility.property[i];
		bool is_text = p->type == PROPERTY_LINE || p->type == PROPERTY_PROSE ||
			p->type == PROPERTY_EMAIL;
		struct str value = record_text(facility, v->mem, p->name, v->lang->code);
		if (p->class != FIELD_PUBLIC || !is_text || !value.n)
			continue;
		VEC_ADD(v->mem, &view->fact,
			((struct portal_fact){.label = visit_text(v, str_c(p->label)),
				.value = value,
				.url = p->type == PROPERTY_EMAIL
					? str_join(v->mem, S("mailto:"), value)
					: STR_EMPTY}));
	}
}

static void fill_phases(struct visit *v, struct portal_text_view *view)
{
	struct showcase phases = showcase_of(&v->portfolio->showcase, &kind_phase);
	for (size_t i = 0; i < phases.n; i++) {
		const struct record *phase = phases.p[i].record;
		VEC_ADD(v->mem, &view->phase,
			((struct portal_phase){.label = record_name(v->mem, phase, v->lang->code),
				.period = date_text_period(
					v->mem, v->lang, record_period(phase, S("period")))}));
	}
}

static bool text_show(struct visit *v, struct str name, struct err *err)
{
	struct portal_text_view view = {.title = portal_text_title(v->lang, name)};
	if (!portal_has_text(v->portfolio, name))
		return visit_not_found(v, err);
	view.text = words_of(v->mem, v->lang, portal_settings(v->portfolio), name);
	if (str_eq(name, S("about"))) {
		fill_facility(v, &view);
		fill_phases(v, &view);
	}
	v->page.title = view.title;
	portal_text_page(&v->t, &view);
	return visit_html(v, err);
}

bool portal_text_about(struct visit *v, struct err *err)
{
	return text_show(v, S("about"), err);
}

bool portal_text_ask(struct visit *v, struct err *err)
{
	return text_show(v, S("ask"), err);
}

bool portal_text_accessibility(struct visit *v, struct err *err)
{
	return text_show(v, S("accessibility"), err);
}

bool portal_text_imprint(struct visit *v, struct err *err)
{
	return text_show(v, S("imprint"), err);
}
