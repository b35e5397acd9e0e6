// SPDX-License-Identifier: EUPL-1.2
// fuzz — what every fuzz target has: one function that is shown bytes, and must neither crash nor
// leave a promise of the part under test broken.
//
// MUST states such a promise; it ends the process, whatever the kind of build.
#pragma once

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define MUST(promise)                                                                         \
	do {                                                                                  \
		if (!(promise)) {                                                             \
			fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #promise); \
			abort();                                                              \
		}                                                                             \
	} while (0)

// The name that libFuzzer calls. Always answers 0.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
