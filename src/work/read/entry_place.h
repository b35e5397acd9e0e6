// SPDX-License-Identifier: EUPL-1.2
// entry_place — the place of an entry that prints no heading: from the page's name, or its text.
#pragma once

#include "work/read/page_name.h"
#include "work/read/reading.h"

// Sets place, country and phase as inferred. The page's name counts where it tells a country; else
// the text is weighed: who asked, what the first sentence names, what is named most; a warning then
// asks to check it. Nothing is set when neither tells. `fields` and sentences must be known.
void entry_place_infer(struct reading *reading, const struct page_name *name);
