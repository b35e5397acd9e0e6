// SPDX-License-Identifier: EUPL-1.2
// char — what an ASCII byte is; bytes of longer characters are nothing of all this.
#pragma once

#include <stdbool.h>

bool char_is_space(char c);
bool char_is_digit(char c);
bool char_is_alpha(char c);
char char_lower(char c);
