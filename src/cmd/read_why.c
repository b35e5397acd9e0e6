// SPDX-License-Identifier: EUPL-1.2
// read_why — for each fact of an entry, the rule that found it and what the reader saw in its words.
#include "cmd/read_why.h"

#include "base/utf8.h"
#include "work/read/explain.h"

enum { WORDS_MAX = 400, PHRASES_MAX = 60 };

struct fact {
	struct str name, value;
	const struct span *span;
};
struct facts VEC_OF(struct fact);

static void fact_add(struct arena *mem, struct facts *facts, struct str name, struct str value,
	const struct span *span)
{
	if (span->length > 0)
		VEC_ADD(mem, facts, ((struct fact){name, value, span}));
}

static void facts_of_activity(
	struct arena *mem, struct facts *facts, const struct entry_activity *activity)
{
	struct str status = activity->is_planned ? S(", planned") : S(", held");
	fact_add(mem, facts, S("activity"), str_join(mem, activity->type, status), &activity->span);
	fact_add(mem, facts, S("activity.date"), period_edtf(mem, activity->period),
		&activity->date_span);
	fact_add(mem, facts, S("activity.place"), activity->iso2, &activity->place_span);
}

static void facts_of_texts(
	struct arena *mem, struct facts *facts, struct str name, const struct entry_texts *texts)
{
	for (size_t i = 0; i < texts->n; i++)
		fact_add(mem, facts, name, texts->p[i].text, &texts->p[i].span);
}

static void facts_of_parts(struct arena *mem, struct facts *facts, const struct entry *entry)
{
	for (size_t i = 0; i < entry->activities.n; i++)
		facts_of_activity(mem, facts, &entry->activities.p[i]);
	for (size_t i = 0; i < entry->outputs.n; i++) {
		const struct entry_output *output = &entry->outputs.p[i];
		fact_add(mem, facts, S("output"),
			str_format(mem, "%" PRIstr ", %" PRIstr, STR(output->type),
				STR(output->status)),
			&output->span);
	}
	for (size_t i = 0; i < entry->experts.n; i++) {
		const struct entry_expert *expert = &entry->experts.p[i];
		struct str country = expert->iso2.n ? expert->iso2 : S("no country");
		fact_add(mem, facts, S("expert"),
			str_format(mem, "%" PRIstr ", %" PRIstr, STR(country), STR(expert->kind)),
			&expert->span);
	}
}

// Every fact of the entry that stands somewhere, in the order of its object.
static struct facts facts_of(struct arena *mem, const struct entry *entry)
{
	struct facts facts = {0};
	struct date start = entry->period.start, end = entry->period.end;
	fact_add(mem, &facts, S("place"), entry->place.text, &entry->place.span);
	fact_add(mem, &facts, S("phase"), str_of_int(mem, entry->phase), &entry->phase_span);
	fact_add(mem, &facts, S("title"), entry->title.text, &entry->title.span);
	facts_of_texts(mem, &facts, S("theme"), &entry->themes);
	fact_add(mem, &facts, S("objective"), STR_EMPTY, &entry->objective.span);
	fact_add(mem, &facts, S("summary"), STR_EMPTY, &entry->summary.span);
	fact_add(mem, &facts, S("start"), date_iso(mem, start), &entry->start_span);
	fact_add(mem, &facts, S("end"), entry->period.open ? S("going on") : date_iso(mem, end),
		&entry->end_span);
	facts_of_parts(mem, &facts, entry);
	facts_of_texts(mem, &facts, S("partner"), &entry->partners);
	fact_add(mem, &facts, S("requester"), entry->requester.text, &entry->requester.span);
	facts_of_texts(mem, &facts, S("country"), &entry->countries_involved);
	fact_add(mem, &facts, S("participants"), str_of_int(mem, entry->participants.count),
		&entry->participants.span);
	return facts;
}

static struct str fact_words(const struct why *why, const struct fact *fact)
{
	size_t at = fact->span->offset;
	return str_sub(why->source.bytes, at, at + fact->span->length);
}

// A whole field is no phrase: its words are not told one by one.
static bool is_field(const struct fact *fact)
{
	return str_eq(fact->span->rule, S("label"));
}

