// SPDX-License-Identifier: EUPL-1.2
// chain — hashes of the rows of a history.
#include "store/chain.h"

#include "format/digest.h"

static void number_add(struct digest *digest, int64_t number)
{
	char text[STR_INT_MAX];
	size_t n = str_print_int(number, text);

	digest_add(digest, (struct str){text, n});
	digest_add(digest, S("\n"));
}

// Its length stands before it, so that no two rows can run into the same bytes.
static void text_add(struct digest *digest, struct str text)
{
	number_add(digest, (int64_t)text.n);
	digest_add(digest, text);
}

struct str chain_hash(struct arena *mem, struct str before, const struct chain_row *row)
{
	struct digest digest = digest_new();

	for (size_t i = 0; i < row->number_n; i++)
		number_add(&digest, row->number[i]);
	text_add(&digest, before);
	for (size_t i = 0; i < row->text_n; i++)
		text_add(&digest, row->text[i]);
	return digest_hex(mem, &digest);
}

bool chain_last(struct arena *mem, struct db *db, const struct db_statement *statement,
	struct str *ret_hash, struct err *err)
{
	AUTO_CURSOR cursor = NULL;
	bool found;

	if (!db_query(db, statement, NULL, &cursor, err) || !db_next(cursor, &found, err))
		return false;
	*ret_hash = found ? str_copy(mem, db_text(cursor, 0)) : STR_EMPTY;
	return true;
}
