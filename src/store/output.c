// SPDX-License-Identifier: EUPL-1.2
// output — what all actions left behind, as one list.
#include "store/output.h"

#include <string.h>

#include "store/output.sql.h"
#include "store/row.h"

bool output_list(struct arena *mem, struct db *db, struct outputs *ret_outputs, struct err *err)
{
	static const struct row_shape shape = {&output_fields, sizeof(struct output)};
	struct row_list list;

	if (!row_many(mem, (struct row_query){db, &output_all, NULL}, &shape, &list, err))
		return false;
	memcpy(ret_outputs, &list, sizeof list);
	return true;
}
