// SPDX-License-Identifier: EUPL-1.2
// routes — every address of the program, alphabetically.
#include "web/route.h"

#include "web/desk_sheet.h"
#include "web/pages.h"
#include "web/upload.h"

#define GET(pattern_, handle_)                                 \
	{                                                      \
		S_INIT(pattern_), handle_, HTTP_GET, ANYONE, 0 \
	}
// A page of the desk, and a form of it.
#define SHOW(pattern_, handle_, who_)                        \
	{                                                    \
		S_INIT(pattern_), handle_, HTTP_GET, who_, 0 \
	}
#define POST(pattern_, handle_, who_)                         \
	{                                                     \
		S_INIT(pattern_), handle_, HTTP_POST, who_, 0 \
	}

// What programs call.
#define API(method_, pattern_, handle_, who_)                                \
	{                                                                    \
		S_INIT("/api/v1" pattern_), handle_, HTTP_##method_, who_, 0 \
	}

// A form that brings a file of at most so many bytes.
#define UPLOAD(pattern_, handle_, who_, max_)                    \
	{                                                        \
		S_INIT(pattern_), handle_, HTTP_POST, who_, max_ \
	}

const struct route routes[] = {
	GET("/", home_choose_language),
	API(GET, "/", api_index_show, ANYONE),
	API(GET, "/openapi.json", api_openapi_show, ANYONE),
	API(GET, "/{}", api_list_show, ANYONE),
	API(POST, "/{}", api_record_create, RIGHT_WRITE),
	API(GET, "/{}/{}", api_record_show, ANYONE),
	API(PUT, "/{}/{}", api_record_put, RIGHT_WRITE),
	API(PATCH, "/{}/{}", api_record_patch, RIGHT_WRITE),
	API(DELETE, "/{}/{}", api_record_delete, RIGHT_WRITE),
	API(GET, "/{}/{}/history", api_history_show, RIGHT_READ),
	API(POST, "/{}/{}/moves/{}", api_move_make, RIGHT_WRITE),
	API(POST, "/{}/{}/publish", api_publish_make, RIGHT_PUBLISH),
	API(POST, "/{}/{}/undo", api_undo_make, RIGHT_WRITE),
	SHOW("/desk", desk_add_slash, ANYONE),
	SHOW("/desk/", desk_home_show, SIGNED_IN),
	SHOW("/desk/account", desk_account_show, SIGNED_IN),
	POST("/desk/account", desk_account_save, SIGNED_IN),
	POST("/desk/account/codes", desk_codes_renew, SIGNED_IN),
	SHOW("/desk/account/factor", desk_factor_show, SIGNED_IN),
	POST("/desk/account/factor", desk_factor_begin, SIGNED_IN),
	POST("/desk/account/factor/confirm", desk_factor_confirm, SIGNED_IN),
	POST("/desk/account/factor/remove", desk_factor_remove, SIGNED_IN),
	POST("/desk/account/password", desk_password_save, SIGNED_IN),
	POST("/desk/account/sessions", desk_sessions_end, SIGNED_IN),
	SHOW("/desk/account/tokens", desk_tokens_show, SIGNED_IN),
	POST("/desk/account/tokens", desk_token_make, SIGNED_IN),
	POST("/desk/account/tokens/end", desk_token_end, SIGNED_IN),
	SHOW("/desk/code", desk_code_show, ANYONE),
	POST("/desk/code", desk_code_check, ANYONE),
	SHOW("/desk/duplicates", desk_duplicates_show, RIGHT_REVIEW),
	POST("/desk/duplicates", desk_duplicates_part, RIGHT_REVIEW),
	SHOW("/desk/duplicates/{}/{}", desk_versus_show, RIGHT_REVIEW),
	POST("/desk/duplicates/{}/{}", desk_versus_merge, RIGHT_REVIEW),
	POST("/desk/duplicates/{}/{}/unlike", desk_versus_unlike, RIGHT_REVIEW),
	SHOW("/desk/files/{}/{}", file_show_desk, RIGHT_READ),
	SHOW("/desk/kept/{}", desk_kept_show, SIGNED_IN),
	POST("/desk/kept/{}/drop", desk_kept_drop, SIGNED_IN),
	SHOW("/desk/link/{}", desk_link_show, ANYONE),
	POST("/desk/link/{}", desk_link_use, ANYONE),
	SHOW("/desk/mail", desk_mail_list, RIGHT_MAIL),
	SHOW("/desk/mail/{}", desk_mail_show, RIGHT_MAIL),
	SHOW("/desk/people", desk_people_list, RIGHT_PEOPLE),
	POST("/desk/people", desk_people_invite, RIGHT_PEOPLE),
	SHOW("/desk/people/{}", desk_person_show, RIGHT_PEOPLE),
	POST("/desk/people/{}", desk_person_save, RIGHT_PEOPLE),
	POST("/desk/people/{}/factor", desk_person_factor, RIGHT_PEOPLE),
	POST("/desk/people/{}/link", desk_person_link, RIGHT_PEOPLE),
	POST("/desk/people/{}/state", desk_person_state, RIGHT_PEOPLE),
	SHOW("/desk/records", desk_kinds_show, RIGHT_READ),
	POST("/desk/records/adopt", desk_kinds_adopt, RIGHT_REVIEW),
	SHOW("/desk/records/{}", desk_list_show, RIGHT_READ),
	POST("/desk/records/{}/bulk", desk_bulk_show, RIGHT_WRITE),
	POST("/desk/records/{}/bulk/check", desk_bulk_check, RIGHT_WRITE),
	SHOW("/desk/records/{}/export", desk_export_send, RIGHT_READ),
	SHOW("/desk/records/{}/import", desk_import_show, RIGHT_WRITE),
	UPLOAD("/desk/records/{}/import", desk_import_take, RIGHT_WRITE, DESK_UPLOAD_MAX),
	SHOW("/desk/records/{}/import/check", desk_check_show, RIGHT_WRITE),
	POST("/desk/records/{}/import/check", desk_check_accept, RIGHT_WRITE),
	SHOW("/desk/records/{}/import/columns", desk_columns_show, RIGHT_WRITE),
	POST("/desk/records/{}/import/columns", desk_columns_save, RIGHT_WRITE),
	POST("/desk/records/{}/import/forget", desk_import_forget, RIGHT_WRITE),
	POST("/desk/records/{}/views", desk_view_save, RIGHT_READ),
	POST("/desk/records/{}/views/{}/begin", desk_view_begin, RIGHT_READ),
	POST("/desk/records/{}/views/{}/delete", desk_view_delete, RIGHT_READ),
	POST("/desk/records/{}/views/{}/share", desk_view_share, RIGHT_SHARE),
	SHOW("/desk/records/{}/{}", desk_record_show, RIGHT_READ),
	POST("/desk/records/{}/{}/delete", desk_step_delete, RIGHT_WRITE),
	SHOW("/desk/records/{}/{}/edit", desk_edit_show, RIGHT_WRITE),
	UPLOAD("/desk/records/{}/{}/edit", desk_edit_save, RIGHT_WRITE, UPLOAD_BODY_MAX),
	SHOW("/desk/records/{}/{}/history", desk_history_show, RIGHT_READ),
	POST("/desk/records/{}/{}/move", desk_step_move, RIGHT_WRITE),
	SHOW("/desk/records/{}/{}/preview", desk_preview_show, RIGHT_WRITE),
	POST("/desk/records/{}/{}/publish", desk_step_publish, RIGHT_PUBLISH),
	POST("/desk/records/{}/{}/take-back", desk_step_take_back, RIGHT_PUBLISH),
	POST("/desk/records/{}/{}/undo", desk_step_undo, RIGHT_WRITE),
	SHOW("/desk/recover", desk_recover_show, ANYONE),
	POST("/desk/recover", desk_recover_ask, ANYONE),
	SHOW("/desk/review", desk_review_list, RIGHT_REVIEW),
	SHOW("/desk/review/{}", desk_review_show, RIGHT_REVIEW),
	POST("/desk/review/{}", desk_review_save, RIGHT_REVIEW),
	SHOW("/desk/rights", desk_rights_show, SIGNED_IN),
	SHOW("/desk/settings", desk_settings_show, RIGHT_SETTINGS),
	SHOW("/desk/sign-in", desk_sign_in_show, ANYONE),
	POST("/desk/sign-in", desk_sign_in_try, ANYONE),
	POST("/desk/sign-out", desk_sign_out, ANYONE),
	SHOW("/desk/to-do", desk_todo_show, RIGHT_READ),
	GET("/feeds/actions.atom", feed_actions),
	GET("/feeds/news.atom", feed_news),
	GET("/files/{}/{}", file_show),
	GET("/healthz", health_show),
	GET("/robots.txt", robots_show),
	GET("/sitemap.xml", sitemap_show),
	GET("/static/{}", static_show),
	GET("/{lang}", home_add_slash),
	GET("/{lang}/", home_show),
	GET("/{lang}/about", portal_text_about),
	GET("/{lang}/accessibility", portal_text_accessibility),
	GET("/{lang}/actions", action_list),
	GET("/{lang}/actions/{}", action_show),
	GET("/{lang}/actions/{}/source", action_source),
	GET("/{lang}/api", api_page_show),
	GET("/{lang}/ask", portal_text_ask),
	GET("/{lang}/countries", country_list),
	GET("/{lang}/countries/{}", country_show),
	GET("/{lang}/documents", document_list),
	GET("/{lang}/imprint", portal_text_imprint),
	GET("/{lang}/map", map_show),
	GET("/{lang}/news", news_list),
	GET("/{lang}/news/{}", news_show),
	GET("/{lang}/privacy", privacy_show),
	GET("/{lang}/regions", region_list),
	GET("/{lang}/regions/{}", region_show),
	GET("/{lang}/search", search_show),
	GET("/{lang}/statistics", statistics_show),
	GET("/{lang}/themes", theme_list),
	GET("/{lang}/themes/{}", theme_show),
	GET("/{lang}/timeline", timeline_show),
};
const size_t route_n = sizeof routes / sizeof *routes;
