// SPDX-License-Identifier: EUPL-1.2
// review_test — facts are decided, pages that tell otherwise propose, records are made one and two again.
#include <string.h>

#include "model/kind_list.h"
#include "pages.h"
#include "sample.h"
#include "store/fact.h"
#include "store/merge.h"
#include "store/record.h"
#include "store/record_origin.h"
#include "tests.h"
#include "work/desk/likeness.h"
#include "work/desk/publish.h"
#include "work/desk/review.h"
#include "work/desk/unite.h"

#define HEAD                            \
	"Togo II: Labour Migration\n\n" \
	"Objective: The Action helped the Ministry of Labour of Togo.\n\n"
#define TAIL "Duration: January 2012 – June 2013\n\n"
#define PAGE                                                                                   \
	HEAD "Summary: A workshop took place in Lomé in March 2012. A study visit to Lisbon " \
	     "took place in May 2012. A labour migration strategy was drafted.\n\n" TAIL
// The workshop has a day, the study visit is gone, a seminar is new.
#define PAGE_LATER                                                                         \
	HEAD "Summary: A workshop took place in Lomé on 5 March 2012. A seminar on fees " \
	     "was held in Kara in June 2012. A labour migration strategy was drafted.\n\n" TAIL

// As the later one, but for the day of the workshop.
#define PAGE_MONTH                                                                       \
	HEAD "Summary: A workshop took place in Lomé in March 2012. A seminar on fees " \
	     "was held in Kara in June 2012. A labour migration strategy was drafted.\n\n" TAIL

#define EQUAL(found, wanted) assert_true(str_eq((found), (wanted)))

enum { NOW = 1456833600, ALL_CLASSES = 31, WHO = 1, RECORDS_MAX = 200 };

static struct review taken(struct sample *s, const char *bytes, int64_t now)
{
	const struct import_file page = {S("togo.txt"), str_c(bytes)};
	struct record_lines lines;
	struct review review;
	struct err err;

	page_take(s->db, &page, now);
	MUST(record_list(s->mem, s->db, &(struct record_query){.kind = &kind_action}, &lines, &err),
		&err);
	MUST(review_load(s->mem, s->db, lines.p[0].id, &review, &err), &err);
	return review;
}

static struct review again(struct sample *s, const struct review *review)
{
	struct review now;
	struct err err;

	MUST(review_load(s->mem, s->db, review->part.p[0].record->id, &now, &err), &err);
	return now;
}

static const struct review_part *part_of(
	const struct review *review, const struct kind *kind, const char *name)
{
	for (size_t i = 0; i < review->part.n; i++)
		for (size_t k = 0; k < review->part.p[i].facts.n; k++)
			if (review->part.p[i].record->kind == kind &&
				str_find(review->part.p[i].facts.p[k].text, str_c(name), 0) !=
					STR_NONE)
				return &review->part.p[i];
	fail_msg("no %s", name);
	return NULL;
}

// The newest fact of the path.
static const struct fact *fact_at(const struct review_part *part, const char *path)
{
	const struct fact *found = NULL;
	for (size_t i = 0; i < part->facts.n; i++)
		if (str_eq(part->facts.p[i].path, str_c(path)))
			found = &part->facts.p[i];
	assert_non_null(found);
	return found;
}

static struct record *loaded(struct sample *s, int64_t id)
{
	struct record *record;
	struct err err;

	MUST(record_load(s->mem, s->db, id, &record, &err), &err);
	return record;
}

static size_t acted(
	struct sample *s, const struct fact *fact, enum review_verb verb, const char *chosen)
{
	AUTO_TXN txn = sample_begin(s);
	struct review_act act = {.verb = verb,
		.account_id = WHO,
		.at = NOW + 100,
		.why = S("because"),
		.chosen = str_c(chosen)};
	struct facts facts = {0};
	struct findings findings = {0};
	struct err err;
	bool saved;

	VEC_ADD(s->mem, &facts, *fact);
	MUST(review_act(s->mem, s->db, &facts, &act, &findings, &saved, &err), &err);
	assert_true(saved);
	sample_commit(&txn);
	return findings.n;
}

