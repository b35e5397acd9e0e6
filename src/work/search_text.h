// SPDX-License-Identifier: EUPL-1.2
// search_text — the words under which an action is found.
#pragma once

#include "model/dossier.h"
#include "store/search.h"

// Title, place with every name its countries go by in any language, and everything else told.
struct search_text search_text_of(struct arena *mem, const struct dossier *dossier);
