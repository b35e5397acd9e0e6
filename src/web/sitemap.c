// SPDX-License-Identifier: EUPL-1.2
// sitemap — every page in every language, for search engines (sitemaps.org 0.9), each with its
// counterparts in the other languages.
//
// One file up to SITEMAP_PAGES pages; beyond them /sitemap.xml is an index of files ?page=1 ...
#include "base/bitset.h"
#include "format/escape.h"
#include "model/code.h"
#include "model/country.h"
#include "web/links.h"
#include "web/pages.h"
#include "web/portal.h"

enum { SITEMAP_PAGES = 3000 };

// The pages are walked in one order; those from `from` up to `to` are written.
struct walk {
	struct visit *v;
	size_t at, from, to;
};

static void write_address(struct visit *v, struct str path)
{
	escape_xml(&v->out, str_join(v->mem, v->origin, path));
}

// One page: an entry for each language, naming all of them.
static void write_page(struct visit *v, struct str path)
{
	for (size_t i = 0; i < lang_n; i++) {
		if (!portal_speaks(v->portfolio, lang_all[i]))
			continue;
		out_write(&v->out, S("<url><loc>"));
		write_address(v, link_to(v->mem, lang_all[i], path));
		out_write(&v->out, S("</loc>"));
		for (size_t k = 0; k < lang_n; k++) {
			if (!portal_speaks(v->portfolio, lang_all[k]))
				continue;
			out_format(&v->out,
				"<xhtml:link rel=\"alternate\" hreflang=\"%" PRIstr "\" href=\"",
				STR(lang_all[k]->code));
			write_address(v, link_to(v->mem, lang_all[k], path));
			out_write(&v->out, S("\"/>"));
		}
		out_write(&v->out, S("</url>\n"));
	}
}

static void visit_page(struct walk *w, struct str section, struct str part)
{
	if (w->at >= w->from && w->at < w->to)
		write_page(w->v,
			part.n ? str_format(w->v->mem, "/%" PRIstr "/%" PRIstr, STR(section),
					 STR(part))
			       : str_join(w->v->mem, S("/"), section));
	w->at++;
}

static void visit_countries(struct walk *w)
{
	const struct portfolio *p = w->v->portfolio;
	struct bitset all = {0};

	for (size_t i = 0; i < p->n; i++) {
		bitset_join(&all, &p->action[i].beneficiary);
		bitset_join(&all, &p->action[i].host);
		bitset_join(&all, &p->action[i].participant);
		bitset_join(&all, &p->action[i].lender);
	}
	for (int i = bitset_next(&all, 0); i >= 0; i = bitset_next(&all, i + 1))
		visit_page(w, S("countries"), country_table[i].iso2);
}

static void visit_codes(struct walk *w, struct str section, const struct code_list *list,
	enum portfolio_facet facet)
{
	static const struct portfolio_filter everything;
	int64_t counts[FACET_VALUES_MAX];

	portfolio_facet_counts(w->v->portfolio, &everything, facet, counts);
	for (size_t i = 0; i < *list->n; i++)
		if (counts[i])
			visit_page(w, section, list->code[i].slug);
}

// Records of the desk that have a page of their own, and the texts that the secretariat wrote.
static void visit_records(struct walk *w)
{
	const struct portfolio *p = w->v->portfolio;
	const struct kind *last = NULL;

	for (size_t i = 0; i < PORTAL_TEXT_N; i++)
		if (portal_has_text(p, portal_texts[i]))
			visit_page(w, portal_texts[i], STR_EMPTY);
	for (size_t i = 0; i < p->showcase.n; i++) {
		const struct record *r = p->showcase.p[i].record;
		size_t hole = str_find(r->kind->shown_at, S("/{}"), 0);
		if (hole == STR_NONE)
			continue;
		struct str section = str_sub(r->kind->shown_at, 1, hole);
		if (r->kind != last)
			visit_page(w, section, STR_EMPTY);
		visit_page(w, section, exhibit_slug(w->v->mem, r));
		last = r->kind;
	}
}

static void visit_all(struct walk *w)
{
	static const struct str sections[] = {S_INIT(""), S_INIT("actions"), S_INIT("countries"),
		S_INIT("documents"), S_INIT("map"), S_INIT("privacy"), S_INIT("regions"),
		S_INIT("statistics"), S_INIT("themes"), S_INIT("timeline")};

	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
		visit_page(w, sections[i], STR_EMPTY);
	visit_countries(w);
	visit_codes(w, S("regions"), &code_regions, FACET_REGION);
	visit_codes(w, S("themes"), &code_themes, FACET_THEME);
	for (size_t i = 0; i < w->v->portfolio->n; i++)
		visit_page(w, S("actions"), w->v->portfolio->action[i].slug);
	visit_records(w);
}

static void write_file(struct visit *v, size_t from, size_t to)
{
	struct walk walk = {.v = v, .from = from, .to = to};

	out_write(&v->out,
		S("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		  "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
		  "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"));
	visit_all(&walk);
	out_write(&v->out, S("</urlset>\n"));
}

static void write_index(struct visit *v, size_t page_n)
{
	out_write(&v->out,
		S("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		  "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"));
	for (size_t i = 0; i * SITEMAP_PAGES < page_n; i++) {
		out_write(&v->out, S("<sitemap><loc>"));
		write_address(v, str_format(v->mem, "/sitemap.xml?page=%zu", i + 1));
		out_write(&v->out, S("</loc></sitemap>\n"));
	}
	out_write(&v->out, S("</sitemapindex>\n"));
}

bool sitemap_show(struct visit *v, struct err *err)
{
	struct walk count = {.v = v};
	struct str asked = visit_param(v, S("page"));
	int64_t page;

	visit_all(&count);
	if (asked.n) {
		if (!str_int(asked, &page) || page < 1 ||
			(size_t)page > (count.at + SITEMAP_PAGES - 1) / SITEMAP_PAGES)
			return visit_not_found(v, err);
		size_t from = (size_t)(page - 1) * SITEMAP_PAGES;
		write_file(v, from, from + SITEMAP_PAGES);
	} else if (count.at > SITEMAP_PAGES) {
		write_index(v, count.at);
	} else {
		write_file(v, 0, count.at);
	}
	return visit_send(v, S("application/xml; charset=utf-8"), err);
}
