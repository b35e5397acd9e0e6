// SPDX-License-Identifier: EUPL-1.2
// country — makes country.tsv and country_alias.tsv: names in six languages, their order, every other spelling.
//
// Names come from CLDR (npm cldr-localenames-full), the rest by hand from
// hand/country.tsv and hand/alias.tsv. Portuguese is that of Portugal; Brazilian forms become aliases.

'use strict';
const fs = require('fs');
const { readHand, write, plain } = require('./tsv');

const languages = ['en', 'fr', 'ar', 'es', 'pt', 'ru'];
const cldrTag = { en: 'en', fr: 'fr', ar: 'ar', es: 'es', pt: 'pt-PT', ru: 'ru' };

const territories = (tag) => require(`cldr-localenames-full/main/${tag}/territories.json`)
	.main[tag].localeDisplayNames.territories;

const tidy = (lang, name) => {
	let s = name.replace(/\u00a0|\u202f/g, ' ').trim();
	if (lang === 'en')
		s = s.replace(/ & /g, ' and ').replace(/^St\. /, 'Saint ');
	return s;
};

const hand = new Map(readHand('country').map((r) => [r.iso2, r]));
const iso = JSON.parse(fs.readFileSync('/usr/share/iso-codes/json/iso_3166-1.json'))['3166-1'];
iso.push({ alpha_2: 'XK', alpha_3: 'XKX', numeric: '', name: 'Kosovo' });
iso.sort((a, b) => (a.alpha_2 < b.alpha_2 ? -1 : 1));
const cldr = Object.fromEntries(languages.map((l) => [l, territories(cldrTag[l])]));

// The M49 sub-region (or intermediate region) that holds each country, by CLDR's containment.
function subregions() {
	const tree = require('cldr-core/supplemental/territoryContainment.json').supplemental.territoryContainment;
	const map = new Map();
	for (const code of Object.keys(tree).filter((k) => /^\d{3}$/.test(k)))
		for (const child of tree[code]._contains ?? [])
			if (/^[A-Z]{2}$/.test(child) && code !== '003')
				map.set(child, code);
	map.set('XK', '039');
	map.set('TW', '030');
	return map;
}

const region = subregions();
const places = JSON.parse(fs.readFileSync(`${__dirname}/place.json`));

function inFrench(prep, name) {
	const vowel = /^[AEÉIÎOUYHÎ]/.test(plain(name)) && !/^Hong/.test(name);
	if (prep === 'à la')
		return `à la ${name}`;
	if (prep === 'au' && vowel && !/^(Y|H)/.test(name))
		return `en ${name}`;
	return `${prep} ${name.replace(/^Îles? /, (m) => (prep === 'à' ? `l’${m.toLowerCase()}` : m.toLowerCase()))}`;
}

const countries = iso.map((c) => {
	const iso2 = c.alpha_2;
	const h = hand.get(iso2);
	const row = { iso2, iso3: c.alpha_3, numeric: c.numeric, m49: region.get(iso2) ?? '' };
	for (const l of languages)
		row[`name_${l}`] = h[l] || tidy(l, cldr[l][iso2]);
	row.sort_en = plain(row.name_en);
	row.in_en = `in ${h.the ? 'the ' : ''}${row.name_en}`;
	row.in_fr = inFrench(h.prep_fr, row.name_fr);
	const place = places[iso2] ?? {};
	row.capital_en = h.capital === '-' ? '' : h.capital === '=' ? place.capital ?? '' : h.capital;
	row.lat = place.lat ?? 0;
	row.lon = place.lon ?? 0;
	return row;
});
for (const l of ['en', 'fr', 'ar', 'es', 'pt', 'ru']) {
	const collator = new Intl.Collator(l);
	[...countries].sort((a, b) => collator.compare(l === 'en' ? a.sort_en : a[`name_${l}`],
		l === 'en' ? b.sort_en : b[`name_${l}`])).forEach((c, i) => { c[`rank_${l}`] = i; });
}

