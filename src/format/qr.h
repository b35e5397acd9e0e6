// SPDX-License-Identifier: EUPL-1.2
// qr — a text as the path of a QR code, by libqrencode.
#pragma once

#include "base/arena.h"
#include "base/str.h"

struct qr {
	struct str path; // of an SVG, one unit a module; empty when the text is too long
	int side;        // modules
};

struct qr qr_of(struct arena *mem, struct str text);
