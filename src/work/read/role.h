// SPDX-License-Identifier: EUPL-1.2
// role — the job that a small word or a verb does in a sentence, in whatever language it stands.
//
// The words with their roles are rows of data/read/{function,verb,cue,context}.*.tsv; a row
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

	// How the parts of a sentence stand to each other: cue.*.tsv
	ROLE_AND,          // joins one mention, place or date to the next: "and", "as well as"
	ROLE_IN,           // before a place where something happens: "in", "at"
	ROLE_TO,           // before a place that somebody goes to
	ROLE_INFINITIVE,   // opens a purpose when a verb follows: the English "to"
	ROLE_OF,           // joins a noun to what it is of
	ROLE_PASSIVE,      // "was", "are being": what is behind was done to what is before
	ROLE_BY,           // before who did it
	ROLE_TOPIC,        // opens what an event is about: "on", "for"
	ROLE_TOPIC_END,    // ends it: "during", "from"
	ROLE_ASSESSING,    // tell what a generic noun ("activity") was: an assessment,
	ROLE_PRESENTING,   // a presentation,
	ROLE_WRITING,      // drafting,
	ROLE_CONSULTING,   // consultations
	ROLE_FOLLOWED,     // "followed (by)", "preceded (by)": part a sentence
	ROLE_FOLLOWING,    // "following": the same, without "by"
	ROLE_BACKGROUND,   // before a date that says since when, not when: "since", "adopted"
	ROLE_AFTER,        // at the beginning: what is named there has a date of its own
	ROLE_DATE_JOIN,    // between two dates of one mention
	ROLE_EXPLAINS,     // between a generic noun and what it was: "was", "as"
	ROLE_FORM,         // the same: "took the form of", "consisted of"
	ROLE_ONE,          // stands for a noun told before: "a second one", "the other"
	ROLE_ANOTHER,      // the same, and says that it is a further one
	ROLE_NOT,          // what is told did not happen
	ROLE_REMOTE,       // told of help: it was given from afar
	ROLE_COMPRISES,    // between an event and what happened in it: "two missions held talks"
	ROLE_WISH,         // before an event that somebody asks for: "requested", "need for"
	ROLE_PERFECT,      // before a verb that tells of an earlier time: "had"
	ROLE_REPEATED,     // of an event that took place once more
	ROLE_CANCELLED,    // of one that did not take place
	ROLE_IT,           // stands for the event told last
	ROLE_DUAL,         // a noun whose form says that there are two
	ROLE_BOTH,         // what is said holds for the two before it
	ROLE_MEANS,        // "delivery of trainings": the trainings are a means, no events
	ROLE_TRAINERS,     // those who are trained to train
	ROLE_GERUND,       // a noun of an event that may be a verb: "training"
	ROLE_HEAD,         // a noun that makes the one before it its modifier: "Conference Hall"
	ROLE_CONTINENT,    // ends the name of a region: "Eastern and Southern Africa"
	ROLE_UNION,        // ends the name of a body of states: "Development Community"
	ROLE_TOWN,         // before the name of a place: "the town of"
	ROLE_SITE,         // ends it: "Airport"
	ROLE_ABBREVIATION, // a full stop behind it ends no sentence

	// Words around the names of papers and bodies: context.*.tsv
	ROLE_ON,            // opens what a paper is about: "on", "for"
	ROLE_WHERE,         // the relative word of a place or event
	ROLE_VAGUE,         // before a name and not of it: "various", "revised"
	ROLE_MATTER,        // takes the paper before it for its matter: "policy dialogue"
	ROLE_DRAFTING,      // the same, and says that the paper is being made: "drafting process"
	ROLE_VERSION,       // stands for the paper named behind it: "proposal for a law"
	ROLE_USED,          // the paper behind it is only used: "implementation of"
	ROLE_ONLY_TOLD,     // the making behind it is only spoken of: "how to draft"
	ROLE_ACHIEVED,      // the making behind it was done: "were able to elaborate"
	ROLE_STAGE_NOUN,    // a stage told by a noun, of the paper behind it: "endorsement of"
	ROLE_GOING_ON,      // "being": no stage reached yet
	ROLE_BEFORE,        // what stands behind it is still to come: "before"
	ROLE_REVISED,       // made anew: "updated"
	ROLE_FROM,          // whence: "from"
	ROLE_ABOUT,         // before a number that is not exact: "over", "some"
	ROLE_ASKED,         // behind the name of who asks: "asked", "turned to"
	ROLE_HELPED,        // behind "is being" and the name of who is helped
	ROLE_JOINT,         // small words within the name of a body
	ROLE_RULERS,        // behind the word of a country: its "authorities"
	ROLE_HOSTS,         // behind the name of a body that takes part: "hosted"
	ROLE_WITH,          // before it: "hosted by", "together with"
	ROLE_EMPLOYED,      // between somebody and who employs them: "for"
	ROLE_LEADER,        // who leads a body: "Head"
	ROLE_ATTENDS,       // behind the name of guests: "attended", "visited"
	ROLE_BESIDE,        // before those with whom something is done: "with"
	ROLE_INTO,          // before the paper that something becomes: "as", "into"
	ROLE_WRITES,        // a verb whose object can only be a paper: "drew up", "compiled"
	ROLE_AIDED,         // before the name of who is helped: "enabled", "for the benefit of"
	ROLE_BENEFITS,      // behind the name of who is helped: "benefited from"
	ROLE_SENT_BY,       // between experts and the body that sent them: "seconded by"
	ROLE_INTERNATIONAL, // in the name of a body outside any state: "World", "Intergovernmental"
	ROLE_MATTERS,       // opens what a body is for, in its name: "по"
	ROLE_BACK,          // begins a sentence about what was told last: "it", "these"

	// Experts: context.*.tsv
	ROLE_SOUTH,       // before experts of partner countries: "South experts"
	ROLE_BEFORE_VERB, // between those who lend and their verb: "each", "have"
	ROLE_FORMER,      // before those who are in no service any more: "retired"
	ROLE_SECTOR,      // names all of its kind, so that no group of experts is meant: "academia"

	ROLE_N
};
