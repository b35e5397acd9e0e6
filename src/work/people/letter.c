// SPDX-License-Identifier: EUPL-1.2
// letter — the words of mails.
#include "work/people/letter.h"

#include "format/lang.h"
#include "store/mail.h"

static const struct lang *language_of(const struct account *a)
{
	const struct lang *lang = lang_find(a->language);

	return lang ? lang : lang_all[0];
}

static bool post(struct arena *mem, const struct people_act *act, const struct account *a,
	struct str subject, struct str body, struct str link, struct err *err)
{
	struct str address = str_join(mem, act->origin, link);
	struct lang_arg args[] = {{S("name"), a->name.n ? a->name : a->email}, {S("link"), address},
		{S("portal"), act->origin}};
	struct mail mail = {.recipient = a->email,
		.subject = subject,
		.body = lang_fill(mem, body, args, sizeof args / sizeof *args),
		.language = language_of(a)->code,
		.made_at = act->now};

	return mail_queue(mem, act->db, &mail, err);
}

bool letter_invitation(struct arena *mem, const struct people_act *act,
	const struct account *account, struct str link, struct err *err)
{
	const struct lang *lang = language_of(account);

	return post(mem, act, account, lang_text(lang, _("Your account at the desk")),
		lang_text(lang,
			_("Dear {name},\n\nan account was made for you at {portal}. Follow this "
			  "link within three days to choose a password:\n\n{link}\n\nIt works "
			  "once. If you did not expect this mail, leave it unanswered.\n")),
		link, err);
}

bool letter_recovery(struct arena *mem, const struct people_act *act, const struct account *account,
	struct str link, struct err *err)
{
	const struct lang *lang = language_of(account);

	return post(mem, act, account, lang_text(lang, _("A new password for the desk")),
		lang_text(lang,
			_("Dear {name},\n\na new password was asked for your account at {portal}. "
			  "Follow this link within an hour to choose it:\n\n{link}\n\nIt works "
			  "once. If you did not ask, leave this mail unanswered: your password "
			  "stays as it is.\n")),
		link, err);
}
