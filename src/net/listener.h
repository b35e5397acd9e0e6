// SPDX-License-Identifier: EUPL-1.2
// listener — the socket that waits for clients.
#pragma once

#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

// Listens on a numeric address (IPv4 or IPv6); port 0 means any free one, *ret_port is the one in
// use. ERR_IO in a sentence when the port is busy, reserved, or the address is not this machine's.
bool listener_open(struct str address, uint16_t port, int *ret_fd, uint16_t *ret_port,
	struct err *err) MUST_CHECK;
