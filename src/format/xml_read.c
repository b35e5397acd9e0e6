// SPDX-License-Identifier: EUPL-1.2
// xml_read — the only file that includes expat.h.
#include "format/xml_read.h"

#include <expat.h>

enum { PIECE = 64 * 1024 };

struct parse {
	XML_Parser parser;
	const struct xml_reader *reader;
	unsigned depth;
	const char *refused; // why, in words; NULL while all is well
};

static struct str without_prefix(struct str name)
{
	size_t colon = str_find_char(name, ':', 0);
	return colon == STR_NONE ? name : str_from(name, colon + 1);
}

static void look_for_stop(const struct parse *p)
{
	if (p->reader->stop && *p->reader->stop)
		(void)XML_StopParser(p->parser, XML_FALSE);
}

static void refuse(struct parse *p, const char *why)
{
	p->refused = why;
	(void)XML_StopParser(p->parser, XML_FALSE);
}

static void XMLCALL begin(void *context, const XML_Char *name, const XML_Char **attribute)
{
	struct parse *p = context;
	unsigned n = 0;
	while (attribute[n] && n <= 2 * XML_ATTRIBUTES_MAX)
		n++;
	if (++p->depth > XML_DEPTH_MAX) {
		refuse(p, "its elements are nested too deeply");
		return;
	}
	if (n > 2 * XML_ATTRIBUTES_MAX) {
		refuse(p, "an element has too many attributes");
		return;
	}
	if (p->reader->begin)
		p->reader->begin(p->reader->context, without_prefix(str_c(name)),
			(const char *const *)attribute);
	look_for_stop(p);
}

static void XMLCALL end(void *context, const XML_Char *name)
{
	struct parse *p = context;
	p->depth--;
	if (p->reader->end)
		p->reader->end(p->reader->context, without_prefix(str_c(name)));
	look_for_stop(p);
}

static void XMLCALL text(void *context, const XML_Char *s, int n)
{
	struct parse *p = context;
	if (p->reader->text)
		p->reader->text(p->reader->context, (struct str){s, (size_t)n});
	look_for_stop(p);
}

static void XMLCALL refuse_type(void *context, const XML_Char *name, const XML_Char *system_id,
	const XML_Char *public_id, int has_subset)
{
	(void)name;
	(void)system_id;
	(void)public_id;
	(void)has_subset;
	refuse(context, "it declares a document type, which is not taken");
}

static bool parse_pieces(struct parse *p, struct str bytes)
{
	for (size_t at = 0;; at += PIECE) {
		struct str piece = str_sub(bytes, at, at + PIECE);
		bool is_last = at + PIECE >= bytes.n;
		if (XML_Parse(p->parser, piece.p, (int)piece.n, is_last) != XML_STATUS_OK)
			return XML_GetErrorCode(p->parser) == XML_ERROR_ABORTED && !p->refused;
		if (is_last)
			return true;
	}
}

bool xml_read(struct str bytes, const struct xml_reader *reader, struct err *err)
{
	struct parse p = {.parser = XML_ParserCreate(NULL), .reader = reader};
	if (!p.parser)
		return err_set(err, ERR_IO, "no memory to read XML");
	XML_SetUserData(p.parser, &p);
	XML_SetElementHandler(p.parser, begin, end);
	XML_SetCharacterDataHandler(p.parser, text);
	XML_SetStartDoctypeDeclHandler(p.parser, refuse_type);
	bool done = parse_pieces(&p, bytes);
	if (!done) {
		(void)err_set(err, ERR_INPUT, "XML: %s",
			p.refused ? p.refused : XML_ErrorString(XML_GetErrorCode(p.parser)));
		err->line = (unsigned)XML_GetCurrentLineNumber(p.parser);
	}
	XML_ParserFree(p.parser);
	return done;
}

struct str xml_attribute(const char *const *attribute, struct str name)
{
	for (; *attribute; attribute += 2)
		if (str_eq(without_prefix(str_c(attribute[0])), name))
			return str_c(attribute[1]);
	return STR_EMPTY;
}
