// SPDX-License-Identifier: EUPL-1.2
// tests — one function for each file of tests; answers how many failed.
#pragma once

int lock_tests(void);
int db_tests(void);
int schema_text_tests(void);
int migrate_tests(void);
