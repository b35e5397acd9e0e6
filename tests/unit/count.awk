# SPDX-License-Identifier: EUPL-1.2
# count — add up the TAP lines in the log of meson test and print what failed.
#
# A program that prints no TAP is one test, passed when it ended with 0 and skipped with 77; one that ended badly
# without naming a failed test (a sanitizer, a signal) is one failure more.

function close_block() {
	if (name == "")
		return
	bad = result !~ /exit status (0|77)( |$)/
	if (!tap) {
		if (bad) {
			failed++
			print "not ok - " name ": " result
		} else if (result ~ /exit status 77/) {
			skipped++
		} else {
			passed++
		}
	} else if (bad && !wrong) {
		failed++
		print "not ok - " name ": " result
	}
	name = ""
}

/^=+ [0-9]+\/[0-9]+ =+$/ { close_block(); tap = wrong = 0; result = "no result"; next }
/^test: / { name = substr($0, 15); sub(/^ +/, "", name) }
/^result: / { result = substr($0, 9); sub(/^ +/, "", result) }
# cmocka says "not ok" of what it skips.
/^(not )?ok [0-9]+.*# SKIP/ { tap++; skipped++; print; next }
/^ok [0-9]+/ { tap++; passed++ }
/^not ok [0-9]+/ { tap++; wrong++; failed++; print $0 " [" name "]" }
END {
	close_block()
	printf "unit: %d passed, %d failed, %d skipped\n", passed, failed, skipped
}