// The fact as it is kept now; nothing in it when another has taken its place.
static struct fact fact_kept(struct sample *s, int64_t id)
{
	const struct fact none = {.id = 0};
	struct err err;

	for (int64_t record = 1; record <= RECORDS_MAX; record++) {
		struct facts facts;
		MUST(fact_list(s->mem, s->db, record, &facts, &err), &err);
		for (size_t i = 0; i < facts.n; i++)
			if (facts.p[i].id == id)
				return facts.p[i];
	}
	return none;
}

static struct str state_of(struct sample *s, int64_t id)
{
	return fact_kept(s, id).state;
}

static void every_value_read_is_an_open_fact_with_its_passage(void **state)
{
	struct sample *s = *state;
	struct review review = taken(s, PAGE, NOW);
	const struct review_part *workshop = part_of(&review, &kind_activity, "workshop");
	const struct fact *date = fact_at(workshop, "period");

	assert_int_equal(review.decided_n, 0);
	assert_true(review.open_n > 10);
	IS(date->text, "2012-03");
	IS(date->certainty, "stated");
	assert_memory_equal(&PAGE[date->span_offset], "March 2012", 10);
	IS(fact_at(workshop, "")->text, "held");
	IS(fact_at(workshop, "legs.1")->claim_field, "place");
	IS(fact_at(&review.part.p[0], "countries.1")->text, "country\tTG\nrole\tbeneficiary\n");
}

static void import_accept_leaves_nothing_open(void **state)
{
	struct sample *s = *state;
	const struct import_file page = {S_INIT("togo.txt"), S_INIT(PAGE)};
	struct fact_progresses all;
	struct err err;

	page_accept(s->db, &page, NOW);
	MUST(fact_progress(s->mem, s->db, &all, &err), &err);
	assert_int_equal(all.n, 1);
	assert_int_equal(all.p[0].open_n, 0);
	assert_true(all.p[0].accepted_n > 10);
}

static void accepting_keeps_the_value_and_is_a_version(void **state)
{
	struct sample *s = *state;
	struct review review = taken(s, PAGE, NOW);
	const struct review_part *workshop = part_of(&review, &kind_activity, "workshop");
	struct record *record;

	assert_int_equal(acted(s, fact_at(workshop, "period"), REVIEW_ACCEPT, ""), 0);
	record = loaded(s, workshop->record->id);
	IS(record_get(record, S("period")), "2012-03");
	assert_int_equal(record->version, 2);
	assert_int_equal(record->public_version, 2);
	IS(state_of(s, fact_at(workshop, "period")->id), "accepted");
}

static void correcting_changes_the_value_and_keeps_what_was_read(void **state)
{
	struct sample *s = *state;
	struct review review = taken(s, PAGE, NOW);
	const struct fact *date = fact_at(part_of(&review, &kind_activity, "workshop"), "period");
	struct fact kept;

	assert_int_equal(acted(s, date, REVIEW_CORRECT, "yesterday"), 1);
	IS(state_of(s, date->id), "open");
	assert_int_equal(acted(s, date, REVIEW_CORRECT, "2012-04"), 0);
	IS(record_get(loaded(s, date->record_id), S("period")), "2012-04");
	kept = fact_kept(s, date->id);
	IS(kept.state, "corrected");
	IS(kept.text, "2012-03");
	IS(kept.chosen, "2012-04");
	IS(kept.why, "because");
	assert_int_equal(loaded(s, date->record_id)->public_version, 1);
	acted(s, &kept, REVIEW_OPEN, "");
	IS(record_get(loaded(s, date->record_id), S("period")), "2012-03");
	IS(state_of(s, date->id), "open");
}

static void rejecting_takes_a_row_away_and_the_others_stay_known(void **state)
{
	struct sample *s = *state;
	struct review review = taken(s, PAGE, NOW);
	const struct review_part *action = &review.part.p[0];
	const struct fact *first = fact_at(action, "bodies.1");

	acted(s, fact_at(action, "countries.1"), REVIEW_REJECT, "");
	acted(s, first, REVIEW_ACCEPT, "");
	IS(record_get(loaded(s, action->record->id), S("countries.1.country")), "PT");
	EQUAL(fact_present(s->mem, loaded(s, action->record->id), first), first->text);
	acted(s, fact_at(&again(s, &review).part.p[0], "countries.1"), REVIEW_OPEN, "");
	IS(record_get(loaded(s, action->record->id), S("countries.2.country")), "TG");
}

