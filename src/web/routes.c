// SPDX-License-Identifier: EUPL-1.2
// routes — every address of the program, alphabetically.
#include "web/route.h"

#include "web/pages.h"

#define GET(pattern_, handle_)                              \
	{                                                   \
		S_INIT(pattern_), handle_, HTTP_GET, ANYONE \
	}

const struct route routes[] = {
	GET("/", home_choose_language),
	GET("/feeds/actions.atom", feed_actions),
	GET("/healthz", health_show),
	GET("/robots.txt", robots_show),
	GET("/sitemap.xml", sitemap_show),
	GET("/static/{}", static_show),
	GET("/{lang}", home_add_slash),
	GET("/{lang}/", home_show),
	GET("/{lang}/actions", action_list),
	GET("/{lang}/actions/{}", action_show),
	GET("/{lang}/actions/{}/source", action_source),
	GET("/{lang}/countries", country_list),
	GET("/{lang}/countries/{}", country_show),
	GET("/{lang}/documents", document_list),
	GET("/{lang}/map", map_show),
	GET("/{lang}/regions", region_list),
	GET("/{lang}/regions/{}", region_show),
	GET("/{lang}/search", search_show),
	GET("/{lang}/statistics", statistics_show),
	GET("/{lang}/themes", theme_list),
	GET("/{lang}/themes/{}", theme_show),
	GET("/{lang}/timeline", timeline_show),
};
const size_t route_n = sizeof routes / sizeof *routes;
