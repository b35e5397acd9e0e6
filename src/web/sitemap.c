// SPDX-License-Identifier: EUPL-1.2
// sitemap — every page in every language, for search engines (sitemaps.org 0.9), each with its
// counterparts in the other languages.
#include "base/bitset.h"
#include "format/escape.h"
#include "model/code.h"
#include "model/country.h"
#include "web/links.h"
#include "web/pages.h"

// One page: an entry for each language, naming all of them.
static void add_page(struct visit *v, struct str path)
{
	for (size_t i = 0; i < lang_n; i++) {
		out_write(&v->out, S("<url><loc>"));
		escape_xml(&v->out,
			str_join(v->mem, v->origin, link_to(v->mem, lang_all[i], path)));
		out_write(&v->out, S("</loc>"));
		for (size_t k = 0; k < lang_n; k++) {
			out_format(&v->out,
				"<xhtml:link rel=\"alternate\" hreflang=\"%" PRIstr "\" href=\"",
				STR(lang_all[k]->code));
			escape_xml(&v->out,
				str_join(v->mem, v->origin, link_to(v->mem, lang_all[k], path)));
			out_write(&v->out, S("\"/>"));
		}
		out_write(&v->out, S("</url>\n"));
	}
}

static void add_under(struct visit *v, const char *section, struct str part)
{
	add_page(v, str_format(v->mem, "/%s/%" PRIstr, section, STR(part)));
}

static void add_countries(struct visit *v)
{
	struct bitset all = {0};

	for (size_t i = 0; i < v->portfolio->n; i++) {
		const struct portfolio_action *a = &v->portfolio->action[i];
		bitset_join(&all, &a->beneficiary);
		bitset_join(&all, &a->host);
		bitset_join(&all, &a->participant);
		bitset_join(&all, &a->lender);
	}
	for (int i = bitset_next(&all, 0); i >= 0; i = bitset_next(&all, i + 1))
		add_under(v, "countries", country_table[i].iso2);
}

static void add_codes(struct visit *v, const char *section, const struct code_list *list,
	enum portfolio_facet facet)
{
	static const struct portfolio_filter everything;
	int64_t counts[FACET_VALUES_MAX];

	portfolio_facet_counts(v->portfolio, &everything, facet, counts);
	for (size_t i = 0; i < *list->n; i++)
		if (counts[i])
			add_under(v, section, list->code[i].slug);
}

bool sitemap_show(struct visit *v, struct err *err)
{
	static const struct str pages[] = {S_INIT("/"), S_INIT("/actions"), S_INIT("/countries"),
		S_INIT("/documents"), S_INIT("/map"), S_INIT("/regions"), S_INIT("/statistics"),
		S_INIT("/themes"), S_INIT("/timeline")};

	out_write(&v->out, S("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			     "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
			     "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"));
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		add_page(v, pages[i]);
	for (size_t i = 0; i < v->portfolio->n; i++)
		add_under(v, "actions", v->portfolio->action[i].slug);
	add_countries(v);
	add_codes(v, "regions", &code_regions, FACET_REGION);
	add_codes(v, "themes", &code_themes, FACET_THEME);
	out_write(&v->out, S("</urlset>\n"));
	return visit_send(v, S("application/xml; charset=utf-8"), err);
}
