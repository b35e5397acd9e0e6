// SPDX-License-Identifier: EUPL-1.2
// desk_settings — everything that is set in the product, in one place: records, each with its form.
#pragma once

#include "web/desk_layout.h"

// A record that settings are kept in, or a list of such records.
struct desk_setting {
	struct str name, help;
	struct str url;         // of the form, or of the list
	struct str record;      // what the record is called; empty: there is none yet
	struct str history_url; // empty: there is nothing yet
	int64_t n;              // of a list
	bool is_list;
};
struct desk_settings_view {
	struct desk_form form;
	struct desk_setting *setting;
	size_t setting_n;
};
void desk_settings_page(struct tmpl *t, const struct desk_settings_view *v);
