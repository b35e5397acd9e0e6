// SPDX-License-Identifier: EUPL-1.2
// disk — a disk whose power can be cut: SQLite writes through it, and it knows what is safe.
//
// A layer over the system's own files (a VFS of SQLite). What was written since the last sync of a
// file is in doubt: when the power is cut, each sector of 512 bytes in doubt is found as it was, as
// it was written, or full of nonsense; a file that grew has any length between, one that was cut
// shorter is so or is not. Bytes of a sector that were not written stay what they were: disks keep
// that promise today, and SQLite counts on it (SQLITE_IOCAP_POWERSAFE_OVERWRITE). Deleting a file is
// done at once. From the cut on every write fails.
#pragma once

#include <stdbool.h>

enum disk_kind {
	DISK_HONEST,
	DISK_LAZY_LOG, // syncs the log only before the database itself is written, as PRAGMA
	// synchronous = NORMAL would have it
	DISK_LYING, // never syncs, as synchronous = OFF
};

// The disk under every database that is opened from now on; the power goes at the `cut_at`th write,
// sync or change of length (0: never). `seed` decides what becomes of what is in doubt.
void disk_begin(enum disk_kind kind, long cut_at, unsigned long seed);

// How many such operations there were, and whether the power is gone.
long disk_operations(void);
bool disk_is_dead(void);

// Writes what the disk holds after the cut into the folder, under the files' own names. Then the
// system's own files are used again. False when the folder does not take them.
bool disk_end(const char *folder);
