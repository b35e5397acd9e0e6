# SPDX-License-Identifier: EUPL-1.2
# sizes — nesting and parameters of functions, read off the layout that clang-format made.
#
# A control statement N tabs deep nests N levels; a function's head begins in the first column and its body with a
# brace there.

FNR == 1 { body = 0; head = "" }

/^\{/ {
	if (head ~ /\)[ \t]*$/) {
		list = head
		sub(/^[^(]*\(/, "", list)
		while (gsub(/\([^()]*\)/, "", list)) { }
		sub(/\).*/, "", list)
		n = gsub(/,/, ",", list) + 1
		if (n > 7 && !(head ~ /^static / && index(foreign, " " FILENAME " ")))
			printf "%s:%d: %d parameters; at most 7, so make a struct of them\n", FILENAME, FNR - 1, n
	}
	body = 1
	head = ""
	next
}
/^\}/ { body = 0; head = ""; next }
!body {
	if ($0 ~ /^[A-Za-z_]/ && $0 !~ /;[ \t]*$/)
		head = $0
	else if (head != "" && $0 ~ /^\t/)
		head = head " " $0
	else
		head = ""
	next
}
/^\t+(if|for|while|do|switch)[ ({]/ || /^\t+\} while / {
	match($0, /^\t+/)
	if (RLENGTH > 4 && $0 !~ /^\t+\} while /)
		printf "%s:%d: nested %d deep; at most 4, so give the inner part a name\n", FILENAME, FNR, RLENGTH
}
