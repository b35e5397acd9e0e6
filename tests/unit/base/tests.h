// SPDX-License-Identifier: EUPL-1.2
// tests — one function for each file of tests; answers how many failed.
#pragma once

int arena_tests(void);
int str_tests(void);
int buf_tests(void);
int out_tests(void);
int vec_tests(void);
int map_tests(void);
int err_tests(void);
int finding_tests(void);
int date_tests(void);
int field_tests(void);
int clock_tests(void);
int utf8_tests(void);
int file_tests(void);
int option_tests(void);
int log_tests(void);
int random_tests(void);
