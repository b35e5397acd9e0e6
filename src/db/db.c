// SPDX-License-Identifier: EUPL-1.2
// db — the parts of the database interface that every engine shares.
#include "db/db.h"

struct str db_path(struct str url)
{
	struct str scheme = S("sqlite:");

	return str_starts(url, scheme) ? str_from(url, scheme.n) : url;
}

void db_close_at(struct db **db)
{
	db_close(*db);
	*db = NULL;
}
