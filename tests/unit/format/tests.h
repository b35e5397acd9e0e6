// SPDX-License-Identifier: EUPL-1.2
// tests — one function for each file of tests; answers how many failed.
#pragma once

int escape_tests(void);
int charset_tests(void);
int lang_tests(void);
int date_text_tests(void);
int json_read_tests(void);
int json_write_tests(void);
int csv_write_tests(void);
int mail_text_tests(void);
int seal_tests(void);
int digits_tests(void);
int svg_tests(void);
int gzip_tests(void);
int sheet_tests(void);
int xlsx_tests(void);