static void a_record_that_is_rejected_takes_its_facts_along_and_brings_them_back(void **state)
{
	struct sample *s = *state;
	struct review review = taken(s, PAGE, NOW);
	const struct review_part *visit = part_of(&review, &kind_activity, "study visit");
	int64_t open_n = review.open_n, fact_n = (int64_t)visit->facts.n;

	acted(s, fact_at(visit, ""), REVIEW_REJECT, "");
	assert_true(loaded(s, visit->record->id)->deleted_at > 0);
	review = again(s, &review);
	assert_int_equal(review.open_n, open_n - fact_n);
	acted(s, fact_at(part_of(&review, &kind_activity, "study visit"), ""), REVIEW_OPEN, "");
	assert_int_equal(loaded(s, visit->record->id)->deleted_at, 0);
	assert_int_equal(again(s, &review).open_n, open_n);
}

static void followed(struct sample *s, struct record *record, const char *period)
{
	AUTO_TXN txn = sample_begin(s);
	struct record_edit edit = {.record = record, .at = NOW, .what = S("edit"), .why = S("")};
	struct err err;
	bool done;

	(void)record_set(s->mem, record, S("period"), str_c(period));
	MUST(record_save(s->mem, s->db, &edit, &done, &err), &err);
	MUST(review_follow(s->mem, s->db, record, WHO, NOW + 100, &err), &err);
	sample_commit(&txn);
}

static void a_change_in_the_form_decides_the_fact_and_going_back_accepts_it(void **state)
{
	struct sample *s = *state;
	struct review review = taken(s, PAGE, NOW);
	const struct review_part *workshop = part_of(&review, &kind_activity, "workshop");
	int64_t date = fact_at(workshop, "period")->id, title = fact_at(workshop, "title.en")->id;

	followed(s, loaded(s, workshop->record->id), "2012-05");
	IS(state_of(s, date), "corrected");
	IS(state_of(s, title), "open");
	followed(s, loaded(s, workshop->record->id), "");
	IS(state_of(s, date), "rejected");
	followed(s, loaded(s, workshop->record->id), "2012-03");
	IS(state_of(s, date), "accepted");
}

static void a_required_value_is_not_rejected(void **state)
{
	struct sample *s = *state;
	struct review review = taken(s, PAGE, NOW);
	const struct fact *place = fact_at(&review.part.p[0], "place");

	assert_int_equal(acted(s, place, REVIEW_REJECT, ""), 1);
	IS(state_of(s, place->id), "open");
}

static struct str public_review(struct sample *s)
{
	struct dossier *d;
	struct err err;

	MUST(dossier_by_slug(s->mem, s->db, S("togo-ii-labour-migration"), false, &d, &err), &err);
	return d->action.review;
}

static void the_public_hears_of_the_review_when_nothing_is_open(void **state)
{
	struct sample *s = *state;
	struct review review = taken(s, PAGE, NOW);
	int64_t id = review.part.p[0].record->id;
	struct err err;

	for (size_t i = 0; i < review.part.n; i++)
		for (size_t k = 0; k < review.part.p[i].facts.n; k++) {
			IS(public_review(s), "pending");
			acted(s, &review.part.p[i].facts.p[k], REVIEW_ACCEPT, "");
			AUTO_TXN txn = sample_begin(s);
			MUST(review_settle(s->mem, s->db, id, NOW, &err), &err);
			sample_commit(&txn);
		}
	IS(public_review(s), "accepted");
}

