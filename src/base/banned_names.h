// SPDX-License-Identifier: EUPL-1.2
// banned_names — the names of base/banned.h, which says why.
#pragma once

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
