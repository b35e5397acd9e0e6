// SPDX-License-Identifier: EUPL-1.2
// user_rights — the tables of rights, printed as the program itself asks them.
#pragma once

#include "base/out.h"

// Roles by rights and by classes of fields; every address by role.
void user_rights_tables(struct out *o, bool as_json);
void user_rights_routes(struct out *o, bool as_json);
