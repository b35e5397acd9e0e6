// SPDX-License-Identifier: EUPL-1.2
// body_find — names of bodies in running text: ministries, directorates, agencies, organisations.
#pragma once

#include "work/read/reading.h"

// The name of a body that begins at token `i` and ends before `end`: a known one (COMESA), or a run
// of capitalised words with "of", "for" and "and" between them in which a head noun of
// data/read/organ.*.tsv stands. Brackets and articles do not belong to it.
bool body_at(const struct reading *reading, size_t i, size_t end, struct range *ret_name);

// "the Malawian authorities", "the Nigerian authorities": authorities named by their country only.
bool body_is_collective(
	const struct reading *reading, size_t i, size_t end, struct range *ret_name);

// A run of at least two capitalised words that may name a body without such a noun ("Doctors
// Without Borders"); for where the words around it say that it is one.
bool body_run_at(const struct reading *reading, size_t i, size_t end, struct range *ret_name);
