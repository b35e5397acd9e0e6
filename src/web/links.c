// SPDX-License-Identifier: EUPL-1.2
// links — addresses from their parts; every part that varies is percent-encoded.
#include "web/links.h"

#include "format/escape.h"

enum { LINK_MAX = 16 * 1024 };

static struct str build(struct arena *mem, const struct lang *lang, struct str before,
	struct str part, struct str after)
{
	struct out o = out_memory(mem, LINK_MAX);

	out_char(&o, '/');
	out_write(&o, lang->code);
	out_write(&o, before);
	escape_url_part(&o, part);
	out_write(&o, after);
	return out_str(&o);
}

struct str link_home(struct arena *mem, const struct lang *lang)
{
	return build(mem, lang, S("/"), STR_EMPTY, STR_EMPTY);
}

struct str link_file(struct arena *mem, struct str before, struct str digest, struct str name)
{
	struct out o = out_memory(mem, LINK_MAX);

	out_write(&o, before);
	out_write(&o, S("/files/"));
	out_write(&o, digest);
	out_char(&o, '/');
	escape_url_part(&o, name);
	return out_str(&o);
}

struct str link_to(struct arena *mem, const struct lang *lang, struct str path)
{
	return build(mem, lang, path, STR_EMPTY, STR_EMPTY);
}

struct str link_action(struct arena *mem, const struct lang *lang, struct str slug)
{
	return build(mem, lang, S("/actions/"), slug, STR_EMPTY);
}

struct str link_source(struct arena *mem, const struct lang *lang, struct str slug,
	struct str record, int64_t number, struct str field)
{
	if (!record.n)
		return build(mem, lang, S("/actions/"), slug, S("/source"));
	struct str fact = str_format(mem, "/source?fact=%" PRIstr ".%lld.%" PRIstr "#fact",
		STR(record), (long long)number, STR(field));
	return build(mem, lang, S("/actions/"), slug, fact);
}

struct str link_country(struct arena *mem, const struct lang *lang, struct str iso2)
{
	return build(mem, lang, S("/countries/"), iso2, STR_EMPTY);
}

struct str link_region(struct arena *mem, const struct lang *lang, struct str slug)
{
	return build(mem, lang, S("/regions/"), slug, STR_EMPTY);
}

struct str link_theme(struct arena *mem, const struct lang *lang, struct str slug)
{
	return build(mem, lang, S("/themes/"), slug, STR_EMPTY);
}

struct str link_as(struct arena *mem, struct str address, struct str format)
{
	bool has_query = str_find_char(address, '?', 0) != STR_NONE;
	struct str joint = has_query ? S("&format=") : S("?format=");

	return str_join(mem, str_join(mem, address, joint), format);
}

struct str link_listing(
	struct arena *mem, const struct lang *lang, struct str path, const struct filter *filter)
{
	struct str query = filter_query(mem, filter, filter->page);

	if (!query.n)
		return link_to(mem, lang, path);
	return build(mem, lang, path, STR_EMPTY, str_join(mem, S("?"), query));
}
