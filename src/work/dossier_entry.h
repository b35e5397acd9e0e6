// SPDX-License-Identifier: EUPL-1.2
// dossier_entry — an entry as read from a page becomes a dossier as kept, and the other way round.
//
// Every value of the entry becomes one claim with its span, so nothing of what was read is lost,
// and the entry made back from a dossier prints the same JSON as the reader did.
#pragma once

#include "model/dossier.h"
#include "model/entry.h"

// The dossier of an entry, in `mem`, every text copied. Ids, source, review and instants stay 0;
// the digest is set: SHA-256 over all facts and warnings, without offsets.
struct dossier *dossier_of_entry(struct arena *mem, const struct entry *entry);

// The entry of a dossier that was loaded with its claims; texts are shared with the dossier.
struct entry *dossier_as_entry(struct arena *mem, const struct dossier *dossier);

// The claim about a value, or NULL: record "activity", number 3, field "date".
const struct claim *dossier_claim(
	const struct dossier *dossier, struct str record, int64_t number, struct str field);
