# SPDX-License-Identifier: EUPL-1.2
# floors — read src/FLOORS, then the #include lines of the sources named after it, and tell which go the wrong way.
#
# A line of FLOORS is a floor with its peers, or begins with a word of its own: foreign, allow, only, calls,
# pure, mutable.

# floor_of("work/import/run.c") is "work"; a file directly in src/ is a floor by its own name
function floor_of(path) {
	if (path !~ /\//) {
		sub(/\..*/, "", path)
		return path
	}
	sub(/\/.*/, "", path)
	return path
}

function folder_of(path) {
	if (!sub(/\/[^\/]*$/, "", path))
		return ""
	return path
}

function finding(words) {
	printf "%s:%d: %s\n", FILENAME, FNR, words
}

function allowed(file, target, i) {
	for (i = 1; i <= allow_n; i++)
		if (index(file "/", allow_file[i] "/") == 1 && (target == allow_target[i] || index(target, allow_target[i] "/") == 1))
			return 1
	return 0
}

function check_own(file, target, from, to, from_floor, to_floor) {
	from = folder_of(file)
	to = folder_of(target)
	from_floor = floor_of(file)
	to_floor = floor_of(target)
	if (allowed(file, target))
		return
	if (target !~ /\//) {
		finding("\"" target "\" has no folder; name it from src/ on")
		return
	}
	if (!(to_floor in level)) {
		finding("\"" target "\" is on no floor of src/FLOORS")
		return
	}
	if (from == to || (from_floor == to_floor && to == to_floor))
		return
	if (from_floor == to_floor)
		finding("includes \"" target "\" of a neighbouring folder; move the shared part down")
	else if (level[to_floor] == level[from_floor])
		finding("includes \"" target "\" of a peer; " from_floor " and " to_floor " do not know each other")
	else if (level[to_floor] > level[from_floor])
		finding("includes \"" target "\" from a higher floor; includes go downward only")
	else if ((to_floor in only) && index(only[to_floor], " " from_floor " ") == 0)
		finding("includes \"" target "\", but only" only[to_floor] "may use " to_floor)
	else if ((from_floor in base_only) && to_floor != "base")
		finding("includes \"" target "\", but " from_floor " uses base and itself only")
}

function check_foreign(file, target, header, i) {
	for (i = 1; i <= foreign_n; i++) {
		header = foreign_header[i]
		if ((target == header || (header ~ /\/$/ && index(target, header) == 1)) && index(foreign_file[i], " " file " ") == 0)
			finding("includes <" target ">, which is the business of src/" foreign_file[i] "alone")
	}
}

FILENAME ~ /FLOORS$/ {
	sub(/#.*/, "")
	if ($1 == "only") {
		only[$2] = " "
		for (i = 3; i <= NF; i++)
			only[$2] = only[$2] $i " "
	} else if ($1 == "calls") {
		for (i = 3; i <= NF; i++)
			caller[$i] = $2
	} else if ($1 == "pure") {
		base_only[$2] = 1
	} else if ($1 == "foreign") {
		foreign_header[++foreign_n] = $2
		foreign_file[foreign_n] = " " $3 " "
	} else if ($1 == "allow") {
		allow_file[++allow_n] = $2
		allow_target[allow_n] = $3
	} else if (NF && $1 != "mutable") {
		high++
		for (i = 1; i <= NF; i++)
			level[$i] = high
	}
	next
}

FNR == 1 {
	file = FILENAME
	sub(/^src\//, "", file)
	if (!(floor_of(file) in level))
		finding("stands on no floor of src/FLOORS")
}

/\(/ && !/^[ \t]*\/\// {
	for (name in caller)
		if ($0 ~ "(^|[^A-Za-z0-9_])" name "\\(" && floor_of(file) != caller[name] && index(name, floor_of(file) "_") != 1)
			finding("calls " name ", which is the business of " caller[name] " alone")
}

# A template names what its holes need in the same words as C.
/^[ \t]*#[ \t]*include[ \t]*"/ {
	target = $0
	sub(/^[^"]*"/, "", target)
	sub(/".*/, "", target)
	check_own(file, target)
}

/^[ \t]*#[ \t]*include[ \t]*</ {
	target = $0
	sub(/^[^<]*</, "", target)
	sub(/>.*/, "", target)
	check_foreign(file, target)
}
