// SPDX-License-Identifier: EUPL-1.2
// csv_read — tables as text: files of comma-separated values, and what a spreadsheet puts on the clipboard.
//
// RFC 4180, and what is met beside it: semicolons or tabs instead of commas (told from the first
// line), any line end, a byte order mark, UTF-16, Windows-1252. The apostrophe that csv_write puts
// before what a spreadsheet would run is taken off again (escape_csv).
#pragma once

#include "format/sheet.h"

// ERR_INPUT with the line when the quotes do not fit, or it is no text at all; ERR_LIMIT when it is
// larger than a sheet may be.
bool csv_read(
	struct arena *mem, struct str bytes, struct sheet *ret_sheet, struct err *err) MUST_CHECK;
