// SPDX-License-Identifier: EUPL-1.2
// wording_test — the same facts in the words of many writers, in six languages.
#include "base/buf.h"
#include "sample.h"
#include "tests.h"

// Labels of one language around a summary; the entry is about Kenya.
struct labels {
	const char *heading, *summary, *duration;
};

static const struct labels english = {"Kenya: Documents", "Summary", "Duration"};
static const struct labels french = {"Kenya : Documents", "Résumé", "Durée"};
static const struct labels spanish = {"Kenia: Documentos", "Resumen", "Duración"};
static const struct labels portuguese = {"Quénia: Documentos", "Resumo", "Duração"};
static const struct labels russian = {"Кения: Документы", "Краткое описание", "Продолжительность"};
static const struct labels arabic = {"كينيا: الوثائق", "الملخص", "المدة"};

static struct entry entry_in(struct arena *mem, const struct labels *l, const char *summary)
{
	struct str page = str_format(mem, "%s\n\n%s: %s\n\n%s: 2011 – 2014\n", l->heading,
		l->summary, summary, l->duration);
	struct sample_entries entries = sample_page(mem, page, NULL, NULL);

	assert_int_equal(entries.n, 1);
	return entries.p[0];
}

static struct str partners(struct arena *mem, const struct labels *l, const char *summary)
{
	struct entry e = entry_in(mem, l, summary);
	struct buf b = buf_new(mem, 1000);

	for (size_t i = 0; i < e.partners.n; i++)
		buf_format(&b, "%s%" PRIstr, i ? "; " : "", STR(e.partners.p[i].text));
	return buf_str(&b);
}

static void a_body_joined_with_in_any_words_is_a_partner(void **state)
{
	IS(partners(*state, &english, "Joining forces with the World Bank, they held a seminar."),
		"World Bank");
	IS(partners(*state, &french,
		   "Un séminaire, tenu de pair avec la Banque mondiale, a eu lieu."),
		"Banque mondiale");
	IS(partners(*state, &spanish, "En colaboración con la FAO se celebró un taller."), "FAO");
	IS(partners(*state, &spanish, "Junto a la Universidad de Nakuru se celebró un taller."),
		"Universidad de Nakuru");
	IS(partners(*state, &portuguese,
		   "Lado a lado com a Organização Mundial do Turismo, foi feito um inquérito."),
		"Organização Mundial do Turismo");
	IS(partners(*state, &russian,
		   "Совместно с Европейским банком реконструкции и развития прошёл семинар."),
		"Европейским банком реконструкции и развития");
	IS(partners(*state, &arabic, "وبالتعاون مع منظمة العمل الدولية، عقدت ورشة عمل."),
		"منظمة العمل الدولية");
}

static void partners_told_in_a_row_are_all_partners(void **state)
{
	IS(partners(*state, &english,
		   "Together with the Farmers' Union, the Chamber of Trade and the World Bank, the "
		   "experts held a seminar."),
		"Farmers' Union; Chamber of Trade; World Bank");
}

static void a_host_abroad_is_told_by_the_place_beside_it(void **state)
{
	IS(partners(*state, &english,
		   "A study visit to the Ministry of Health in Lisbon took place."),
		"Ministry of Health");
	IS(partners(*state, &english,
		   "A working visit to Copenhagen, hosted by the Parliamentary Ombudsman."),
		"Parliamentary Ombudsman");
	IS(partners(*state, &english, "A seminar in Nakuru, hosted by the Ministry of Health."),
		"");
}

static void a_paper_or_part_of_a_home_body_is_no_partner(void **state)
{
	IS(partners(*state, &english, "The plan was supported by the Assessment Report."), "");
	IS(partners(*state, &spanish,
		   "El taller del Instituto Nacional de Estadística y Censos acogió a veinte."),
		"");
}

static struct str requester(struct arena *mem, const struct labels *l, const char *summary)
{
	return entry_in(mem, l, summary).requester.text;
}

