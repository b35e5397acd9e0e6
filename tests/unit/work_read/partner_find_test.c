// SPDX-License-Identifier: EUPL-1.2
// partner_find_test — who asked, who else took part, which countries, how many persons, which experts.
#include "work/read/partner_find.h"

#include "base/buf.h"
#include "sample.h"
#include "tests.h"

static struct entry kenya(struct arena *mem, const char *summary)
{
	struct str page = str_format(mem,
		"Kenya: Document Security\n\nSummary: %s\n\nDuration: May 2012–June 2013\n",
		summary);
	struct sample_entries entries = sample_page(mem, page, NULL, NULL);

	assert_int_equal(entries.n, 1);
	return entries.p[0];
}

static struct str requester(struct arena *mem, const char *summary)
{
	struct entry e = kenya(mem, summary);

	return e.requester.text.n ? str_format(mem, "%" PRIstr " %" PRIstr, STR(e.requester_kind),
					    STR(e.requester.text))
				  : S("");
}

static struct str joined(struct arena *mem, const struct entry_texts *texts)
{
	struct buf b = buf_new(mem, 1000);

	for (size_t i = 0; i < texts->n; i++)
		buf_format(&b, "%s%" PRIstr, i ? "; " : "", STR(texts->p[i].text));
	return buf_str(&b);
}

static struct str partners(struct arena *mem, const char *summary)
{
	struct entry e = kenya(mem, summary);

	return joined(mem, &e.partners);
}

static struct str participants(struct arena *mem, const char *summary)
{
	struct entry e = kenya(mem, summary);

	return e.participants.count ? str_format(mem, "%d %" PRIstr, (int)e.participants.count,
					      STR(e.participants.quote))
				    : S("");
}

static struct str experts(struct arena *mem, const char *summary)
{
	struct entry e = kenya(mem, summary);
	struct buf b = buf_new(mem, 1000);

	for (size_t i = 0; i < e.experts.n; i++)
		buf_format(&b, "%s%" PRIstr " %" PRIstr, i ? "; " : "",
			STR(e.experts.p[i].iso2.n ? e.experts.p[i].iso2 : S("--")),
			STR(e.experts.p[i].kind));
	return buf_str(&b);
}

static void who_asks_is_the_requester(void **state)
{
	IS(requester(*state, "The Revenue Authority therefore asked for help."),
		"named-body Revenue Authority");
	IS(requester(*state, "The National Institute of Skills turned to the facility."),
		"named-body National Institute of Skills");
	IS(requester(*state, "At the request of the Ministry of Health, a mission was sent."),
		"named-body Ministry of Health");
	IS(requester(*state, "The action supports the Kenyan authorities."),
		"collective Kenyan authorities");
}

static void who_is_helped_is_the_requester_when_nobody_asks(void **state)
{
	IS(requester(*state, "The Statistics Office was helped to draft a plan."),
		"named-body Statistics Office");
	IS(requester(*state,
		   "It prepared to assist the Ministry of Labour, Trade and Social Affairs."),
		"named-body Ministry of Labour, Trade and Social Affairs");
	IS(requester(*state, "Support to a meeting of the Ministry of Health was given."), "");
}

static void a_partner_hosts_is_visited_or_joins_in(void **state)
{
	IS(partners(*state, "A seminar was hosted by the Household Workers’ Union."),
		"Household Workers’ Union");
	IS(partners(*state, "A study visit to the Ministry of Health of Ecuador took place."),
		"Ministry of Health of Ecuador");
	IS(partners(*state, "A study visit was hosted by the Portuguese SEF."), "Portuguese SEF");
	IS(partners(*state,
		   "It was held together with the International Organization for Migration."),
		"International Organization for Migration");
	IS(partners(*state, "It was opened by the Head of the EU Delegation to Kenya."),
		"EU Delegation to Kenya");
}

static void the_beneficiarys_own_bodies_and_halls_are_no_partners(void **state)
{
	IS(partners(*state, "A seminar was hosted by the Ministry of Interior."), "");
	IS(partners(*state, "It was opened at the UN-ECA Conference Hall."), "");
	IS(partners(*state, "A study visit to a Member State was hosted."), "");
	IS(partners(*state, "Experts from the Slovenian Border Police took part."), "");
}

static void numbers_of_persons_are_participants(void **state)
{
	IS(participants(*state, "It gathered over 250 national stakeholders."),
		"250 over 250 national stakeholders");
	IS(participants(*state, "Twenty-four officers attended it."), "24 Twenty-four officers");
	IS(participants(*state, "In May 2016 ten assessors went to Germany."), "10 ten assessors");
	IS(participants(*state, "The 7th Officers' Meeting was held."), "");
	IS(participants(*state, "Two officers of the Dutch customs taught 30 colleagues."),
		"30 30 colleagues");
	IS(participants(*state, "Three experts came. A ten-day course was held."), "");
}

