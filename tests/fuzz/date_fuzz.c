// SPDX-License-Identifier: EUPL-1.2
// date_fuzz — a text that is read as a date or a period is printed as it was and is a real day.
#include "fuzz.h"

#include <string.h>

#include "base/date.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = {(const char *)data, size};
	struct date date;
	struct period period;
	char printed[PERIOD_TEXT_MAX];

	if (date_parse(text, &date) && size > 0) {
		MUST(date_is_real(date));
		MUST(date_print(date, printed) == size && memcmp(printed, data, size) == 0);
		MUST(date_first_day(date) <= date_last_day(date));
		MUST(date_cmp(date, date_of_day(date_last_day(date))) <= 0);
	}
	if (period_parse(text, &period) && period_is_known(period)) {
		struct period again = {0};
		char twice[PERIOD_TEXT_MAX];
		size_t n = period_print(period, printed);
		MUST(period_parse((struct str){printed, n}, &again));
		MUST(period_print(again, twice) == n && memcmp(printed, twice, n) == 0);
		MUST(period_months(period, (struct date){2016, 3, 0}) >= 0);
	}
	return 0;
}
