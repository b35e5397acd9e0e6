// SPDX-License-Identifier: EUPL-1.2
// privacy — what data about people are kept for, on what ground, and for how long.

#include "model/privacy.h"

#define TASK N_("The task of the facility: to carry out the actions that states asked for.")
#define SAFETY N_("The duty to protect the register and the people in it.")

const struct handling handling_contact = {
	N_("To reach the people whom the facility works with, and to address them rightly."),
	TASK,
	N_("Until the person leaves the post or asks for it; afterwards while actions that the "
	   "person worked on are still being evaluated."),
};

const struct handling handling_choice = {
	N_("To ask those who know the country and speak its languages."),
	TASK,
	N_("Until the person leaves the post or asks for it; afterwards while actions that the "
	   "person worked on are still being evaluated."),
};

const struct handling handling_consent = {
	N_("To show that the person agreed to be contacted, and since when."),
	N_("The duty to be able to show consent."),
	N_("As long as the person may be contacted, and three years after consent was withdrawn."),
};

const struct handling handling_note = {
	N_("To remember what must be respected when working with a person."),
	N_("Legitimate interest; few roles may read it, and the person may see it on request."),
	N_("Until it no longer matters, at most until the record of the person is deleted."),
};

const struct handling handling_risk = {
	N_("To judge what could harm an action or the people in it."),
	TASK,
	N_("Until the action has been evaluated and archived."),
};

static const struct handling account_use = {
	N_("To let in those who work at the desk, and to write to them."),
	TASK,
	N_("As long as the account exists; a disabled account keeps its name, so that the history "
	   "stays true."),
};

static const struct handling account_secret = {
	N_("To make sure that only the person uses the account. Passwords are kept in a form from "
	   "which they cannot be read."),
	SAFETY,
	N_("Until they are replaced."),
};

static const struct handling account_session = {
	N_("To recognise a person who signed in, and to show which sessions are open and from "
	   "where."),
	SAFETY,
	N_("Until signing out; ended sessions are deleted when people sign in later."),
};

static const struct handling account_link = {
	N_("To let a person choose a password by a link that works once."),
	SAFETY,
	N_("Until it is used or replaced; that it was used stays with the account."),
};

static const struct handling account_token = {
	N_("To let programs of the person use the JSON API with the same rights."),
	SAFETY,
	N_("Until the person ends them; that they were used stays with the account."),
};

static const struct handling account_failure = {
	N_("To slow down those who try passwords."),
	SAFETY,
	N_("Attempts that failed count for 15 minutes; older ones are deleted at the next."),
};

static const struct handling account_letter = {
	N_("To send the mails that accounts need."),
	TASK,
	N_("As long as the register exists, in a queue that only administrators read."),
};

static const struct handling account_history = {
	N_("To know who changed what, to undo mistakes and to find abuse."),
	SAFETY,
	N_("As long as the register exists: its history cannot be shortened without a trace."),
};

const struct privacy_row privacy_account[PRIVACY_ACCOUNT_N] = {
	{N_("E-mail address, name, roles, language, whether the account is disabled, and when it "
	    "was made and changed"),
		S_INIT("account.login account.email account.name account.roles account.language "
		       "account.disabled account.created_at account.changed_at"),
		&account_use},
	{N_("Password, second factor and recovery codes"),
		S_INIT("account.password account.totp account.totp_pending account.totp_step "
		       "recovery_code.digest recovery_code.used_at"),
		&account_secret},
	{N_("Sessions: when they began and were last used, how they were opened, and the network "
	    "address"),
		S_INIT("session.token session.pending session.strong session.created_at "
		       "session.seen_at session.proved_at session.address"),
		&account_session},
	{N_("Links by mail: what for, when they were made, when they end, when they were used"),
		S_INIT("login_link.token login_link.purpose login_link.made_at "
		       "login_link.expires_at login_link.used_at"),
		&account_link},
	{N_("Tokens by which programs use the account: name, when they were made, end and were used"),
		S_INIT("api_token.digest api_token.name api_token.writes api_token.strong "
		       "api_token.created_at api_token.expires_at api_token.used_at "
		       "api_creation.key api_creation.digest api_creation.record_id "
		       "api_creation.at"),
		&account_token},
	{N_("Attempts to sign in that failed, with the account or the network address"),
		S_INIT("login_failure.subject login_failure.at"), &account_failure},
	{N_("Mails to the account: address, language, subject, text, and how sending went"),
		S_INIT("mail.recipient mail.subject mail.body mail.language mail.state "
		       "mail.made_at mail.tries mail.tried_at mail.next_at mail.reason"),
		&account_letter},
	{N_("What was done to the account, and every change that the person made at the desk, with "
	    "the time"),
		S_INIT("account_event.at account_event.who account_event.what account_event.old "
		       "account_event.fresh account_event.hash record_version.account_id record_version.at"),
		&account_history},
};
