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

// Niger and Nigeria differ by accents alone in French: a form without them says nothing.
write('demonym', [
	'demonym — words for the people and things of a country; a word of several countries has several rows.',
	'lang en: adjective, noun, plural; lang fr: adjective (both genders; nouns are the same words), plural.',
	'Written by hand for this project in tools/gen/hand/demonym.tsv. Made by tools/gen/demonym.js.',
], ['iso2', 'lang', 'word', 'kind'], [...rows.values()]);
