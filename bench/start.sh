# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=bash
# start — from nothing to the first answered request, the size of the program, and the weight of the pages.

. "$(dirname "$0")/../script/lib.sh"
. "$root/bench/server.bash"

# ask PORT: one request; fails when nobody listens yet.
ask() {
	local status
	exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
	printf 'GET /en/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
	IFS= read -r status <&3
	exec 3>&-
	[ "${status#HTTP/1.1 }" != "$status" ]
}

# time_start PORT COMMAND...: milliseconds until the first answer.
time_start() {
	local port=$1 begin end pid
	shift
	begin=$EPOCHREALTIME
	"$@" >"$work/start.log" 2>&1 &
	pid=$!
	until ask "$port" 2>/dev/null; do
		kill -0 "$pid" 2>/dev/null || die "it did not start: $(cat "$work/start.log")"
	done
	end=$EPOCHREALTIME
	kill "$pid"
	wait "$pid" || true
	awk -v begin="$begin" -v end="$end" 'BEGIN { printf "%.1f\n", (end - begin) * 1000 }'
}

measure_start() {
	local port=${origin[kept]##*:}
	stop_servers
	cp bench/nginx.conf "$work"
	printf 'listen 127.0.0.1:%s;\n' "$port" >"$work/port.conf"
	mkdir -p "$work/files/en"
	printf 'hello\n' >"$work/files/en/index.html"
	for _ in 1 2 3 4 5 6 7 8 9 10 11; do
		time_start "$port" nginx -p "$work" -c nginx.conf -e error.log >>"$work/nginx.starts"
		time_start "$port" "$attache" --db "$work/bench.db" serve --listen "127.0.0.1:$port" \
			>>"$work/attache.starts"
	done
	printf '| start-up to the first answer (home page, two workers) | %s ms | aim 50 ms | nginx with one file: %s ms; median of 11 |\n' \
		"$(median <"$work/attache.starts")" "$(median <"$work/nginx.starts")"
}

measure_size() {
	cp "$attache" "$work/stripped"
	strip "$work/stripped"
	stat -c %s "$work/stripped" | awk '{ printf "| the program, optimised, stripped | %.2f MB | aim 5 MB | |\n", $1 / 1e6 }'
}

# The heaviest page of each kind in any language: its body and the style, both compressed, and the heads.
measure_pages() {
	local style address
	address=$(curl -s "${origin[kept]}/en/" | grep -o '/[^" ]*\.css' | head -n 1)
	style=$(sizes kept 'Accept-Encoding: gzip' <<<"$address" | cut -d ' ' -f 2)
	{
		addresses kept
		for address in en fr ar; do
			printf '/%s/search\n/%s/search?q=border\n' "$address" "$address"
		done
	} | sizes kept 'Accept-Encoding: gzip' | awk -v style="$style" '{
		n = split($1, part, "/"); kind = part[3] == "" ? "home" : part[3]
		sub(/\?.*/, "", kind)
		if (n > 3) kind = kind " / one"
		if (!(kind in size)) order[++kinds] = kind
		count[kind]++
		if ($2 > size[kind]) { size[kind] = $2; which[kind] = $1 }
	} END { for (i = 1; i <= kinds; i++) {
		kind = order[i]
		printf "| %s | %.1f kB | 60 kB | heaviest of %d: `%s` %.1f kB and the style %.1f kB |\n", kind,
			(size[kind] + style) / 1000, count[kind], which[kind], size[kind] / 1000, style / 1000
	} }'
}

serve_attache kept
printf '| what | figure | goal | beside it |\n| --- | --: | --- | --- |\n'
measure_pages
measure_size
measure_start
