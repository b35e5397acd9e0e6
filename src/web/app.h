// SPDX-License-Identifier: EUPL-1.2
// app — from a request to a route, to a page, to a response.
//
// One app per process: a reading connection with an open snapshot, renewed when anybody committed
// and at least every APP_RENEW_MS, and the portfolio's arrays, renewed when the portfolio's version
// moved. `attache serve` puts it behind net/http.h, `attache get` and the tests call app_handle
// directly.
#pragma once

#include "net/http.h"

enum { APP_RENEW_MS = 1000, APP_PORTFOLIO_MAX = 2000 * 1000 * 1000 };

struct app;

struct app_config {
	struct str database;
	struct str origin; // scheme and host for absolute addresses; empty: from the Host header
	struct str as;     // not empty: the desk is shown to the account of this login, signed in
	size_t rows_max;   // bytes of drawn rows that are kept; 0: each row is drawn anew
};

// Opens the database for reading. Belongs to the process until it ends, or until app_stop.
bool app_start(const struct app_config *config, struct app **ret_app, struct err *err) MUST_CHECK;
void app_stop(struct app *app);

// The http_handler, http_version and http_body_max of net/http.h; `context` is the app.
void app_handle(struct arena *mem, void *context, const struct http_request *request,
	struct http_response *ret_response);
int64_t app_version(void *context);
uint64_t app_body_max(void *context, struct str target);