static void a_correction_is_told_to_the_public_with_both_values(void **state)
{
	struct sample *s = *state;
	struct review review = taken(s, PAGE, NOW);
	struct corrections told;
	struct err err;
	struct record_origin origin;

	acted(s, fact_at(part_of(&review, &kind_activity, "workshop"), "period"), REVIEW_CORRECT,
		"2012-04");
	AUTO_TXN txn = sample_begin(s);
	MUST(publish_record(s->mem, s->db, review.part.p[0].record, NOW + 200, &err), &err);
	sample_commit(&txn);
	MUST(record_origin_load(s->mem, s->db, review.part.p[0].record->id, &origin, &err), &err);
	MUST(correction_list(s->mem, s->db, origin.action_id, &told, &err), &err);
	assert_int_equal(told.n, 1);
	IS(told.p[0].record, "activity");
	IS(told.p[0].field, "date");
	IS(told.p[0].printed, "2012-03");
	IS(told.p[0].decided, "2012-04");
	assert_int_equal(told.p[0].corrected_at, NOW + 100);
}

// ---- proposals

static size_t changes_n(const struct review *review)
{
	size_t n = 0;
	for (size_t i = 0; i < review->part.n; i++)
		for (size_t k = 0; k < review->part.p[i].facts.n; k++)
			n += review->part.p[i].facts.p[k].is_change &&
				fact_is_open(&review->part.p[i].facts.p[k]);
	return n;
}

static void a_page_that_tells_otherwise_proposes_only_what_differs(void **state)
{
	struct sample *s = *state;
	struct review review = taken(s, PAGE, NOW);
	int64_t workshop = part_of(&review, &kind_activity, "workshop")->record->id;

	acted(s, fact_at(&review.part.p[0], "title.en"), REVIEW_ACCEPT, "");
	review = taken(s, PAGE_LATER, NOW + 50);
	const struct fact *date = fact_at(part_of(&review, &kind_activity, "workshop"), "period");
	assert_true(date->is_change);
	IS(date->was, "2012-03");
	IS(date->text, "2012-03-05");
	assert_int_equal(date->record_id, workshop);
	IS(record_get(loaded(s, workshop), S("period")), "2012-03");
	const struct fact *gone = fact_at(part_of(&review, &kind_activity, "study visit"), "");
	assert_true(gone->is_change && gone->text.n == 0);
	const struct review_part *seminar = part_of(&review, &kind_activity, "seminar");
	assert_true(seminar->record->deleted_at > 0);
	size_t n = changes_n(&review);
	acted(s, date, REVIEW_ACCEPT, "");
	IS(record_get(loaded(s, workshop), S("period")), "2012-03-05");
	acted(s, gone, REVIEW_REJECT, "");
	assert_int_equal(loaded(s, gone->record_id)->deleted_at, 0);
	acted(s, fact_at(seminar, ""), REVIEW_ACCEPT, "");
	assert_int_equal(loaded(s, seminar->record->id)->deleted_at, 0);
	review = again(s, &review);
	assert_int_equal(changes_n(&review), n - 3);
}

static void the_same_page_again_proposes_nothing_more_and_the_old_one_takes_it_back(void **state)
{
	struct sample *s = *state;
	struct review review = taken(s, PAGE, NOW);
	int64_t all_n;

	acted(s, fact_at(&review.part.p[0], "title.en"), REVIEW_CORRECT, "Labour Mobility");
	review = taken(s, PAGE_LATER, NOW + 50);
	all_n = review.open_n + review.decided_n;
	review = taken(s, PAGE_LATER, NOW + 60);
	assert_int_equal(review.open_n + review.decided_n, all_n);
	IS(record_get(review.part.p[0].record, S("title.en")), "Labour Mobility");
	const struct fact *date = fact_at(part_of(&review, &kind_activity, "workshop"), "period");
	assert_true(date->is_change);
	size_t n = changes_n(&review);
	review = taken(s, PAGE_MONTH, NOW + 70);
	assert_false(fact_at(part_of(&review, &kind_activity, "workshop"), "period")->is_change);
	assert_true(changes_n(&review) < n);
}

// ---- likeness

static struct record made(struct sample *s, const struct kind *kind, const char *values)
{
	struct record record;
	struct str lost;

	assert_true(record_read(s->mem, kind, str_c(values), &record, &lost));
	assert_int_equal(lost.n, 0);
	return record;
}

