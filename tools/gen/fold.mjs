// SPDX-License-Identifier: EUPL-1.2
// fold — writes src/base/utf8_table.h: what each character folds to, and what words are made of.
//
//     node tools/gen/fold.mjs >src/base/utf8_table.h && clang-format -i src/base/utf8_table.h
//
// The facts are the Unicode character data that Node carries. The rule: compatibility
// decomposition, marks and invisible characters dropped, lower case, and the exceptions below.

const PAGE = 128;
const RANGES = [
	[0x0080, 0x06ff],
	[0x1c80, 0x1cff],
	[0x1e00, 0x218f],
	[0x2200, 0x227f],
	[0x2c60, 0x2c7f],
	[0x2e00, 0x2e5f],
	[0x3000, 0x303f],
	[0xa720, 0xa7ff],
	[0xfb00, 0xfdff],
	[0xfe00, 0xffff],
];

// Characters that Unicode does not decompose, or that people write in two ways.
const EXCEPTIONS = {
	æ: 'ae', œ: 'oe', ß: 'ss', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ŧ: 't',
	ı: 'i', ĸ: 'k', ŋ: 'n', ƒ: 'f', ə: 'e', ς: 'σ', ґ: 'г', '⁄': '/',
	ٱ: 'ا', ى: 'ي', ی: 'ي', ے: 'ي', ة: 'ه', ک: 'ك', ہ: 'ه', ھ: 'ه', ۀ: 'ه', ە: 'ه', 'ـ': '',
};
const QUOTES = '`"\u00ab\u00b4\u00bb\u02b9\u02ba\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u02ca\u02cb' +
	'\u05f3\u05f4\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2032\u2033\u2034\u2035\u2036' +
	'\u2039\u203a\u300c\u300d\u301d\u301e\u301f\uff02\uff07\uff40\ua78b\ua78c';

function foldOne(character) {
	if (QUOTES.includes(character))
		return "'";
	if (/\p{Dash_Punctuation}|\u2212|\u2043/u.test(character))
		return '-';
	if (/\p{White_Space}/u.test(character))
		return ' ';
	if (/\p{Nonspacing_Mark}|\p{Enclosing_Mark}|\p{Format}|\p{Variation_Selector}/u.test(character))
		return '';
	if (/\p{Nd}/u.test(character))
		return String((character.codePointAt(0) - firstDigit(character)));
	return EXCEPTIONS[character] ?? character;
}

// Decimal digits stand ten in a row: the nearest beginning at or below, of those in the ranges.
function firstDigit(character) {
	const c = character.codePointAt(0);
	const starts = [0x30, 0x660, 0x6f0, 0xff10];
	return starts.filter(start => start <= c).pop();
}

function fold(c) {
	let text = String.fromCodePoint(c);
	// Quotes and spaces first: some of them decompose into a blank and a mark.
	const direct = foldOne(text);
	if (direct !== text)
		return direct;
	text = text.normalize('NFKD').toLowerCase();
	return [...text].map(foldOne).join('').normalize('NFKD').toLowerCase()
		.replace(/\p{Nonspacing_Mark}/gu, '');
}

function formsAndPages() {
	const forms = ['\0stays', ''];
	const pages = new Map();
	for (const [first, last] of RANGES) {
		for (let c = first; c <= last; c++) {
			if (!/\p{Assigned}/u.test(String.fromCodePoint(c)))
				continue;
			const form = fold(c);
			if (form === String.fromCodePoint(c) || Buffer.byteLength(form) > 4)
				continue;
			if (form.includes(' ') && form !== ' ')
				continue;
			if (!forms.includes(form))
				forms.push(form);
			const page = Math.floor(c / PAGE);
			if (!pages.has(page))
				pages.set(page, new Array(PAGE).fill(0));
			pages.get(page)[c % PAGE] = forms.indexOf(form);
		}
	}
	return { forms, pages };
}

// Unassigned code points may belong to either side, which keeps the list short.
function wordRanges() {
	const ranges = [];
	let open = null;
	for (let c = 0x80; c <= 0x3ffff; c++) {
		const text = c >= 0xd800 && c <= 0xdfff ? '\u0000' : String.fromCodePoint(c);
		if (/[\p{L}\p{N}\p{M}]/u.test(text)) {
			open ??= [c, c];
			open[1] = c;
		} else if (/\p{Assigned}/u.test(text) && open) {
			ranges.push(open);
			open = null;
		}
	}
	if (open)
		ranges.push(open);
	return ranges;
}

const octal = text => [...Buffer.from(text)].map(byte =>
	byte >= 32 && byte < 127 && !'"\\?'.includes(String.fromCharCode(byte))
		? String.fromCharCode(byte)
		: '\\' + byte.toString(8).padStart(3, '0')).join('');

const { forms, pages } = formsAndPages();
const pageList = [...pages.keys()].sort((a, b) => a - b);
const lastPage = pageList.at(-1);
const index = new Array(lastPage + 1).fill(0);
pageList.forEach((page, at) => { index[page] = at + 1; });

const lines = [
	'// SPDX-License-Identifier: EUPL-1.2',
	'// utf8_table — what characters fold to and what words are made of; for base/utf8.c only.',
	'//',
	`// Made by tools/gen/fold.mjs from the character data of Unicode ${process.versions.unicode}; not edited by hand.`,
	'#pragma once',
	'',
	'#include <stdint.h>',
	'',
	'struct fold_form {',
	'\tunsigned char n;',
	'\tchar bytes[5];',
	'};',
	'',
	`enum { FOLD_PAGE = ${PAGE}, FOLD_PAGES = ${index.length} };`,
	'',
	'// What a character becomes; number 0 stands for "itself", number 1 for "nothing".',
	'static const struct fold_form fold_form[] = {',
	'{0, ""}, ' + forms.slice(1).map(form => `{${Buffer.byteLength(form)}, "${octal(form)}"}`).join(', '),
	'};',
	'',
	'// For each page of code points its row in fold_of, counted from 1; 0: all stay as they are.',
	'static const unsigned char fold_page[FOLD_PAGES] = {',
	index.join(', '),
	'};',
	'',
	'static const uint16_t fold_of[][FOLD_PAGE] = {',
	...pageList.map(page => `{${pages.get(page).join(', ')}},`),
	'};',
	'',
	'// Letters, digits and marks beyond ASCII, from the first to the last of each range.',
	'static const uint32_t word_range[][2] = {',
	wordRanges().map(([first, last]) => `{0x${first.toString(16)}, 0x${last.toString(16)}}`).join(', '),
	'};',
	'',
];
process.stdout.write(lines.join('\n'));
