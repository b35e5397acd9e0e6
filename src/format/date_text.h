// SPDX-License-Identifier: EUPL-1.2
// date_text — dates and periods written out in a language, as precise as they are known.
//
// The machine's form is date_iso and period_edtf (base/date.h). A language is one row of the table
// in date_text.c; a language without a row is written in English. Digits are Western everywhere.
#pragma once

#include "base/arena.h"
#include "base/date.h"
#include "base/str.h"
#include "format/lang.h"

// "24 April 2012", "April 2012", "2012"; empty when nothing is known.
struct str date_text(struct arena *mem, const struct lang *lang, struct date d);

// "24–26 April 2012", "31 May – 11 June 2010", "March–July 2012", "April 2010 – October 2011",
// "2010–2012", "April 2012 – ongoing"; a half or a quarter of one year as "first half of 2014" and
// "first quarter of 2016", "ongoing" for one that began nobody knows when. Empty when nothing is known.
struct str date_text_period(struct arena *mem, const struct lang *lang, struct period p);
