// SPDX-License-Identifier: EUPL-1.2
// region — makes region.tsv and region_member.tsv: the facility's groups, places that pages name, UN M49.

'use strict';
const { readHand, readData, write } = require('./tsv');

const languages = { en: 'en', fr: 'fr', ar: 'ar', es: 'es', pt: 'pt-PT', ru: 'ru' };
const nameOf = (tag, code) => require(`cldr-localenames-full/main/${tag}/territories.json`)
	.main[tag].localeDisplayNames.territories[code];
const tree = require('cldr-core/supplemental/territoryContainment.json').supplemental.territoryContainment;
const countries = readData('country').map((c) => c.iso2);

const hand = readHand('region');
const members = new Map(hand.map((r) => [r.slug, r.members.split(' ').filter((m) => !/^[+-]/.test(m))]));
for (const r of hand)
	for (const taken of r.members.split(' ').filter((m) => m.startsWith('+'))) {
		if (!members.has(taken.slice(1)))
			throw new Error(`${r.slug}: there is no ${taken}`);
		members.get(r.slug).push(...members.get(taken.slice(1)));
	}
// A region may take in one that took in others further down: once more, now that those are whole.
for (const r of hand)
	for (const taken of r.members.split(' ').filter((m) => m.startsWith('+')))
		members.set(r.slug, [...new Set([...members.get(r.slug), ...members.get(taken.slice(1))])]);

const rows = hand.map((r) => ({ ...r, group: r.scheme, code: '' }));
const place = hand.filter((r) => r.scheme === 'facility').flatMap((r) => members.get(r.slug));
for (const iso2 of countries)
	if (place.filter((c) => c === iso2).length !== 1)
		throw new Error(`${iso2} is in ${place.filter((c) => c === iso2).length} groups of the facility`);

const taken = new Set(hand.map((r) => r.slug));
const slugOf = (code) => {
	const slug = nameOf('en', code).toLowerCase().replace(/[^a-z]+/g, '-');
	return taken.has(slug) ? `m49-${slug}` : slug;
};
const parentOf = (code) => {
	// CLDR hangs these two layers beside its tree, not into it.
	const between = { '011': '202', '014': '202', '017': '202', '018': '202', '202': '002',
		'005': '419', '013': '419', '029': '419', 419: '019' };
	const parent = between[code] ?? Object.keys(tree).find((k) => /^\d{3}$/.test(k) && k !== '003' && k !== '001' &&
			tree[k]._contains.includes(code));
	return parent && parent !== '001' ? parent : '';
};
const m49 = [];
for (const code of Object.keys(tree).filter((k) => /^\d{3}$/.test(k) && !['001', '003'].includes(k)).sort()) {
	const below = (c) => tree[c]._contains.flatMap((x) => (/^\d/.test(x) ? below(x) : [x]))
		.filter((x) => countries.includes(x));
	m49.push(code);
	members.set(slugOf(code), [...new Set(below(code))].sort());
}
for (const code of m49) {
	const row = { group: 'm49', slug: slugOf(code), code, parent: parentOf(code) && slugOf(parentOf(code)), alias: '' };
	for (const [l, tag] of Object.entries(languages))
		row[`name_${l}`] = nameOf(tag, code).replace(/'/g, '’');
	rows.push(row);
}

write('region', [
	'region — regions of three schemes (column group): facility, group (places that pages name), m49 (United Nations).',
	'alias: further spellings, of any language. Facility and group: written by hand (tools/gen/hand/region.tsv) from',
	'Regulations (EU) 2021/947 and 2021/1529 and common use. m49: CLDR 48.2, Unicode-3.0, (c) Unicode, Inc.',
	'Made by tools/gen/region.js.',
], ['slug', 'group', 'code', 'name_en', 'name_fr', 'name_ar', 'name_es', 'name_pt', 'name_ru', 'parent', 'alias'], rows, ['Unicode-3.0']);
write('region_member', [
	'region_member — which country belongs to which region; sources as in region.tsv.',
], ['scheme', 'slug', 'iso2'], rows.flatMap((r) => [...new Set(members.get(r.slug))].sort()
	.map((iso2) => ({ scheme: r.group, slug: r.slug, iso2 }))));
