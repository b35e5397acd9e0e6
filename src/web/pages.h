// SPDX-License-Identifier: EUPL-1.2
// pages — the pages that the route table names; each lives in the file of its name.
#pragma once

#include "web/visit.h"

page_handler action_list;          // action_list.c
page_handler action_show;          // action_show.c
page_handler action_source;        // action_source.c: the sentence each fact was read from
page_handler country_list;         // country_list.c
page_handler country_show;         // country_show.c
page_handler document_list;        // document_list.c
page_handler feed_actions;         // feed.c: Atom
page_handler health_show;          // health.c
page_handler home_add_slash;       // home.c: /fr to /fr/
page_handler home_choose_language; // home.c: by Accept-Language
page_handler home_show;            // home.c
page_handler map_show;             // map.c
page_handler region_list;          // region_list.c
page_handler region_show;          // region_show.c
page_handler robots_show;          // robots.c
page_handler search_show;          // search.c
page_handler sitemap_show;         // sitemap.c
page_handler static_show;          // static.c
page_handler statistics_show;      // statistics.c
page_handler theme_list;           // theme_list.c
page_handler theme_show;           // theme_show.c
page_handler timeline_show;        // timeline.c
