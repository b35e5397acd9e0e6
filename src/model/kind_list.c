// SPDX-License-Identifier: EUPL-1.2
// kind_list — the kinds there are, in the order of the desk's menu.

#include "model/kind_list.h"

const struct kind *const kind_list[KIND_N] = {
	&kind_action,
	&kind_activity,
	&kind_output,
	&kind_organisation,
	&kind_person,
	&kind_document,
	&kind_news,
	&kind_facility,
	&kind_phase,
	&kind_place,
	&kind_region,
	&kind_theme,
	&kind_note,
	&kind_attachment,
	&kind_setting,
};
