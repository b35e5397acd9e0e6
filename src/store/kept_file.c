// SPDX-License-Identifier: EUPL-1.2
// kept_file — files that were brought to the desk: their bytes beside the database, a row for each.
#include "store/kept_file.h"

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

#include "format/digest.h"
#include "store/kept_file.sql.h"
#include "store/row.h"

enum { DIGEST_LETTERS = 64, SHELF_LETTERS = 2, STEP = 1024 * 1024 };

static const struct field file_table[] = {
	FIELD(kept_file, id),
	FIELD(kept_file, digest),
	FIELD(kept_file, size),
	FIELD(kept_file, type),
	FIELD(kept_file, name),
	FIELD(kept_file, account_id),
	FIELD(kept_file, at),
};
static const struct fields file_fields = FIELDS(kept_file, file_table);
static const struct row_shape file_shape = {&file_fields, sizeof(struct kept_file)};

struct str kept_file_folder(struct arena *mem, struct str url)
{
	return str_join(mem, db_path(url), S("-files"));
}

static struct str shelf_of(struct arena *mem, struct str folder, struct str digest)
{
	return str_format(
		mem, "%" PRIstr "/%" PRIstr, STR(folder), STR(str_sub(digest, 0, SHELF_LETTERS)));
}

struct str kept_file_path(struct arena *mem, struct str folder, struct str digest)
{
	return str_format(
		mem, "%" PRIstr "/%" PRIstr, STR(shelf_of(mem, folder, digest)), STR(digest));
}

bool kept_file_put(
	struct arena *mem, struct str folder, struct str digest, struct str bytes, struct err *err)
{
	AUTO_FILE_NEW file = {.open = false};

	if (!file_make_folder(mem, folder, err) ||
		!file_make_folder(mem, shelf_of(mem, folder, digest), err) ||
		!file_create(mem, kept_file_path(mem, folder, digest), &file, err))
		return false;
	out_write(&file.out, bytes);
	return file_commit(mem, &file, err);
}

bool kept_file_add(struct arena *mem, struct db *db, const struct kept_file *file, struct err *err)
{
	struct kept_file_insert_params params;

	row_bind(mem, &kept_file_insert, &file_fields, file, &params);
	return db_run(db, &kept_file_insert, &params, NULL, NULL, err);
}

bool kept_file_find(struct arena *mem, struct db *db, struct str digest,
	struct kept_file **ret_file, struct err *err)
{
	struct kept_file_by_digest_params params = {.digest = digest};
	struct kept_file *file = NEW(mem, struct kept_file);
	bool found;

	if (!row_one(mem, (struct row_query){db, &kept_file_by_digest, &params}, &file_fields, file,
		    &found, err))
		return false;
	*ret_file = found ? file : NULL;
	return true;
}

static bool list_all(
	struct arena *mem, struct db *db, struct kept_files *ret_files, struct err *err)
{
	struct row_list list;

	if (!row_many(mem, (struct row_query){db, &kept_file_all, NULL}, &file_shape, &list, err))
		return false;
	memcpy(ret_files, &list, sizeof list);
	return true;
}

// ---- copying

static bool is_itself(struct arena *mem, const struct kept_file *file, const struct file_map *map)
{
	struct digest digest = digest_new();

	if (map->bytes.n != (size_t)file->size)
		return false;
	for (size_t at = 0; at < map->bytes.n; at += STEP) {
		digest_add(&digest, str_sub(map->bytes, at, at + STEP));
		file_passed(map, at);
	}
	return str_eq(digest_hex(mem, &digest), file->digest);
}

static bool copy_one(struct arena *mem, const struct kept_file *file, struct str from,
	struct str to, struct err *err)
{
	struct str path = kept_file_path(mem, from, file->digest);
	AUTO_FILE_MAP map = {.bytes = STR_EMPTY};

