// SPDX-License-Identifier: EUPL-1.2
// desk_view — views of lists that have a name.
#pragma once

#include "store/list_view.h"

// The address of the list as the view has it.
struct str desk_view_url(struct arena *mem, const struct list_view *view);
