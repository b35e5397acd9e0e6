// SPDX-License-Identifier: EUPL-1.2
// html_fuzz — the pieces of a page stand in it one after the other, and they come to an end.
#include "fuzz.h"

#include "format/html_scan.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str source = {(const char *)data, size};
	struct html_scan scan = html_scan_new(source);
	struct html_piece piece;
	size_t behind = 0;

	(void)html_scan_is_html(source);
	// A piece covers at least a byte, but breaks may stand on one spot: of the ends that are missing.
	for (size_t n = 0; n <= size * 2 + 2; n++) {
		html_scan_next(&scan, &piece);
		if (piece.kind == HTML_END)
			return 0;
		MUST(piece.source >= behind && piece.source <= size);
		MUST(piece.source_n <= size - piece.source);
		if (piece.kind == HTML_ENTITY)
			MUST(piece.bytes.n > 0);
		if (piece.kind == HTML_TEXT)
			MUST(piece.bytes.n == piece.source_n);
		behind = piece.source + piece.source_n;
	}
	const bool the_pieces_end = false;
	MUST(the_pieces_end);
	return 0;
}
