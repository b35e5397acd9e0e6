// SPDX-License-Identifier: EUPL-1.2
// password_job — what the child is given and what it answers.
#include "web/password_job.h"

#include "format/digest.h"
#include "work/people/sign_in.h"

enum { MARK_LETTERS = 64 };

// Runs in the child. Answers "1" or "0", the digest of the hash that was compared, the fresh hash.
static struct str work(struct arena *mem, const void *input)
{
	const struct password_job *job = input;
	bool fits = false;
	struct str hash = STR_EMPTY;

	if (job->given.n && job->kept.n)
		fits = digest_password_fits(mem, job->kept, job->given);
	else if (job->given.n)
		(void)digest_password(mem, job->given);
	if (job->fresh.n)
		hash = digest_password(mem, job->fresh);
	return str_format(
		mem, "%d%" PRIstr "%" PRIstr, fits, STR(digest_of(mem, job->kept)), STR(hash));
}

static bool read_answer(struct visit *v, const struct password_job *job,
	struct password_result *ret_result, struct err *err)
{
	struct str answer = v->request->answer;

	if (answer.n < 1 + MARK_LETTERS || (job->fresh.n && answer.n == 1 + MARK_LETTERS))
		return err_set(err, ERR_CONFLICT, "the helper that hashes passwords died");
	// Somebody may have set another password meanwhile.
	bool same = str_eq(str_sub(answer, 1, 1 + MARK_LETTERS), digest_of(v->mem, job->kept));
	*ret_result = (struct password_result){.is_ready = true,
		.is_right = same && answer.p[0] == '1',
		.hash = str_copy(v->mem, str_from(answer, 1 + MARK_LETTERS))};
	return true;
}

bool password_job_run(struct visit *v, const struct password_job *job,
	struct password_result *ret_result, struct err *err)
{
	if (v->request->is_again)
		return read_answer(v, job, ret_result, err);
	if (v->request->later_n >= PASSWORD_JOBS_MAX)
		return err_set(err, ERR_CONFLICT, "too many passwords are being compared");
	*ret_result = (struct password_result){.is_ready = false};
	return later_start(
		&(struct later_work){.run = work, .input = job}, &v->response->later, err);
}

bool password_job_check(struct visit *v, const struct password_job *job,
	struct password_result *ret_result, bool *ret_right, struct err *err)
{
	struct str login = v->desk.account->login;
	struct people_act act;
	bool throttled;

	*ret_right = false;
	if (!sign_in_is_throttled(v->mem, v->db, login, v->desk.client, v->now, &throttled, err) ||
		!password_job_run(v, job, ret_result, err))
		return false;
	if (!ret_result->is_ready)
		return true;
	*ret_right = ret_result->is_right && !throttled;
	if (!visit_act(v, &act, err))
		return false;
	if (!*ret_right)
		return throttled || sign_in_fail(v->mem, &act, login, v->desk.client, err);
	return !v->desk.session || sign_in_prove(&act, v->desk.session, err);
}
