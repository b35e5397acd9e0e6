// SPDX-License-Identifier: EUPL-1.2
// replay — shows a fuzz target the inputs that were kept: replay [-v] FOLDER...
//
// Prints TAP, one test a folder's file. An input that breaks something ends the process; the line
// printed before it names the file. Besides the files each target is shown nothing at all, single
// bytes, and every beginning and some changed copies of each file, so that a corpus of whole pages
// also tests torn ones.
#include <dirent.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "fuzz.h"

enum { REPLAY_MAX = 1 << 20, CUTS = 16, CHANGES = 64 };

static void show(struct str bytes)
{
	// A copy of exactly that size, so that the sanitizer sees a step beyond it.
	uint8_t *copy = calloc(1, bytes.n ? bytes.n : 1);

	MUST(copy);
	memcpy(copy, bytes.p, bytes.n);
	LLVMFuzzerTestOneInput(copy, bytes.n);
	free(copy);
}

static void show_changed(struct arena *mem, struct str bytes)
{
	struct str changed = str_copy(mem, bytes);
	char *p = (char *)(uintptr_t)changed.p;
	uint64_t state = str_hash(bytes) | 1;

	for (int i = 0; i < CHANGES && bytes.n > 0; i++) {
		state = state * 6364136223846793005u + 1442695040888963407u;
		size_t at = (size_t)(state >> 33) % bytes.n;
		char kept = p[at];
		p[at] = (char)(state >> 24);
		show(changed);
		// Every other change stays, so that they add up.
		if (i % 2)
			p[at] = kept;
	}
}

static void show_cut(struct str bytes)
{
	size_t step = bytes.n / CUTS + 1;

	for (size_t n = 0; n < bytes.n; n += step)
		show(str_sub(bytes, 0, n));
}

static bool replay_file(const char *path, struct err *err)
{
	SCRATCH(mem);
	struct str bytes;

	if (!file_read(mem, str_c(path), REPLAY_MAX, &bytes, err))
		return false;
	show(bytes);
	show_cut(bytes);
	show_changed(mem, bytes);
	return true;
}

static int replay_folder(const char *folder, int *test_n)
{
	DIR *dir = opendir(folder);
	int failed = 0;

	for (struct dirent *one; dir && (one = readdir(dir));) {
		char path[4096];
		struct err err = {0};
		if (one->d_name[0] == '.')
			continue;
		snprintf(path, sizeof path, "%s/%s", folder, one->d_name);
		bool is_read = replay_file(path, &err);
		failed += !is_read;
		printf("%s %d - %s %s\n", is_read ? "ok" : "not ok", ++*test_n, one->d_name,
			err.msg);
		fflush(stdout);
	}
	if (dir)
		closedir(dir);
	return failed;
}

int main(int argc, char **argv)
{
	int test_n = 0, failed = 0;

	show(STR_EMPTY);
	for (int byte = 0; byte < 256; byte++) {
		char c = (char)byte;
		show((struct str){&c, 1});
	}
	printf("ok %d - nothing_and_every_single_byte\n", ++test_n);
	for (int i = 1; i < argc; i++)
		failed += replay_folder(argv[i], &test_n);
	printf("1..%d\n", test_n);
	return failed ? 1 : 0;
}
