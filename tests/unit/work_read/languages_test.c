// SPDX-License-Identifier: EUPL-1.2
// languages_test — the same facts told in French, Spanish, Portuguese, Russian and Arabic.
#include "base/buf.h"
#include "sample.h"
#include "tests.h"

// Labels of one language around a summary; the entry is about Kenya.
struct language {
	const char *heading, *objective, *summary, *duration;
};

static const struct language french = {"Kenya : Documents", "Objectif", "Résumé", "Durée"};
static const struct language spanish = {"Kenia: Documentos", "Objetivo", "Resumen", "Duración"};
static const struct language portuguese = {"Quénia: Documentos", "Objetivo", "Resumo", "Duração"};
static const struct language russian = {
	"Кения: Документы", "Цель", "Краткое описание", "Продолжительность"};
static const struct language arabic = {"كينيا: الوثائق", "الهدف", "الملخص", "المدة"};

static struct entry entry_in(struct arena *mem, const struct language *l, const char *summary)
{
	struct str page = str_format(mem, "%s\n\n%s: —\n\n%s: %s\n\n%s: 2011 – 2014\n", l->heading,
		l->objective, l->summary, summary, l->duration);
	struct sample_entries entries = sample_page(mem, page, NULL, NULL);

	assert_int_equal(entries.n, 1);
	return entries.p[0];
}

static struct str activities(struct arena *mem, const struct language *l, const char *summary)
{
	struct entry e = entry_in(mem, l, summary);

	return sample_told(mem, &e);
}

static struct str experts(struct arena *mem, const struct language *l, const char *summary)
{
	struct entry e = entry_in(mem, l, summary);
	struct buf b = buf_new(mem, 4000);

	for (size_t i = 0; i < e.experts.n; i++)
		buf_format(&b, "%s%" PRIstr " %" PRIstr, i ? "; " : "",
			STR(e.experts.p[i].iso2.n ? e.experts.p[i].iso2 : S("--")),
			STR(e.experts.p[i].kind));
	return buf_str(&b);
}

static struct str outputs(struct arena *mem, const struct language *l, const char *summary)
{
	struct entry e = entry_in(mem, l, summary);
	struct buf b = buf_new(mem, 4000);

	for (size_t i = 0; i < e.outputs.n; i++)
		buf_format(&b, "%s%" PRIstr " %" PRIstr ": %" PRIstr, i ? "; " : "",
			STR(e.outputs.p[i].type), STR(e.outputs.p[i].status),
			STR(e.outputs.p[i].name));
	return buf_str(&b);
}

static void events_told_in_french_have_type_date_and_place(void **state)
{
	IS(activities(*state, &french,
		   "Une mission d'évaluation s'est rendue à Mombasa en mars 2012. Deux ateliers "
		   "régionaux sur les faux documents ont été organisés à Nakuru en octobre 2012. Une "
		   "visite d'étude au Maroc est prévue pour mai 2013."),
		"assessment-mission 2012-03 held Mombasa; workshop 2012-10 held Nakuru x2; "
		"study-visit 2013-05 planned Maroc");
}

static void events_told_in_spanish_have_type_date_and_place(void **state)
{
	IS(activities(*state, &spanish,
		   "En marzo de 2012 se llevó a cabo una misión de evaluación en Mombasa. En octubre "
		   "de 2012 se celebraron dos talleres regionales sobre fraude documental. Está "
		   "prevista una visita de estudio a Marruecos para mayo de 2013."),
		"assessment-mission 2012-03 held Mombasa; workshop 2012-10 held x2; "
		"study-visit 2013-05 planned Marruecos");
}

static void events_told_in_portuguese_have_type_date_and_place(void **state)
{
	IS(activities(*state, &portuguese,
		   "Uma missão de avaliação decorreu em Mombasa em março de 2012. Foram realizados "
		   "dois seminários sobre fraude documental em outubro de 2012. Está prevista uma "
		   "visita de estudo a Marrocos para maio de 2013."),
		"assessment-mission 2012-03 held Mombasa; seminar 2012-10 held x2; "
		"study-visit 2013-05 planned Marrocos");
}

static void events_told_in_russian_have_type_date_and_place(void **state)
{
	IS(activities(*state, &russian,
		   "В марте 2012 года в Момбасе состоялась оценочная миссия. В октябре 2012 года "
		   "прошли два семинара по проверке документов. В мае 2013 года планируется "
		   "ознакомительная поездка в Марокко."),
		"assessment-mission 2012-03 held Момбасе; seminar 2012-10 held x2; "
		"study-visit 2013-05 planned Марокко");
}

