// SPDX-License-Identifier: EUPL-1.2
// source — the field tables of pages and of the publications they name.
#include "model/source.h"

static const struct field source_table[] = {
	FIELD(source, id, .label = N_("Number")),
	FIELD(source, digest, .label = N_("SHA-256")),
	FIELD(source, name, .label = N_("Name")),
	FIELD(source, size, .label = N_("Bytes")),
	FIELD(source, region, .label = N_("Region")),
	FIELD(source, funder, .label = N_("Funder")),
	FIELD(source, as_of, .label = N_("Information as of")),
	FIELD(source, unread_share, .label = N_("Unread, per ten thousand")),
	FIELD(source, imported_at, .label = N_("Imported")),
};
const struct fields source_fields = FIELDS(source, source_table);

static const struct field document_table[] = {
	FIELD(document, id, .class = FIELD_INTERNAL),
	FIELD(document, source_id, .class = FIELD_INTERNAL),
	FIELD(document, title, .label = N_("Title"), .flags = FIELD_SEARCHED),
	FIELD(document, languages, .label = N_("Languages")),
};
const struct fields document_fields = FIELDS(document, document_table);
