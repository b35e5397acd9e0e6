# SPDX-License-Identifier: EUPL-1.2
# names — from lines `source symbol type`: exported names without their file's name, and names that nobody else uses.
#
# db_sqlite.c is a part of db and json_write.c the writing half of json: a name may begin with the first words of the
# file's name instead of all of them; and after a noun of its header, told by lines `noun header name`.

$1 == "noun" {
	file = $2
	sub(/\.h$/, ".c", file)
	nouns[file] = nouns[file] " " $3
	next
}

{
	if ($3 ~ /^[TDBRVC]$/) {
		defined[$2] = $1
	} else if ($3 == "U") {
		users[$2] = users[$2] " " $1
	}
}

function fits(source, name, head, list, i, n) {
	n = split(nouns[source], list, " ")
	for (i = 1; i <= n; i++)
		if (name == list[i] || index(name, list[i] "_") == 1)
			return 1
	head = source
	sub(/.*\//, "", head)
	sub(/\.c$/, "", head)
	while (head != "") {
		if (name == head || index(name, head "_") == 1)
			return 1
		if (!sub(/_[^_]*$/, "", head))
			return 0
	}
	return 0
}

END {
	for (name in defined) {
		source = defined[name]
		if (source !~ /^src\// || name == "main")
			continue
		if (!fits(source, name))
			printf "%s:1: exports %s, which does not begin with the file's name\n", source, name
		if (users[name] == "")
			printf "%s:1: exports %s, which no other file uses; make it static or take it out\n", source, name
	}
}
