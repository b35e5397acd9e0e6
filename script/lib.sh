# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=bash
# lib — what the scripts share. Sourced, never run.
#
# Sets `root` (the project's folder) and goes there. Offers:
#   say WORDS...     a line for the person at the terminal
#   die WORDS...     the same, then exit 3
#   need GROUP...    install the Debian packages of these groups that are missing
#   configure DIR [OPTION...]   make or keep a Meson build folder
#   compile DIR [TARGET...]     bring it up to date; quiet unless something fails

set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
export LC_ALL=C.UTF-8

say() {
	printf '%s\n' "$*" >&2
}

die() {
	say "$@"
	exit 3
}

as_root() {
	if [ "$(id -u)" -eq 0 ]; then
		"$@"
	elif command -v sudo >/dev/null; then
		sudo "$@"
	else
		die "packages are missing and neither root nor sudo is at hand to install: $missing"
	fi
}

# missing_packages GROUP... prints the packages of these groups that are not installed
missing_packages() {
	local group word words have wanted=()
	for group in "$@"; do
		read -r -a words < <(sed -n "s/^$group://p" script/packages) ||
			die "script/packages has no group $group"
		for word in "${words[@]}"; do
			case $word in
			*/*) command -v "${word#*/}" >/dev/null || wanted+=("${word%/*}") ;;
			*) wanted+=("$word") ;;
			esac
		done
	done
	[ ${#wanted[@]} -gt 0 ] || return 0
	have=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null |
		sed -n 's/^installed //p') || true
	for word in "${wanted[@]}"; do
		grep -qxF -- "$word" <<<"$have" || printf '%s ' "$word"
	done
}

apt() {
	as_root env DEBIAN_FRONTEND=noninteractive apt-get -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=600 "$@"
}

need() {
	local log
	missing=$(missing_packages "$@")
	[ -n "$missing" ] || return 0
	say "installing $missing"
	log=$(mktemp)
	# shellcheck disable=SC2086 # a list of words
	if ! apt install -qq -y --no-install-recommends $missing >"$log" 2>&1 &&
		! { apt update -qq && apt install -qq -y --no-install-recommends $missing; } >"$log" 2>&1; then
		cat "$log" >&2
		rm -f "$log"
		die "could not install $missing; see the lines above"
	fi
	rm -f "$log"
	hash -r
}

# quiet COMMAND... shows what the command printed only when it fails
quiet() {
	local log status=0
	log=$(mktemp)
	"$@" >"$log" 2>&1 || status=$?
	[ "$status" -eq 0 ] || cat "$log" >&2
	rm -f "$log"
	return "$status"
}

configure() {
	local dir=$1
	shift
	# A folder made with other options, or moved, is made anew; ninja itself notices a changed meson.build.
	local options="$root ${CC:-} $*"
	if [ -f "$dir/build.ninja" ] && [ "$options" = "$(cat "$dir/.options" 2>/dev/null)" ]; then
		return 0
	fi
	rm -rf "$dir"
	quiet meson setup "$dir" "$@" || die "meson could not set up $dir"
	printf '%s' "$options" >"$dir/.options"
}

compile() {
	local dir=$1
	shift
	quiet ninja -C "$dir" "$@" || die "$dir does not build; see the lines above"
}
