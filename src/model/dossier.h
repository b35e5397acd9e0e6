// SPDX-License-Identifier: EUPL-1.2
// dossier — an action with everything it consists of: what an import writes and a page shows.
#pragma once

#include "model/action.h"
#include "model/part.h"

struct dossier {
	struct action action;
	struct activities activities;
	struct outputs outputs;
	struct expert_provisions experts;
	struct organisation_roles organisations;
	struct country_roles countries;
	struct theme_links themes;
	struct claims claims;
	struct warnings warnings;
};
