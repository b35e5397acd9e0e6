// SPDX-License-Identifier: EUPL-1.2
// password_job — a password compared or hashed in a child, so that nobody else waits for it.
//
// The page is run twice. The first time password_job_run starts the child and *ret_result is not
// ready: the page answers true at once and changes nothing before. The second time it comes with
// the child's answer.
#pragma once

#include "web/visit.h"

enum { PASSWORD_JOBS_MAX = 8 }; // at once in one worker

struct password_job {
	struct str kept;  // a hash, or empty: nothing fits, and finding that out takes as long
	struct str given; // compared with it; empty: nothing is compared
	struct str fresh; // hashed anew; may be empty
};

struct password_result {
	bool is_ready;
	bool is_right;   // `given` fits `kept`
	struct str hash; // of `fresh`
};

// ERR_CONFLICT when too many wait already.
bool password_job_run(struct visit *v, const struct password_job *job,
	struct password_result *ret_result, struct err *err) MUST_CHECK;

// The same for one who is signed in and proves it once more: wrong passwords count as failed
// attempts of the account, and when there were too many *ret_right is false whatever was given.
bool password_job_check(struct visit *v, const struct password_job *job,
	struct password_result *ret_result, bool *ret_right, struct err *err) MUST_CHECK;
