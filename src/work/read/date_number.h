// SPDX-License-Identifier: EUPL-1.2
// date_number — dates that are numbers only: 2010-03-12, 12.03.2010, 12-14.03.2010, 03/2010.
#pragma once

#include "work/read/date_part.h"

enum { YEAR_MIN = 1900, YEAR_MAX = 2099 };

bool date_is_day(const struct token *token);
bool date_is_year(const struct token *token);

// Reads the numbers from token `i` on into the part; answers behind them, or 0. Where slashes
// leave open which number is the month, the day is taken to come first and the part is
// ambiguous.
size_t date_numbers_read(const struct tokens *tokens, size_t i, size_t end, struct date_part *part);
