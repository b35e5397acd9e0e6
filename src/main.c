// SPDX-License-Identifier: EUPL-1.2
// main — the command line goes to the table of commands; nothing else happens here.
#include "cmd/commands.h"

int main(int argc, char **argv)
{
	return commands_run(argc, argv);
}
