// SPDX-License-Identifier: EUPL-1.2
// map — the countries of Natural Earth (npm world-atlas, 1:50 million) keyed by ISO code, borders still shared.
//
// Regroups what the source draws by who holds the ground: overseas parts get codes of their own; Somaliland,
// Northern Cyprus and Crimea join Somalia, Cyprus and Ukraine, and Western Sahara reaches to its coast, as the
// United Nations see them. Kosovo is drawn, as XK. Antarctica and Siachen are left out.

'use strict';
const fs = require('fs');
const { mergeArcs } = require('topojson-client');

const iso = JSON.parse(fs.readFileSync('/usr/share/iso-codes/json/iso_3166-1.json'))['3166-1'];
const byNumber = new Map(iso.map((c) => [c.numeric, c.alpha_2]));
const unnumbered = { Kosovo: 'XK', Somaliland: 'SO', 'N. Cyprus': 'CY', 'Indian Ocean Ter.': 'AU' };

// Parts of a country that have a code of their own: [country, code, west, south, east, north].
const overseas = [
	['FR', 'GF', -55, 1, -50, 7], ['FR', 'GP', -62, 15.7, -60.9, 17], ['FR', 'MQ', -62, 14, -60, 15.2],
	['FR', 'RE', 54, -23, 57, -20], ['FR', 'YT', 44, -14, 46, -12], ['NL', 'BQ', -69, 11, -62, 19],
	['NO', 'SJ', -12, 70.5, -5, 72], ['NO', 'SJ', 9, 74, 36, 82], ['NZ', 'TK', -174, -11, -170, -7],
	['RU', 'UA', 32, 44, 37, 46.5], ['AU', 'CX', 105, -11, 106, -10], ['AU', 'CC', 96, -13, 98, -11],
];

function polygonsOf(geometry) {
	return geometry.type === 'Polygon' ? [geometry.arcs] : geometry.type === 'MultiPolygon' ? geometry.arcs : [];
}

// The source parts Morocco and Western Sahara along the berm. Moves the border to the parallel of 27°40' north:
// cuts Morocco's coast there, and gives what lies south of it, with a new straight border, to Western Sahara.
function widenSahara(arcs, parts) {
	const north = 27 + 2 / 3;
	const [border, berm, coast] = parts.get('MA')[0][0];
	const cut = arcs[coast].findIndex((p) => p[1] > north);
	const [a, b] = [arcs[coast][cut - 1], arcs[coast][cut]];
	const shore = [a[0] + (b[0] - a[0]) * (north - a[1]) / (b[1] - a[1]), north];
	const inland = arcs[berm][0];
	const [south, line] = [arcs.length, arcs.length + 1];
	arcs.push([...arcs[coast].slice(0, cut), shore], [inland, shore]);
	arcs[coast] = [shore, ...arcs[coast].slice(cut)];
	const ring = parts.get('EH')[0][0];
	if (ring.at(-1) !== ~berm || Math.abs(inland[1] - north) > 0.1)
		throw new Error('the source draws Western Sahara in another way than this expects');
	parts.get('EH')[0][0] = [...ring.slice(0, -1), south, ~line];
	parts.get('MA')[0][0] = [border, line, coast];
}

// The topology, its arcs in degrees, and the geometries as { iso2, arcs: polygons of rings of arc numbers }.
function load() {
	const topology = JSON.parse(fs.readFileSync(require.resolve('world-atlas/countries-50m.json')));
	const { scale, translate } = topology.transform;
	topology.arcs = topology.arcs.map((arc) => {
		let [x, y] = [0, 0];
		return arc.map(([dx, dy]) => {
			x += dx;
			y += dy;
			return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
		});
	});
	delete topology.transform;
	const start = (polygon) => {
		const arc = polygon[0][0];
		return arc < 0 ? topology.arcs[~arc].at(-1) : topology.arcs[arc][0];
	};
	const parts = new Map();
	for (const g of topology.objects.countries.geometries) {
		const home = byNumber.get(g.id) ?? unnumbered[g.properties.name];
		if (!home || home === 'AQ')
			continue;
		for (const polygon of polygonsOf(g)) {
			const [lon, lat] = start(polygon);
			const part = overseas.find(([from, , w, s, e, n]) =>
				from === home && lon > w && lon < e && lat > s && lat < n);
			const code = part ? part[1] : home;
			parts.set(code, [...parts.get(code) ?? [], polygon]);
		}
	}
	widenSahara(topology.arcs, parts);
	const countries = [...parts].sort().map(([iso2, arcs]) => {
		const merge = ['SO', 'CY', 'UA'].includes(iso2);
		return { iso2, arcs: merge ? mergeArcs(topology, [{ type: 'MultiPolygon', arcs }]).arcs : arcs };
	});
	return { arcs: topology.arcs, countries };
}

// The points of a ring of arc numbers, the first repeated at the end.
function ring(arcs, numbers) {
	const points = [];
	for (const n of numbers) {
		const arc = n < 0 ? [...arcs[~n]].reverse() : arcs[n];
		points.push(...(points.length ? arc.slice(1) : arc));
	}
	return points;
}

function area(points) {
	let sum = 0;
	for (let i = 1; i < points.length; i++)
		sum += points[i - 1][0] * points[i][1] - points[i][0] * points[i - 1][1];
	return sum / 2;
}

// Signed distance of a point from a polygon's outline: positive inside.
function depth(rings, x, y) {
	let inside = false;
	let least = Infinity;
	for (const points of rings)
		for (let i = 1; i < points.length; i++) {
			const [ax, ay] = points[i - 1];
			const [bx, by] = points[i];
			if ((ay > y) !== (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax)
				inside = !inside;
			const length = (bx - ax) ** 2 + (by - ay) ** 2;
			const t = length ? Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length)) : 0;
			least = Math.min(least, Math.hypot(ax + t * (bx - ax) - x, ay + t * (by - ay) - y));
		}
	return inside ? least : -least;
}

// The point of a polygon that is farthest from its outline, by a grid refined five times.
function middle(rings) {
	const xs = rings[0].map((p) => p[0]);
	const ys = rings[0].map((p) => p[1]);
	let [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
	let best = { x: (x0 + x1) / 2, y: (y0 + y1) / 2, depth: -Infinity };
	for (let round = 0; round < 5; round++) {
		for (let i = 0; i <= 16; i++)
			for (let j = 0; j <= 16; j++) {
				const [x, y] = [x0 + (x1 - x0) * i / 16, y0 + (y1 - y0) * j / 16];
				const d = depth(rings, x, y);
				if (d > best.depth)
					best = { x, y, depth: d };
			}
		const [w, h] = [(x1 - x0) / 8, (y1 - y0) / 8];
		[x0, x1, y0, y1] = [best.x - w, best.x + w, best.y - h, best.y + h];
	}
	return best;
}

module.exports = { load, ring, area, middle };
