// SPDX-License-Identifier: EUPL-1.2
// tests — one function for each file of tests; answers how many failed.
#pragma once

int country_tests(void);
int code_tests(void);
int action_tests(void);
int part_tests(void);
int entry_tests(void);
int portfolio_tests(void);
int kind_tests(void);
int privacy_tests(void);
int showcase_tests(void);
int record_tests(void);
int file_type_tests(void);
