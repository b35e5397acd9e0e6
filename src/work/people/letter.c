// SPDX-License-Identifier: EUPL-1.2
// letter — the words of mails.
#include "work/people/letter.h"

#include "format/lang.h"
#include "model/kind_list.h"
#include "store/mail.h"
#include "store/record.h"

struct letter {
	struct str name; // of the list of letters
	const struct lang *lang;
	struct str subject, body; // with places to be filled
};

static const struct lang *language_of(const struct account *a)
{
	const struct lang *lang = lang_find(a->language);

	return lang ? lang : lang_all[0];
}

// What the secretariat wrote for this mail in that language takes the place of the program's words.
static bool words_find(struct arena *mem, struct db *db, struct letter *letter, struct err *err)
{
	struct record *settings;

	if (!record_single(mem, db, &kind_setting, &settings, err))
		return false;
	for (size_t row = 1; settings && row <= record_count(settings, S("letters")); row++) {
		const char *names[] = {"letter", "lang", "subject", "body"};
		struct str text[4];
		for (size_t i = 0; i < 4; i++)
			text[i] = record_get(
				settings, str_format(mem, "letters.%zu.%s", row, names[i]));
		if (!str_eq(text[0], letter->name) || !str_eq(text[1], letter->lang->code))
			continue;
		letter->subject = text[2];
		letter->body = text[3];
	}
	return true;
}

static bool post(struct arena *mem, const struct people_act *act, const struct account *a,
	struct letter *letter, struct str link, struct err *err)
{
	struct str address = str_join(mem, act->origin, link);
	struct lang_arg args[] = {{S("name"), a->name.n ? a->name : a->email}, {S("link"), address},
		{S("portal"), act->origin}};

	if (!words_find(mem, act->db, letter, err))
		return false;
	struct mail mail = {.recipient = a->email,
		.subject = lang_fill(mem, letter->subject, args, sizeof args / sizeof *args),
		.body = lang_fill(mem, letter->body, args, sizeof args / sizeof *args),
		.language = letter->lang->code,
		.made_at = act->now};

	return mail_queue(mem, act->db, &mail, err);
}

bool letter_invitation(struct arena *mem, const struct people_act *act,
	const struct account *account, struct str link, struct err *err)
{
	const struct lang *lang = language_of(account);
	struct letter letter = {.name = S("invitation"),
		.lang = lang,
		.subject = lang_text(lang, _("Your account at the desk")),
		.body = lang_text(lang,
			_("Dear {name},\n\nan account was made for you at {portal}. Follow this "
			  "link within three days to choose a password:\n\n{link}\n\nIt works "
			  "once. If you did not expect this mail, leave it unanswered.\n"))};

	return post(mem, act, account, &letter, link, err);
}

bool letter_recovery(struct arena *mem, const struct people_act *act, const struct account *account,
	struct str link, struct err *err)
{
	const struct lang *lang = language_of(account);
	struct letter letter = {.name = S("recovery"),
		.lang = lang,
		.subject = lang_text(lang, _("A new password for the desk")),
		.body = lang_text(lang,
			_("Dear {name},\n\na new password was asked for your account at {portal}. "
			  "Follow this link within an hour to choose it:\n\n{link}\n\nIt works "
			  "once. If you did not ask, leave this mail unanswered: your password "
			  "stays as it is.\n"))};

	return post(mem, act, account, &letter, link, err);
}
