// SPDX-License-Identifier: EUPL-1.2
// desk_aside — what is kept about a record beside it, on its page: notes, attachments. Every kind
// that has a field of the type PROPERTY_RECORD is shown so; its forms, history and rights are those
// of all records.
#pragma once

#include "store/record_about.h"
#include "web/desk_record.h"

// Fills view->aside: for each such kind those that are not deleted, and a form for one more.
bool desk_aside_fill(struct visit *v, const struct record *record, struct desk_record_view *view,
	struct err *err) MUST_CHECK;

// The page of the record that this one is about; empty when it is about none.
bool desk_aside_home(struct visit *v, const struct record *record, struct str *ret_url,
	struct err *err) MUST_CHECK;

// This visitor may change this very record.
bool desk_aside_may_write(
	struct visit *v, const struct record *record, bool *ret_may, struct err *err) MUST_CHECK;
