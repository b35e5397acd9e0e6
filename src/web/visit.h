// SPDX-License-Identifier: EUPL-1.2
// visit — one request being answered: what a page is given, and how it answers.
//
// web/app.c has already found the route, the language and the connection, and checked the method;
// a page loads, fills its view, calls its template, and ends with visit_html, which puts the layout
// around what the template wrote:
//
//     v->page.title = visit_text(v, _("Actions"));
//     action_list_view(&v->t, &view);
//     return visit_html(v, err);
#pragma once

#include "db/db.h"
#include "format/lang.h"
#include "format/tmpl.h"
#include "model/account.h"
#include "model/portfolio.h"
#include "model/right.h"
#include "net/http_multipart.h"
#include "work/people/people.h"

enum { VISIT_ARG_MAX = 3 }; // places in the pattern of an address
enum { BODY_MAX = 8 * 1024 * 1024, BODY_USUAL = 64 * 1024 };

// Who visits the desk: set by web/gate.c before the page runs.
struct desk {
	const struct account *account; // NULL: nobody is signed in
	const struct session
		*session; // may await its second factor: then holder.is_signed_in is false
	const struct api_token *token; // by which a program calls; NULL: a person's browser
	int refusal;                   // the status that a wrong token is answered with; 0: none
	struct right_holder holder;
	struct str csrf;   // what every form of this visitor must bring back in its field "csrf"
	struct str client; // address, also behind a proxy
	struct str cookie; // not empty: the Set-Cookie that goes with the answer
};

// A writing connection, opened when the first page needs it.
struct visit_writer {
	struct str database;
	struct db *db;
};

// What the layout around a page needs to know.
struct page {
	struct str title;       // of the document; the portal's name is added behind it
	struct str description; // one sentence for search engines; may be empty
	struct str section;     // first part of the address: which entry of the navigation is lit
	struct str path;   // address without the language, with its query: "/actions?theme=asylum"
	struct str data;   // address of the same page as data without the format; may be empty
	bool has_csv;      // ... which exists as CSV too
	bool is_unlisted;  // robots stay out
	struct str script; // a file of static/ that adds to the page; empty: none
	struct str search; // words in the search field
	struct safe_html grid; // lines of the axis that the page's strips share (web/strip.h)
	bool has_map;          // the hatches of a printed map are defined
	bool is_home;
	const struct desk *desk; // not NULL: a page of the desk
	const struct desk_preview
		*preview; // not NULL: a page of the portal that only the desk sees
	const struct lang *lang;
	const struct portfolio *portfolio;
	struct safe_html body; // set by visit_html
};

struct visit {
	struct arena *mem;
	const struct http_request *request;
	struct http_response *response;
	struct db *db; // a reading connection with its snapshot open
	const struct portfolio *portfolio;
	struct row_shelf *shelf; // rows of this portfolio that are drawn already
	const struct lang *lang;
	struct str arg[VISIT_ARG_MAX]; // what stands at the places of the route's pattern
	struct str origin;             // "https://portal.example": for absolute addresses in feeds
	bool is_proxied;               // ... was told, so that a proxy stands before us
	int64_t now;
	struct desk desk;
	struct http_form form;   // of a POST whose token was right
	struct http_files files; // that came with it
	struct visit_writer *writer;
	struct out out;
	struct tmpl t;
	struct page page;
};

// A page answers through visit->response and says true; false with an error becomes an error page.
typedef bool page_handler(struct visit *v, struct err *err);

// Sends what was written to visit->out: as the body of an HTML page with the layout around it, or
// as it is, of any media type.
bool visit_html(struct visit *v, struct err *err) MUST_CHECK;
bool visit_send(struct visit *v, struct str type, struct err *err) MUST_CHECK;

// The page for an address that leads nowhere: 404, with ways on.
bool visit_not_found(struct visit *v, struct err *err) MUST_CHECK;

// 302 or 301 to an address of this portal.
bool visit_redirect(struct visit *v, int status, struct str location);

// 303 behind a POST: to a page that shows what was done.
bool visit_see_other(struct visit *v, struct str location);

// A page that says why not: 403, 429 ...
struct failure;
bool visit_refuse(struct visit *v, const struct failure *failure, struct err *err) MUST_CHECK;

// The connection that a page writes with, and what it writes as: the one who is signed in.
bool visit_act(struct visit *v, struct people_act *ret_act, struct err *err) MUST_CHECK;

// The value of a field of the form, without blanks around it; and as it was given.
struct str visit_field(const struct visit *v, struct str name);
struct str visit_field_raw(const struct visit *v, struct str name);
// The file that was sent in that field, or NULL.
const struct http_file *visit_file(const struct visit *v, struct str name);

// Shorthands: the text in the visitor's language; a decoded query parameter (empty when absent).
struct str visit_text(const struct visit *v, struct str english);
struct str visit_param(const struct visit *v, struct str name);

// Which form of a listing was asked for by ?format=: HTML when nothing was said.
enum visit_format { VISIT_HTML, VISIT_JSON, VISIT_CSV, VISIT_BAD_FORMAT };
enum visit_format visit_format(const struct visit *v);
