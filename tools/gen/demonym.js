// SPDX-License-Identifier: EUPL-1.2
// demonym — makes demonym.tsv from hand/demonym.tsv: every form of the words for what comes from a country.

'use strict';
const { readHand, write, plain } = require('./tsv');

const list = (cell) => (cell ? cell.split('|') : []);

function englishPlural(noun) {
	if (/(ese|ois|oise|ss|sh|ch)$/.test(noun))
		return /(sh|ch)$/.test(noun) && noun !== 'Czech' ? '' : noun === 'Czech' ? 'Czechs' : noun;
	return `${noun}s`;
}

function frenchFeminine(word) {
	if (/(ien|éen|yen|oen)$/.test(word))
		return `${word}ne`;
	if (/(on)$/.test(word))
		return `${word}ne`;
	return `${word}e`;
}

const frenchPlural = (word) => (/[sx]$/.test(word) ? word : `${word}s`);

// A last syllable that bears its accent gives it up before an ending: "alemán", "alemana".
const unaccented = { á: 'a', é: 'e', ê: 'e', ó: 'o' };
const bare = (word) => word.replace(/[áéêó](?=[ns]$)/, (vowel) => unaccented[vowel]);

function spanishFeminine(word) {
	if (/o$/.test(word))
		return word.replace(/o$/, 'a');
	return /(és|án|ón|ol)$/.test(word) ? `${bare(word)}a` : word;
}

const spanishPlural = (word) => (/[aeiou]$/.test(word) ? `${word}s` : `${bare(word)}es`);

function portugueseFeminine(word) {
	if (/eu$/.test(word))
		return word.replace(/eu$/, 'eia');
	if (/o$/.test(word))
		return word.replace(/o$/, 'a');
	return /(ês|ol)$/.test(word) ? `${bare(word)}a` : word;
}

function portuguesePlural(word) {
	if (/ol$/.test(word))
		return word.replace(/ol$/, 'óis');
	return /[sz]$/.test(word) ? `${bare(word)}es` : `${word}s`;
}

const rows = new Map();
function add(iso2, lang, word, kind) {
	if (word)
		rows.set(`${iso2} ${lang} ${word} ${kind}`, { iso2, lang, word, kind });
}

// The same word as a page without accents or with the other apostrophe has it.
function addForms(iso2, lang, word, kind) {
	for (const form of new Set([word, plain(word)]))
		add(iso2, lang, form, kind);
}

for (const r of readHand('demonym')) {
	for (const word of list(r.adj))
		addForms(r.iso2, 'en', word, 'adjective');
	for (const cell of list(r.noun || r.adj)) {
		const [one, many] = cell.split('/');
		addForms(r.iso2, 'en', one, 'noun');
		addForms(r.iso2, 'en', many ?? englishPlural(one), 'plural');
	}
	for (const cell of list(r.fr)) {
		const [masculine, given] = cell.split('/');
		const feminine = given ?? frenchFeminine(masculine);
		for (const word of [masculine, feminine]) {
			add(r.iso2, 'fr', word, 'adjective');
			add(r.iso2, 'fr', frenchPlural(word), 'plural');
		}
	}
}

const romanceForms = {
	es: (m, given) => {
		const f = given[0] ?? spanishFeminine(m);
		return [m, f, spanishPlural(m), spanishPlural(f)];
	},
	pt: (m, given) => {
		const f = given[0] ?? portugueseFeminine(m);
		return [m, f, given[1] ?? portuguesePlural(m), given[2] ?? portuguesePlural(f)];
	},
};

for (const r of readHand('demonym')) {
	for (const lang of ['es', 'pt'])
		for (const cell of list(r[lang])) {
			const [masculine, ...given] = cell.split('/');
			romanceForms[lang](masculine, given).forEach((word, i) =>
				add(r.iso2, lang, word, i < 2 ? 'adjective' : 'plural'));
		}
	for (const lang of ['ru', 'ar'])
		for (const word of list(r[lang]))
			add(r.iso2, lang, word, 'adjective');
}

// Niger and Nigeria differ by accents alone in French: a form without them says nothing.
write('demonym', [
	'demonym — words for the people and things of a country; a word of several countries has several rows.',
	'lang en: adjective, noun, plural; fr, es, pt: adjective (both genders; nouns are the same words), plural;',
	'ru, ar: adjective, of which the reader knows every form.',
	'Written by hand for this project in tools/gen/hand/demonym.tsv. Made by tools/gen/demonym.js.',
], ['iso2', 'lang', 'word', 'kind'], [...rows.values()]);
