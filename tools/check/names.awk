# SPDX-License-Identifier: EUPL-1.2
# names — from lines `source symbol type`: exported names without their file's name, and names that nobody else uses.
#
# db_sqlite.c is a part of db and json_write.c the writing half of json: a name may begin with the first words of the
# file's name instead of all of them; with the noun in the singular, since links.c makes link_home; after its folder,
# since cmd/read.c cannot call its command read (cmd_read); and after a noun of its header, told by lines
# `noun header name`.

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

function begins(name, noun) {
	return name == noun || index(name, noun "_") == 1
}

function fits(source, name, head, folder, list, i, n) {
	n = split(nouns[source], list, " ")
	for (i = 1; i <= n; i++)
		if (begins(name, list[i]))
			return 1
	n = split(source, list, "/")
	folder = list[n - 1]
	head = list[n]
	sub(/\.c$/, "", head)
	if (begins(name, folder "_" head))
		return 1
	if (head ~ /[^s]s$/ && begins(name, substr(head, 1, length(head) - 1)))
		return 1
	while (!begins(name, head))
		if (!sub(/_[^_]*$/, "", head))
			return 0
	return 1
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