	if (!file_map(mem, path, 0, &map, err))
		return err_add(err, "the file “%" PRIstr "”", STR(file->name));
	if (!is_itself(mem, file, &map))
		return err_set(err, ERR_IO,
			"%" PRIstr " is not what was brought as “%" PRIstr
			"”: attache doctor says how to mend it",
			STR(path), STR(file->name));
	return kept_file_put(mem, to, file->digest, map.bytes, err);
}

bool kept_file_copy_all(struct arena *mem, struct db *db, struct str from, struct str to,
	int64_t *ret_n, struct err *err)
{
	struct kept_files files;

	if (!list_all(mem, db, &files, err))
		return false;
	for (size_t i = 0; i < files.n; i++)
		if (!copy_one(mem, &files.p[i], from, to, err))
			return false;
	*ret_n = (int64_t)files.n;
	return true;
}

// ---- examining

static void tell(struct arena *mem, struct findings *findings, struct str rule, struct str sentence)
{
	finding_add(mem, findings, (struct finding){.rule = rule, .severity = SEVERITY_CRITICAL},
		"%" PRIstr, STR(sentence));
}

static void examine_one(struct arena *mem, const struct kept_file *file, struct str folder,
	struct findings *findings)
{
	struct str path = kept_file_path(mem, folder, file->digest);
	AUTO_FILE_MAP map = {.bytes = STR_EMPTY};
	struct err err;

	if (!file_map(mem, path, 0, &map, &err))
		tell(mem, findings, S("file.missing"),
			str_format(mem,
				"the file “%" PRIstr "” is missing: put %" PRIstr
				" back from the folder of the last backup, or bring the same file "
				"to the desk again",
				STR(file->name), STR(path)));
	else if (!is_itself(mem, file, &map))
		tell(mem, findings, S("file.altered"),
			str_format(mem,
				"the file “%" PRIstr "” is not what was brought: put %" PRIstr
				" back from the folder of the last backup, or bring the right file "
				"to the desk again",
				STR(file->name), STR(path)));
}

// What lies on a shelf: a file of a row, one without, or what a writing left that was cut off.
static bool examine_place(struct arena *mem, struct db *db, struct str path, int64_t before,
	struct findings *findings, struct err *err)
{
	struct str name = file_name(path);
	struct kept_file *file = NULL;
	struct stat about;

	if (name.n == DIGEST_LETTERS && !kept_file_find(mem, db, name, &file, err))
		return false;
	if (!file && stat(str_z(mem, path), &about) == 0 && about.st_mtime < before)
		tell(mem, findings, S("file.orphan"),
			str_format(mem,
				"%" PRIstr " belongs to nothing; an upload that was cut off left "
				"it: remove it",
				STR(path)));
	return true;
}

static void close_folder(DIR **folder)
{
	if (*folder)
		closedir(*folder);
}

// Calls itself once, for the shelves of the folder.
static bool examine_folder(struct arena *mem, struct db *db, struct str folder, bool has_shelves,
	int64_t before, struct findings *findings, struct err *err)
{
	DIR *entries CLEANUP(close_folder) = opendir(str_z(mem, folder));
	const struct dirent *entry;

	// A register to which nothing was brought has no folder.
	while (entries && (entry = readdir(entries))) {
		struct str name = str_c(entry->d_name);
		struct str path = str_format(mem, "%" PRIstr "/%" PRIstr, STR(folder), STR(name));
		if (str_eq(name, S(".")) || str_eq(name, S("..")))
			continue;
		bool is_shelf = has_shelves && name.n == SHELF_LETTERS;
		if (is_shelf ? !examine_folder(mem, db, path, false, before, findings, err)
			     : !examine_place(mem, db, path, before, findings, err))
			return false;
	}
	return true;
}

bool kept_file_examine(struct arena *mem, struct db *db, struct str folder, int64_t before,
	struct findings *findings, struct err *err)
{
	struct kept_files files;

	if (!list_all(mem, db, &files, err))
		return false;
	for (size_t i = 0; i < files.n; i++)
		examine_one(mem, &files.p[i], folder, findings);
	return examine_folder(mem, db, folder, true, before, findings, err);
}
