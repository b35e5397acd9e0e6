// SPDX-License-Identifier: EUPL-1.2
// layout_view — what layout.c prepares for layout.html.
#pragma once

#include "web/layout.h"
#include "web/words.h"

struct layout_link {
	struct str name, url, lang; // lang: code of the language, for the language switch
	bool is_current;
};

struct layout_view {
	const struct page *page;
	struct str title;      // of the document
	struct str style;      // address of the style sheet
	struct str desk_style; // of what only pages of the desk need; empty elsewhere
	struct str script;     // that adds to the page; empty: none
	struct str mark;       // address of the little picture on the tab
	struct str home, search, canonical, actions;
	struct layout_link *language;
	size_t language_n;
	struct layout_link section[9];
	size_t section_n;
	struct layout_link text[6]; // pages about the portal, in its foot
	size_t text_n;
	struct str name;   // of the portal
	struct words line; // beside it
	struct words funder, statement;
	struct str as_of;
	struct str json, csv;     // addresses of the page as data; empty: there is none
	struct str news_feed;     // empty: there are no news
	struct str idle, session; // times of a session, in minutes and hours
	int64_t pending_n;
	struct layout_link *desk; // sections of the desk that this visitor may open
	size_t desk_n;
};

void layout_document(struct tmpl *t, const struct layout_view *v);