write('country', [
	'country — the countries and territories of ISO 3166-1, and Kosovo (XK).',
	'Names: Unicode CLDR 48.2, licence Unicode-3.0 (c) Unicode, Inc.; changes, articles and capitals by hand.',
	'Label points: Natural Earth (public domain) and GeoNames (CC BY 4.0). Made by tools/gen/country.js.',
], ['iso2', 'iso3', 'numeric', 'm49', 'name_en', 'name_fr', 'name_ar', 'name_es', 'name_pt', 'name_ru',
	'sort_en', 'in_en', 'in_fr', 'capital_en', 'lat:real', 'lon:real',
	'rank_en:int', 'rank_fr:int', 'rank_ar:int', 'rank_es:int', 'rank_pt:int', 'rank_ru:int'], countries,
['Unicode-3.0', 'CC-BY-4.0']);

// ---- aliases

const aliases = new Map(); // "iso2 lang name" → row
const owner = new Map(); // folded name → iso2, to refuse a spelling of two countries
for (const c of countries)
	for (const l of languages)
		owner.set(plain(c[`name_${l}`]).toLowerCase(), c.iso2);

function add(iso2, lang, name, exact) {
	const c = countries.find((x) => x.iso2 === iso2);
	const key = plain(name).toLowerCase();
	if (!name || name === c[`name_${lang}`] || /[()*].*[()*]$/.test(name) && /Inc|ISO/.test(name))
		return;
	if (owner.has(key) && owner.get(key) !== iso2) {
		console.log(`dropped: ${name} (${lang}) of ${iso2} is also ${owner.get(key)}`);
		return;
	}
	owner.set(key, iso2);
	if (!aliases.has(`${iso2} ${lang} ${name}`))
		aliases.set(`${iso2} ${lang} ${name}`, { iso2, lang, name, exact: exact ? 1 : 0 });
}

// A spelling and those a careless keyboard makes of it.
function addWithVariants(iso2, lang, name, exact) {
	if (!name || /[,]/.test(name))
		return;
	add(iso2, lang, name, exact);
	if (exact || lang === 'ar' || lang === 'ru')
		return;
	add(iso2, lang, name.replace(/’/g, "'"), false);
	add(iso2, lang, name.replace(/'/g, '’'), false);
	add(iso2, lang, plain(name), false);
	if (lang === 'en' && / and /.test(name))
		add(iso2, lang, name.replace(/ and /g, ' & '), false);
	if (lang === 'en' && /^Saint /.test(name))
		for (const saint of ['St. ', 'St '])
			add(iso2, lang, name.replace(/^Saint /, saint), false);
	if (lang === 'fr' && /^Saint/.test(name))
		add(iso2, lang, name.replace(/-/g, ' '), false);
}

for (const r of readHand('alias'))
	for (const name of r.names.split('|'))
		addWithVariants(r.iso2, r.lang, name, r.exact === '1');
const abbreviation = (name) => /^[A-ZÉ.\s-]{2,7}$/.test(name);
for (const c of countries)
	for (const l of languages) {
		addWithVariants(c.iso2, l, c[`name_${l}`], false);
		for (const [key, name] of Object.entries(cldr[l]))
			if (key.slice(0, 2) === c.iso2 && (key.length === 2 || key[2] === '-'))
				addWithVariants(c.iso2, l, tidy(l, name), abbreviation(name));
		if (l === 'en' && hand.get(c.iso2).the)
			add(c.iso2, 'en', `The ${c.name_en}`, false);
		if (l === 'pt')
			addWithVariants(c.iso2, 'pt', tidy('pt', territories('pt')[c.iso2]), false);
	}
write('country_alias', [
	'country_alias — every further spelling of a country name; exact = 1: only in capitals, as written.',
	'Unicode CLDR 48.2 (Unicode-3.0, (c) Unicode, Inc.),',
	'tools/gen/hand/alias.tsv. Made by tools/gen/country.js.',
], ['iso2', 'lang', 'name', 'exact:bool'], [...aliases.values()].sort((a, b) =>
	(a.iso2 + languages.indexOf(a.lang) + a.name < b.iso2 + languages.indexOf(b.lang) + b.name ? -1 : 1)), ['Unicode-3.0']);
