# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=bash
# lib — what the gates share. Sourced, never run.
#
# A gate looks at the tree in the folder it is started in, prints one line `file:line: sentence` for each thing it
# finds, and ends with 1 when it found any. So the self-test can show each gate a bad sample in a folder of its own.

set -uo pipefail
export LC_ALL=C.UTF-8
found=0

# files PATTERN... prints the project's own files whose names match, without build products and packages
files() {
	local args=() pattern
	for pattern in "$@"; do
		[ ${#args[@]} -eq 0 ] || args+=(-o)
		case $pattern in
		*/*) args+=(-path "./$pattern") ;;
		*) args+=(-name "$pattern") ;;
		esac
	done
	find . \( -name .git -o -name node_modules -o -path './build*' -o -path ./data-run \) -prune -o \
		-type f \( "${args[@]}" \) -printf '%P\n' | sort
}

# scripts prints the shell scripts: by their first line, wherever they are
scripts() {
	{
		files 'script/*' 'tools/check/*' 'tests/*' 'bench/*' '.ci/*' |
			while IFS= read -r file; do
				head -c 64 "$file" | head -n 1 | grep -qaE '^#!.*\b(ba)?sh$' && printf '%s\n' "$file"
			done
		files '*.sh'
	} | sort -u
}

# report reads findings from standard input, prints them and remembers that there were any
report() {
	local line
	while IFS= read -r line; do
		printf '%s\n' "$line"
		found=1
	done
}

# finish ends the gate
finish() {
	exit "$found"
}
