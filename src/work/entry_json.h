// SPDX-License-Identifier: EUPL-1.2
// entry_json — an entry as the JSON object that `attache read` prints (CONTRACTS.md).
//
// Used by `read` and by the exports, so that both say the same of the same action. No key is ever
// missing: unknown scalars are null, unknown lists are empty.
#pragma once

#include "format/json_write.h"
#include "model/entry.h"

// The members of an entry, into the object that is open. `file` is the first of them.
void entry_json_members(struct json *json, struct str file, const struct entry *entry);

// The closing object of a file, whole.
void entry_json_page_end(struct json *json, struct str file, const struct page_end *end);
