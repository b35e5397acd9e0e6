// SPDX-License-Identifier: EUPL-1.2
// mail_text — headers, encoded words, and a body in base64.
#include "format/mail_text.h"

#include "base/date.h"
#include "base/out.h"
#include "base/utf8.h"

enum { TEXT_MAX = 4 * 1024 * 1024, WORD_BYTES = 45, LINE_BYTES = 57, DAY = 24 * 60 * 60 };

// Three bytes become four letters; what is left over is filled up with "=".
static void write_base64(struct out *o, struct str s)
{
	static const char letter[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < s.n; i += 3) {
		size_t left = s.n - i;
		uint32_t bits = (uint32_t)(unsigned char)s.p[i] << 16;
		if (left > 1)
			bits |= (uint32_t)(unsigned char)s.p[i + 1] << 8;
		if (left > 2)
			bits |= (unsigned char)s.p[i + 2];
		out_char(o, letter[bits >> 18]);
		out_char(o, letter[bits >> 12 & 63]);
		out_char(o, left > 1 ? letter[bits >> 6 & 63] : '=');
		out_char(o, left > 2 ? letter[bits & 63] : '=');
	}
}

static bool is_plain(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < ' ' || s.p[i] > '~')
			return false;
	return s.n <= LINE_BYTES && str_find(s, S("=?"), 0) == STR_NONE;
}

// A text in a header: as it is, or in encoded words of whole characters, one a line.
static void write_words(struct out *o, struct str s)
{
	if (is_plain(s)) {
		out_write(o, s);
		return;
	}
	for (size_t at = 0; at < s.n;) {
		struct str piece = utf8_cut(str_from(s, at), WORD_BYTES);
		if (!piece.n)
			piece = str_sub(s, at, at + 1);
		out_write(o, at ? S("\r\n =?UTF-8?B?") : S("=?UTF-8?B?"));
		write_base64(o, piece);
		out_write(o, S("?="));
		at += piece.n;
	}
}

// An address, of which nothing may end the line.
static void write_address(struct out *o, struct str address)
{
	for (size_t i = 0; i < address.n; i++) {
		unsigned char c = (unsigned char)address.p[i];
		out_char(o, c <= ' ' || c == 0x7f ? '_' : (char)c);
	}
}

static void write_date(struct out *o, int64_t at)
{
	static const char *const day[] = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
	static const char *const month[] = {
		"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	int64_t days = at / DAY;
	int seconds = (int)(at % DAY);
	struct date d = date_of_day((int32_t)days);

	out_format(o, "%s, %02d %s %04d %02d:%02d:%02d +0000", day[days % 7], d.day,
		month[d.month - 1], d.year, seconds / 3600, seconds / 60 % 60, seconds % 60);
}

static void write_body(struct arena *mem, struct out *o, struct str body)
{
	struct out lines = out_memory(mem, TEXT_MAX);

	for (size_t i = 0; i < body.n; i++) {
		if (body.p[i] == '\n' && (!i || body.p[i - 1] != '\r'))
			out_char(&lines, '\r');
		out_char(&lines, body.p[i]);
	}
	struct str text = out_str(&lines);
	for (size_t at = 0; at < text.n; at += LINE_BYTES) {
		size_t end = at + LINE_BYTES < text.n ? at + LINE_BYTES : text.n;
		write_base64(o, str_sub(text, at, end));
		out_write(o, S("\r\n"));
	}
}

struct str mail_text_write(struct arena *mem, const struct mail_text *mail)
{
	struct out o = out_memory(mem, TEXT_MAX);

	out_write(&o, S("Date: "));
	write_date(&o, mail->at);
	out_write(&o, S("\r\nMessage-ID: <"));
	write_address(&o, mail->id);
	out_write(&o, S(">\r\nFrom: <"));
	write_address(&o, mail->from);
	out_write(&o, S(">\r\nTo: <"));
	write_address(&o, mail->to);
	out_write(&o, S(">\r\nSubject: "));
	write_words(&o, mail->subject);
	out_write(&o, S("\r\nContent-Language: "));
	write_address(&o, mail->language);
	out_write(&o,
		S("\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
		  "Content-Type: text/plain; charset=utf-8\r\n"
		  "Content-Transfer-Encoding: base64\r\n\r\n"));
	write_body(mem, &o, mail->body);
	return out_str(&o);
}
