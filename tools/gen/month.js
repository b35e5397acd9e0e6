// SPDX-License-Identifier: EUPL-1.2
// month — makes month.tsv, the words by which pages name a month, and month_name.tsv, the words that we print.
//
// Words come from CLDR (npm cldr-dates-full), in small letters and without a closing point, and from hand/month.tsv.

'use strict';
const { readHand, write } = require('./tsv');

const tags = { en: 'en-GB', fr: 'fr', ar: 'ar', es: 'es', pt: 'pt-PT', ru: 'ru' };
const monthsOf = (tag) => require(`cldr-dates-full/main/${tag}/ca-gregorian.json`)
	.main[tag].dates.calendars.gregorian.months;
const hand = new Map(readHand('month').map((r) => [r.lang, r]));

const words = new Map();
const names = [];
for (const [lang, tag] of Object.entries(tags)) {
	const add = (word, month) => {
		if (!word)
			return;
		const key = `${lang} ${word}`;
		if (words.has(key) && words.get(key).month !== month)
			throw new Error(`${key} is month ${words.get(key).month} and ${month}`);
		words.set(key, { lang, word, month });
	};
	const sources = [monthsOf(tag), ...(lang === 'ar' ? [monthsOf('ar-LB'), monthsOf('ar-DZ'), monthsOf('ar-MA')] : []),
		...(lang === 'en' ? [monthsOf('en')] : []), ...(lang === 'pt' ? [monthsOf('pt')] : [])];
	for (let month = 1; month <= 12; month++) {
		for (const m of sources)
			for (const form of [m.format.wide, m.format.abbreviated, m['stand-alone'].wide, m['stand-alone'].abbreviated])
				add(form[month].toLowerCase().replace(/\.$/, ''), month);
		for (const word of hand.get(lang)[month].split('|'))
			add(word, month);
		const shown = monthsOf(tag);
		names.push({ lang, month, full: shown.format.wide[month], alone: shown['stand-alone'].wide[month],
			short: shown.format.abbreviated[month] });
	}
}

write('month', [
	'month — words by which pages name a month, in small letters, a closing point taken off.',
	'Unicode CLDR 48.2 (Unicode-3.0, (c) Unicode, Inc.) and tools/gen/hand/month.tsv. Made by tools/gen/month.js.',
], ['lang', 'word', 'month:int'], [...words.values()], ['Unicode-3.0']);
write('month_name', [
	'month_name — what we print: full in a date ("3 марта"), alone without a day ("март"), short where room is scarce.',
	'Unicode CLDR 48.2 (Unicode-3.0, (c) Unicode, Inc.). Made by tools/gen/month.js.',
], ['lang', 'month:int', 'full', 'alone', 'short'], names, ['Unicode-3.0']);
