// SPDX-License-Identifier: EUPL-1.2
// role — the job that a small word or a verb does in a sentence, in whatever language it stands.
//
// The words with their roles are rows of data/read/function.*.tsv and data/read/verb.*.tsv; a row
// whose role is not named here does not compile. Finders ask role_at (lexicon.h), never for words.
#pragma once

enum role {
	// Small words: function.*.tsv
	ROLE_INDEFINITE,  // "a", "another"
	ROLE_DEFINITE,    // "the", "its"
	ROLE_POINTING,    // "this", "such": points back at something told before
	ROLE_PREPOSITION, // "in", "during"
	ROLE_CONJUNCTION, // "and", "as well as"
	ROLE_RELATIVE,    // "which", "where"
	ROLE_PURPOSE,     // opens a clause of purpose: "in order to", "aimed at"
	ROLE_ADVERB,      // stands between a verb and what it governs: "then", "also"
	ROLE_ADJECTIVE,   // plain words before a noun that are part of its phrase
	ROLE_GROUP,       // "series", "set": a number of things behind it as one

	// Verbs and words made of them: verb.*.tsv
	ROLE_HELD,    // tense of what took place: "was", "took place"
	ROLE_PLANNED, // tense of what is to come: "will", "is foreseen"
	ROLE_BEING,   // "are", "being": tense only with what stands behind
	ROLE_AT, // between an event and its date without being its matter: "organised", "took place"
	ROLE_MAKING,  // of producing a paper: "drafting", "develop"
	ROLE_DRAFTED, // stages of a paper, the furthest told counts
	ROLE_DELIVERED,
	ROLE_PRESENTED,
	ROLE_PUBLISHED,
	ROLE_ADOPTED,
	ROLE_LEND,    // between experts and those who sent them: "lent by"
	ROLE_COME,    // the same: "came from"
	ROLE_SUPPORT, // of helping a body
	ROLE_MEET,    // by which another body takes part: "together with"
	ROLE_REQUEST, // of asking for help

	ROLE_N
};
