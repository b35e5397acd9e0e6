// SPDX-License-Identifier: EUPL-1.2
// digits — the digits of a finished page in the form that its language's readers may prefer.
#pragma once

#include "base/out.h"
#include "base/str.h"

// Writes the page with 0 to 9 as ٠ to ٩ in its texts. Tags, entities, code, what is typed in, and
// what is marked as of another language or as left-to-right stay as they are.
void digits_eastern(struct out *o, struct str html);
