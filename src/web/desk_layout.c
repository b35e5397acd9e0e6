// SPDX-License-Identifier: EUPL-1.2
// desk_layout — the sections of the desk, and the sentences for what was done.
#include "web/desk_layout.h"

struct section {
	struct str path, name;
	enum right right;
};

static const struct section sections[] = {
	{S_INIT("/desk/"), S_INIT(N_("Desk")), SIGNED_IN},
	{S_INIT("/desk/records"), S_INIT(N_("Records")), RIGHT_READ},
	{S_INIT("/desk/to-do"), S_INIT(N_("To do")), RIGHT_READ},
	{S_INIT("/desk/settings"), S_INIT(N_("Settings")), RIGHT_SETTINGS},
	{S_INIT("/desk/review"), S_INIT(N_("Review")), RIGHT_REVIEW},
	{S_INIT("/desk/people"), S_INIT(N_("People")), RIGHT_PEOPLE},
	{S_INIT("/desk/mail"), S_INIT(N_("Mail")), RIGHT_MAIL},
	{S_INIT("/desk/rights"), S_INIT(N_("Rights")), SIGNED_IN},
	{S_INIT("/desk/account"), S_INIT(N_("My account")), SIGNED_IN},
};
enum { SECTION_N = sizeof sections / sizeof *sections };

void desk_layout_fill(struct arena *mem, struct layout_view *v)
{
	const struct page *page = v->page;

	v->desk = NEW_ARRAY(mem, struct layout_link, SECTION_N);
	for (size_t i = 0; i < SECTION_N; i++) {
		if (right_ask(&page->desk->holder, sections[i].right) != RIGHT_GRANTED)
			continue;
		v->desk[v->desk_n++] = (struct layout_link){
			.name = lang_text(page->lang, sections[i].name),
			.url = sections[i].path,
			.is_current = str_eq(page->section, sections[i].path)};
	}
	for (size_t i = 0; i < v->language_n; i++)
		v->language[i].url = str_join(mem, S("?lang="), v->language[i].lang);
}

// What a redirect says was done: a word in the address, never a sentence.
static const struct {
	struct str word, sentence;
} news[] = {
	{S_INIT("accepted"), S_INIT(N_("Accepted: it is the record now."))},
	{S_INIT("adopted"), S_INIT(N_("The imported actions are records of the desk now."))},
	{S_INIT("date-off"), S_INIT(N_("The date is taken off; the public sees what it saw."))},
	{S_INIT("dated"), S_INIT(N_("The public will see it from that day on."))},
	{S_INIT("corrected"), S_INIT(N_("Corrected. What the page says stays beside it."))},
	{S_INIT("deleted"), S_INIT(N_("The record is deleted. It can be brought back."))},
	{S_INIT("disabled"), S_INIT(N_("The account is disabled; its sessions have ended."))},
	{S_INIT("enabled"), S_INIT(N_("The account is enabled."))},
	{S_INIT("dropped"), S_INIT(N_("What you had written is dropped."))},
	{S_INIT("ended"), S_INIT(N_("The session has ended."))},
	{S_INIT("factor"), S_INIT(N_("The second factor is set up."))},
	{S_INIT("factor-removed"), S_INIT(N_("The second factor was taken off."))},
	{S_INIT("forgotten"), S_INIT(N_("The table was put away. Nothing was changed."))},
	{S_INIT("invited"),
		S_INIT(N_("The account was made. The mail with its link waits in the queue."))},
	{S_INIT("kept"),
		S_INIT(N_("Your session had ended. What you wrote is kept for a day: sign in, and "
			  "it is given back to you."))},
	{S_INIT("late"),
		S_INIT(N_(
			"Somebody else changed the record just before: look at it and try again."))},
	{S_INIT("link"), S_INIT(N_("The mail with the link waits in the queue."))},
	{S_INIT("merged"), S_INIT(N_("They are one now. They can be parted again."))},
	{S_INIT("moved"), S_INIT(N_("The step is made."))},
	{S_INIT("none"), S_INIT(N_("Nothing was ticked, so nothing was changed."))},
	{S_INIT("no-day"), S_INIT(N_("A day is needed for that, with month and year."))},
	{S_INIT("no-reason"), S_INIT(N_("A reason is needed for that."))},
	{S_INIT("out"), S_INIT(N_("You are signed out."))},
	{S_INIT("parted"), S_INIT(N_("They are two again."))},
	{S_INIT("password"),
		S_INIT(N_("The password is changed; your other sessions have ended."))},
	{S_INIT("published"), S_INIT(N_("The public sees this version now."))},
	{S_INIT("rejected"), S_INIT(N_("Rejected. It can be opened again."))},
	{S_INIT("reopened"), S_INIT(N_("It waits for review again, as it was read."))},
	{S_INIT("restored"), S_INIT(N_("The record is back."))},
	{S_INIT("rows"), S_INIT(N_("The rows are saved."))},
	{S_INIT("some-rows"),
		S_INIT(N_(
			"Some rows were not saved: their records were changed in the meantime. Look at them again."))},
	{S_INIT("saved"), S_INIT(N_("The change is saved."))},
	{S_INIT("token-ended"), S_INIT(N_("The token opens nothing any more."))},
	{S_INIT("view"), S_INIT(N_("The view is saved."))},
	{S_INIT("view-begins"), S_INIT(N_("The list opens with this view from now on."))},
	{S_INIT("view-ends"), S_INIT(N_("The list opens with all records from now on."))},
	{S_INIT("view-gone"), S_INIT(N_("The view is deleted; the records are as they were."))},
	{S_INIT("view-shared"), S_INIT(N_("Everybody at the desk has this view now."))},
	{S_INIT("view-own"), S_INIT(N_("Only you have this view now."))},
	{S_INIT("taken-back"), S_INIT(N_("The public does not see it any more."))},
	{S_INIT("unlike"), S_INIT(N_("They will not be proposed again."))},
	{S_INIT("undone"), S_INIT(N_("The earlier version is the present one again."))},
	{S_INIT("was-merged"),
		S_INIT(N_("The record that you asked for was merged into this one."))},
	{S_INIT("sent"),
		S_INIT(N_(
			"If there is an account of this address, a mail with a link is on its way."))},
};

struct desk_form desk_layout_form(const struct visit *v)
{
	struct str done = visit_param(v, S("done"));
	struct desk_form form = {.csrf = v->desk.csrf};

	for (size_t i = 0; i < sizeof news / sizeof *news; i++)
		if (str_eq(news[i].word, done) && v->request->method != HTTP_POST)
			form.done = visit_text(v, news[i].sentence);
	return form;
}
