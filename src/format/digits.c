// SPDX-License-Identifier: EUPL-1.2
// digits — a pass over the page, tag by tag.
#include "format/digits.h"

#include "base/char.h"

// Where the pass is: inside an element that stays as it is, and how deep in elements of its name.
struct pass {
	struct out *out;
	struct str kept; // name of the element; empty: none
	int depth;
};

// The name in "<p class=...>" and "</p>".
static struct str name_of(struct str tag)
{
	size_t from = tag.n > 1 && tag.p[1] == '/' ? 2 : 1, to = from;
	while (to < tag.n && (char_is_alpha(tag.p[to]) || char_is_digit(tag.p[to])))
		to++;
	return str_sub(tag, from, to);
}

static bool is_void(struct str name)
{
	static const struct str names[] = {S_INIT("br"), S_INIT("hr"), S_INIT("img"),
		S_INIT("input"), S_INIT("link"), S_INIT("meta"), S_INIT("use"), S_INIT("path")};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_eq(names[i], name))
			return true;
	return false;
}

// The element's texts are of another script or are not for reading.
static bool is_kept(struct str tag, struct str name)
{
	static const struct str names[] = {S_INIT("code"), S_INIT("textarea"), S_INIT("script"),
		S_INIT("style"), S_INIT("option")};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_eq(names[i], name))
			return true;
	bool has_lang = str_find(tag, S(" lang=\""), 0) != STR_NONE;
	return str_find(tag, S(" dir=\"ltr\""), 0) != STR_NONE ||
		(has_lang && str_find(tag, S(" lang=\"ar\""), 0) == STR_NONE);
}

static void take_tag(struct pass *p, struct str tag)
{
	struct str name = name_of(tag);
	bool is_end = tag.n > 1 && tag.p[1] == '/';
	bool is_alone = str_ends(tag, S("/>")) || is_void(name);
	out_write(p->out, tag);
	if (p->kept.n) {
		if (str_eq(name, p->kept) && !is_alone)
			p->depth += is_end ? -1 : 1;
		if (p->depth == 0)
			p->kept = STR_EMPTY;
	} else if (!is_end && !is_alone && name.n && is_kept(tag, name)) {
		p->kept = name;
		p->depth = 1;
	}
}

static void take_text(struct pass *p, struct str text)
{
	size_t from = 0;
	for (size_t i = 0; i < text.n; i++) {
		// The digits of "&#39;" are no number.
		if (text.p[i] == '&') {
			size_t end = str_find_char(text, ';', i);
			i = end == STR_NONE ? i : end;
			continue;
		}
		if (!char_is_digit(text.p[i]))
			continue;
		const char eastern[] = {(char)0xd9, (char)(0xa0 + (text.p[i] - '0'))};
		out_write(p->out, str_sub(text, from, i));
		out_write(p->out, (struct str){eastern, sizeof eastern});
		from = i + 1;
	}
	out_write(p->out, str_from(text, from));
}

void digits_eastern(struct out *o, struct str html)
{
	struct pass pass = {.out = o, .kept = STR_EMPTY};
	size_t at = 0;
	while (at < html.n) {
		size_t open = str_find_char(html, '<', at);
		size_t to = open == STR_NONE ? html.n : open;
		struct str text = str_sub(html, at, to);
		if (pass.kept.n)
			out_write(o, text);
		else
			take_text(&pass, text);
		if (to == html.n)
			break;
		size_t close = str_find_char(html, '>', to);
		at = close == STR_NONE ? html.n : close + 1;
		take_tag(&pass, str_sub(html, to, at));
	}
}
