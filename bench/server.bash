# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=bash
# server — what the benchmarks of the portal share. Sourced, never run.
#
# Makes the folder $work, dropped at the end together with the servers started, and in it the database
# $work/bench.db with the demo portfolio. Offers:
#   serve_attache NAME [OPTION...]   starts our server with one worker; its address is ${origin[NAME]}, its process ${process[NAME]}
#   cpu_ticks NAME                   the processor time of that server and its workers, 100 a second
#   addresses NAME                   every address in that server's sitemap
#   sizes NAME [HEADER...]           reads addresses, prints those that answer 200 with the bytes of the body
#   largest_action NAME              the address of the action whose page is longest
#   median                           the middle one of the numbers on standard input
#   stop_servers                     ends what was started

attache=$root/build/attache
work=$(mktemp -d)
# nginx may give its worker another user.
chmod a+rx "$work"
declare -A origin=() process=()
servers=()
# Servers on one core, the client on the other; on a machine with one core they share it.
server_core=0
client_core=$(($(nproc) > 1 ? 1 : 0))

stop_servers() {
	[ ${#servers[@]} -eq 0 ] || kill "${servers[@]}" 2>/dev/null || true
	wait
	servers=()
}

leave() {
	stop_servers
	rm -rf "$work"
}
trap leave EXIT

"$attache" --db "$work/bench.db" import demo/*.txt demo/*.html >"$work/import.log" 2>&1 ||
	die "the demo portfolio could not be imported: $(cat "$work/import.log")"

serve_attache() {
	local name=$1 line
	shift
	mkfifo "$work/$name.ready"
	taskset -c "$server_core" "$attache" --db "$work/bench.db" serve --listen 127.0.0.1:0 --workers 1 "$@" \
		>"$work/$name.ready" 2>>"$work/attache.log" &
	servers+=($!)
	read -r line <"$work/$name.ready" || die "attache serve did not start: $(cat "$work/attache.log")"
	origin[$name]=${line%/}
	process[$name]=${servers[-1]}
}

cpu_ticks() {
	local parent=${process[$1]} pid
	for pid in "$parent" $(cat "/proc/$parent/task/$parent/children"); do
		cut -d ' ' -f 14,15 "/proc/$pid/stat"
	done | awk '{ n += $1 + $2 } END { print n }'
}

median() {
	sort -g | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'
}

sizes() {
	local at=${origin[$1]} headers=() header
	shift
	for header in "$@"; do
		headers+=(-H "$header")
	done
	sed "s|.*|url = \"$at&\"\noutput = /dev/null|" |
		curl -s -K - "${headers[@]}" -w '%{http_code} %{url_effective} %{size_download}\n' |
		sed -n "s|^200 $at||p"
}

addresses() {
	curl -s "${origin[$1]}/sitemap.xml" | grep -o '<loc>[^<]*' | sed 's|<loc>[a-z]*://[^/]*||'
}

largest_action() {
	addresses "$1" | grep '^/en/actions/' | sizes "$1" | sort -k 2 -n | tail -n 1 | cut -d ' ' -f 1
}