static void experts_are_told_by_profession_and_country(void **state)
{
	IS(experts(*state, "A Spanish official paid a visit to Nairobi."),
		"ES national-administration");
	IS(experts(*state, "Two officers of the Dutch customs administration began the work."),
		"NL national-administration");
	IS(experts(*state, "An expert of Statistics Finland did a desk review."),
		"FI national-administration");
	IS(experts(*state, "One Dutch and one Angolan customs expert were deployed."),
		"NL unspecified; AO unspecified");
	IS(experts(*state, "Kenyan officials went on a study tour."), "");
	IS(experts(*state, "They met Finnish officials."), "");
}

static void who_attends_is_no_expert(void **state)
{
	IS(experts(*state, "Experts advised academics, NGOs and officials; academics attended."),
		"-- academia");
	IS(experts(*state, "A German private consultant came. The consultant helped."),
		"DE private-consultant");
}

static void who_asks_may_be_told_with_words_between(void **state)
{
	IS(requester(*state, "The Ports Authority, whose cranes were old, called for help."),
		"named-body Ports Authority");
	IS(requester(*state, "It was the Kenya Revenue Authority that sought assistance."),
		"named-body Kenya Revenue Authority");
	IS(requester(*state, "Acting on a wish of the Department of Roads, they came."),
		"named-body Department of Roads");
	IS(requester(*state, "The State Law Office benefited from their advice."),
		"named-body State Law Office");
	IS(requester(*state, "Support came from the Danish Food Agency."), "");
}

static void an_objective_tells_for_whom_it_is(void **state)
{
	struct sample_entries entries = sample_page(*state,
		S("Kenya: Weather\n\nObjective: To make the Meteorological Department faster.\n\n"
		  "Summary: Letters were exchanged.\n\nDuration: May 2012–June 2013\n"),
		NULL, NULL);
	IS(entries.p[0].requester.text, "Meteorological Department");
	entries = sample_page(*state,
		S("Kenya: Weather\n\nObjective: Advice for the Meteorological Department.\n\n"
		  "Summary: Letters were exchanged.\n\nDuration: May 2012–June 2013\n"),
		NULL, NULL);
	IS(entries.p[0].requester.text, "Meteorological Department");
}

static void a_body_outside_any_state_may_be_a_partner(void **state)
{
	IS(partners(*state, "It was held jointly with the Intergovernmental Ocean Commission."),
		"Intergovernmental Ocean Commission");
	IS(partners(*state, "It was co-organised with the Organisation for Trade between Islands."),
		"Organisation for Trade between Islands");
	IS(partners(*state, "Georgia, Moldova and Ukraine took part."), "");
}

static void bodies_that_send_experts_tell_their_country(void **state)
{
	IS(experts(*state,
		   "Experts were seconded by the Czech Ministry of Interior, the "
		   "University of Ghent, Belgium, and the Polish Police."),
		"CZ national-administration; BE academia; PL national-administration");
	IS(experts(*state, "The Danish Maritime Authority provided the experts."),
		"DK national-administration");
	IS(experts(*state, "The experts belonged to the Irish Revenue."),
		"IE national-administration");
	IS(experts(*state, "Forms were sent by the Swiss Ministry of Health."), "");
}

static void two_countries_may_share_one_noun(void **state)
{
	IS(experts(*state, "Greek and Belgian hydrographers taught the staff."),
		"GR unspecified; BE unspecified");
	IS(experts(*state, "It was done by Slovak and Austrian tax inspectors."),
		"SK national-administration; AT national-administration");
	IS(experts(*state, "The course was given by a retired Danish judge."), "DK unspecified");
	IS(experts(*state, "Help was given by a Swedish psychologist in private practice."),
		"SE private-consultant");
}

static void guests_from_abroad_bring_their_countries(void **state)
{
	struct entry e = kenya(*state, "Delegates from Bhutan and Sri Lanka were invited.");

	IS(joined(*state, &e.countries_involved), "BT; LK");
}

int partner_find_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(who_asks_is_the_requester),
		TEST(who_is_helped_is_the_requester_when_nobody_asks),
		TEST(a_partner_hosts_is_visited_or_joins_in),
		TEST(the_beneficiarys_own_bodies_and_halls_are_no_partners),
		TEST(numbers_of_persons_are_participants),
		TEST(experts_are_told_by_profession_and_country),
		TEST(who_attends_is_no_expert),
		TEST(who_asks_may_be_told_with_words_between),
		TEST(an_objective_tells_for_whom_it_is),
		TEST(a_body_outside_any_state_may_be_a_partner),
		TEST(bodies_that_send_experts_tell_their_country),
		TEST(two_countries_may_share_one_noun),
		TEST(guests_from_abroad_bring_their_countries),
	};
	return cmocka_run_group_tests_name("partner_find", tests, NULL, NULL);
}
