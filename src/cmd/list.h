// SPDX-License-Identifier: EUPL-1.2
// list — the commands there are; each lives in the file of its name.
#pragma once

#include "cmd/command.h"

extern const struct command cmd_backup, cmd_doctor, cmd_export, cmd_get, cmd_import, cmd_migrate,
	cmd_read, cmd_restore, cmd_search, cmd_serve, cmd_stats, cmd_user;
