// SPDX-License-Identifier: EUPL-1.2
// tests — one function for each file of tests; answers how many failed.
#pragma once

int statement_tests(void);
int row_tests(void);
int source_tests(void);
int dossier_tests(void);
int search_tests(void);
int portfolio_tests(void);
int doctor_tests(void);
int record_tests(void);
int record_pick_tests(void);
int kept_file_tests(void);
int record_file_tests(void);