static int score(struct sample *s, const struct kind *kind, const char *one, const char *other)
{
	struct record a = made(s, kind, one), b = made(s, kind, other);
	return like_of(s->mem, &a, &b, ALL_CLASSES).score;
}

static void names_that_are_alike_are_found_with_the_reason(void **state)
{
	struct sample *s = *state;
	static const struct {
		const char *one, *other;
		enum like_reason reason;
	} pairs[] = {
		{"Ministère de l’Intérieur", "ministere de l'interieur", LIKE_SAME_NAME},
		{"Ministry of Labour", "Ministry of Labuor", LIKE_SPELLING},
		{"International Organization for Migration", "IOM", LIKE_ABBREVIATION},
		{"Office of the High Commissioner for Refugees",
			"The High Commissioner for Refugees", LIKE_WORDS},
	};
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		struct record a = record_new(&kind_organisation), b = a;
		(void)record_set(s->mem, &a, S("name.en"), str_c(pairs[i].one));
		(void)record_set(s->mem, &b, S("name.fr"), str_c(pairs[i].other));
		struct like like = like_of(s->mem, &a, &b, ALL_CLASSES);
		assert_true(like.score >= LIKE_LEAST);
		assert_true(like.reasons >> pairs[i].reason & 1);
	}
}

static void bodies_of_two_countries_and_other_names_are_two(void **state)
{
	struct sample *s = *state;

	assert_true(score(s, &kind_organisation, "name.en\tMinistry of Labour\ncountry\tTG\n",
			    "name.en\tMinistry of Labour\ncountry\tBJ\n") <= LIKE_LEAST);
	assert_true(score(s, &kind_organisation, "name.en\tMinistry of Labour\n",
			    "name.en\tBorder Police\n") < LIKE_LEAST);
	assert_true(score(s, &kind_organisation, "name.en\tMinistry of Interior of The Gambia\n",
			    "name.en\tMinistry of Seals of The Gambia\n") < LIKE_LEAST);
}

static void actions_with_other_ordinals_or_times_are_two(void **state)
{
	struct sample *s = *state;
	const char *one =
		"place\tTogo\nordinal\tII\ntitle.en\tLabour Migration\nperiod\t2012-01/2013-06\n";

	assert_true(score(s, &kind_action, one,
			    "place\tTogo\nordinal\tII\ntitle.en\tLabour Migrations\nperiod\t"
			    "2012-02/2013-07\n") >= LIKE_LEAST);
	assert_true(score(s, &kind_action, one,
			    "place\tTogo\nordinal\tIII\ntitle.en\tLabour Migration\nperiod\t"
			    "2012-01/2013-06\n") < LIKE_LEAST);
	assert_true(score(s, &kind_action, one,
			    "place\tTogo\nordinal\tII\ntitle.en\tLabour Migration\nperiod\t"
			    "2019-01/2019-06\n") < LIKE_LEAST);
}

static void a_reason_is_not_taken_from_a_field_that_is_not_seen(void **state)
{
	struct sample *s = *state;
	struct record a = made(s, &kind_person, "family\tMensah\nemail\ta@example.org\n");
	struct record b = made(s, &kind_person, "family\tOwusu\nemail\ta@example.org\n");

	assert_true(like_of(s->mem, &a, &b, ALL_CLASSES).score >= LIKE_LEAST);
	assert_int_equal(like_of(s->mem, &a, &b, 1).score, 0);
}

static void only_pairs_that_share_a_sign_are_compared_and_found(void **state)
{
	struct sample *s = *state;
	struct record *list[3];
	const char *names[] = {"name.en\tBorder Guard Service\n", "name.en\tTax Office\n",
		"name.en\tBorder Guard Servise\n"};
	for (size_t i = 0; i < 3; i++) {
		list[i] = NEW(s->mem, struct record);
		*list[i] = made(s, &kind_organisation, names[i]);
	}
	struct like_pairs pairs = like_pairs(s->mem, list, 3, ALL_CLASSES);
	assert_int_equal(pairs.n, 1);
	assert_int_equal(pairs.p[0].one, 0);
	assert_int_equal(pairs.p[0].other, 2);
}

