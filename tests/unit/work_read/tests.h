// SPDX-License-Identifier: EUPL-1.2
// tests — the groups of tests of the reader, each answering how many failed.
#pragma once

int html_scan_tests(void);
int stem_tests(void);
int text_tests(void);
int token_tests(void);
int date_find_tests(void);
int explain_tests(void);
int date_table_tests(void);
int doubt_find_tests(void);
int heading_tests(void);
int languages_tests(void);
int output_find_tests(void);
int partner_find_tests(void);
int line_class_tests(void);
int layout_tests(void);
int activity_find_tests(void);
int event_date_tests(void);
int event_place_tests(void);
int event_tense_tests(void);
int deed_tests(void);
int member_tests(void);
int read_tests(void);
int tongue_tests(void);
int wording_tests(void);
