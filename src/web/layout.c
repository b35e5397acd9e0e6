// SPDX-License-Identifier: EUPL-1.2
// layout — the texts and addresses that stand around every page.
#include "web/layout.h"

#include "format/static_file.h"
#include "web/desk_layout.h"
#include "web/layout_view.h"
#include "web/links.h"
#include "web/news.h"
#include "web/parts.h"
#include "web/portal.h"

// The digest in the address lets browsers keep the file until it changes.
static struct str static_address(struct arena *mem, struct str name)
{
	for (size_t i = 0; i < static_file_n; i++)
		if (str_eq(static_files[i].name, name))
			return str_format(mem, "/static/%" PRIstr "?v=%" PRIstr, STR(name),
				STR(static_files[i].digest));
	return str_join(mem, S("/static/"), name);
}

static void fill_languages(struct arena *mem, struct layout_view *v)
{
	const struct page *page = v->page;

	v->language = NEW_ARRAY(mem, struct layout_link, lang_n);
	for (size_t i = 0; i < lang_n; i++)
		if (page->desk || portal_speaks(page->portfolio, lang_all[i]))
			v->language[v->language_n++] = (struct layout_link){
				.name = lang_all[i]->name,
				.url = link_to(mem, lang_all[i], page->path),
				.lang = lang_all[i]->code,
				.is_current = lang_all[i] == page->lang,
			};
}

static void fill_sections(struct arena *mem, struct layout_view *v)
{
	const struct lang *lang = v->page->lang;
	const struct {
		struct str section, name;
	} sections[] = {
		{S("actions"), lang_text(lang, _("Actions"))},
		{S("countries"), lang_text(lang, _("Countries"))},
		{S("regions"), lang_text(lang, _("Regions"))},
		{S("themes"), lang_text(lang, _("Themes"))},
		{S("map"), lang_text(lang, _("Map"))},
		{S("timeline"), lang_text(lang, _("Timeline"))},
		{S("statistics"), lang_text(lang, _("Statistics"))},
		{S("documents"), lang_text(lang, _("Documents"))},
		{S("news"), lang_text(lang, _("News"))},
	};
	size_t without = news_count(v->page->portfolio) ? 0 : 1;

	_Static_assert(sizeof sections / sizeof *sections == sizeof v->section / sizeof *v->section,
		"the navigation has as many places as sections");
	v->section_n = sizeof sections / sizeof *sections - without;
	for (size_t i = 0; i < v->section_n; i++)
		v->section[i] = (struct layout_link){
			.name = sections[i].name,
			.url = link_to(mem, lang, str_join(mem, S("/"), sections[i].section)),
			.is_current = str_eq(v->page->section, sections[i].section),
		};
}

// The page's own data, or that of all actions.
static void fill_data(struct arena *mem, struct layout_view *v)
{
	bool is_own = v->page->data.n > 0;
	struct str data = is_own ? v->page->data : v->actions;

	v->json = link_as(mem, data, S("json"));
	v->csv = !is_own || v->page->has_csv ? link_as(mem, data, S("csv")) : STR_EMPTY;
}

static struct str document_title(struct arena *mem, const struct page *page)
{
	struct str name = portal_name(mem, page->lang, page->portfolio);

	if (!page->title.n)
		return name;
	return str_format(mem, "%" PRIstr " · %" PRIstr, STR(page->title), STR(name));
}

static void add_text(struct arena *mem, struct layout_view *v, struct str name, struct str title)
{
	v->text[v->text_n++] = (struct layout_link){
		.name = title, .url = link_to(mem, v->page->lang, str_join(mem, S("/"), name))};
}

// Pages about the portal: those that somebody wrote, and the one that the program writes itself.
static void fill_texts(struct arena *mem, struct layout_view *v)
{
	const struct lang *lang = v->page->lang;

	_Static_assert(sizeof v->text / sizeof *v->text > PORTAL_TEXT_N,
		"the foot has a place for each text and for the privacy page");
	for (size_t i = 0; i < PORTAL_TEXT_N; i++)
		if (portal_has_text(v->page->portfolio, portal_texts[i]))
			add_text(mem, v, portal_texts[i], portal_text_title(lang, portal_texts[i]));
	add_text(mem, v, S("privacy"), lang_text(lang, _("Privacy")));
}

// Who pays: the facility's own words, else what the pages say that were read.
static void fill_funder(struct arena *mem, struct layout_view *v)
{
	const struct record *facility = portal_facility(v->page->portfolio);
	struct str read = v->page->portfolio->funder;

	v->funder = words_of(mem, v->page->lang, facility, S("funder"));
	v->statement = words_of(mem, v->page->lang, facility, S("statement"));
	if (v->funder.text.n || v->statement.text.n || !read.n)
		return;
	v->funder.text = read;
	v->funder.lang = parts_is_foreign(v->page->lang) ? S("en") : STR_EMPTY;
}

static struct layout_view view_of(struct arena *mem, const struct page *page)
{
	struct account_times times = account_times_of(page->portfolio->settings);
	struct layout_view v = {
		.page = page,
		.title = document_title(mem, page),
		.style = static_address(mem, S("attache.css")),
		.desk_style = page->desk ? static_address(mem, S("desk.css")) : STR_EMPTY,
		.script = page->script.n ? static_address(mem, page->script) : STR_EMPTY,
		.mark = static_address(mem, S("mark.svg")),
		.home = link_home(mem, page->lang),
		.search = link_to(mem, page->lang, S("/search")),
		.canonical = link_to(mem, page->lang, page->path),
		.actions = link_to(mem, page->lang, S("/actions")),
		.as_of = parts_as_of(mem, page->lang, page->portfolio),
		.name = portal_name(mem, page->lang, page->portfolio),
		.line = portal_line(mem, page->lang, page->portfolio),
		.idle = str_of_int(mem, times.idle / 60),
		.session = str_of_int(mem, times.session / 3600),
		.news_feed = news_count(page->portfolio) ? S("/feeds/news.atom") : STR_EMPTY,
	};

	for (size_t i = 0; i < page->portfolio->n; i++)
		v.pending_n += page->portfolio->action[i].is_pending;
	fill_languages(mem, &v);
	fill_sections(mem, &v);
	fill_texts(mem, &v);
	fill_funder(mem, &v);
	fill_data(mem, &v);
	return v;
}

void layout_page(struct tmpl *t, const struct page *page)
{
	struct layout_view v = view_of(t->mem, page);

	if (page->desk)
		desk_layout_fill(t->mem, &v);
	layout_document(t, &v);
}
