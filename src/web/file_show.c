// SPDX-License-Identifier: EUPL-1.2
// file_show — a file that is kept, to whoever may see a record that holds it.
//
// Who may not is told what is told about a file that there is not. A file is saved and not shown,
// but for pictures and PDFs when ?show=1 asks for it, and then in a sandbox; its type is the one
// that was found in it, and browsers are told not to guess.
#include "model/file_type.h"
#include "store/record_file.h"
#include "web/desk_record.h"
#include "web/file_words.h"
#include "web/pages.h"

// NULL unless digest and name are those of one file.
static bool asked_load(struct visit *v, struct kept_file **ret_file, struct err *err)
{
	struct kept_file *file;

	if (!kept_file_find(v->mem, v->db, v->arg[0], &file, err))
		return false;
	*ret_file = file && str_eq(file->name, v->arg[1]) ? file : NULL;
	return true;
}

static void send(struct visit *v, const struct kept_file *file)
{
	static const struct http_pair sandbox[] = {
		{S_INIT("Content-Security-Policy"), S_INIT("default-src 'none'; sandbox")},
		{S_INIT("Cross-Origin-Resource-Policy"), S_INIT("same-origin")},
	};
	const struct file_type *type = file_type_of_name(file->name);
	struct str folder = kept_file_folder(v->mem, v->writer->database);
	bool is_shown = type && type->is_inline && str_eq(visit_param(v, S("show")), S("1"));

	v->response->status = 200;
	v->response->type = type ? type->type : S("application/octet-stream");
	v->response->filename = is_shown ? STR_EMPTY : file->name;
	v->response->file = kept_file_path(v->mem, folder, file->digest);
	v->response->etag = str_format(v->mem, "\"%" PRIstr "\"", STR(file->digest));
	v->response->header = sandbox;
	v->response->header_n = sizeof sandbox / sizeof *sandbox;
}

static bool sees(const struct visit *v, const struct file_holder *holder)
{
	struct record_reach reach = desk_record_reach(v, holder->kind);

	return record_reach_sees(&reach, holder->property) &&
		(!holder->rows || record_reach_sees(&reach, holder->rows));
}

bool file_show_desk(struct visit *v, struct err *err)
{
	struct file_holders holders;
	struct kept_file *file;
	bool may = false;

	if (!asked_load(v, &file, err))
		return false;
	if (!file)
		return visit_not_found(v, err);
	if (!record_file_holders(v->mem, v->db, file->digest, &holders, err))
		return false;
	for (size_t i = 0; i < holders.n; i++)
		may |= sees(v, &holders.p[i]);
	if (!may)
		return visit_not_found(v, err);
	send(v, file);
	return true;
}

bool file_show(struct visit *v, struct err *err)
{
	struct kept_file *file;
	bool is_public = false;

	if (!asked_load(v, &file, err) ||
		(file &&
			!record_file_is_public(
				v->mem, v->db, file->digest, v->now, &is_public, err)))
		return false;
	if (!is_public)
		return visit_not_found(v, err);
	send(v, file);
	return true;
}
