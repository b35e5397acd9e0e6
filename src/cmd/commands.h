// SPDX-License-Identifier: EUPL-1.2
// commands — the table of all commands.
#pragma once

#include "cmd/command.h"

// Finds the command that the line names and runs it; answers the exit status.
int commands_run(int argc, char **argv);
