// SPDX-License-Identifier: EUPL-1.2
// user — accounts from the command line: for the first ones, and for when nobody can sign in.
//
// Each change is written into the account's history as done by "console". Who may write the
// database file may do all of this: the file's rights are the protection.
#include <stdio.h>

#include "base/clock.h"
#include "cmd/list.h"
#include "cmd/user_rights.h"
#include "store/upgrade.h"
#include "format/json_write.h"
#include "format/lang.h"
#include "model/right.h"
#include "store/account.h"
#include "work/people/people.h"
#include "work/people/token.h"

struct values {
	struct str role, name, language, origin, format;
	bool routes, writes;
	int64_t days;
};

// clang-format off: a row is read across
#define ROW(name_, type_, member_, argument_, choices_, help_)                                \
	{                                                                                     \
		.name = (name_), .type = (type_), .offset = offsetof(struct values, member_), \
		.argument = (argument_), .choices = (choices_), .help = (help_)               \
	}
// clang-format on
#define ROLE_ROW                                      \
	ROW("role", OPTION_TEXT, role, "ROLES", NULL, \
		"names of roles with commas between; `attache user rights` lists them")
#define ORIGIN_ROW                                      \
	ROW("origin", OPTION_TEXT, origin, "URL", NULL, \
		"how the desk is reached, in front of printed links (http://127.0.0.1:8080)")
#define FORMAT_ROW \
	ROW("format", OPTION_CHOICE, format, "FORMAT", "text|json", "text or json (text)")

static const struct option_row add_options[] = {ROLE_ROW,
	ROW("name", OPTION_TEXT, name, "NAME", NULL, "the person's name"),
	ROW("language", OPTION_TEXT, language, "CODE", NULL, "language of desk and mails (en)"),
	ORIGIN_ROW, {0}};
static const struct option_row role_options[] = {ROLE_ROW, {0}};
static const struct option_row origin_options[] = {ORIGIN_ROW, {0}};
static const struct option_row list_options[] = {FORMAT_ROW, {0}};
static const struct option_row token_options[] = {
	ROW("name", OPTION_TEXT, name, "NAME", NULL, "what the token is for"),
	ROW("write", OPTION_FLAG, writes, NULL, NULL, "it changes records too; else it reads"),
	{.name = "days",
		.type = OPTION_INT,
		.offset = offsetof(struct values, days),
		.argument = "N",
		.min = 1,
		.max = TOKEN_DAYS_MAX,
		.help = "how long it works (90)"},
	{0}};
static const struct option_row rights_options[] = {FORMAT_ROW,
	ROW("routes", OPTION_FLAG, routes, NULL, NULL,
		"print every address with the roles that may open it"),
	{0}};

// What a subcommand works with.
struct task {
	struct command_call *call;
	struct values values;
	struct option_operands operands;
	struct db *db;
	struct people_act act;
	struct account *account; // of the first operand
};

static bool open_register(struct task *t, enum db_mode mode, struct err *err)
{
	int64_t steps;

	if (!db_open(t->call->database, mode, &t->db, err) ||
		!upgrade_run(t->db, clock_now(), &steps, err))
		return false;
	t->act = (struct people_act){
		.db = t->db, .who = S("console"), .now = clock_now(), .origin = t->values.origin};
	return true;
}

static bool find_account(struct task *t, struct err *err)
{
	struct str email, login, given = t->operands.p[0];

	if (!account_email(t->call->mem, given, &email, &login))
		return err_set(
			err, ERR_USAGE, "“%" PRIstr "” is not an e-mail address", STR(given));
	if (!account_by_its_login(t->call->mem, t->db, login, &t->account, err))
		return false;
	return t->account || err_set(err, ERR_INPUT, "there is no account of %" PRIstr, STR(login));
}

// "officer,finance" in the order and the form that the database keeps.
static bool read_roles(struct task *t, struct str *ret_roles, struct err *err)
{
	struct arena *mem = t->call->mem;
	struct str given = t->values.role;
	char *text = arena_alloc(mem, given.n);
	unsigned roles;

	for (size_t i = 0; i < given.n; i++)
		text[i] = given.p[i] == ',' ? ' ' : given.p[i];
	if (!right_roles_read((struct str){text, given.n}, &roles))
		return err_set(err, ERR_USAGE,
			"“%" PRIstr "” has a word that is no role that can be given; `attache "
			"user rights` lists them",
			STR(given));
	*ret_roles = right_roles_write(mem, roles);
	return true;
}

static void print_link(struct task *t, struct str link)
{
	out_format(t->call->out, "%" PRIstr "%" PRIstr "\n", STR(t->values.origin), STR(link));
}

