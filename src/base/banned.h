// SPDX-License-Identifier: EUPL-1.2
// banned — functions that do not compile here. The build includes this file before every source.
//
// Each name below overflows its target, hides an error, keeps a secret state, or asks the
// environment what it should have been given. The headers that declare the names come first: a
// poisoned name may not be seen again, not even in a system header. What to use instead:
//
//	strcpy strcat sprintf gets …	buf_*, out_*, snprintf
//	strtok atoi atof scanf …	str_next, str_int
//	localtime gmtime asctime …	base/date.h, base/clock.h
//	mktemp tmpnam …			base/file.h (a new name is opened and made in one step)
//	system popen			fork and exec with an argument list
//	setlocale			nothing: the locale is "C" for as long as the program runs
//	alloca				an arena
//	rand random …			nothing yet: what needs chance needs getrandom
//
// The names themselves stand in base/banned_names.h. A foreign header that has one of them in a macro must come before
// that: its file is built with -DFOREIGN_FIRST and includes the names itself, behind the header.
//
// malloc and free are kept to the lowest floors by tools/check/memory, since those floors need them.
#pragma once

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

#ifndef FOREIGN_FIRST
#include "base/banned_names.h"
#endif
