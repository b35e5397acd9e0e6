// SPDX-License-Identifier: EUPL-1.2
// qr — runs of dark modules, row by row, as one path.
#include "format/qr.h"

#include <qrencode.h>

#include "base/buf.h"

enum { PATH_MAX_BYTES = 256 * 1024 };

static void add_row(struct buf *b, const unsigned char *row, int side, int y)
{
	for (int x = 0; x < side; x++) {
		int from = x;
		while (x < side && row[x] & 1)
			x++;
		if (x > from)
			buf_format(b, "M%d %dh%dv1h-%dz", from, y, x - from, x - from);
	}
}

struct qr qr_of(struct arena *mem, struct str text)
{
	QRcode *code = QRcode_encodeData(
		(int)text.n, (const unsigned char *)text.p, 0, QR_ECLEVEL_M);
	struct buf b = buf_new(mem, PATH_MAX_BYTES);

	if (!code)
		return (struct qr){STR_EMPTY, 0};
	for (int y = 0; y < code->width; y++)
		add_row(&b, code->data + y * code->width, code->width, y);
	struct qr qr = {buf_str(&b), code->width};
	QRcode_free(code);
	return qr;
}
