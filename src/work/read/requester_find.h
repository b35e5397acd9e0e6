// SPDX-License-Identifier: EUPL-1.2
// requester_find — which body asked for the action.
#pragma once

#include "work/read/reading.h"

// Fills requester and requester_kind: the body under its label, else one that is said to have
// asked, else countries that asked together, else the first body said to be helped.
void requester_find(struct reading *reading);
