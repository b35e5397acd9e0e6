// SPDX-License-Identifier: EUPL-1.2
// row_shelf — sheets in a list, the few that a portal needs: languages times looks times axes.
#include "web/row_shelf.h"

struct row_shelf {
	struct arena *mem;
	size_t action_n;
	size_t left; // bytes
	struct row_sheet *newest;
};

struct row_sheet {
	struct row_shelf *shelf;
	struct row_sheet *older;
	struct row_kind kind;
	struct safe_html row[]; // by index in the portfolio
};

// Takes bytes off what is left; false when there are not as many.
static bool take(struct row_shelf *shelf, size_t n)
{
	if (n > shelf->left)
		return false;
	shelf->left -= n;
	return true;
}

struct row_shelf *row_shelf_new(struct arena *mem, size_t action_n, size_t max)
{
	struct row_shelf *shelf = NEW(mem, struct row_shelf);

	*shelf = (struct row_shelf){.mem = mem, .action_n = action_n, .left = max};
	return shelf;
}

static bool is_same(const struct row_kind *a, const struct row_kind *b)
{
	return a->lang == b->lang && a->heading == b->heading && a->is_dense == b->is_dense &&
		a->year_first == b->year_first && a->year_last == b->year_last;
}

struct row_sheet *row_shelf_sheet(struct row_shelf *shelf, struct row_kind kind)
{
	size_t size = sizeof(struct row_sheet) + shelf->action_n * sizeof(struct safe_html);

	for (struct row_sheet *sheet = shelf->newest; sheet; sheet = sheet->older)
		if (is_same(&sheet->kind, &kind))
			return sheet;
	if (!take(shelf, size))
		return NULL;
	struct row_sheet *sheet = arena_alloc(shelf->mem, size);
	sheet->shelf = shelf;
	sheet->older = shelf->newest;
	sheet->kind = kind;
	shelf->newest = sheet;
	return sheet;
}

struct safe_html row_sheet_find(const struct row_sheet *sheet, size_t index)
{
	return sheet->row[index];
}

void row_sheet_keep(struct row_sheet *sheet, size_t index, struct safe_html row)
{
	if (take(sheet->shelf, row.html.n))
		sheet->row[index].html = str_copy(sheet->shelf->mem, row.html);
}