static void who_writes_a_letter_or_voices_a_wish_asks(void **state)
{
	IS(requester(*state, &english,
		   "The Ministry of Public Works addressed a letter to the facility."),
		"Ministry of Public Works");
	IS(requester(*state, &english,
		   "In answer to a letter from the Ministry of Health, two came."),
		"Ministry of Health");
	IS(requester(*state, &english, "The action enabled the Census Agency of Kenya to publish."),
		"Census Agency of Kenya");
	IS(requester(*state, &french,
		   "L'Institut national d'hygiène a manifesté le souhait d'apprendre."),
		"Institut national d'hygiène");
	IS(requester(*state, &spanish,
		   "En respuesta a una carta del Instituto Nacional de Estadística, vinieron dos."),
		"Instituto Nacional de Estadística");
	IS(requester(*state, &portuguese,
		   "A ação permitiu ao Tribunal Constitucional publicar os seus dados."),
		"Tribunal Constitucional");
	IS(requester(*state, &russian, "Министерство торговли направило письмо в 2012 году."),
		"Министерство торговли");
	IS(requester(*state, &arabic, "وأعربت وزارة النقل عن رغبتها في التعلم من الآخرين."),
		"وزارة النقل");
}

static void a_name_of_a_body_goes_on_to_what_it_is_for(void **state)
{
	IS(requester(*state, &english, "Guidance is given to the Committee on Mutual Recognition."),
		"Committee on Mutual Recognition");
	IS(requester(*state, &french, "C'est l'Office kényan des recettes qui a demandé l'action."),
		"Office kényan des recettes");
}

static struct str experts(struct arena *mem, const struct labels *l, const char *summary)
{
	struct entry e = entry_in(mem, l, summary);
	struct buf b = buf_new(mem, 1000);

	for (size_t i = 0; i < e.experts.n; i++)
		buf_format(&b, "%s%" PRIstr " %" PRIstr, i ? "; " : "",
			STR(e.experts.p[i].iso2.n ? e.experts.p[i].iso2 : S("--")),
			STR(e.experts.p[i].kind));
	return buf_str(&b);
}

static void experts_of_a_row_are_all_read(void **state)
{
	IS(experts(*state, &english,
		   "They were advised by an Austrian judge, a Czech notary and the Latvian Audit "
		   "Office."),
		"AT national-administration; CZ unspecified; LV national-administration");
	IS(experts(*state, &english, "Experts were lent by Greece, Hungary and an Italian NGO."),
		"GR unspecified; HU unspecified; IT ngo");
	IS(experts(*state, &english,
		   "Support was lent by the Danish Coast Guard, by Cyprus and by a private "
		   "consultant."),
		"DK national-administration; CY unspecified; -- private-consultant");
	IS(experts(*state, &english, "Portugal and Cabo Verde are lending experts."),
		"PT unspecified; CV unspecified");
	IS(experts(*state, &portuguese,
		   "Dois peritos do Instituto dos Registos e do Notariado português e uma arquivista "
		   "brasileira vieram."),
		"PT national-administration; BR unspecified");
	IS(experts(*state, &french,
		   "Des magistrats de la Cour d'appel de Paris et du Conseil d'État roumain viendront."),
		"FR national-administration; RO national-administration");
}

static void an_expert_is_told_by_profession_and_town(void **state)
{
	IS(experts(*state, &english,
		   "A magistrate from Vilnius and a professor from Bologna came."),
		"LT national-administration; IT academia");
	IS(experts(*state, &french, "Un ingénieur portugais et une hydrologue belge sont venus."),
		"PT unspecified; BE unspecified");
	IS(experts(*state, &arabic, "وتولى التدريب قاض إيطالي ومهندسان من إسبانيا."),
		"IT national-administration; ES unspecified");
	IS(experts(*state, &french, "Vingt juges sénégalais ont été formés."), "");
	IS(experts(*state, &french, "Une formation d'ingénieurs maliens a eu lieu."), "");
}

static void a_university_that_hosts_sends_no_experts(void **state)
{
	IS(experts(*state, &english, "Alongside the University of Nakuru, they asked 600 people."),
		"");
	IS(experts(*state, &french, "Un stage, accueilli par l'Université de Gand, a eu lieu."),
		"");
}

static struct str activities(struct arena *mem, const struct labels *l, const char *summary)
{
	struct entry e = entry_in(mem, l, summary);

	return sample_told(mem, &e);
}

static void a_noun_in_the_dual_counts_two(void **state)
{
	IS(activities(*state, &arabic, "عقدت ورشتان في ناكورو في مايو 2012."),
		"workshop 2012-05 held ناكورو x2");
	IS(activities(*state, &arabic, "عقدت ورشة في ناكورو في مايو 2012."),
		"workshop 2012-05 held ناكورو");
}

