// SPDX-License-Identifier: EUPL-1.2
// news — news items of the desk on the portal: list, page, the newest on the first page, feed.
#pragma once

#include "web/parts.h"
#include "web/words.h"

struct news_item {
	struct str url, date, iso;
	struct words headline, lead;
};
struct news_items VEC_OF(struct news_item);

// All of them, the newest first.
struct showcase news_sorted(struct arena *mem, const struct portfolio *p);
// So many, from that place in this order on.
struct news_items news_newest(struct visit *v, size_t from, size_t most);
// How many there are.
size_t news_count(const struct portfolio *p);
void news_rows(struct tmpl *t, const struct news_items *items);

struct news_list_view {
	struct news_items items;
	struct str newer, older; // addresses of the pages beside this one; empty at the ends
};
void news_list_page(struct tmpl *t, const struct news_list_view *v);

struct news_show_view {
	struct str list_url, date, iso;
	struct words headline, lead, body;
	struct index_list themes;
	struct news_links {
		VEC(struct index_item) link;
	} actions;
};
void news_show_page(struct tmpl *t, const struct news_show_view *v);
