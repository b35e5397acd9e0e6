// SPDX-License-Identifier: EUPL-1.2
// tests — one function for each file of tests; answers how many failed.
#pragma once

int entry_json_tests(void);
int dossier_entry_tests(void);
int search_text_tests(void);
int import_tests(void);
int export_tests(void);
int figures_tests(void);
int desk_tests(void);
int todo_tests(void);
int sheet_tests(void);
int release_tests(void);
int review_tests(void);
