// SPDX-License-Identifier: EUPL-1.2
// tests — one function for each file of tests; answers how many failed.
#pragma once

int guard_tests(void);
int cache_tests(void);
int http_field_tests(void);
int http_multipart_tests(void);
int http_target_tests(void);
int smtp_tests(void);
int worker_tests(void);
int http_tests(void);
