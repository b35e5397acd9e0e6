// SPDX-License-Identifier: EUPL-1.2
// file_test — the promises of base/file.h, in a folder of its own below the temporary one.
#include "base/file.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "check.h"
#include "tests.h"

struct place {
	struct arena *mem;
	struct str folder;
};

static int place_setup(void **state)
{
	struct arena *mem = arena_new(CHECK_MEMORY);
	struct place *place = NEW(mem, struct place);
	const char *parent = getenv("TMPDIR");
	struct str pattern = str_format(mem, "%s/attache-file-XXXXXX", parent ? parent : "/tmp");

	place->mem = mem;
	place->folder = str_c(mkdtemp(str_z(mem, pattern)));
	*state = place;
	return place->folder.n ? 0 : -1;
}

static struct str in_place(struct place *place, const char *name)
{
	return str_format(place->mem, "%" PRIstr "/%s", STR(place->folder), name);
}

// The names in the folder, so that files left behind are seen.
static size_t file_count(struct place *place)
{
	DIR *folder = opendir(place->folder.p);
	size_t n = 0;

	assert_non_null(folder);
	while (readdir(folder))
		n++;
	closedir(folder);
	// Less the two that every folder has.
	return n - 2;
}

static int place_teardown(void **state)
{
	struct place *place = *state;
	DIR *folder = opendir(place->folder.p);

	for (struct dirent *entry; folder && (entry = readdir(folder));) {
		struct str path = in_place(place, entry->d_name);
		if (unlink(path.p) < 0)
			rmdir(path.p);
	}
	if (folder)
		closedir(folder);
	rmdir(place->folder.p);
	arena_free(place->mem);
	return 0;
}

static struct str write_file(struct place *place, const char *name, struct str bytes)
{
	struct str path = in_place(place, name);
	struct err err;
	AUTO_FILE_NEW file = {0};

	assert_true(file_create(place->mem, path, &file, &err));
	out_write(&file.out, bytes);
	assert_true(file_commit(place->mem, &file, &err));
	return path;
}

static void a_file_is_mapped_whole(void **state)
{
	struct place *place = *state;
	struct str path = write_file(place, "page.txt", S("Togo IV: Labour migration\n"));
	AUTO_FILE_MAP map = {0};
	struct err err;

	assert_true(file_map(place->mem, path, 10, &map, &err));
	IS(map.bytes, "Togo IV: Labour migration\n");
	file_unmap(&map);
	IS(map.bytes, "");
}

static void an_empty_file_is_an_empty_text(void **state)
{
	struct place *place = *state;
	struct str path = write_file(place, "empty.txt", STR_EMPTY), bytes;
	AUTO_FILE_MAP map = {0};
	struct err err;

	assert_true(file_map(place->mem, path, 10, &map, &err));
	assert_int_equal(map.bytes.n, 0);
	assert_non_null(map.bytes.p);
	assert_true(file_read(place->mem, path, 0, &bytes, &err));
	assert_int_equal(bytes.n, 0);
}

static void a_missing_file_is_said_by_name(void **state)
{
	struct place *place = *state;
	AUTO_FILE_MAP map = {0};
	struct str bytes;
	struct err err;

	assert_false(file_map(place->mem, S("no-such/page.txt"), 10, &map, &err));
	assert_int_equal(err.kind, ERR_IO);
	assert_string_equal(err.msg, "cannot open no-such/page.txt: No such file or directory");
	assert_false(file_read(place->mem, S("no-such/page.txt"), 10, &bytes, &err));
	assert_int_equal(err.kind, ERR_IO);
}

static void a_folder_is_not_a_file(void **state)
{
	struct place *place = *state;
	AUTO_FILE_MAP map = {0};
	AUTO_FILE_NEW file = {0};
	struct err err;

	assert_false(file_map(place->mem, place->folder, 10, &map, &err));
	assert_int_equal(err.kind, ERR_IO);
	HAS(str_c(err.msg), "is a folder");
	assert_false(file_create(place->mem, place->folder, &file, &err));
	HAS(str_c(err.msg), "is a folder");
	assert_false(file_create(place->mem, in_place(place, ""), &file, &err));
	HAS(str_c(err.msg), "is not the name of a file");
}

