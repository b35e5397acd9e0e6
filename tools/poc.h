// SPDX-License-Identifier: EUPL-1.2
// poc — the parts of the translations' compiler that stand in files of their own.
#pragma once

#include "po.h"

// Adds the texts that a template (.html) or a C file marks for translation to the entries.
bool poc_collect(struct arena *mem, struct str path, struct po *po, struct err *err) MUST_CHECK;

// The tables of all languages as C: English, then the catalogues in their order, and when
// `pseudo` is not NULL the pseudo-language qps made of its texts.
bool poc_tables(struct arena *mem, const struct po *po, size_t n, const struct po *pseudo,
	struct out *out, struct err *err) MUST_CHECK;

// Prints what is wrong with a catalogue, a line for each; answers how many lines.
unsigned poc_faults(struct arena *mem, const struct po *po);
