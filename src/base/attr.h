// SPDX-License-Identifier: EUPL-1.2
// attr — the compiler attributes this program uses, spelled once.
#pragma once

// The caller must look at the result: every function that can fail carries it.
#define MUST_CHECK __attribute__((warn_unused_result))

// The compiler checks the arguments against the format, which is never NULL: FMT and FIRST count
// parameters from 1.
#define PRINTF_LIKE(fmt, first) __attribute__((format(printf, fmt, first), nonnull(fmt)))

// A variable that releases itself when its block ends; F receives a pointer to it.
#define CLEANUP(f) __attribute__((cleanup(f)))

// Never inlined: what is seldom needed would make those who call it slow.
#define NOINLINE __attribute__((noinline))

#define NORETURN __attribute__((noreturn))
#define UNUSED __attribute__((unused))
#define FALLTHROUGH __attribute__((fallthrough))
