// SPDX-License-Identifier: EUPL-1.2
// gate — who is it, may they, is the form theirs: asked before any page of the desk runs.
//
// Pages never ask these questions themselves. The gate knows the visitor by a cookie of 256 bits
// of chance, of which the database holds the digest. Every form brings back a token that is made
// from the cookie (web/visit.h, desk.csrf): a foreign page can send our cookie but cannot read it.
// Browsers also say where a form comes from (Origin, Sec-Fetch-Site); what says elsewhere is
// refused. Who is not signed in has such a cookie too, which opens nothing: it protects the
// sign-in form, and it is replaced at sign-in.
//
// Programs call /api/ with a token and no cookie, so none of this is asked of them: web/api_gate.c.
//
// Addresses outside the desk are never asked for a cookie, so that their pages can be kept for
// everybody.
#pragma once

#include "web/route.h"

// Finds out who it is. `as` not empty: the account of this login, signed in with all it has (for
// `attache get --as`; no cookie is looked at).
bool gate_enter(struct visit *v, struct str as, struct err *err) MUST_CHECK;

// Runs the page if this visitor may see it, else answers why not, or the way to the sign-in.
bool gate_pass(struct visit *v, const struct route *route, struct err *err) MUST_CHECK;

// Puts the cookie into the answer, whatever the answer is.
void gate_leave(struct visit *v);

// What web/api_gate.c shares: the visitor is this account, or that of this login, strong or not; the
// address that asked, also behind a proxy.
void gate_take(struct visit *v, const struct account *account, bool is_strong);
bool gate_take_named(struct visit *v, struct str login, struct err *err) MUST_CHECK;
struct str gate_client(const struct visit *v);

// The token in the visitor's cookie, of a session or not; empty when there is none.
struct str gate_token(const struct visit *v);
// Makes `token` the visitor's cookie from now on; empty: the cookie is taken off.
void gate_set_token(struct visit *v, struct str token);
