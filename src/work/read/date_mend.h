// SPDX-License-Identifier: EUPL-1.2
// date_mend — words of dates that were misspelt, or whose dash was lost: "Septmber", "MarchJune".
#pragma once

#include "base/str.h"
#include "work/read/tongue.h"

// The month of the language whose name the folded word misspells by one letter too many, one too
// few, another one, or two changed about; 0 when it is none, or may be several. Linear in the
// table of months: ask only where a month is expected.
int date_mend_month(struct str fold, enum tongue tongue);

// Two names of months glued together, in any language.
bool date_mend_split_month(struct str fold, int *ret_first, int *ret_last);

// The folded word misspells one of the language that says "still going on": "presnt".
bool date_mend_present(struct str fold, enum tongue tongue);