// ---- merging

static struct record *saved(struct sample *s, const struct kind *kind, const char *values)
{
	AUTO_TXN txn = sample_begin(s);
	struct record *record = NEW(s->mem, struct record);
	struct record_edit edit = {.record = record, .at = NOW, .what = S("create"), .why = S("")};
	struct err err;
	bool done;

	*record = made(s, kind, values);
	MUST(record_save(s->mem, s->db, &edit, &done, &err), &err);
	sample_commit(&txn);
	return record;
}

static enum unite_pick keep(void *context, const struct property *p)
{
	(void)context;
	return p->flags & PROPERTY_MANY ? UNITE_BOTH : UNITE_KEEP;
}

static int64_t united(struct sample *s, const struct record *stays, const struct record *goes)
{
	AUTO_TXN txn = sample_begin(s);
	const struct unite_by by = {WHO, NOW + 300};
	struct record record = unite_record(s->mem, stays, goes, keep, NULL);
	struct merge merge;
	struct err err;
	bool done;

	MUST(unite(s->mem, s->db, &record, goes, &by, &done, &err), &err);
	assert_true(done);
	MUST(merge_load_of(s->mem, s->db, goes->id, &merge, &err), &err);
	sample_commit(&txn);
	return merge.id;
}

static void parted(struct sample *s, int64_t merge)
{
	AUTO_TXN txn = sample_begin(s);
	const struct unite_by by = {WHO, NOW + 400};
	struct err err;
	bool done;

	MUST(unite_undo(s->mem, s->db, merge, &by, &done, &err), &err);
	assert_true(done);
	sample_commit(&txn);
}

static void same(struct sample *s, const struct record *then, int64_t deleted_at)
{
	struct record *now = loaded(s, then->id);

	assert_true(str_eq(record_document(s->mem, now), record_document(s->mem, then)));
	assert_int_equal(now->deleted_at, deleted_at);
}

static void links_and_names_go_over_and_undoing_gives_both_back_exactly(void **state)
{
	struct sample *s = *state;
	struct record *one = saved(s, &kind_organisation, "name.en\tMinistry of Labour\n");
	struct record *other = saved(s, &kind_organisation, "name.en\tLabour Ministry\n");
	struct str row = str_format(s->mem,
		"place\tTogo\nbodies.1.organisation\t%lld\nbodies.1.role\trequester\n",
		(long long)other->id);
	struct record *action = saved(s, &kind_action, str_z(s->mem, row));
	int64_t merge = united(s, one, other);

	EQUAL(record_get(loaded(s, action->id), S("bodies.1.organisation")),
		str_of_int(s->mem, one->id));
	IS(record_get(loaded(s, one->id), S("names.1.name")), "Labour Ministry");
	assert_true(loaded(s, other->id)->deleted_at > 0);
	parted(s, merge);
	same(s, one, 0);
	same(s, other, 0);
	same(s, action, 0);
}

static void what_was_changed_since_a_merge_stays_when_it_is_undone(void **state)
{
	struct sample *s = *state;
	struct record *one = saved(s, &kind_organisation, "name.en\tMinistry of Labour\n");
	struct record *other = saved(s, &kind_organisation, "name.en\tLabour Ministry\n");
	int64_t merge = united(s, one, other);
	struct record *now = loaded(s, one->id);
	struct record_edit edit = {.record = now, .at = NOW, .what = S("edit"), .why = S("")};
	struct err err;
	bool done;

	(void)record_set(s->mem, now, S("country"), S("TG"));
	AUTO_TXN txn = sample_begin(s);
	MUST(record_save(s->mem, s->db, &edit, &done, &err), &err);
	sample_commit(&txn);
	parted(s, merge);
	now = loaded(s, one->id);
	IS(record_get(now, S("country")), "TG");
	assert_int_equal(record_count(now, S("names")), 0);
	same(s, other, 0);
}

