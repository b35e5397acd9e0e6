// SPDX-License-Identifier: EUPL-1.2
// listener — the socket that waits for clients.
#include "net/listener.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

enum { BACKLOG = 1024 };

union address {
	struct sockaddr any;
	struct sockaddr_in v4;
	struct sockaddr_in6 v6;
};

// The length of the address; 0 when the text is not one.
static socklen_t read_address(struct str text, uint16_t port, union address *ret_address)
{
	SCRATCH(tmp);
	char *z = str_z(tmp, text);

	*ret_address = (union address){0};
	if (inet_pton(AF_INET, z, &ret_address->v4.sin_addr) == 1) {
		ret_address->v4.sin_family = AF_INET;
		ret_address->v4.sin_port = htons(port);
		return sizeof ret_address->v4;
	}
	if (inet_pton(AF_INET6, z, &ret_address->v6.sin6_addr) == 1) {
		ret_address->v6.sin6_family = AF_INET6;
		ret_address->v6.sin6_port = htons(port);
		return sizeof ret_address->v6;
	}
	return 0;
}

static bool fail(struct str address, uint16_t port, struct err *err)
{
	switch (errno) {
	case EADDRINUSE:
		return err_set(err, ERR_IO,
			"port %u of %" PRIstr " is in use by another program; choose another port",
			port, STR(address));
	case EADDRNOTAVAIL:
	case EAFNOSUPPORT:
		return err_set(
			err, ERR_IO, "%" PRIstr " is not an address of this machine", STR(address));
	case EACCES:
		return err_set(err, ERR_IO,
			"port %u may not be used by this user; choose one above 1023", port);
	}
	return err_set_errno(
		err, ERR_IO, errno, "cannot listen on port %u of %" PRIstr, port, STR(address));
}

static bool bind_and_listen(int fd, const union address *address, socklen_t n)
{
	int yes = 1;

	// A port left by a server that just ended may be taken again at once.
	return setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0 &&
		bind(fd, &address->any, n) == 0 && listen(fd, BACKLOG) == 0;
}

bool listener_open(
	struct str address, uint16_t port, int *ret_fd, uint16_t *ret_port, struct err *err)
{
	union address at;
	socklen_t n = read_address(address, port, &at);

	if (!n)
		return err_set(err, ERR_IO, "%" PRIstr " is not an address like 127.0.0.1 or ::1",
			STR(address));
	int fd = socket(at.any.sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (fd < 0)
		return fail(address, port, err);
	if (!bind_and_listen(fd, &at, n) || getsockname(fd, &at.any, &n) != 0) {
		fail(address, port, err);
		close(fd);
		return false;
	}
	*ret_fd = fd;
	*ret_port = ntohs(at.any.sa_family == AF_INET ? at.v4.sin_port : at.v6.sin6_port);
	return true;
}
