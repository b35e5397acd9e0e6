# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=bash
# read — attache read with everything on against wc -w in UTF-8 on the same text, in one run; and its memory.
#
# The text is one page repeated: the founding page where it is at hand, else the demo page. Both run in turn on one
# core and their processor time counts, so that other work on the machine weighs on both alike. The goal is a share
# of wc's speed.

. "$(dirname "$0")/../script/lib.sh"

attache=$root/build/attache
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rounds=5
core=0

page=../shared/data/pages/sub-saharan-africa.txt
[ -f "$page" ] || page=demo/sub-saharan-africa.txt
html=demo/neighbourhood.html

# repeated FILE BYTES: the file again and again, cut at so many bytes.
repeated() {
	local once again
	once=$(stat -c %s "$1")
	again=$(($2 / (once + 1) + 1))
	for ((; again > 0; again--)); do
		cat "$1"
		printf '\n'
	done | head -c "$2" || true
}

# spent COMMAND...: seconds of processor time and kilobytes of memory; what it prints is thrown away.
spent() {
	/usr/bin/time -f '%U %S %M' -o "$work/time" taskset -c "$core" "$@" >"$work/null" 2>"$work/errors" ||
		die "$* failed: $(head -n 3 "$work/errors")"
	awk '{ printf "%.2f %d\n", $1 + $2, $3 }' "$work/time"
}

median() {
	sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'
}

# print WHAT MB SECONDS [SECONDS OF WC]
print_speed() {
	awk -v what="$1" -v mb="$2" -v seconds="$3" -v beside="${4:-}" -v goal="${5:--}" 'BEGIN {
		printf "| %s | %.0f MB | %.2f s | %.0f MB/s | %s | %s |\n", what, mb, seconds, mb / seconds,
			beside ? sprintf("%.3f", beside / seconds) : "1", goal
	}'
}

ln -s /dev/null "$work/null"
repeated "$page" 100000000 >"$work/100.txt"
for ((i = 0; i < rounds; i++)); do
	spent env LC_ALL=C.UTF-8 wc -w "$work/100.txt" | cut -d ' ' -f 1 >>"$work/wc.seconds"
	spent "$attache" read "$work/100.txt" | cut -d ' ' -f 1 >>"$work/read.seconds"
	spent "$attache" read --explain --format text "$work/100.txt" | cut -d ' ' -f 1 >>"$work/explain.seconds"
	spent "$attache" read "$page" | cut -d ' ' -f 1 >>"$work/one.seconds"
done
wc_seconds=$(median <"$work/wc.seconds")

printf 'Page: %s, repeated; %d rounds in turn on one core, medians of the processor time.\n' "${page##*/}" "$rounds"
printf 'Load average at the end: %s.\n\n' "$(cut -d ' ' -f 1,2 /proc/loadavg)"
printf '| what | text | time | speed | of the speed of wc -w | goal |\n| --- | --: | --: | --: | --: | --- |\n'
print_speed 'wc -w, C.UTF-8' 100 "$wc_seconds"
print_speed 'read, JSON lines' 100 "$(median <"$work/read.seconds")" "$wc_seconds" 'must 0.1, aim 0.25'
print_speed 'read, every fact explained' 100 "$(median <"$work/explain.seconds")" "$wc_seconds"
printf '\nOne page (%d kB): %s s, most of it the tables of words.\n' "$(($(stat -c %s "$page") / 1000))" \
	"$(median <"$work/one.seconds")"

printf '\n| what | size | peak of memory |\n| --- | --: | --: |\n'
for mb in 10 100 1000; do
	repeated "$page" "${mb}000000" >"$work/text.txt"
	printf '| text | %d MB | %.1f MB |\n' "$mb" "$(spent "$attache" read "$work/text.txt" |
		awk '{ print $2 / 1000 }')"
	rm "$work/text.txt"
done
repeated "$html" 16000000 >"$work/page.html"
spent "$attache" read "$work/page.html" |
	awk '{ printf "| HTML | 16 MB | %.1f MB |\n", $2 / 1000 }'
