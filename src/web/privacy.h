// SPDX-License-Identifier: EUPL-1.2
// privacy — what is kept about whom, why, how long, and whom to ask: made from the descriptions of
// the records and of the accounts, so that it cannot say less than what is kept.
#pragma once

#include "web/words.h"

struct privacy_item {
	struct str what, purpose, ground, keep, roles; // roles: who reads it
};
struct privacy_group {
	struct str name, help;
	VEC(struct privacy_item) item;
};
struct privacy_view {
	struct words own;            // of the secretariat
	struct str controller;       // who answers for it; may be empty
	struct str address, contact; // may be empty
	VEC(struct privacy_group) group;
	struct str idle, session; // times of a session, in minutes and hours
};
void privacy_page(struct tmpl *t, const struct privacy_view *v);
