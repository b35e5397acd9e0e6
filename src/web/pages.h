// SPDX-License-Identifier: EUPL-1.2
// pages — the pages that the route table names; each lives in the file of its name.
#pragma once

#include "web/visit.h"

page_handler portal_text_about;         // portal_text.c: texts of the settings
page_handler portal_text_accessibility; // portal_text.c
page_handler action_list;               // action_list.c
page_handler action_show;               // action_show.c
page_handler action_source;             // action_source.c: the sentence each fact was read from
page_handler api_history_show;          // api_record.c
page_handler api_index_show;            // api_record.c: what the JSON API has
page_handler api_list_show;             // api_list.c
page_handler api_move_make;             // api_step.c
page_handler api_openapi_show;          // api_openapi.c
page_handler api_page_show;             // api_page.c: the API told to people
page_handler api_publish_make;          // api_step.c
page_handler api_record_create;         // api_write.c
page_handler api_record_delete;         // api_write.c
page_handler api_record_patch;          // api_write.c
page_handler api_record_put;            // api_write.c
page_handler api_record_show;           // api_record.c
page_handler api_undo_make;             // api_step.c
page_handler portal_text_ask;           // portal_text.c
page_handler country_list;              // country_list.c
page_handler country_show;              // country_show.c
page_handler desk_account_save;         // desk_account.c: name and language
page_handler desk_account_show;         // desk_account.c
page_handler desk_bulk_check;           // desk_bulk.c: the change as a table that waits
page_handler desk_bulk_show;            // desk_bulk.c: which change, to which records
page_handler desk_check_accept;         // desk_check.c: the ticked rows of a waiting table
page_handler desk_check_show;           // desk_check.c: what a waiting table would change
page_handler desk_columns_save;         // desk_import.c: which column is which
page_handler desk_columns_show;         // desk_import.c
page_handler desk_export_send;          // desk_export.c: a list as a file
page_handler desk_import_forget;        // desk_import.c
page_handler desk_import_show;          // desk_import.c: a table is brought to a list
page_handler desk_import_take;          // desk_import.c
page_handler desk_add_slash;            // desk_home.c: /desk to /desk/
page_handler desk_code_check;           // desk_sign_in.c: the second factor
page_handler desk_code_show;            // desk_sign_in.c
page_handler desk_codes_renew;          // desk_factor.c: recovery codes
page_handler desk_duplicates_part;      // desk_duplicates.c: undoes a merge
page_handler desk_duplicates_show;      // desk_duplicates.c: records that may be the same
page_handler desk_edit_save;            // desk_edit.c: a record's form
page_handler desk_edit_show;            // desk_edit.c
page_handler desk_factor_begin;         // desk_factor.c: the set-up of a second factor
page_handler desk_factor_confirm;       // desk_factor.c
page_handler desk_factor_remove;        // desk_factor.c
page_handler desk_factor_show;          // desk_factor.c
page_handler desk_history_show;         // desk_history.c
page_handler file_show_desk;            // file_show.c: a file, to who sees a record that holds it
page_handler desk_home_show;            // desk_home.c
page_handler desk_kept_drop;            // desk_kept.c
page_handler desk_kept_show;            // desk_kept.c: a form that came when its session had ended
page_handler desk_kinds_adopt;          // desk_kinds.c: makes records of imported actions
page_handler desk_kinds_show;           // desk_kinds.c
page_handler desk_link_show;            // desk_link.c: a one-time link
page_handler desk_link_use;             // desk_link.c
page_handler desk_list_show;            // desk_list.c
page_handler desk_mail_list;            // desk_mail.c: what waits to be sent
page_handler desk_mail_show;            // desk_mail.c
page_handler desk_password_save;        // desk_account.c
page_handler desk_people_invite;        // desk_people.c
page_handler desk_people_list;          // desk_people.c
page_handler desk_person_factor;        // desk_person.c: takes a lost second factor off
page_handler desk_person_link;          // desk_person.c: a link to set a password
page_handler desk_person_save;          // desk_person.c: name and roles
page_handler desk_person_show;          // desk_person.c
page_handler desk_person_state;         // desk_person.c: disabled, enabled
page_handler desk_step_delete;          // desk_step.c
page_handler desk_step_move;            // desk_step.c
page_handler desk_step_publish;         // desk_step.c
page_handler desk_record_show;          // desk_record.c
page_handler desk_step_take_back;       // desk_step.c: from the public, or its day
page_handler desk_step_undo;            // desk_step.c
page_handler desk_preview_show;         // desk_preview.c: the public page as it would be
page_handler desk_recover_ask;          // desk_link.c: a forgotten password
page_handler desk_recover_show;         // desk_link.c
page_handler desk_review_list;          // desk_review_list.c: which imported actions wait
page_handler desk_review_save;          // desk_review_act.c: facts accepted, corrected, rejected
page_handler desk_review_show;          // desk_review_show.c: an action beside its page
page_handler desk_rights_show;          // desk_rights.c: the tables of model/right.h
page_handler desk_sessions_end;         // desk_account.c
page_handler desk_token_end;            // desk_tokens.c
page_handler desk_token_make;           // desk_tokens.c
page_handler desk_tokens_show;          // desk_tokens.c: how programs use one's account
page_handler desk_settings_show;        // desk_settings.c
page_handler desk_sign_in_show;         // desk_sign_in.c
page_handler desk_sign_in_try;          // desk_sign_in.c
page_handler desk_sign_out;             // desk_sign_in.c
page_handler desk_todo_show;            // desk_todo.c: what waits for somebody
page_handler desk_view_begin;           // desk_view.c: a list begins with it
page_handler desk_view_delete;          // desk_view.c
page_handler desk_view_save;            // desk_view.c: a name for what a list shows
page_handler desk_view_share;           // desk_view.c
page_handler desk_versus_merge;         // desk_versus.c
page_handler desk_versus_show;          // desk_versus.c: two records side by side
page_handler desk_versus_unlike;        // desk_versus.c: they are not the same
page_handler document_list;             // document_list.c
page_handler feed_actions;              // feed.c: Atom
page_handler file_show;                 // file_show.c: a file that everybody may have
page_handler feed_news;                 // feed.c
page_handler health_show;               // health.c
page_handler home_add_slash;            // home.c: /fr to /fr/
page_handler home_choose_language;      // home.c: by Accept-Language
page_handler home_show;                 // home.c
page_handler portal_text_imprint;       // portal_text.c
page_handler map_show;                  // map.c
page_handler news_list;                 // news.c
page_handler news_show;                 // news.c
page_handler privacy_show;              // privacy.c: what is kept about whom
page_handler region_list;               // region_list.c
page_handler region_show;               // region_show.c
page_handler robots_show;               // robots.c
page_handler search_show;               // search.c
page_handler sitemap_show;              // sitemap.c
page_handler static_show;               // static.c
page_handler statistics_show;           // statistics.c
page_handler theme_list;                // theme_list.c
page_handler theme_show;                // theme_show.c
page_handler timeline_show;             // timeline.c
