// SPDX-License-Identifier: EUPL-1.2
// app — from a request to a route, to a page, to a response.
#include "web/app.h"

#include "base/clock.h"
#include "base/log.h"
#include "store/portfolio.h"
#include "store/record_release.h"
#include "web/api.h"
#include "web/gate.h"
#include "web/layout.h"
#include "web/links.h"
#include "web/portal.h"
#include "web/route.h"
#include "web/row_shelf.h"
#include "work/desk/publish.h"

enum { DUE_WAIT_MS = 200, DUE_AGAIN_MS = 1000, DUE_MEMORY_MAX = 256 * 1024 * 1024 };

struct app {
	struct arena *mem; // the app's own
	struct app_config config;
	struct db *db;
	struct visit_writer writer;
	struct arena *portfolio_mem; // the current portfolio's; the next one gets a fresh arena
	struct portfolio *portfolio;
	struct row_shelf *shelf; // in the portfolio's arena
	int64_t looked_at;       // monotonic ns
	int64_t seen;            // the database's version then
	int64_t due_at;          // when the next record becomes public; 0: none waits
	int64_t due_tried_at;    // monotonic ns
};

static bool load_portfolio(struct app *app, struct err *err)
{
	struct arena *mem = arena_new(APP_PORTFOLIO_MAX);
	struct portfolio *fresh;

	if (!portfolio_load(mem, app->db, &fresh, err)) {
		arena_free(mem);
		return false;
	}
	arena_free(app->portfolio_mem);
	app->portfolio_mem = mem;
	app->portfolio = fresh;
	app->shelf = row_shelf_new(mem, fresh->n, app->config.rows_max);
	return true;
}

// Moves the snapshot to now and reloads the arrays when the version has moved.
static bool renew(struct app *app, struct err *err)
{
	int64_t version;

	app->looked_at = clock_monotonic();
	app->seen = db_version(app->db);
	if (!db_snapshot_renew(app->db, err) || !portfolio_version_read(app->db, &version, err) ||
		!record_release_next(app->db, &app->due_at, err))
		return false;
	if (app->portfolio && app->portfolio->version == version)
		return true;
	return load_portfolio(app, err);
}

// Makes public what is due now. Every worker does when it looks first; the writers' lock lets one
// after the other, and the second finds nothing left.
static bool release_due(struct app *app, struct err *err)
{
	struct arena *mem CLEANUP(arena_free_at) = arena_new(DUE_MEMORY_MAX);
	AUTO_TXN txn = {0};
	int64_t n;

	app->due_tried_at = clock_monotonic();
	if ((!app->writer.db && !db_open(app->writer.database, DB_WRITE, &app->writer.db, err)) ||
		!db_begin(app->writer.db, DUE_WAIT_MS, &txn, err) ||
		!publish_due(mem, app->writer.db, clock_now(), &n, err) || !db_commit(&txn, err))
		return false;
	if (n)
		LOG(LOG_INFO, "became-public", {"records", str_of_int(mem, n)});
	return renew(app, err);
}

static void release_when_due(struct app *app)
{
	const int64_t again = (int64_t)DUE_AGAIN_MS * 1000 * 1000;
	struct err err;

	if (!app->due_at || clock_now() < app->due_at ||
		(app->due_tried_at && clock_monotonic() - app->due_tried_at < again))
		return;
	if (!release_due(app, &err))
		LOG(LOG_ERROR, "release-failed", {"why", str_c(err.msg)});
}

bool app_start(const struct app_config *config, struct app **ret_app, struct err *err)
{
	struct arena *mem = arena_new(1024 * 1024);
	struct app *app = NEW(mem, struct app);

	app->mem = mem;
	app->config = (struct app_config){.database = str_copy(mem, config->database),
		.origin = str_copy(mem, config->origin),
		.as = str_copy(mem, config->as),
		.rows_max = config->rows_max};
	app->writer.database = app->config.database;
	if (!db_open(app->config.database, DB_READ, &app->db, err) || !renew(app, err)) {
		app_stop(app);
		return false;
	}
	release_when_due(app);
	*ret_app = app;
	return true;
}

void app_stop(struct app *app)
{
	if (!app)
		return;
	db_close(app->writer.db);
	db_close(app->db);
	arena_free(app->portfolio_mem);
	arena_free(app->mem);
}

int64_t app_version(void *context)
{
	struct app *app = context;
	struct err err;

	bool is_stale = db_version(app->db) != app->seen ||
		clock_monotonic() - app->looked_at >= (int64_t)APP_RENEW_MS * 1000 * 1000;
	if (is_stale && !renew(app, &err))
		LOG(LOG_ERROR, "renew-failed", {"why", str_c(err.msg)});
	release_when_due(app);
	return app->portfolio->version;
}

