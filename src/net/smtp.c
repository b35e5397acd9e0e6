// SPDX-License-Identifier: EUPL-1.2
// smtp — one mail by libcurl: the only file that includes curl.h.
#include "net/smtp.h"

#include <curl/curl.h>
#include <string.h>

enum { CONNECT_SECONDS = 10, WHOLE_SECONDS = 60, LINE_KEPT = 300 };

bool smtp_check_url(struct str url, struct err *err)
{
	struct str host = str_starts(url, S("smtp://")) ? str_from(url, 7)
		: str_starts(url, S("smtps://"))        ? str_from(url, 8)
							: STR_EMPTY;
	bool is_good = host.n > 0 && host.p[0] != ':';

	for (size_t i = 0; i < host.n; i++) {
		unsigned char c = (unsigned char)host.p[i];
		is_good = is_good && c > ' ' && c < 0x7f && !strchr("/@?#\\", c);
	}
	return is_good ||
		err_set(err, ERR_USAGE,
			"a mail server is smtp://HOST:PORT or smtps://HOST:PORT, without a name or "
			"a path");
}

// What is sent, and the last line by which the server refused something.
struct exchange {
	struct str left;
	char line[LINE_KEPT];
	size_t line_n;
};

static size_t give(char *room, size_t size, size_t n, void *context)
{
	struct exchange *x = context;
	size_t take = size * n < x->left.n ? size * n : x->left.n;

	memcpy(room, x->left.p, take);
	x->left = str_from(x->left, take);
	return take;
}

static size_t hear(char *line, size_t size, size_t n, void *context)
{
	struct exchange *x = context;
	char *said = line;
	struct str words = str_trim((struct str){said, size * n});

	if (words.n >= 3 && (words.p[0] == '4' || words.p[0] == '5')) {
		x->line_n = words.n < LINE_KEPT ? words.n : LINE_KEPT;
		memcpy(x->line, words.p, x->line_n);
	}
	return size * n;
}

static bool is_near(struct str url)
{
	struct str host = str_from(url, str_find(url, S("://"), 0) + 3);

	return str_starts(host, S("127.")) || str_starts(host, S("[::1]")) ||
		str_eq(host, S("localhost")) || str_starts(host, S("localhost:"));
}

static void set_security(struct arena *mem, CURL *curl, const struct smtp_server *server)
{
	bool near = is_near(server->url);

	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl_easy_setopt(curl, CURLOPT_USE_SSL,
		server->user.n && !near ? (long)CURLUSESSL_ALL : (long)CURLUSESSL_TRY);
	// A server on this machine often has a certificate that nobody signed; nothing leaves it.
	curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, near ? 0L : 1L);
	curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, near ? 0L : 2L);
	if (!server->user.n)
		return;
	curl_easy_setopt(curl, CURLOPT_USERNAME, str_z(mem, server->user));
	curl_easy_setopt(curl, CURLOPT_PASSWORD, str_z(mem, server->password));
}

static void set_mail(struct arena *mem, CURL *curl, const struct smtp_mail *mail,
	struct curl_slist *to, struct exchange *x)
{
	curl_easy_setopt(curl, CURLOPT_MAIL_FROM, str_z(mem, mail->from));
	curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to);
	curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
	curl_easy_setopt(curl, CURLOPT_READDATA, x);
	curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, hear);
	curl_easy_setopt(curl, CURLOPT_HEADERDATA, x);
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)WHOLE_SECONDS);
}

static struct smtp_result judge(struct arena *mem, CURLcode code, const struct exchange *x)
{
	struct str line = {x->line, x->line_n};

	if (code == CURLE_OK)
		return (struct smtp_result){SMTP_SENT, STR_EMPTY};
	// 55x is about this mail or its reader; other refusals are about us, and may be mended.
	bool is_final = str_starts(line, S("55")) && code != CURLE_LOGIN_DENIED;
	struct str why = line.n ? line : str_c(curl_easy_strerror(code));
	return (struct smtp_result){is_final ? SMTP_NEVER : SMTP_LATER, str_copy(mem, why)};
}

struct smtp_result smtp_send(
	struct arena *mem, const struct smtp_server *server, const struct smtp_mail *mail)
{
	struct exchange x = {.left = mail->text};
	CURL *curl = curl_easy_init();
	struct curl_slist *to = curl_slist_append(NULL, str_z(mem, mail->to));
	CURLcode code = CURLE_OUT_OF_MEMORY;

	if (curl && to) {
		curl_easy_setopt(curl, CURLOPT_URL, str_z(mem, server->url));
		set_security(mem, curl, server);
		set_mail(mem, curl, mail, to, &x);
		code = curl_easy_perform(curl);
	}
	curl_slist_free_all(to);
	curl_easy_cleanup(curl);
	return judge(mem, code, &x);
}
