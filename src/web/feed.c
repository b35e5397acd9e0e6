// SPDX-License-Identifier: EUPL-1.2
// feed — the actions and the news as Atom feeds (RFC 4287), the latest first.
//
// In English, as the pages read are: each feed is one for everybody, whatever a reader accepts.
#include "base/clock.h"
#include "format/escape.h"
#include "model/action.h"
#include "model/kind_list.h"
#include "store/dossier.h"
#include "web/links.h"
#include "web/news.h"
#include "web/pages.h"
#include "web/portal.h"

enum { FEED_ENTRIES_MAX = 100 };

static void element(struct out *o, struct str name, struct str text)
{
	out_format(o, "<%" PRIstr ">", STR(name));
	escape_xml(o, text);
	out_format(o, "</%" PRIstr ">\n", STR(name));
}

static void link_element(struct visit *v, struct str rel, struct str path)
{
	out_format(&v->out, "<link rel=\"%" PRIstr "\" href=\"", STR(rel));
	escape_xml(&v->out, str_join(v->mem, v->origin, path));
	out_write(&v->out, S("\"/>\n"));
}

// Ids are tag URIs (RFC 4151): they stay when the portal moves to another address.
static struct str tag(struct visit *v, struct str rest)
{
	return str_format(v->mem, "tag:attache,2026:%" PRIstr, STR(rest));
}

static bool write_entry(struct visit *v, const struct portfolio_action *a, struct err *err)
{
	struct str label = action_label_of(v->mem, a->place, a->phase);
	struct str title = a->title.n
		? str_format(v->mem, "%" PRIstr ": %" PRIstr, STR(label), STR(a->title))
		: label;
	struct dossier *d;

	if (!dossier_by_id(v->mem, v->db, a->id, false, &d, err))
		return false;
	if (!d)
		return true;
	out_write(&v->out, S("<entry>\n"));
	element(&v->out, S("id"), tag(v, str_join(v->mem, S("action:"), a->slug)));
	element(&v->out, S("title"), title);
	element(&v->out, S("updated"), clock_rfc3339(v->mem, a->changed_at));
	element(&v->out, S("published"), clock_rfc3339(v->mem, d->action.created_at));
	link_element(v, S("alternate"), link_action(v->mem, lang_all[0], a->slug));
	element(&v->out, S("summary"),
		d->action.objective.n ? d->action.objective : d->action.summary);
	out_write(&v->out, S("</entry>\n"));
	return true;
}

// What the feed tells of, "news", is its address and that of its list.
static void write_head(struct visit *v, struct str of, int64_t updated)
{
	struct str name = portal_name(v->mem, lang_all[0], v->portfolio);

	out_write(&v->out,
		S("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		  "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n"));
	element(&v->out, S("id"), tag(v, of));
	element(&v->out, S("title"),
		str_format(v->mem, "%" PRIstr ": %" PRIstr, STR(name), STR(of)));
	element(&v->out, S("updated"), clock_rfc3339(v->mem, updated));
	out_write(&v->out, S("<author>"));
	element(&v->out, S("name"), name);
	out_write(&v->out, S("</author>\n"));
	link_element(v, S("self"), str_format(v->mem, "/feeds/%" PRIstr ".atom", STR(of)));
	link_element(v, S("alternate"), link_to(v->mem, lang_all[0], str_join(v->mem, S("/"), of)));
}

static void write_news(struct visit *v, const struct exhibit *item)
{
	const struct record *r = item->record;
	struct str text = exhibit_text(r, v->mem, "lead", S("en"));

	out_write(&v->out, S("<entry>\n"));
	element(&v->out, S("id"), tag(v, str_format(v->mem, "news:%lld", (long long)r->id)));
	element(&v->out, S("title"), record_name(v->mem, r, S("en")));
	element(&v->out, S("updated"), clock_rfc3339(v->mem, r->changed_at));
	element(&v->out, S("published"), clock_rfc3339(v->mem, item->from));
	link_element(v, S("alternate"), link_to(v->mem, lang_all[0], exhibit_path(v->mem, r)));
	element(&v->out, S("summary"), text.n ? text : exhibit_text(r, v->mem, "body", S("en")));
	out_write(&v->out, S("</entry>\n"));
}

bool feed_news(struct visit *v, struct err *err)
{
	struct showcase news = news_sorted(v->mem, v->portfolio);
	int64_t updated = 0;

	if (!news.n)
		return visit_not_found(v, err);
	for (size_t i = 0; i < news.n; i++) {
		const struct exhibit *item = &news.p[i];
		int64_t at = item->from > item->record->changed_at ? item->from
								   : item->record->changed_at;
		updated = at > updated ? at : updated;
	}
	write_head(v, S("news"), updated);
	for (size_t i = 0; i < news.n && i < FEED_ENTRIES_MAX; i++)
		write_news(v, &news.p[i]);
	out_write(&v->out, S("</feed>\n"));
	return visit_send(v, S("application/atom+xml; charset=utf-8"), err);
}

bool feed_actions(struct visit *v, struct err *err)
{
	static const struct portfolio_filter everything;
	struct portfolio_hits hits = portfolio_select(
		v->mem, v->portfolio, &everything, SORT_CHANGED);

	write_head(v, S("actions"), v->portfolio->changed_at);
	for (size_t i = 0; i < hits.n && i < FEED_ENTRIES_MAX; i++)
		if (!write_entry(v, &v->portfolio->action[hits.p[i]], err))
			return false;
	out_write(&v->out, S("</feed>\n"));
	return visit_send(v, S("application/atom+xml; charset=utf-8"), err);
}
