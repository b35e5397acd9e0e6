// SPDX-License-Identifier: EUPL-1.2
// log — a line is built whole and leaves in one write, so lines of several processes do not mix.
#include "base/log.h"

#include <errno.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/out.h"
#include "base/utf8.h"

enum { LINE_MAX_BYTES = 64 * 1024, VALUE_MAX_BYTES = 8 * 1024 };

static struct str level_name(enum log_level level)
{
	switch (level) {
	case LOG_ERROR:
		return S("error");
	case LOG_WARNING:
		return S("warning");
	case LOG_INFO:
		return S("info");
	}
	return S("error");
}

static bool is_plain(struct str value)
{
	for (size_t i = 0; i < value.n; i++) {
		unsigned char c = (unsigned char)value.p[i];
		if (c <= ' ' || c == '"' || c == '\\' || c == '=' || c >= 0x7f)
			return false;
	}
	return value.n > 0;
}

// A JSON string; format/escape.h has the ordinary escaper, but stands a floor higher.
static void write_quoted(struct out *o, struct str value)
{
	unsigned n;

	out_char(o, '"');
	for (size_t at = 0; at < value.n; at += n) {
		uint32_t c = utf8_at(value, at, &n);
		if (c == '"' || c == '\\')
			out_format(o, "\\%c", (int)c);
		else if (c < ' ' || (c >= 0x7f && c < 0xa0) || c == 0xfffd)
			out_format(o, "\\u%04x", (unsigned)c);
		else
			out_write(o, str_sub(value, at, at + n));
	}
	out_char(o, '"');
}

static void write_pair(struct out *o, const char *key, struct str value)
{
	struct str kept = utf8_cut(value, VALUE_MAX_BYTES);

	out_format(o, " %s=", key);
	if (is_plain(kept))
		out_write(o, kept);
	else
		write_quoted(o, kept);
}

static void send(struct str line)
{
	while (line.n) {
		ssize_t done = write(STDERR_FILENO, line.p, line.n);
		if (done < 0 && errno == EINTR)
			continue;
		// There is nowhere left to complain.
		if (done <= 0)
			return;
		line = str_from(line, (size_t)done);
	}
}

void log_event(enum log_level level, const char *event, const struct log_pair *pairs)
{
	SCRATCH(tmp);
	struct out line = out_memory(tmp, LINE_MAX_BYTES);
	out_format(&line, "time=%" PRIstr, STR(clock_rfc3339(tmp, clock_now())));
	write_pair(&line, "level", level_name(level));
	write_pair(&line, "event", str_c(event));
	for (; pairs->key; pairs++)
		write_pair(&line, pairs->key, pairs->value);
	// A line that grew past its maximum is cut, but it ends.
	line.failed = 0;
	line.max++;
	out_char(&line, '\n');
	send(out_str(&line));
}