static void the_first_and_the_second_go_to_places_of_their_own(void **state)
{
	IS(activities(*state, &english,
		   "Two study visits, the first to Lisbon in May 2012 and the second to Porto in "
		   "June 2012, took place."),
		"study-visit 2012-05 held Lisbon; study-visit 2012-06 held Porto");
	IS(activities(*state, &arabic,
		   "ثم نظمت زيارتان دراسيتان، الأولى إلى لشبونة في سبتمبر 2012 والثانية إلى "
		   "بوخارست في نوفمبر 2012."),
		"study-visit 2012-09 held لشبونة; study-visit 2012-11 held بوخارست");
}

static void where_an_event_was_is_told_in_many_ways(void **state)
{
	IS(activities(*state, &english, "A workshop on rules, Wundanyi, 16 March 2012."),
		"workshop 2012-03-16 held Wundanyi");
	IS(activities(*state, &english, "Nakuru hosted a seminar in June 2012."),
		"seminar 2012-06 held Nakuru");
	IS(activities(*state, &french, "La ville de Nakuru a accueilli un séminaire en mai 2012."),
		"seminar 2012-05 held Nakuru");
	IS(activities(*state, &spanish, "Una misión viajó a La Paz en mayo de 2012."),
		"other 2012-05 held La Paz");
}

static void what_is_reviewed_may_stand_before_its_verb(void **state)
{
	IS(activities(*state, &english, "The draft law was reviewed by two judges in May 2012."),
		"legal-review 2012-05 held");
}

static void from_afar_is_no_time_before_the_event(void **state)
{
	IS(activities(*state, &arabic, "عقدت دورة تدريبية عن بعد في مايو 2012."),
		"training 2012-05 held");
}

static struct str outputs(struct arena *mem, const struct labels *l, const char *summary)
{
	struct entry e = entry_in(mem, l, summary);
	struct buf b = buf_new(mem, 1000);

	for (size_t i = 0; i < e.outputs.n; i++)
		buf_format(&b, "%s%" PRIstr " %" PRIstr ": %" PRIstr, i ? "; " : "",
			STR(e.outputs.p[i].type), STR(e.outputs.p[i].status),
			STR(e.outputs.p[i].name));
	return buf_str(&b);
}

static void a_verb_of_a_stage_is_no_part_of_a_name(void **state)
{
	IS(outputs(*state, &russian, "План действий утверждён правительством."),
		"action-plan adopted: План действий");
	IS(outputs(*state, &spanish, "La ley entró en vigor en mayo."), "law adopted: ley");
	IS(outputs(*state, &english, "The roadmap presented at the forum was adopted later."),
		"roadmap adopted: roadmap");
	IS(outputs(*state, &french, "La stratégie a été remise au Comité en mai 2012."),
		"strategy delivered: stratégie");
}

static void a_title_goes_on_to_whence(void **state)
{
	IS(outputs(*state, &english,
		   "The Guidelines on Complaints from Places of Detention entered into force."),
		"guidelines adopted: Guidelines on Complaints from Places of Detention");
}

static void stages_are_told_in_many_words(void **state)
{
	IS(outputs(*state, &english, "The manual for inspectors is available in English."),
		"manual-or-handbook published: manual for inspectors");
	IS(outputs(*state, &portuguese, "O roteiro está disponível."),
		"roadmap published: roteiro");
	IS(outputs(*state, &russian, "Буклет распространён в школах."), "other delivered: Буклет");
}

int wording_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_body_joined_with_in_any_words_is_a_partner),
		TEST(partners_told_in_a_row_are_all_partners),
		TEST(a_host_abroad_is_told_by_the_place_beside_it),
		TEST(a_paper_or_part_of_a_home_body_is_no_partner),
		TEST(who_writes_a_letter_or_voices_a_wish_asks),
		TEST(a_name_of_a_body_goes_on_to_what_it_is_for),
		TEST(experts_of_a_row_are_all_read),
		TEST(an_expert_is_told_by_profession_and_town),
		TEST(a_university_that_hosts_sends_no_experts),
		TEST(a_noun_in_the_dual_counts_two),
		TEST(the_first_and_the_second_go_to_places_of_their_own),
		TEST(where_an_event_was_is_told_in_many_ways),
		TEST(what_is_reviewed_may_stand_before_its_verb),
		TEST(from_afar_is_no_time_before_the_event),
		TEST(a_verb_of_a_stage_is_no_part_of_a_name),
		TEST(a_title_goes_on_to_whence),
		TEST(stages_are_told_in_many_words),
	};

	return cmocka_run_group_tests_name("wording", tests, NULL, NULL);
}
