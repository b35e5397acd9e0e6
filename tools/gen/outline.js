// SPDX-License-Identifier: EUPL-1.2
// outline — makes outline.tsv, outline_point.tsv and region_box.tsv: the countries as SVG paths, equal in area.
//
// The Equal Earth projection (Šavrič, Patterson, Jenny 2018) in a box 2,000 wide, its middle at 11.5° east, so that
// the cut runs through the Bering Strait. Borders are simplified as shared lines, so neighbours stay joined.

'use strict';
const fs = require('fs');
const zlib = require('zlib');
const { presimplify, simplify } = require('topojson-simplify');
const { load, ring, area, middle } = require('./map');
const { readData, write } = require('./tsv');

const WIDTH = 2000;
const MIDDLE = 11.5;
const CUT = MIDDLE - 180;
const levels = [
	// how many of our units one unit of the box has, the least area kept (in units of the box), the least island
	{ level: 'world', scale: 1, detail: 3, island: 4 },
	{ level: 'region', scale: 10, detail: 0.35, island: 0.35 },
];
const DOT = 45; // a country smaller than this is drawn as a dot
// Far from the rest of their region: these do not widen its box.
const remote = new Set(['SH', 'IO', 'PN', 'CK', 'PF', 'GS', 'UM', 'AQ', 'BV', 'HM', 'TF', 'FK', 'SJ', 'KI', 'NU', 'RU']);

const [A1, A2, A3, A4] = [1.340264, -0.081106, 0.000893, 0.003796];
const M = Math.sqrt(3) / 2;
function equalEarth(lon, lat) {
	const t = Math.asin(M * Math.sin(lat * Math.PI / 180));
	const t2 = t * t;
	const t6 = t2 ** 3;
	const l = lon * Math.PI / 180;
	return [l * Math.cos(t) / (M * (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2))),
		t * (A1 + A2 * t2 + t6 * (A3 + A4 * t2))];
}
const unit = WIDTH / (2 * equalEarth(180, 0)[0]);
const top = equalEarth(0, 90)[1];
function project([lon, lat]) {
	const [x, y] = equalEarth(lon - MIDDLE, lat);
	return [WIDTH / 2 + x * unit, (top - y) * unit];
}

// Moves what lies west of the cut to the east end of the map; an island on the cut goes there whole.
function unroll(arc) {
	const west = arc.some(([lon]) => lon < CUT);
	const isMoved = west && arc.every(([lon]) => lon < -160 || lon > 0);
	return west ? arc.map(([lon, lat]) => [lon < CUT || (isMoved && lon < 0) ? lon + 360 : lon, lat]) : arc;
}

// The shortest way to write a closed ring of whole numbers as a relative path.
function ringPath(points, from) {
	let text = '';
	let last = '';
	let [x, y] = from;
	const put = (command, numbers) => {
		text += command === last ? '' : command;
		let joined = command === last ? '' : command;
		for (const n of numbers) {
			text += joined === '' && n >= 0 ? ` ${n}` : `${n}`;
			joined = '';
		}
		last = command === 'm' ? 'l' : command;
	};
	points.forEach(([px, py], i) => {
		const [dx, dy] = [px - x, py - y];
		if (i === 0)
			put('m', [dx, dy]);
		else if (dy === 0)
			put('h', [dx]);
		else if (dx === 0)
			put('v', [dy]);
		else
			put('l', [dx, dy]);
		[x, y] = [px, py];
	});
	return text + 'z';
}

function withoutRepeats(points) {
	const kept = points.filter(([x, y], i) => i === 0 || x !== points[i - 1][0] || y !== points[i - 1][1]);
	const last = kept.at(-1);
	if (kept.length > 1 && last[0] === kept[0][0] && last[1] === kept[0][1])
		kept.pop();
	// A point in the middle of a straight run says nothing.
	return kept.filter(([x, y], i) => {
		const [ax, ay] = kept.at(i - 1);
		const [bx, by] = kept[(i + 1) % kept.length];
		return (x - ax) * (by - y) !== (y - ay) * (bx - x);
	});
}

function pathOf(country, arcs, { scale, island }, largestOnly) {
	let text = '';
	let at = [0, 0];
	for (const polygon of country.arcs)
		polygon.forEach((numbers, i) => {
			const points = ring(arcs, numbers);
			if (Math.abs(area(points)) < (largestOnly === numbers ? 0.3 : island) && !(i && country.iso2 === 'ZA'))
				return;
			const whole = withoutRepeats(points.map(([x, y]) => [Math.round(x * scale), Math.round(y * scale)]));
			if (whole.length < 3)
				return;
			text += ringPath(whole, at);
			at = whole[0];
		});
	return text; // a first m counts from the origin; after M the next points would be absolute
}

