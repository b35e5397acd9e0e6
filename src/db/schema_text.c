// SPDX-License-Identifier: EUPL-1.2
// schema_text — a schema step in the engine's words: a walk over its words.
//
// Inside CREATE TABLE (...) the second word of each element is the column's type, unless the first
// one says that the element is a constraint; behind ADD COLUMN it is the second word too. Strings,
// quoted names and comments are copied as they are.
#include "db/schema_text.h"

#include "base/buf.h"
#include "db/db_schema.h"

enum { STEP_MAX = 1024 * 1024 };

enum place {
	ELSEWHERE,   // nothing is replaced here
	AFTER_TABLE, // behind CREATE TABLE or ALTER TABLE, before what it does
	AT_COLUMN,   // the next word is a column's name
	AT_TYPE,     // the next word is its type
	IN_ELEMENT,  // the rest of a column or a constraint
};

struct translation {
	struct str sql;
	size_t at;
	struct buf out;
	enum place place;
	int depth;
	bool creates; // CREATE TABLE, as against ALTER TABLE
	bool virtual;
	struct str before; // the word before this one
};

static bool is_word_char(char c)
{
	return char_is_alpha(c) || char_is_digit(c) || c == '_';
}

// Where the token at `at` ends: a word, a string, a comment, or one other character.
static size_t token_end(struct str s, size_t at)
{
	char c = s.p[at];
	size_t end;

	if (c == '\'' || c == '"') {
		end = str_find_char(s, c, at + 1);
		return end == STR_NONE ? s.n : end + 1;
	}
	if (c == '-' && at + 1 < s.n && s.p[at + 1] == '-') {
		end = str_find_char(s, '\n', at);
		return end == STR_NONE ? s.n : end;
	}
	if (!is_word_char(c))
		return at + 1;
	end = at;
	while (end < s.n && is_word_char(s.p[end]))
		end++;
	return end;
}

static bool is_constraint(struct str word)
{
	static const struct str words[] = {S_INIT("CONSTRAINT"), S_INIT("PRIMARY"),
		S_INIT("UNIQUE"), S_INIT("CHECK"), S_INIT("FOREIGN")};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq_nocase(word, words[i]))
			return true;
	return false;
}

// Decides what a word is by the place it stands in; *word may become another one.
static bool take_word(struct translation *t, struct str *word, struct err *err)
{
	struct str type;

	if (t->depth == 0 && str_eq_nocase(*word, S("VIRTUAL")))
		t->virtual = true;
	if (t->depth == 0 && str_eq_nocase(*word, S("TABLE")) && !t->virtual) {
		t->creates = !str_eq_nocase(t->before, S("ALTER"));
		t->place = AFTER_TABLE;
	} else if (t->place == AFTER_TABLE && !t->creates && str_eq_nocase(*word, S("COLUMN")) &&
		str_eq_nocase(t->before, S("ADD"))) {
		t->place = AT_COLUMN;
	} else if (t->place == AT_COLUMN) {
		t->place = is_constraint(*word) ? IN_ELEMENT : AT_TYPE;
	} else if (t->place == AT_TYPE) {
		type = db_schema_type(*word);
		if (!type.n)
			return err_set(err, ERR_DB,
				"column %" PRIstr " has the type %" PRIstr
				"; the words are ID, INT, TEXT, REAL and BLOB",
				STR(t->before), STR(*word));
		t->before = *word;
		*word = type;
		t->place = IN_ELEMENT;
		return true;
	}
	t->before = *word;
	return true;
}

static void take_sign(struct translation *t, char c)
{
	bool in_table = t->place != ELSEWHERE && t->creates;

	if (c == '(') {
		t->depth++;
		if (in_table && t->depth == 1)
			t->place = AT_COLUMN;
	} else if (c == ')') {
		t->depth--;
		if (in_table && t->depth == 0) {
			buf_add(&t->out, S(")"));
			buf_add(&t->out, db_schema_suffix);
			t->place = ELSEWHERE;
			return;
		}
	} else if (c == ',' && in_table && t->depth == 1) {
		t->place = AT_COLUMN;
	} else if (c == ';' && t->depth == 0) {
		t->place = ELSEWHERE;
		t->virtual = false;
	}
	buf_add_char(&t->out, c);
}

bool schema_text_translate(struct arena *mem, struct str sql, struct str *ret_sql, struct err *err)
{
	struct translation t = {.sql = sql, .out = buf_new(mem, STEP_MAX), .before = STR_EMPTY};

	while (t.at < sql.n) {
		size_t end = token_end(sql, t.at);
		struct str token = str_sub(sql, t.at, end);
		t.at = end;
		if (is_word_char(token.p[0])) {
			if (!take_word(&t, &token, err))
				return false;
			buf_add(&t.out, token);
		} else if (token.n == 1) {
			take_sign(&t, token.p[0]);
		} else {
			buf_add(&t.out, token);
		}
	}
	if (t.out.full)
		return err_set(err, ERR_DB, "a schema step is longer than %d bytes", STEP_MAX);
	*ret_sql = buf_str(&t.out);
	return true;
}