static void events_told_in_arabic_have_type_date_and_place(void **state)
{
	IS(activities(*state, &arabic,
		   "عقدت ورشة عمل حول فحص الوثائق في نيروبي في مارس 2012. ومن المقرر أن تنظم زيارة "
		   "دراسية إلى المغرب في مايو 2013."),
		"workshop 2012-03 held نيروبي; study-visit 2013-05 planned المغرب");
}

static void a_clause_may_open_with_the_date_of_its_event(void **state)
{
	IS(activities(*state, &russian,
		   "Прошли три рабочие встречи, а в апреле 2013 года сотрудники совершили учебную "
		   "поездку в Дублин."),
		"meeting  held x3; study-visit 2013-04 held Дублин");
}

static void what_a_thing_is_for_is_no_event(void **state)
{
	IS(activities(*state, &french, "Un module de formation a été remis aux agents."), "");
	IS(activities(*state, &spanish, "Se entregó un manual de capacitación."), "");
}

static void experts_have_their_countries_behind_them(void **state)
{
	IS(experts(*state, &french,
		   "Des experts des administrations nationales française et belge ainsi qu'un "
		   "consultant privé ont été mobilisés."),
		"FR national-administration; BE national-administration; -- private-consultant");
	IS(experts(*state, &spanish,
		   "Los expertos proceden de la administración portuguesa y de la Universidad de "
		   "Bolonia (Italia)."),
		"PT national-administration; IT academia");
	IS(experts(*state, &portuguese,
		   "Foram mobilizados peritos da administração sueca e um perito cabo-verdiano."),
		"SE national-administration; CV unspecified");
	IS(experts(*state, &russian,
		   "Участвовали эксперты государственных органов Польши и Литвы, чешский эксперт и "
		   "частный консультант."),
		"PL national-administration; LT national-administration; CZ unspecified; "
		"-- private-consultant");
	IS(experts(*state, &arabic, "شارك خبراء من الإدارة الوطنية الإيطالية وخبير مغربي."),
		"IT national-administration; MA unspecified");
}

static void those_who_lend_experts_stand_before_the_verb(void **state)
{
	IS(experts(*state, &french, "La France et l'Espagne ont chacune envoyé un expert."),
		"FR unspecified; ES unspecified");
}

static void each_country_of_a_list_has_its_own_event(void **state)
{
	IS(activities(*state, &french,
		   "Des sessions de formation se tiendront au Cameroun, au Gabon et au Tchad en 2013."),
		"training 2013 planned Cameroun; training 2013 planned Gabon; "
		"training 2013 planned Tchad");
}

static void a_noun_told_again_is_no_new_event(void **state)
{
	IS(activities(*state, &french,
		   "Un atelier a eu lieu en mai 2012. Trente agents ont assisté à l'atelier."),
		"workshop 2012-05 held");
	IS(activities(*state, &spanish,
		   "En mayo de 2012 se celebró un taller. Treinta inspectores asistieron al taller."),
		"workshop 2012-05 held");
	IS(activities(*state, &russian,
		   "В мае 2012 года прошла конференция. МОТ приняла участие в конференции."),
		"conference 2012-05 held");
}

static void a_small_word_with_a_capital_begins_a_sentence(void **state)
{
	IS(activities(*state, &russian,
		   "Семинар состоялся в ноябре 2012 г. В 2013 году планируется конференция."),
		"seminar 2012-11 held; conference 2013 planned");
}

static void the_name_of_a_body_goes_on_behind_its_noun(void **state)
{
	IS(entry_in(*state, &french,
		   "Le ministère des Affaires étrangères, de la Coopération et de l'Intégration a "
		   "sollicité un appui en 2011.")
			.requester.text,
		"ministère des Affaires étrangères, de la Coopération et de l'Intégration");
	IS(entry_in(*state, &spanish, "La Secretaría de Relaciones Exteriores pidió ayuda en 2011.")
			.requester.text,
		"Secretaría de Relaciones Exteriores");
	IS(entry_in(*state, &russian, "По просьбе Главной прокуратуры прошёл семинар.")
			.requester.text,
		"Главной прокуратуры");
	IS(entry_in(*state, &arabic, "طلبت وزارة العدل مساعدة الخبراء في عام 2011.").requester.text,
		"وزارة العدل");
}

static void papers_are_named_behind_their_noun(void **state)
{
	IS(outputs(*state, &french,
		   "Un manuel de procédures de contrôle a été remis à la Direction en mai 2013."),
		"manual-or-handbook delivered: manuel de procédures de contrôle");
	IS(outputs(*state, &portuguese, "O relatório metodológico foi publicado em 2013."),
		"report published: relatório metodológico");
}

static void a_word_of_another_language_is_no_month(void **state)
{
	IS(activities(*state, &spanish,
		   "Los agentes hicieron dos visitas de estudio en el marco de la acción, en febrero y abril de 2012."),
		"study-visit 2012-02 held; study-visit 2012-04 held");
}