uint64_t app_body_max(void *context, struct str target)
{
	SCRATCH(tmp);
	struct http_request request = {.method = HTTP_POST};
	const struct lang *lang;
	struct str arg[VISIT_ARG_MAX];
	struct err ignored;
	unsigned other;

	(void)context;
	if (!http_parse_target(tmp, target, &request, &ignored))
		return HTTP_BODY_MAX;
	const struct route *route = route_find(HTTP_POST, request.path, &lang, arg, &other);
	return route && route->body_max ? route->body_max : HTTP_BODY_MAX;
}

// What a visitor is told for each kind of error; the words of the error itself go to the log.
static struct failure failure_of(const struct lang *lang, const struct err *err)
{
	switch (err->kind) {
	case ERR_INPUT:
	case ERR_USAGE:
		return (struct failure){.status = 400,
			.heading = lang_text(lang, _("This request cannot be read")),
			.sentence = lang_text(lang,
				_("A part of the address is not in a form that this page knows. "
				  "Go back and try again, or start from the list of actions."))};
	case ERR_DENIED:
		return (struct failure){.status = 403,
			.heading = lang_text(lang, _("This page is not open to you")),
			.sentence = lang_text(
				lang, _("You do not have the right to see this page."))};
	case ERR_LIMIT:
		return (struct failure){.status = 413,
			.heading = lang_text(lang, _("This answer is too large")),
			.sentence = lang_text(lang,
				_("The answer would be larger than this portal sends. Choose "
				  "fewer actions by a filter."))};
	case ERR_CONFLICT:
		return (struct failure){.status = 503,
			.heading = lang_text(lang, _("The register is being updated")),
			.sentence = lang_text(
				lang, _("Nothing was lost. Try again in a few seconds."))};
	case ERR_NONE:
	case ERR_IO:
	case ERR_DB:
		break;
	}
	return (struct failure){.status = 500,
		.heading = lang_text(lang, _("This page could not be made")),
		.sentence = lang_text(lang,
			_("The fault is ours and was written down. Nothing was lost. Try again "
			  "in a minute; the other pages may still work."))};
}

static void answer_failure(struct visit *v, const struct err *err)
{
	struct failure failure = failure_of(v->lang, err);
	struct err ignored;

	LOG(LOG_ERROR, "page-failed", {"path", v->request->path}, {"why", str_c(err->msg)});
	if (api_is(v->request->path)) {
		api_failed(v, failure.status, failure.sentence);
		return;
	}
	v->out = out_memory(v->mem, BODY_MAX);
	v->page.title = failure.heading;
	v->page.is_unlisted = true;
	v->page.data = STR_EMPTY;
	*v->response = (struct http_response){.status = failure.status, .is_private = true};
	layout_failure(&v->t, &failure);
	if (!visit_html(v, &ignored))
		v->response->body = failure.sentence;
}

// What the address does answer.
static bool answer_wrong_method(struct visit *v, unsigned methods, struct err *err)
{
	struct http_pair *allow = NEW(v->mem, struct http_pair);
	struct str names = STR_EMPTY;

	for (enum http_method m = HTTP_GET; m < HTTP_OTHER; m++) {
		enum http_method as = m == HTTP_HEAD ? HTTP_GET : m;
		if (methods >> as & 1)
			names = str_format(v->mem, "%" PRIstr "%s%" PRIstr, STR(names),
				names.n ? ", " : "", STR(http_method_name(m)));
	}
	*allow = (struct http_pair){S("Allow"), names};
	if (api_is(v->request->path))
		return api_wrong_method(v, names, err);
	*v->response = (struct http_response){
		.status = 405,
		.type = S("text/plain; charset=utf-8"),
		.body = str_format(v->mem, "This address answers %" PRIstr " only.\n", STR(names)),
		.header = allow,
		.header_n = 1,
		.is_private = true,
	};
	return true;
}

// The address behind the language: "/fr/actions?page=2" gives "/actions?page=2".
static struct str path_behind_language(
	struct arena *mem, const struct http_request *request, const struct lang *lang)
{
	struct str path = request->path;
	size_t prefix = lang ? lang->code.n + 1 : 0;

	path = str_from(path, prefix);
	if (!path.n)
		path = S("/");
	if (!request->query.n)
		return path;
	return str_format(mem, "%" PRIstr "?%" PRIstr, STR(path), STR(request->query));
}