static void a_fact_about_a_merged_organisation_stays_open_and_is_accepted_as_it_is(void **state)
{
	struct sample *s = *state;
	struct review review = taken(s, PAGE, NOW);
	const struct fact *body;
	int64_t id;

	assert_true(str_int(record_get(review.part.p[0].record, S("bodies.1.organisation")), &id));
	struct record *better = saved(s, &kind_organisation, "name.en\tLabour Department\n");
	int64_t merge = united(s, better, loaded(s, id));
	body = fact_at(&again(s, &review).part.p[0], "bodies.1");
	IS(body->state, "open");
	assert_true(fact_present(s->mem, loaded(s, body->record_id), body).n > 0);
	acted(s, body, REVIEW_ACCEPT, "");
	EQUAL(record_get(loaded(s, body->record_id), S("bodies.1.organisation")),
		str_of_int(s->mem, better->id));
	parted(s, merge);
	EQUAL(record_get(loaded(s, body->record_id), S("bodies.1.organisation")),
		str_of_int(s->mem, id));
}

static void two_actions_become_one_with_the_parts_and_facts_of_both(void **state)
{
	struct sample *s = *state;
	struct review one = taken(s, PAGE, NOW);
	struct review other = taken(s,
		"Togo: Labour Migration of 2012\n\nObjective: To help.\n\nSummary: A seminar was held "
		"in Kara in April 2012.\n\nDuration: February 2012 – May 2013\n\n",
		NOW + 1);
	struct record *stays = one.part.p[0].record, *goes = other.part.p[0].record;
	int64_t all_n = one.open_n + other.open_n, merge;

	if (stays->id == goes->id)
		fail_msg("the two pages became one action");
	merge = united(s, stays, goes);
	struct review both = again(s, &one);
	assert_int_equal(both.open_n, all_n);
	(void)part_of(&both, &kind_activity, "seminar");
	parted(s, merge);
	assert_int_equal(again(s, &one).open_n, one.open_n);
	assert_int_equal(again(s, &other).open_n, other.open_n);
	same(s, stays, 0);
	same(s, goes, 0);
}

int review_tests(void)
{
	const struct CMUnitTest tests[] = {
		SAMPLE_TEST(every_value_read_is_an_open_fact_with_its_passage),
		SAMPLE_TEST(import_accept_leaves_nothing_open),
		SAMPLE_TEST(accepting_keeps_the_value_and_is_a_version),
		SAMPLE_TEST(correcting_changes_the_value_and_keeps_what_was_read),
		SAMPLE_TEST(rejecting_takes_a_row_away_and_the_others_stay_known),
		SAMPLE_TEST(a_record_that_is_rejected_takes_its_facts_along_and_brings_them_back),
		SAMPLE_TEST(a_change_in_the_form_decides_the_fact_and_going_back_accepts_it),
		SAMPLE_TEST(a_required_value_is_not_rejected),
		SAMPLE_TEST(the_public_hears_of_the_review_when_nothing_is_open),
		SAMPLE_TEST(a_correction_is_told_to_the_public_with_both_values),
		SAMPLE_TEST(a_page_that_tells_otherwise_proposes_only_what_differs),
		SAMPLE_TEST(
			the_same_page_again_proposes_nothing_more_and_the_old_one_takes_it_back),
		SAMPLE_TEST(names_that_are_alike_are_found_with_the_reason),
		SAMPLE_TEST(bodies_of_two_countries_and_other_names_are_two),
		SAMPLE_TEST(actions_with_other_ordinals_or_times_are_two),
		SAMPLE_TEST(a_reason_is_not_taken_from_a_field_that_is_not_seen),
		SAMPLE_TEST(only_pairs_that_share_a_sign_are_compared_and_found),
		SAMPLE_TEST(links_and_names_go_over_and_undoing_gives_both_back_exactly),
		SAMPLE_TEST(what_was_changed_since_a_merge_stays_when_it_is_undone),
		SAMPLE_TEST(a_fact_about_a_merged_organisation_stays_open_and_is_accepted_as_it_is),
		SAMPLE_TEST(two_actions_become_one_with_the_parts_and_facts_of_both),
	};

	return cmocka_run_group_tests_name("review", tests, NULL, NULL);
}
