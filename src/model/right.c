// SPDX-License-Identifier: EUPL-1.2
// right — the tables of roles, rights and classes, and the questions put to them.
#include "model/right.h"

#include "base/buf.h"

enum { ROLES_TEXT_MAX = 256 };

const struct right_row right_table[RIGHT_N] = {
	[ANYONE] = {S_INIT("anyone"), S_INIT(N_("Open to everybody")), false},
	[SIGNED_IN] = {S_INIT("signed-in"), S_INIT(N_("Own account")), false},
	[RIGHT_READ] = {S_INIT("record.read.internal"), S_INIT(N_("Read records at the desk")),
		false},
	[RIGHT_WRITE] = {S_INIT("record.write"), S_INIT(N_("Change records")), true},
	[RIGHT_DECIDE] = {S_INIT("record.decide"),
		S_INIT(N_("Record decisions: approve, suspend, close, cancel")), true},
	[RIGHT_PUBLISH] = {S_INIT("record.publish"), S_INIT(N_("Publish records")), true},
	[RIGHT_REVIEW] = {S_INIT("review"), S_INIT(N_("Review imported pages")), true},
	[RIGHT_SHARE] = {S_INIT("view.share"), S_INIT(N_("Share views of lists")), true},
	[RIGHT_SETTINGS] = {S_INIT("settings"), S_INIT(N_("Change settings")), true},
	[RIGHT_PEOPLE] = {S_INIT("people"), S_INIT(N_("Manage accounts and roles")), true},
	[RIGHT_MAIL] = {S_INIT("mail"), S_INIT(N_("Read waiting mails")), true},
	[RIGHT_AUDIT] = {S_INIT("audit"), S_INIT(N_("Read who changed what")), true},
};

const struct right_class right_classes[RIGHT_CLASS_N] = {
	[FIELD_PUBLIC] = {S_INIT("public"), S_INIT(N_("Public"))},
	[FIELD_INTERNAL] = {S_INIT("internal"), S_INIT(N_("Internal"))},
	[FIELD_PERSONAL] = {S_INIT("personal"), S_INIT(N_("Personal"))},
	[FIELD_FINANCIAL] = {S_INIT("financial"), S_INIT(N_("Financial"))},
	[FIELD_SENSITIVE] = {S_INIT("sensitive"), S_INIT(N_("Sensitive"))},
};

#define MAY(right_) (1U << RIGHT_##right_)
#define SEES(class_) (1U << FIELD_##class_)
#define OWN (1U << ANYONE | 1U << SIGNED_IN)
#define DESK (OWN | MAY(READ) | MAY(WRITE) | MAY(REVIEW))

const struct right_role right_roles[ROLE_N] = {
	[ROLE_PUBLIC] = {S_INIT("public"), S_INIT(N_("Public")), 1U << ANYONE, SEES(PUBLIC)},
	[ROLE_REQUESTER] = {S_INIT("requester"), S_INIT(N_("Requester contact")), OWN,
		SEES(PUBLIC)},
	[ROLE_FOCAL_POINT] = {S_INIT("focal-point"), S_INIT(N_("Focal point")), OWN, SEES(PUBLIC)},
	[ROLE_EXPERT] = {S_INIT("expert"), S_INIT(N_("Expert")), OWN, SEES(PUBLIC)},
	[ROLE_OFFICER] = {S_INIT("officer"), S_INIT(N_("Project officer")), DESK,
		SEES(PUBLIC) | SEES(INTERNAL) | SEES(PERSONAL)},
	[ROLE_COORDINATOR] = {S_INIT("coordinator"), S_INIT(N_("Regional coordinator")),
		DESK | MAY(DECIDE) | MAY(PUBLISH) | MAY(SHARE),
		SEES(PUBLIC) | SEES(INTERNAL) | SEES(PERSONAL)},
	[ROLE_FINANCE] = {S_INIT("finance"), S_INIT(N_("Finance officer")),
		OWN | MAY(READ) | MAY(WRITE),
		SEES(PUBLIC) | SEES(INTERNAL) | SEES(PERSONAL) | SEES(FINANCIAL)},
	[ROLE_MANAGER] = {S_INIT("manager"), S_INIT(N_("Manager")),
		DESK | MAY(DECIDE) | MAY(PUBLISH) | MAY(SHARE) | MAY(SETTINGS) | MAY(AUDIT),
		SEES(PUBLIC) | SEES(INTERNAL) | SEES(PERSONAL) | SEES(FINANCIAL) | SEES(SENSITIVE)},
	[ROLE_COMMITTEE] = {S_INIT("committee"), S_INIT(N_("Committee member")), OWN | MAY(READ),
		SEES(PUBLIC) | SEES(INTERNAL)},
	[ROLE_EVALUATOR] = {S_INIT("evaluator"), S_INIT(N_("Evaluator")),
		OWN | MAY(READ) | MAY(AUDIT), SEES(PUBLIC) | SEES(INTERNAL) | SEES(FINANCIAL)},
	// Who keeps the machine need not read the money; giving oneself that role is written down.
	[ROLE_ADMINISTRATOR] = {S_INIT("administrator"), S_INIT(N_("Administrator")),
		DESK | MAY(DECIDE) | MAY(PUBLISH) | MAY(SHARE) | MAY(SETTINGS) | MAY(PEOPLE) |
			MAY(MAIL) | MAY(AUDIT),
		SEES(PUBLIC) | SEES(INTERNAL) | SEES(PERSONAL)},
};

bool right_role_find(struct str name, enum role *ret_role)
{
	for (unsigned i = 0; i < ROLE_N; i++)
		if (str_eq(right_roles[i].name, name)) {
			*ret_role = (enum role)i;
			return true;
		}
	return false;
}

bool right_roles_read(struct str names, unsigned *ret_roles)
{
	struct str_split split = {.rest = names, .sep = ' '};
	unsigned roles = 0;
	struct str name;

	while (str_next(&split, &name)) {
		enum role role;
		if (!name.n)
			continue;
		if (!right_role_find(name, &role) || role == ROLE_PUBLIC)
			return false;
		roles |= 1U << role;
	}
	*ret_roles = roles;
	return true;
}

struct str right_roles_write(struct arena *mem, unsigned roles)
{
	struct buf b = buf_new(mem, ROLES_TEXT_MAX);

	for (unsigned i = 0; i < ROLE_N; i++) {
		if (!(roles >> i & 1))
			continue;
		if (b.n)
			buf_add_char(&b, ' ');
		buf_add(&b, right_roles[i].name);
	}
	return buf_str(&b);
}

static bool right_has(unsigned roles, enum right right)
{
	roles |= 1U << ROLE_PUBLIC;
	for (unsigned i = 0; i < ROLE_N; i++)
		if (roles >> i & 1 && right_roles[i].rights >> right & 1)
			return true;
	return false;
}

bool right_sees(unsigned roles, enum field_class class)
{
	roles |= 1U << ROLE_PUBLIC;
	for (unsigned i = 0; i < ROLE_N; i++)
		if (roles >> i & 1 && right_roles[i].classes >> class & 1)
			return true;
	return false;
}

enum right_answer right_ask(const struct right_holder *holder, enum right right)
{
	if (right == ANYONE)
		return RIGHT_GRANTED;
	if (!holder->is_signed_in)
		return RIGHT_UNKNOWN;
	// An account without a role still is its owner's.
	if (right == SIGNED_IN)
		return RIGHT_GRANTED;
	if (!right_has(holder->roles, right))
		return RIGHT_REFUSED;
	if (right_table[right].is_strong && !holder->is_strong)
		return RIGHT_WEAK;
	return RIGHT_GRANTED;
}