static void phrases_text(struct out *out, const struct explained_phrases *phrases)
{
	for (size_t i = 0; i < phrases->n && i < PHRASES_MAX; i++) {
		const struct explained_phrase *phrase = &phrases->p[i];
		out_write(out, i ? S(" | ") : S("      "));
		out_write(out, phrase->text);
		if (phrase->meaning.n)
			out_format(out, " {%" PRIstr "}", STR(phrase->meaning));
	}
	out_write(out, phrases->n > PHRASES_MAX ? S(" | ...\n") : S("\n"));
}

static void words_text(struct out *out, struct str words)
{
	struct str shown = utf8_cut(words, WORDS_MAX);
	for (size_t i = 0; i < shown.n; i++)
		out_char(out, char_is_space(shown.p[i]) ? ' ' : shown.p[i]);
	out_write(out, shown.n < words.n ? S("...\n") : S("\n"));
}

static void fact_text(struct arena *mem, struct out *out, const struct why *why,
	const struct fact *fact, const struct explained *explained)
{
	const struct span *span = fact->span;
	struct str because = explain_rule(span->rule);
	out_format(out, "    %" PRIstr "%s%" PRIstr " [%" PRIstr ", %" PRIstr "]\n",
		STR(fact->name), fact->value.n ? ": " : "", STR(fact->value),
		STR(certainty_name(span->certainty)), STR(span->rule));
	if (because.n)
		out_format(out, "      %" PRIstr "\n", STR(because));
	out_format(out, "      bytes %zu+%zu: ", span->offset, span->length);
	words_text(out, fact_words(why, fact));
	if (is_field(fact))
		return;
	struct explained_phrases phrases = explain_span(mem, explained, *span);
	phrases_text(out, &phrases);
}

void why_text(struct out *out, const struct why *why, const struct entry *entry)
{
	SCRATCH(mem);
	struct explained explained;
	struct err err;
	struct facts facts = facts_of(mem, entry);
	if (!explain_entry(mem, why->lexicon, &why->source, entry->whole, &explained, &err))
		return;
	out_write(out, S("  why:\n"));
	for (size_t i = 0; i < facts.n; i++)
		fact_text(mem, out, why, &facts.p[i], &explained);
}

static void phrases_json(struct json *json, const struct explained_phrases *phrases)
{
	json_key(json, S("tokens"));
	json_begin_array(json);
	for (size_t i = 0; i < phrases->n; i++) {
		json_begin_object(json);
		json_key_text(json, S("text"), phrases->p[i].text);
		json_key_text_or_null(json, S("is"), phrases->p[i].meaning);
		json_end_object(json);
	}
	json_end_array(json);
}

static void fact_json(struct arena *mem, struct json *json, const struct why *why,
	const struct fact *fact, const struct explained *explained)
{
	const struct span *span = fact->span;
	json_begin_object(json);
	json_key_text(json, S("fact"), fact->name);
	json_key_text_or_null(json, S("value"), fact->value);
	json_key_text(json, S("certainty"), certainty_name(span->certainty));
	json_key_text_or_null(json, S("rule"), span->rule);
	json_key_text_or_null(json, S("because"), explain_rule(span->rule));
	json_key(json, S("span"));
	json_begin_array(json);
	json_int(json, (int64_t)span->offset);
	json_int(json, (int64_t)span->length);
	json_end_array(json);
	json_key_text(json, S("words"), utf8_cut(fact_words(why, fact), WORDS_MAX));
	if (!is_field(fact)) {
		struct explained_phrases phrases = explain_span(mem, explained, *span);
		phrases_json(json, &phrases);
	}
	json_end_object(json);
}

void why_json(struct json *json, const struct why *why, const struct entry *entry)
{
	SCRATCH(mem);
	struct explained explained;
	struct err err;
	struct facts facts = facts_of(mem, entry);
	json_key(json, S("explain"));
	json_begin_array(json);
	if (explain_entry(mem, why->lexicon, &why->source, entry->whole, &explained, &err))
		for (size_t i = 0; i < facts.n; i++)
			fact_json(mem, json, why, &facts.p[i], &explained);
	json_end_array(json);
}
