// SPDX-License-Identifier: EUPL-1.2
// tests — the groups of tests of the reader, each answering how many failed.
#pragma once

int html_scan_tests(void);
int text_tests(void);
int token_tests(void);
int date_find_tests(void);
int heading_tests(void);
int read_tests(void);
