// SPDX-License-Identifier: EUPL-1.2
// action_list — tells a list of actions, an item each, from any other list.

#include "work/read/action_list.h"

enum {
	LOOK_LINES_MAX = 24,
	LOOK_BYTES_MAX = 128 * 1024, // of text in them
	LOOK_MEMORY_MAX = 256 * 1024 * 1024,
	ITEMS_MIN = 2,
};

bool action_list_look(const struct lexicon *lexicon, struct line_source source,
	struct action_list *list, struct err *err)
{
	struct arena *tmp CLEANUP(arena_free_at) = arena_new(LOOK_MEMORY_MAX);
	struct text text = text_new(tmp, LOOK_BYTES_MAX);
	for (size_t i = 0; i < LOOK_LINES_MAX; i++) {
		struct line line;
		bool is_end;
		if (!line_next(&source, &text, &line, &is_end, err))
			return false;
		if (is_end || text.bytes.full)
			break;
		struct line_class class = line_classify(
			tmp, lexicon, &line, str_sub(text_str(&text), line.at, line.at + line.n));
		bool is_item = class.kind == LINE_BULLET;
		list->item_n += is_item;
		list->telling_n += is_item && class.is_telling;
		list->has_head |= class.kind == LINE_HEAD && class.progress != PROGRESS_UNKNOWN;
		list->is_of_projects |= class.kind != LINE_AROUND && class.is_of_projects;
		list->has_label |= class.kind == LINE_LABEL && list->item_n < ITEMS_MIN;
	}
	return true;
}

bool action_list_is_one(const struct action_list *list)
{
	bool is_told = list->is_of_projects && list->telling_n * 2 >= list->item_n;
	return !list->has_label && list->item_n >= ITEMS_MIN && (list->has_head || is_told);
}
