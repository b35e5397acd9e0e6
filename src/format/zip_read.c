// SPDX-License-Identifier: EUPL-1.2
// zip_read — the only file that includes archive.h.
#include "format/zip_read.h"

#include <archive.h>
#include <archive_entry.h>

#include "base/out.h"
#include "base/utf8.h"

enum { PIECE = 64 * 1024 };

struct reading {
	struct arena *mem;
	struct str bytes;
	zip_wanted *wanted;
	struct zip_files file;
	size_t entries, unpacked;
};

static bool is_broken(struct archive *a, struct err *err)
{
	const char *why = archive_error_string(a);
	return err_set(
		err, ERR_INPUT, "the archive cannot be read: %s", why ? why : "it is broken");
}

// Inside the archive, whatever system reads it: no root, no drive, no way up.
static bool is_name(struct str name)
{
	struct str_split parts = {.rest = name, .sep = '/'};
	struct str part;
	if (!name.n || name.n > ZIP_NAME_MAX || !utf8_is_valid(name, NULL) || name.p[0] == '/' ||
		str_find_char(name, '\\', 0) != STR_NONE || str_find_char(name, ':', 0) != STR_NONE)
		return false;
	while (str_next(&parts, &part))
		if (str_eq(part, S("..")) || str_eq(part, S(".")))
			return false;
	return true;
}

static bool is_within(const struct reading *r, struct err *err)
{
	if (r->unpacked > ZIP_BYTES_MAX)
		return err_set(err, ERR_LIMIT, "the archive unpacks to more than %d MiB",
			ZIP_BYTES_MAX / 1024 / 1024);
	if (r->unpacked > ZIP_RATIO_FREE && r->unpacked / ZIP_RATIO_MAX > r->bytes.n)
		return err_set(err, ERR_LIMIT,
			"the archive unpacks to more than %d times its own size", ZIP_RATIO_MAX);
	return true;
}

static bool unpack(struct reading *r, struct archive *a, struct out *o, struct err *err)
{
	char *piece = arena_room(r->mem, PIECE);
	for (;;) {
		la_ssize_t n = archive_read_data(a, piece, PIECE);
		if (n == 0)
			return out_finish(o, err);
		if (n < 0)
			return is_broken(a, err);
		r->unpacked += (size_t)n;
		if (!is_within(r, err))
			return false;
		out_write(o, (struct str){piece, (size_t)n});
	}
}

static bool take_entry(
	struct reading *r, struct archive *a, struct archive_entry *entry, struct err *err)
{
	struct str name = str_copy(r->mem, str_c(archive_entry_pathname(entry)));
	struct out o = out_memory(r->mem, ZIP_BYTES_MAX);
	if (++r->entries > ZIP_ENTRIES_MAX)
		return err_set(
			err, ERR_LIMIT, "the archive has more than %d files", ZIP_ENTRIES_MAX);
	if (!is_name(name))
		return err_set(
			err, ERR_INPUT, "the archive has a file with a name that is not taken");
	if (archive_entry_is_encrypted(entry) || archive_entry_hardlink(entry) ||
		archive_entry_symlink(entry))
		return err_set(err, ERR_INPUT, "the archive has encrypted files or links");
	if (archive_entry_filetype(entry) != AE_IFREG || !r->wanted(name))
		return true;
	if (zip_named(&r->file, name))
		return err_set(err, ERR_INPUT, "the archive has two files of one name");
	if (!unpack(r, a, &o, err))
		return false;
	VEC_ADD(r->mem, &r->file, ((struct zip_file){name, out_str(&o)}));
	return true;
}

static bool take_entries(struct reading *r, struct archive *a, struct err *err)
{
	struct archive_entry *entry;
	for (;;) {
		int status = archive_read_next_header(a, &entry);
		if (status == ARCHIVE_EOF)
			return true;
		if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
			return is_broken(a, err);
		if (!take_entry(r, a, entry, err))
			return false;
	}
}

bool zip_read(struct arena *mem, struct str bytes, zip_wanted *wanted, struct zip_files *ret_files,
	struct err *err)
{
	struct reading r = {.mem = mem, .bytes = bytes, .wanted = wanted};
	struct archive *a = archive_read_new();
	if (!a)
		return err_set(err, ERR_IO, "no memory to read an archive");
	(void)archive_read_support_format_zip(a);
	bool done = archive_read_open_memory(a, bytes.p, bytes.n) == ARCHIVE_OK
		? take_entries(&r, a, err)
		: is_broken(a, err);
	(void)archive_read_free(a);
	if (done)
		*ret_files = r.file;
	return done;
}

const struct zip_file *zip_named(const struct zip_files *files, struct str name)
{
	for (size_t i = 0; i < files->n; i++)
		if (str_eq(files->p[i].name, name))
			return &files->p[i];
	return NULL;
}
