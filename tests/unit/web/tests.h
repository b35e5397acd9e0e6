// SPDX-License-Identifier: EUPL-1.2
// tests — one function for each file of tests; answers how many failed.
#pragma once

int route_tests(void);
int api_read_tests(void);
int filter_tests(void);
int links_tests(void);
int figure_rows_tests(void);
int highlight_tests(void);
int list_query_tests(void);
int portal_tests(void);
int record_form_tests(void);
int row_shelf_tests(void);
int world_map_tests(void);
