# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=bash
# desk — pages of lists of 10,000 records, a save, and a save while a large import runs (bench/desk.py), in one run.
#
# Beside them stand what the same answer costs without us: the list's SQL in the sqlite3 shell's own library, and the
# same bytes written to a file and synced.

. "$(dirname "$0")/../script/lib.sh"

compile build attache bench/fill_desk
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
say "making 10,000 records of each kind that the desk works with"
build/bench/fill_desk "$work/attache.db" "${RECORDS:-10000}" 2>&1 | sed 's/^/  /' >&2
python3 bench/desk.py build/attache "$work" "${ROUNDS:-40}"
printf '\nLoad average at the end: %s.\n' "$(cut -d ' ' -f 1,2 /proc/loadavg)"
