# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=bash
# serve — pages of ours against the same bytes as files from nginx (bench/nginx.conf), in one run.
#
# Each server has one worker on one core, wrk runs on the other with 50 open connections. Kept: the page
# asked again while nothing changed. Fresh: an address that was never asked for. Built: --cache 0, nothing
# is kept. The rounds alternate, so that a busy minute of the machine meets all of them.

. "$(dirname "$0")/../script/lib.sh"
. "$root/bench/server.bash"

rounds=${ROUNDS:-5}
seconds=${SECONDS_EACH:-3}
connections=50

# A free port, as our server finds one.
start_nginx() {
	serve_attache probe
	local port=${origin[probe]##*:}
	stop_servers
	cp bench/nginx.conf "$work"
	printf 'listen 127.0.0.1:%s;\n' "$port" >"$work/port.conf"
	taskset -c "$server_core" nginx -p "$work" -c nginx.conf -e error.log 2>>"$work/nginx.log" &
	servers+=($!)
	process[nginx]=$!
	origin[nginx]=http://127.0.0.1:$port
	curl -s -o /dev/null --retry 20 --retry-delay 0 --retry-connrefused "${origin[nginx]}/" ||
		die "nginx did not start: $(cat "$work/nginx.log" "$work/error.log")"
}

# save ENCODING ADDRESS FILE: what we answer becomes a file of nginx.
save() {
	mkdir -p "$(dirname "$work/files$3")"
	curl -s -f -H "Accept-Encoding: $1" "${origin[kept]}$2" >"$work/files$3" ||
		die "$2 is not answered"
}

# run_wrk SERVER ENCODING ADDRESS adds one run to the rounds of that server: requests a second, microseconds
# of processor time for one, the middle latency and the 99th percentile in milliseconds.
run_wrk() {
	local before
	local script=()
	[ "$1" != fresh ] || script=(-s bench/fresh.lua)
	before=$(cpu_ticks "$1")
	taskset -c "$client_core" wrk -t 1 -c "$connections" -d "${seconds}s" --latency "${script[@]}" \
		-H "Accept-Encoding: $2" "${origin[$1]}$3" >"$work/wrk"
	if grep -q 'Non-2xx\|Socket errors' "$work/wrk"; then
		die "wrong answers from $1 for $3: $(cat "$work/wrk")"
	fi
	awk -v ticks="$(($(cpu_ticks "$1") - before))" '
		function ms(t) { return t ~ /us$/ ? t / 1000 : t ~ /ms$/ ? t + 0 : t * 1000 }
		$1 == "50%" { middle = ms($2) } $1 == "99%" { high = ms($2) } $2 == "requests" { n = $1 }
		/^Requests\/sec/ { rate = $2 } END { print rate, ticks * 10000 / n, middle, high }' \
		"$work/wrk" >>"$work/$1.runs"
}

# The middle one of a column of a server's rounds.
middle_of() {
	cut -d ' ' -f "$2" "$work/$1.runs" | median
}

# print_row PAGE ENCODING SERVER BYTES GOAL: one line of the table from the rounds of all servers.
print_row() {
	awk -v "rate=$(middle_of "$3" 1)" -v "base=$(middle_of nginx 1)" \
		-v "cpu=$(middle_of "$3" 2)" -v "base_cpu=$(middle_of nginx 2)" \
		-v "middle=$(middle_of "$3" 3)" -v "high=$(middle_of "$3" 4)" \
		-v page="$1" -v encoding="$2" -v server="$3" -v bytes="$4" -v goal="$5" 'BEGIN {
		printf "| %s | %s | %d | %s | %d | %.2f | %s | %.1f | %.2f | %.2f | %.2f | %.1f |\n", page,
			encoding, bytes, server, rate, rate / base, goal, cpu, base_cpu / cpu, middle, high,
			high / middle }'
}

# compare PAGE ADDRESS ENCODING SERVER=GOAL...
compare() {
	local page=$1 address=$2 encoding=$3 file=/$3/$1 bytes round server
	shift 3
	save "$encoding" "$address" "$file"
	bytes=$(stat -c %s "$work/files$file")
	rm -f "$work"/*.runs
	for ((round = 0; round < rounds; round++)); do
		run_wrk nginx "$encoding" "$file"
		for server in "$@"; do
			run_wrk "${server%%=*}" "$encoding" "$address"
		done
	done
	print_row "$page" "$encoding" nginx "$bytes" '–'
	for server in "$@"; do
		print_row "$page" "$encoding" "${server%%=*}" "$bytes" "${server#*=}"
	done
}

start_nginx
serve_attache kept
serve_attache fresh
serve_attache built --cache 0
action=$(largest_action kept)

printf 'nginx %s with bench/nginx.conf and attache, one worker each on core %s; wrk on core %s, %s connections;\n' \
	"$(nginx -v 2>&1 | sed 's|.*/||')" "$server_core" "$client_core" "$connections"
printf '%s rounds of %s s in turn, medians; the same bytes in the same encoding. "kept": asked again while nothing\n' \
	"$rounds" "$seconds"
printf 'changed. "fresh": an address that nobody asked for before, so the page is put together, with rows of actions\n'
printf 'that were drawn for other pages of this version of the register. "built": nothing is kept (--cache 0).\n'
printf 'Demo portfolio; the action is the one with the longest page (%s).\n' "${action##*/}"
printf '"ratio" is of the requests a second of nginx in the same rounds, "CPU ratio" of the processor time of one\n'
printf 'request: on a machine that others use too the second is the steadier one.\n'
{
	compare home /en/ gzip 'kept=must 0.8'
	compare list /en/actions identity 'kept=must 0.8' 'fresh=must 0.25, aim 0.35' 'built=–'
	compare list /en/actions gzip 'kept=must 0.8'
	compare action "$action" identity 'kept=must 0.8' 'built=must 0.05, aim 0.10'
} >"$work/table"
printf 'Load average at the end: %s.\n\n' "$(cut -d ' ' -f 1-2 /proc/loadavg)"
printf '| page | encoding | bytes | server | requests/s | ratio | goal | CPU µs | CPU ratio | p50 ms | p99 ms | p99 / p50 |\n'
printf '| --- | --- | --: | --- | --: | --: | --- | --: | --: | --: | --: | --: |\n'
cat "$work/table"