static bool add(struct task *t, struct err *err)
{
	struct account wanted = {.name = t->values.name, .language = t->values.language};
	struct str link, given = t->operands.p[0];

	if (!account_email(t->call->mem, given, &wanted.email, &wanted.login))
		return err_set(
			err, ERR_USAGE, "“%" PRIstr "” is not an e-mail address", STR(given));
	if (!lang_find(wanted.language))
		return err_set(err, ERR_USAGE, "the desk does not speak “%" PRIstr "”",
			STR(wanted.language));
	if (!read_roles(t, &wanted.roles, err) || !open_register(t, DB_CREATE, err) ||
		!people_invite(t->call->mem, &t->act, &wanted, &link, err))
		return false;
	print_link(t, link);
	return true;
}

static void print_account(struct json *json, const struct account *a)
{
	json_begin_object(json);
	json_key_text(json, S("email"), a->email);
	json_key_text_or_null(json, S("name"), a->name);
	json_key(json, S("roles"));
	json_begin_array(json);
	struct str_split split = {.rest = a->roles, .sep = ' '};
	struct str role;
	while (str_next(&split, &role))
		if (role.n)
			json_text(json, role);
	json_end_array(json);
	json_key_text(json, S("language"), a->language);
	json_key_bool(json, S("disabled"), a->disabled);
	json_key_bool(json, S("password"), a->password.n > 0);
	json_key_bool(json, S("second_factor"), a->totp.n > 0);
	json_end_object(json);
}

static void print_line(struct out *o, const struct account *a)
{
	out_format(o, "%-32.*s %-28.*s %s%" PRIstr "\n", STR(a->email), STR(a->roles),
		a->disabled              ? "disabled "
			: !a->password.n ? "invited "
			: a->totp.n      ? "second factor "
					 : "",
		STR(a->name));
}

static bool list(struct task *t, struct err *err)
{
	struct json json = json_new(t->call->out);
	bool as_json = str_eq(t->values.format, S("json"));
	struct accounts all;

	if (!open_register(t, DB_WRITE, err) || !account_list(t->call->mem, t->db, &all, err))
		return false;
	if (as_json)
		json_begin_array(&json);
	for (size_t i = 0; i < all.n; i++) {
		if (as_json)
			print_account(&json, &all.p[i]);
		else
			print_line(t->call->out, &all.p[i]);
	}
	if (as_json) {
		json_end_array(&json);
		out_char(t->call->out, '\n');
	}
	return true;
}

static bool change(struct task *t, struct people_change change_, struct err *err)
{
	bool found;

	if (!open_register(t, DB_WRITE, err) || !find_account(t, err))
		return false;
	change_.id = t->account->id;
	return people_change(t->call->mem, &t->act, &change_, &found, err);
}

static bool role(struct task *t, struct err *err)
{
	struct str roles;

	return read_roles(t, &roles, err) &&
		change(t, (struct people_change){.roles = &roles}, err);
}

static bool disable(struct task *t, struct err *err)
{
	bool disabled = true;

	return change(t, (struct people_change){.disabled = &disabled}, err);
}

static bool enable(struct task *t, struct err *err)
{
	bool disabled = false;

	return change(t, (struct people_change){.disabled = &disabled}, err);
}

static bool password(struct task *t, struct err *err)
{
	struct str link;

	if (!open_register(t, DB_WRITE, err) || !find_account(t, err))
		return false;
	if (t->account->disabled)
		return err_set(err, ERR_CONFLICT,
			"the account is disabled; `attache user enable` opens it again");
	if (!people_recover(t->call->mem, &t->act, t->account, &link, err))
		return false;
	print_link(t, link);
	return true;
}

static bool token(struct task *t, struct err *err)
{
	struct api_token wanted = {
		.name = t->values.name, .writes = t->values.writes, .strong = true};
	struct str text;

	if (!open_register(t, DB_WRITE, err) || !find_account(t, err))
		return false;
	if (t->account->disabled)
		return err_set(err, ERR_CONFLICT,
			"the account is disabled; `attache user enable` opens it again");
	if (!wanted.name.n)
		wanted.name = S("console");
	if (wanted.name.n > TOKEN_NAME_MAX)
		return err_set(err, ERR_USAGE, "the name is longer than %d bytes", TOKEN_NAME_MAX);
	wanted.account_id = t->account->id;
	wanted.expires_at = t->act.now + t->values.days * TOKEN_DAY_S;
	if (!token_make(t->call->mem, &t->act, &wanted, &text, err))
		return false;
	out_format(t->call->out, "%" PRIstr "\n", STR(text));
	return true;
}