static void a_pipe_is_refused_without_waiting_for_it(void **state)
{
	struct place *place = *state;
	struct str path = in_place(place, "pipe");
	AUTO_FILE_MAP map = {0};
	struct err err;

	assert_int_equal(mkfifo(path.p, 0600), 0);
	assert_false(file_map(place->mem, path, 10, &map, &err));
	HAS(str_c(err.msg), "is not a regular file");
}

static void a_device_is_never_renamed_over(void **state)
{
	struct place *place = *state;
	AUTO_FILE_NEW file = {0};
	struct err err;

	assert_false(file_create(place->mem, S("/dev/null"), &file, &err));
	assert_int_equal(err.kind, ERR_IO);
	HAS(str_c(err.msg), "cannot be replaced");
}

// Standard input is a pipe for as long as the function runs.
static bool map_input(struct place *place, struct str bytes, size_t max, struct file_map *ret_map,
	struct err *err)
{
	int ends[2], kept = dup(STDIN_FILENO);

	assert_int_equal(pipe(ends), 0);
	assert_int_equal(write(ends[1], bytes.p, bytes.n), (ssize_t)bytes.n);
	close(ends[1]);
	dup2(ends[0], STDIN_FILENO);
	close(ends[0]);
	bool done = file_map(place->mem, S("-"), max, ret_map, err);
	dup2(kept, STDIN_FILENO);
	close(kept);
	return done;
}

static void standard_input_is_read_up_to_its_maximum(void **state)
{
	AUTO_FILE_MAP map = {0};
	struct err err;

	assert_true(map_input(*state, S("Mali"), 4, &map, &err));
	IS(map.bytes, "Mali");
	assert_false(map_input(*state, S("Mali!"), 4, &map, &err));
	assert_int_equal(err.kind, ERR_LIMIT);
	assert_string_equal(err.msg, "standard input is longer than 4 bytes");
	IS(map.bytes, "Mali");
}

static void a_small_file_is_read_up_to_its_maximum(void **state)
{
	struct place *place = *state;
	struct str path = write_file(place, "small.txt", S("12345")), bytes = S("before");
	struct err err;

	assert_false(file_read(place->mem, path, 4, &bytes, &err));
	assert_int_equal(err.kind, ERR_LIMIT);
	IS(bytes, "before");
	assert_true(file_read(place->mem, path, 5, &bytes, &err));
	IS(bytes, "12345");
}

static void a_file_longer_than_the_first_buffer_is_read_whole(void **state)
{
	struct place *place = *state;
	struct str long_text = {arena_alloc(place->mem, 1000000), 1000000}, bytes;
	struct str path = write_file(place, "long.bin", long_text);
	struct err err;

	assert_true(file_read(place->mem, path, 1000000, &bytes, &err));
	assert_int_equal(bytes.n, 1000000);
}

static void a_new_file_appears_only_when_it_is_committed(void **state)
{
	struct place *place = *state;
	struct str path = in_place(place, "export.json"), bytes;
	AUTO_FILE_NEW file = {0};
	struct err err;

	assert_true(file_create(place->mem, path, &file, &err));
	out_write(&file.out, S("[]"));
	assert_int_equal(access(path.p, F_OK), -1);
	assert_true(file_commit(place->mem, &file, &err));
	assert_true(file_read(place->mem, path, 10, &bytes, &err));
	IS(bytes, "[]");
	assert_int_equal(file_count(place), 1);
}

