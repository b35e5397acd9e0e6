// SPDX-License-Identifier: EUPL-1.2
// sheet_fuzz — any bytes as a workbook or a table of text: what is taken is clean and comes back from its kept form.
#include "fuzz.h"

#include "base/utf8.h"
#include "format/csv_read.h"
#include "format/xlsx_read.h"

static void keep_and_compare(struct arena *mem, const struct sheets *sheets)
{
	struct sheets again;
	struct err err;
	struct str kept = sheet_write(mem, sheets);

	MUST(utf8_is_valid(kept, NULL));
	MUST(sheet_read(mem, kept, &again, &err) && again.n == sheets->n);
	MUST(str_eq(kept, sheet_write(mem, &again)));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	SCRATCH(mem);
	struct str bytes = {(const char *)data, size};
	struct sheets sheets = {.n = 0};
	struct sheet sheet;
	struct err err = {.kind = ERR_NONE};

	if (xlsx_is(bytes) ? !xlsx_read(mem, bytes, &sheets, &err)
			   : !csv_read(mem, bytes, &sheet, &err)) {
		MUST(err.kind == ERR_INPUT || err.kind == ERR_LIMIT);
		return 0;
	}
	if (!xlsx_is(bytes))
		VEC_ADD(mem, &sheets, sheet);
	keep_and_compare(mem, &sheets);
	return 0;
}
