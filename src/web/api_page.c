// SPDX-License-Identifier: EUPL-1.2
// api_page — the JSON API told to people.
#include "web/api_page.h"

#include "model/kind_list.h"
#include "web/api.h"
#include "web/pages.h"

// "curl 'https://portal.example/api/v1/...'", with words in front of the address.
static struct str line(const struct visit *v, const char *words, const char *path)
{
	return str_format(v->mem, "curl %s'%" PRIstr API_ROOT "%s'", words, STR(v->origin), path);
}

bool api_page_show(struct visit *v, struct err *err)
{
	struct api_page_view view = {.kind = NEW_ARRAY(v->mem, struct api_page_kind, KIND_N),
		.kind_n = KIND_N,
		.read = line(v, "", "actions?limit=2"),
		.find = line(v, "", "activities?type=workshop&limit=5"),
		.change = line(v,
			"-X POST -H 'Authorization: Bearer TOKEN' -H 'Content-Type: "
			"application/json' -d '{\"name\":{\"en\":\"Board of Trade\"},\"kind\":"
			"\"ministry\"}' ",
			"organisations")};

	for (size_t i = 0; i < KIND_N; i++)
		view.kind[i] = (struct api_page_kind){
			.name = visit_text(v, str_c(kind_list[i]->many)),
			.help = visit_text(v, str_c(kind_list[i]->help)),
			.url = str_join(v->mem, S(API_ROOT), kind_list[i]->address)};
	v->page.title = visit_text(v, _("The JSON API"));
	v->page.description = visit_text(v,
		_("Programs read here what this portal publishes, and with a token read and write "
		  "all that its owner may."));
	api_page_view(&v->t, &view);
	return visit_html(v, err);
}
