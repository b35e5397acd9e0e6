// SPDX-License-Identifier: EUPL-1.2
// letter — the mails that accounts get, in the language of the account.
#pragma once

#include "work/people/people.h"

// Put into the queue, in the caller's transaction. `link` is a path behind act->origin.
bool letter_invitation(struct arena *mem, const struct people_act *act,
	const struct account *account, struct str link, struct err *err) MUST_CHECK;
bool letter_recovery(struct arena *mem, const struct people_act *act, const struct account *account,
	struct str link, struct err *err) MUST_CHECK;
