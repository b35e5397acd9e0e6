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
// malloc and free are kept to the lowest floors by tools/check/memory, since those floors need them.
#pragma once

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

// Some of them are macros in some builds, and poisoning a macro is a warning.
#undef alloca
#undef sprintf
#undef vsprintf
#undef strcpy
#undef strcat
#undef strncpy
#undef strncat

#pragma GCC poison strcpy stpcpy strcat strncpy strncat sprintf vsprintf gets
#pragma GCC poison strtok strtok_r atoi atol atoll atof
#pragma GCC poison scanf fscanf sscanf vscanf vfscanf vsscanf
#pragma GCC poison localtime localtime_r gmtime asctime asctime_r ctime ctime_r mktime
#pragma GCC poison system popen tmpnam tempnam tmpfile mktemp
#pragma GCC poison rand rand_r srand random srandom drand48
#pragma GCC poison setlocale alloca