static struct str origin_of(
	struct arena *mem, const struct app *app, const struct http_request *request)
{
	if (app->config.origin.n)
		return app->config.origin;
	return str_format(
		mem, "http://%" PRIstr, STR(request->host.n ? request->host : S("127.0.0.1")));
}

// Where an address that is almost one leads: "/fr/actions/" to "/fr/actions", "/actions" to
// "/fr/actions" in the visitor's language. Empty when it leads nowhere.
static struct str mended_path(struct arena *mem, struct str path, const struct lang *lang)
{
	const struct lang *ignored;
	struct str arg[VISIT_ARG_MAX], tried = path;
	unsigned other;

	if (str_find(path, S("/."), 0) != STR_NONE)
		return STR_EMPTY;
	while (tried.n > 1 && str_ends(tried, S("/")))
		tried = str_sub(tried, 0, tried.n - 1);
	if (tried.n < path.n && route_find(HTTP_GET, tried, &ignored, arg, &other))
		return tried;
	tried = str_format(mem, "/%" PRIstr "%" PRIstr, STR(lang->code), STR(tried));
	return route_find(HTTP_GET, tried, &ignored, arg, &other) ? tried : STR_EMPTY;
}

// A decoded path as it stands in an address: every part encoded.
static struct str encoded_path(struct arena *mem, struct str path)
{
	struct out o = out_memory(mem, HTTP_URL_MAX * 3);
	struct str_split parts = {.rest = str_from(path, 1), .sep = '/'};
	struct str part;

	while (str_next(&parts, &part)) {
		out_char(&o, '/');
		escape_url_part(&o, part);
	}
	return out_str(&o);
}

// 404, or the way to the address that was meant.
static bool answer_no_route(struct visit *v, struct err *err)
{
	if (api_is(v->request->path))
		return api_no_route(v, err);
	struct str path = mended_path(v->mem, v->request->path, v->lang);

	if (!path.n || v->request->method != HTTP_GET)
		return visit_not_found(v, err);
	path = encoded_path(v->mem, path);
	if (v->request->query.n)
		path = str_format(
			v->mem, "%" PRIstr "?%" PRIstr, STR(path), STR(v->request->query));
	return visit_redirect(v, 302, path);
}

// The language that a path begins with, or NULL.
static const struct lang *language_in(struct str path)
{
	struct str_split parts = {.rest = path, .sep = '/'};
	struct str part = STR_EMPTY;

	// The part before the first "/" is empty.
	for (int i = 0; i < 2; i++)
		if (!str_next(&parts, &part))
			return NULL;
	return lang_find(part);
}

// A language that the settings switched off leads to the same page in one that is spoken.
static bool answer_other_language(struct visit *v)
{
	const struct lang *lang = portal_accept(v->portfolio, v->request->accept_language);

	return visit_redirect(v, 302, link_to(v->mem, lang, v->page.path));
}

void app_handle(struct arena *mem, void *context, const struct http_request *request,
	struct http_response *ret_response)
{
	struct app *app = context;
	const struct lang *lang = NULL;
	struct err err = {0};
	unsigned other_methods;

	app_version(app);
	*ret_response = (struct http_response){0};
	struct visit *v = NEW(mem, struct visit);
	const struct route *route = route_find(
		request->method, request->path, &lang, v->arg, &other_methods);
	v->mem = mem;
	v->request = request;
	v->response = ret_response;
	v->db = app->db;
	v->portfolio = app->portfolio;
	v->shelf = app->shelf;
	// Errors below /fr/ are told in French, wherever the address leads.
	lang = language_in(request->path);
	v->lang = lang ? lang : portal_accept(app->portfolio, request->accept_language);
	v->origin = origin_of(mem, app, request);
	v->is_proxied = app->config.origin.n > 0;
	v->now = clock_now();
	v->writer = &app->writer;
	v->out = out_memory(mem, BODY_MAX);
	out_reserve(&v->out, BODY_USUAL);
	v->t = (struct tmpl){.mem = mem, .out = &v->out, .lang = v->lang};
	v->page = (struct page){.lang = v->lang,
		.portfolio = app->portfolio,
		.path = path_behind_language(mem, request, lang)};

	bool is_off = lang && !portal_speaks(app->portfolio, lang);

	bool done = is_off                             ? answer_other_language(v)
		: !gate_enter(v, app->config.as, &err) ? false
		: route                                ? gate_pass(v, route, &err)
		: other_methods                        ? answer_wrong_method(v, other_methods, &err)
						       : answer_no_route(v, &err);
	if (!done)
		answer_failure(v, &err);
	gate_leave(v);
}