static bool rights(struct task *t, struct err *err)
{
	bool as_json = str_eq(t->values.format, S("json"));

	(void)err;
	if (t->values.routes)
		user_rights_routes(t->call->out, as_json);
	else
		user_rights_tables(t->call->out, as_json);
	return true;
}

// The subcommands, alphabetically.
struct subcommand {
	struct option_command about;
	bool (*run)(struct task *t, struct err *err);
};

static const struct subcommand subcommands[] = {
	{{.name = "user add",
		 .operands = "EMAIL",
		 .summary = "make an account and print the link by which its owner sets a password",
		 .details =
			 "The link works once, for three days. A mail with it waits in the queue.",
		 .options = add_options,
		 .operand_min = 1,
		 .operand_max = 1},
		add},
	{{.name = "user disable",
		 .operands = "EMAIL",
		 .summary = "close an account; its sessions and links end at once",
		 .operand_min = 1,
		 .operand_max = 1},
		disable},
	{{.name = "user enable",
		 .operands = "EMAIL",
		 .summary = "open a closed account again",
		 .operand_min = 1,
		 .operand_max = 1},
		enable},
	{{.name = "user list",
		 .operands = "",
		 .summary = "print all accounts",
		 .options = list_options},
		list},
	{{.name = "user password",
		 .operands = "EMAIL",
		 .summary = "print a link by which the owner of an account sets a new password",
		 .details = "The link works once, for an hour; links made before it stop working.",
		 .options = origin_options,
		 .operand_min = 1,
		 .operand_max = 1},
		password},
	{{.name = "user rights",
		 .operands = "",
		 .summary = "print what each role may do and which classes of fields it sees",
		 .options = rights_options},
		rights},
	{{.name = "user role",
		 .operands = "EMAIL",
		 .summary = "give an account these roles and no others; its sessions end",
		 .options = role_options,
		 .operand_min = 1,
		 .operand_max = 1},
		role},
	{{.name = "user token",
		 .operands = "EMAIL",
		 .summary = "print a token by which a program uses the JSON API as this account",
		 .details = "It is shown this once. It has the rights of the account's roles, at "
			    "most, and is ended at the desk, under “My account”.",
		 .options = token_options,
		 .operand_min = 1,
		 .operand_max = 1},
		token},
};
enum { SUBCOMMAND_N = sizeof subcommands / sizeof *subcommands };

static const struct subcommand *find(struct str name)
{
	for (size_t i = 0; i < SUBCOMMAND_N; i++)
		if (str_eq(str_from(str_c(subcommands[i].about.name), sizeof "user"), name))
			return &subcommands[i];
	return NULL;
}

static int overview(struct command_call *call)
{
	out_write(call->out, S("Usage: attache user COMMAND ...\n\nAccounts of the desk.\n\n"));
	for (size_t i = 0; i < SUBCOMMAND_N; i++)
		out_format(call->out, "  %-14s %s\n", subcommands[i].about.name,
			subcommands[i].about.summary);
	out_write(call->out, S("\nattache user COMMAND --help tells more of each.\n"));
	return command_done(call, 0);
}

static int wrong_usage(const char *what, struct str word)
{
	fprintf(stderr, "attache: %s%" PRIstr ".\nTry: attache user --help\n", what, STR(word));
	return 2;
}

static int run_one(struct command_call *call, const struct subcommand *sub)
{
	struct command command = {.about = sub->about};
	struct command_call inner = *call;
	struct task task = {.call = &inner,
		.values = {.language = S("en"),
			.origin = S("http://127.0.0.1:8080"),
			.days = TOKEN_DAYS,
			.format = S("text")}};
	struct err err = {0};
	int status = 0;

	inner.command = &command;
	inner.argc--;
	inner.argv++;
	if (!command_options(&inner, &task.values, &task.operands, &status))
		return status;
	bool done = sub->run(&task, &err);
	db_close(task.db);
	return done ? command_done(&inner, 0) : command_failed(&err);
}

static int run(struct command_call *call)
{
	struct str name = str_c(call->argc > 1 ? call->argv[1] : "");

	if (str_eq(name, S("--help")))
		return overview(call);
	if (!name.n)
		return wrong_usage("user needs a command: add, list, role ...", STR_EMPTY);
	const struct subcommand *sub = find(name);
	return sub ? run_one(call, sub) : wrong_usage("there is no command user ", name);
}

const struct command cmd_user = {
	.about = {.name = "user",
		.operands = "COMMAND ...",
		.summary =
			"accounts of the desk: add, list, role, disable, enable, password, token, "
			"rights"},
	.run = run,
};
