// SPDX-License-Identifier: EUPL-1.2
// kind_list — the kinds there are; each lives in the file of its name.
#pragma once

#include "model/kind.h"

extern const struct kind kind_action, kind_activity, kind_attachment, kind_document, kind_facility,
	kind_news, kind_note, kind_organisation, kind_output, kind_person, kind_phase, kind_place,
	kind_region, kind_setting, kind_theme;