static void a_town_behind_its_noun_is_the_place(void **state)
{
	IS(activities(*state, &portuguese,
		   "Na cidade da Beira, em outubro de 2012, realizou-se um seminário."),
		"seminar 2012-10 held Beira");
}

static void what_is_put_off_is_planned(void **state)
{
	IS(activities(*state, &french,
		   "Un atelier, prévu à Bamako, a été reporté et devrait avoir lieu fin 2012."),
		"workshop 2012 planned Bamako");
}

static void what_did_not_take_place_is_none_in_french(void **state)
{
	IS(activities(*state, &french, "L'atelier prévu en mai 2012 à Mombasa n'a pas eu lieu."),
		"");
}

static void a_presentation_of_a_paper_is_an_event(void **state)
{
	IS(activities(*state, &russian,
		   "8–9 декабря 2011 года состоялась презентация дорожной карты."),
		"presentation 2011-12-08 held");
}

static void the_name_of_a_body_in_small_letters_is_no_event(void **state)
{
	IS(activities(*state, &french,
		   "L'Institut national de la statistique et des études économiques a envoyé un expert."),
		"");
}

static void officers_trained_in_an_examination_are_trained(void **state)
{
	IS(activities(*state, &french,
		   "En mai 2012, les médecins du port ont été formés à l'examen d'aptitude à Mombasa."),
		"training 2012-05 held Mombasa");
}

static void what_was_repeated_is_one_more_event(void **state)
{
	IS(activities(*state, &russian,
		   "В мае 2012 года в Найроби прошло обучение инспекторов, а в июне 2012 года оно было "
		   "повторено в Момбасе."),
		"training 2012-05 held Найроби; training 2012-06 held Момбасе");
}

static void a_denied_event_is_none(void **state)
{
	IS(activities(*state, &spanish, "No se celebró el taller previsto en mayo de 2012."), "");
	IS(activities(*state, &arabic, "لم تعقد الندوة المقررة في مايو 2013."), "");
	IS(activities(*state, &russian, "Семинар не состоялся."), "");
}

static void a_counted_group_is_told_by_its_members(void **state)
{
	IS(activities(*state, &russian,
		   "Были проведены два тренинга: один в Найроби в мае 2012 года, другой в Момбасе в июне 2012 года."),
		"training 2012-05 held Найроби; training 2012-06 held Момбасе");
}

static void going_abroad_is_a_study_visit(void **state)
{
	IS(activities(*state, &spanish, "Seis funcionarios viajaron a Lisboa en abril de 2014."),
		"study-visit 2014-04 held Lisboa");
	IS(activities(*state, &french, "Six agents se sont rendus à Lisbonne en avril 2014."),
		"study-visit 2014-04 held Lisbonne");
}

static void what_was_planned_first_is_not_when_it_was(void **state)
{
	IS(activities(*state, &spanish,
		   "El taller final, previsto inicialmente para marzo, se celebró en junio de 2014."),
		"workshop 2014-06 held");
}

int languages_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(events_told_in_french_have_type_date_and_place),
		TEST(events_told_in_spanish_have_type_date_and_place),
		TEST(events_told_in_portuguese_have_type_date_and_place),
		TEST(events_told_in_russian_have_type_date_and_place),
		TEST(events_told_in_arabic_have_type_date_and_place),
		TEST(a_clause_may_open_with_the_date_of_its_event),
		TEST(what_a_thing_is_for_is_no_event),
		TEST(experts_have_their_countries_behind_them),
		TEST(those_who_lend_experts_stand_before_the_verb),
		TEST(each_country_of_a_list_has_its_own_event),
		TEST(a_noun_told_again_is_no_new_event),
		TEST(a_small_word_with_a_capital_begins_a_sentence),
		TEST(the_name_of_a_body_goes_on_behind_its_noun),
		TEST(papers_are_named_behind_their_noun),
		TEST(a_word_of_another_language_is_no_month),
		TEST(a_town_behind_its_noun_is_the_place),
		TEST(what_is_put_off_is_planned),
		TEST(what_did_not_take_place_is_none_in_french),
		TEST(a_presentation_of_a_paper_is_an_event),
		TEST(the_name_of_a_body_in_small_letters_is_no_event),
		TEST(officers_trained_in_an_examination_are_trained),
		TEST(what_was_repeated_is_one_more_event),
		TEST(a_denied_event_is_none),
		TEST(a_counted_group_is_told_by_its_members),
		TEST(going_abroad_is_a_study_visit),
		TEST(what_was_planned_first_is_not_when_it_was),
	};
	return cmocka_run_group_tests_name("languages", tests, NULL, NULL);
}
