// SPDX-License-Identifier: EUPL-1.2
// upload — what the child is given, what it answers, and what is written down of it.
#include "web/upload.h"

#include "base/buf.h"
#include "format/digest.h"
#include "format/media_type.h"
#include "model/file_type.h"

enum { DIGEST_LETTERS = 64, WAIT_MS = 1000, ACCEPT_MAX = 400 };

struct job {
	const struct visit *v;
	const struct uploads *uploads;
};

static struct str wrong_type(void)
{
	return S(N_("This kind of file is not kept. Bring a PDF, a document, sheet or slides of an "
		    "office program, a text, a picture or a zip file."));
}

// What can be said without looking into the file.
static struct str fault_of(const struct http_file *file, struct str name)
{
	if (file->bytes.n > FILE_SIZE_MAX)
		return S(
			N_("The file is larger than 32 MB. Make it smaller, or give its address."));
	if (!file->bytes.n)
		return S(N_("The file is empty."));
	return file_type_of_name(name) ? STR_EMPTY : wrong_type();
}

static struct uploads list(struct visit *v)
{
	struct uploads uploads = {0};

	for (size_t i = 0; i < v->files.n; i++) {
		const struct http_file *file = &v->files.p[i];
		struct str name = file_type_clean_name(v->mem, file->filename);
		const struct file_type *type = file_type_of_name(name);
		struct upload one = {.field = file->name,
			.file = {.size = (int64_t)file->bytes.n,
				.digest = STR_EMPTY,
				.type = type ? type->type : STR_EMPTY,
				.name = name,
				.account_id = v->desk.account->id,
				.at = v->now},
			.wrong = i < UPLOAD_MAX ? fault_of(file, name)
						: S(N_("These are too many files at once."))};
		VEC_ADD(v->mem, &uploads, one);
	}
	return uploads;
}

// One line for a file: its digest when it is kept, "-" when it is not what its name says, "!" when
// it could not be looked at or written.
static struct str keep(struct arena *mem, const struct job *job, size_t i)
{
	struct str bytes = job->v->files.p[i].bytes, found;
	struct str folder = kept_file_folder(mem, job->v->writer->database);
	struct err err;

	if (!media_type_of(mem, bytes, &found, &err))
		return S("!\n");
	if (!file_type_fits(file_type_of_name(job->uploads->p[i].file.name), found))
		return S("-\n");
	struct str digest = digest_of(mem, bytes);
	if (!kept_file_put(mem, folder, digest, bytes, &err))
		return S("!\n");
	return str_join(mem, digest, S("\n"));
}

// Runs in the child.
static struct str work(struct arena *mem, const void *input)
{
	const struct job *job = input;
	struct buf answer = buf_new(mem, LATER_MAX);

	for (size_t i = 0; i < job->uploads->n; i++)
		if (!job->uploads->p[i].wrong.n)
			buf_add(&answer, keep(mem, job, i));
	return buf_str(&answer);
}

// A child that died had a reason: the file is not looked at again.
static void read_answer(struct visit *v, struct uploads *uploads)
{
	struct str_split lines = {.rest = v->request->answer, .sep = '\n'};

	for (size_t i = 0; i < uploads->n; i++) {
		struct upload *one = &uploads->p[i];
		struct str line = STR_EMPTY;
		if (one->wrong.n)
			continue;
		(void)str_next(&lines, &line);
		if (line.n == DIGEST_LETTERS)
			one->file.digest = str_copy(v->mem, line);
		else if (str_eq(line, S("-")))
			one->wrong = S(
				N_("The content of this file is not what the end of its name "
				   "says. Save it anew, in the form that its name has."));
		else
			one->wrong = S(N_("This file could not be kept. Try again, or save it anew "
					  "with the program that made it."));
	}
}

static bool write_down(struct visit *v, const struct uploads *uploads, struct err *err)
{
	struct people_act act;
	AUTO_TXN txn = {0};

	if (!visit_act(v, &act, err) || !db_begin(act.db, WAIT_MS, &txn, err))
		return false;
	for (size_t i = 0; i < uploads->n; i++)
		if (!uploads->p[i].wrong.n &&
			!kept_file_add(v->mem, act.db, &uploads->p[i].file, err))
			return false;
	// What is looked up next is looked up in the reader's snapshot.
	return db_commit(&txn, err) && db_snapshot_renew(v->db, err);
}

static bool has_work(const struct uploads *uploads)
{
	for (size_t i = 0; i < uploads->n; i++)
		if (!uploads->p[i].wrong.n)
			return true;
	return false;
}

bool upload_take(struct visit *v, struct uploads *ret_uploads, bool *ret_ready, struct err *err)
{
	struct uploads uploads = list(v);
	bool is_ready = v->request->is_again || !has_work(&uploads);

	if (!is_ready) {
		const struct job job = {v, &uploads};
		if (v->request->later_n >= UPLOAD_JOBS_MAX)
			return err_set(err, ERR_CONFLICT, "too many files are being looked at");
		const struct later_work looking = {.run = work, .input = &job, .opens_files = true};
		if (!later_start(&looking, &v->response->later, err))
			return false;
	} else if (has_work(&uploads)) {
		read_answer(v, &uploads);
		if (has_work(&uploads) && !write_down(v, &uploads, err))
			return false;
	}
	*ret_uploads = uploads;
	*ret_ready = is_ready;
	return true;
}

struct str upload_accept(struct arena *mem)
{
	struct buf accept = buf_new(mem, ACCEPT_MAX);

	for (size_t i = 0; i < file_type_table_n; i++)
		buf_format(&accept, "%s.%" PRIstr, i ? "," : "", STR(file_type_table[i].extension));
	return buf_str(&accept);
}