const { arcs, countries } = load();
const projected = arcs.map((arc) => unroll(arc).map(project));
const topology = presimplify({ type: 'Topology', objects: {}, arcs: projected });

const rings = (country, from) => country.arcs.map((p) => p.map((numbers) => ring(from, numbers)));
const bounds = (points) => [Math.min(...points.map((p) => p[0])), Math.min(...points.map((p) => p[1])),
	Math.max(...points.map((p) => p[0])), Math.max(...points.map((p) => p[1]))];

const points = new Map();
for (const country of countries) {
	const shapes = rings(country, projected);
	const sizes = shapes.map((s) => Math.abs(area(s[0])));
	const size = sizes.reduce((a, b) => a + b, 0);
	const largest = Math.max(...sizes);
	const isDot = size < DOT;
	const box = bounds(shapes.filter((s, i) => isDot || sizes[i] >= largest * 0.02).flatMap((s) => s[0]));
	const isNear = Math.max(box[2] - box[0], box[3] - box[1]) < 40;
	const m = isDot && isNear ? { x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2 }
		: middle(shapes[sizes.indexOf(largest)]);
	points.set(country.iso2, { iso2: country.iso2, x: Math.round(m.x), y: Math.round(m.y), dot: isDot ? 1 : 0,
		x0: Math.floor(box[0]), y0: Math.floor(box[1]), x1: Math.ceil(box[2]), y1: Math.ceil(box[3]) });
}
const places = JSON.parse(fs.readFileSync(`${__dirname}/place.json`));
for (const [iso2, { lat, lon }] of Object.entries(places)) {
	if (points.has(iso2) || iso2 === 'AQ')
		continue;
	const [x, y] = unroll([[lon, lat]]).map(project)[0].map(Math.round);
	points.set(iso2, { iso2, x, y, dot: 1, x0: x - 1, y0: y - 1, x1: x + 1, y1: y + 1 });
}

const rows = [];
for (const l of levels) {
	const simple = simplify(topology, l.detail).arcs;
	for (const country of countries) {
		const sizes = country.arcs.map((p) => Math.abs(area(ring(projected, p[0]))));
		const largest = country.arcs[sizes.indexOf(Math.max(...sizes))][0];
		const path = pathOf(country, simple, l, largest);
		if (path)
			rows.push({ iso2: country.iso2, level: l.level, path });
	}
	const svg = rows.filter((r) => r.level === l.level).map((r) => `<path d="${r.path}"/>`).join('\n');
	console.log(`${l.level}: ${rows.filter((r) => r.level === l.level).length} shapes, ${svg.length} bytes, ` +
		`${zlib.gzipSync(svg, { level: 9 }).length} compressed`);
}

const source = ['Natural Earth 4.1 (public domain) by npm world-atlas 2.0.2 (ISC), 1:50 million, simplified.',
	'Equal Earth projection, 2,000 wide, 973 high, middle at 11.5 degrees east. Made by tools/gen/outline.js.'];
write('outline', ['outline — the countries as SVG paths. level world: units of the box; level region: tenths of them.',
	...source], ['iso2', 'level', 'path'], rows);
write('outline_point', ['outline_point — where a country\'s label or dot stands, dot = 1 where the shape is too small to hit, ' +
	'and its bounding box', '(islands far smaller than the main land left out), in units of the box.', ...source],
['iso2', 'x:int', 'y:int', 'dot:bool', 'x0:int', 'y0:int', 'x1:int', 'y1:int'],
[...points.values()].sort((a, b) => (a.iso2 < b.iso2 ? -1 : 1)));

const members = new Map();
for (const m of readData('region_member').filter((r) => r.scheme !== 'm49'))
	members.set(`${m.scheme} ${m.slug}`, [...members.get(`${m.scheme} ${m.slug}`) ?? [], m.iso2]);
write('region_box', ['region_box — the part of the map that shows a region, in units of the box; far outliers do not count.',
	...source], ['scheme', 'slug', 'x0:int', 'y0:int', 'x1:int', 'y1:int'], [...members].map(([key, codes]) => {
	const boxes = codes.filter((c) => !remote.has(c)).map((c) => points.get(c)).filter(Boolean);
	const [x0, y0] = ['x0', 'y0'].map((k) => Math.min(...boxes.map((b) => b[k])));
	const [x1, y1] = ['x1', 'y1'].map((k) => Math.max(...boxes.map((b) => b[k])));
	const air = Math.round(Math.max(x1 - x0, y1 - y0) * 0.03) + 2;
	const [scheme, slug] = key.split(' ');
	return { scheme, slug, x0: Math.max(0, x0 - air), y0: Math.max(0, y0 - air), x1: x1 + air, y1: y1 + air };
}));