static void an_old_file_stays_when_the_new_one_is_left(void **state)
{
	struct place *place = *state;
	struct str path = write_file(place, "export.json", S("old")), bytes;
	struct err err;

	{
		AUTO_FILE_NEW file = {0};
		assert_true(file_create(place->mem, path, &file, &err));
		out_write(&file.out, S("new"));
		assert_int_equal(file_count(place), 2);
	}
	assert_int_equal(file_count(place), 1);
	assert_true(file_read(place->mem, path, 10, &bytes, &err));
	IS(bytes, "old");
}

static void a_failed_write_leaves_the_old_file_and_nothing_else(void **state)
{
	struct place *place = *state;
	struct str path = write_file(place, "export.json", S("old")), bytes;
	AUTO_FILE_NEW file = {0};
	struct err err;
	int full = open("/dev/full", O_WRONLY | O_CLOEXEC);

	if (full < 0)
		skip();
	assert_true(file_create(place->mem, path, &file, &err));
	dup2(full, file.out.fd);
	close(full);
	out_write(&file.out, S("new"));
	assert_false(file_commit(place->mem, &file, &err));
	assert_int_equal(err.kind, ERR_IO);
	HAS(str_c(err.msg), "export.json: could not write: No space left on device");
	assert_int_equal(file_count(place), 1);
	assert_true(file_read(place->mem, path, 10, &bytes, &err));
	IS(bytes, "old");
}

static void two_new_files_of_one_name_do_not_meet(void **state)
{
	struct place *place = *state;
	struct str path = in_place(place, "export.json"), bytes;
	AUTO_FILE_NEW first = {0};
	AUTO_FILE_NEW second = {0};
	struct err err;

	assert_true(file_create(place->mem, path, &first, &err));
	assert_true(file_create(place->mem, path, &second, &err));
	out_write(&first.out, S("first"));
	out_write(&second.out, S("second"));
	assert_true(file_commit(place->mem, &first, &err));
	assert_true(file_commit(place->mem, &second, &err));
	assert_true(file_read(place->mem, path, 10, &bytes, &err));
	IS(bytes, "second");
}

static void a_folder_that_is_not_there_is_said_by_name(void **state)
{
	struct place *place = *state;
	AUTO_FILE_NEW file = {0};
	struct err err;

	assert_false(file_create(place->mem, S("no-such/export.json"), &file, &err));
	assert_int_equal(err.kind, ERR_IO);
	assert_string_equal(err.msg, "cannot write no-such/export.json: No such file or directory");
	assert_false(file.open);
}

static void the_name_is_the_last_part_of_a_path(void **state)
{
	(void)state;
	IS(file_name(S("data/pages/togo.txt")), "togo.txt");
	IS(file_name(S("togo.txt")), "togo.txt");
	IS(file_name(S("data/")), "");
	IS(file_name(S("")), "");
}

#define PLACE_TEST(f) cmocka_unit_test_setup_teardown(f, place_setup, place_teardown)

int file_tests(void)
{
	const struct CMUnitTest file[] = {
		PLACE_TEST(a_file_is_mapped_whole),
		PLACE_TEST(an_empty_file_is_an_empty_text),
		PLACE_TEST(a_missing_file_is_said_by_name),
		PLACE_TEST(a_folder_is_not_a_file),
		PLACE_TEST(a_pipe_is_refused_without_waiting_for_it),
		PLACE_TEST(a_device_is_never_renamed_over),
		PLACE_TEST(standard_input_is_read_up_to_its_maximum),
		PLACE_TEST(a_small_file_is_read_up_to_its_maximum),
		PLACE_TEST(a_file_longer_than_the_first_buffer_is_read_whole),
		PLACE_TEST(a_new_file_appears_only_when_it_is_committed),
		PLACE_TEST(an_old_file_stays_when_the_new_one_is_left),
		PLACE_TEST(a_failed_write_leaves_the_old_file_and_nothing_else),
		PLACE_TEST(two_new_files_of_one_name_do_not_meet),
		PLACE_TEST(a_folder_that_is_not_there_is_said_by_name),
		PLACE_TEST(the_name_is_the_last_part_of_a_path),
	};

	return cmocka_run_group_tests(file, NULL, NULL);
}
