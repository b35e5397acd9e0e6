// SPDX-License-Identifier: EUPL-1.2
// library — documents of one title become one download; outputs meet their actions.
#include "web/library.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "format/date_text.h"
#include "model/code.h"
#include "store/output.h"
#include "store/source.h"
#include "web/links.h"

static const struct source *find_source(const struct sources *sources, int64_t id)
{
	for (size_t i = 0; i < sources->n; i++)
		if (sources->p[i].id == id)
			return &sources->p[i];
	return NULL;
}

// A page in words: what it is about and when, or the name of its file.
static struct str shelf_of(struct visit *v, const struct source *source)
{
	struct str name = source->region.n
		? code_name_of(&v->portfolio->regions, source->region, v->lang->code)
		: source->name;
	const struct lang_arg args[] = {
		{S("page"), name}, {S("date"), date_text(v->mem, v->lang, source->as_of)}};

	if (!args[1].value.n)
		return name;
	return lang_fill(v->mem, visit_text(v, _("{page}, {date}")), args, 2);
}

static void add_page(struct visit *v, struct download *d, const struct source *source)
{
	if (!source)
		return;
	for (size_t i = 0; i < d->pages.n; i++)
		if (str_eq(d->pages.p[i], source->name))
			return;
	VEC_ADD(v->mem, &d->pages, source->name);
	VEC_ADD(v->mem, &d->shelves, shelf_of(v, source));
}

static void add_languages(struct download *d, struct str codes)
{
	struct str_split split = {.rest = codes, .sep = ' '};
	struct str code;

	while (str_next(&split, &code)) {
		int index = code_index(&code_languages, code);
		if (index != CODE_NONE)
			bitset_add(&d->languages, index);
	}
}

static struct download *download_of(
	struct visit *v, struct downloads *downloads, const struct document *document)
{
	struct str fold = utf8_fold(v->mem, document->title);

	for (size_t i = 0; i < downloads->n; i++)
		if (str_eq(downloads->p[i].fold, fold))
			return &downloads->p[i];
	VEC_ADD(v->mem, downloads,
		((struct download){.id = document->id, .title = document->title, .fold = fold}));
	return &downloads->p[downloads->n - 1];
}

static int cmp_downloads(const void *a, const void *b)
{
	const struct download *x = a, *y = b;

	return str_cmp(x->fold, y->fold);
}

bool library_downloads(struct visit *v, struct downloads *ret_downloads, struct err *err)
{
	struct downloads downloads = {0};
	struct documents documents;
	struct sources sources;

	if (!source_documents(v->mem, v->db, &documents, err) ||
		!source_list(v->mem, v->db, &sources, err))
		return false;
	for (size_t i = 0; i < documents.n; i++) {
		const struct document *document = &documents.p[i];
		struct download *d = download_of(v, &downloads, document);
		add_languages(d, document->languages);
		add_page(v, d, find_source(&sources, document->source_id));
	}
	for (size_t i = 0; i < downloads.n; i++) {
		struct download *d = &downloads.p[i];
		for (int k = bitset_next(&d->languages, 0); k >= 0;
			k = bitset_next(&d->languages, k + 1))
			VEC_ADD(v->mem, &d->names, code_name(&language_table[k], v->lang->code));
	}
	if (downloads.n)
		qsort(downloads.p, downloads.n, sizeof *downloads.p, cmp_downloads);
	*ret_downloads = downloads;
	return true;
}

static int cmp_outputs(const void *a, const void *b)
{
	const struct output_row *x = a, *y = b;

	if (x->type != y->type)
		return x->type < y->type ? -1 : 1;
	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return (x->output->id > y->output->id) - (x->output->id < y->output->id);
}

// Places of the actions among the hits from 1 on, by their index; 0: not a hit.
static size_t *places_of(struct visit *v, const struct listing *l)
{
	size_t *place = NEW_ARRAY(v->mem, size_t, v->portfolio->n + 1);

	for (size_t i = 0; i < l->hits.n; i++)
		place[l->hits.p[i]] = i + 1;
	return place;
}

// Types that the list lacks are shown with the last of it, the others.
static int type_of(struct str slug)
{
	int index = code_index(&code_output_types, slug);

	return index == CODE_NONE ? (int)output_type_table_n - 1 : index;
}

static struct output_row row_of(struct visit *v, const struct output *output,
	const struct portfolio_action *action, size_t at)
{
	return (struct output_row){
		.output = output,
		.action = action,
		.type = type_of(output->type),
		.status = code_index(&code_output_statuses, output->status),
		.at = at,
		.heading = parts_heading(v->mem, v->lang, action),
		.url = link_action(v->mem, v->lang, action->slug),
		.date = date_text(v->mem, v->lang, output->status_date),
		.stage = code_name_of(&code_output_statuses, output->status, v->lang->code),
	};
}

bool library_outputs(
	struct visit *v, const struct listing *l, struct output_rows *ret_rows, struct err *err)
{
	size_t *place = places_of(v, l);
	struct output_rows rows = {0};
	struct outputs outputs;

	if (!output_list(v->mem, v->db, &outputs, err))
		return false;
	for (size_t i = 0; i < outputs.n; i++) {
		const struct output *output = &outputs.p[i];
		const struct portfolio_action *a = portfolio_find(v->portfolio, output->action_id);
		if (a && place[a->index])
			VEC_ADD(v->mem, &rows, row_of(v, output, a, place[a->index]));
	}
	if (rows.n)
		qsort(rows.p, rows.n, sizeof *rows.p, cmp_outputs);
	*ret_rows = rows;
	return true;
}
