// SPDX-License-Identifier: EUPL-1.2
// xlsx_read — the tables of a workbook (ECMA-376) as texts: what a person sees who opens it.
//
// Numbers are written plainly, days as 2014-03-02, yes and no as true and false; of a formula the
// value is taken that was kept with it, and nothing is ever evaluated. Styles, pictures, macros and
// links are not looked at. Foreign bytes: call it in a child (net/later.h).
#pragma once

#include "format/sheet.h"

// In the order of the workbook. ERR_INPUT when it is no workbook, ERR_LIMIT when it is larger than
// sheets (format/sheet.h) or archives (format/zip_read.h) may be.
bool xlsx_read(
	struct arena *mem, struct str bytes, struct sheets *ret_sheets, struct err *err) MUST_CHECK;

// It begins as a ZIP archive does.
bool xlsx_is(struct str bytes);
