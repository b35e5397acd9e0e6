// SPDX-License-Identifier: EUPL-1.2
// tsv — read and write the tables of ../../data: a heading of comments, a line of names, rows.

'use strict';
const fs = require('fs');
const path = require('path');

const data = path.join(__dirname, '..', '..', 'data');
const hand = path.join(__dirname, 'hand');

// Rows as objects keyed by the names of the first line that is no comment; a suffix such as `:int` is dropped.
function read(file) {
	const lines = fs.readFileSync(file, 'utf8').split('\n').filter((l) => l !== '' && !l.startsWith('#'));
	const names = lines.shift().split('\t').map((n) => n.split(':')[0]);
	return lines.map((line) => {
		const cells = line.split('\t');
		if (cells.length > names.length)
			throw new Error(`${file}: ${cells.length} cells where ${names.length} are named: ${line}`);
		return Object.fromEntries(names.map((n, i) => [n, cells[i] ?? '']));
	});
}

// Writes data/NAME.tsv. `notes` are the comment lines (what, source, licence), `columns` may carry types,
// `others` are the licences that apply beside our own.
function write(name, notes, columns, rows, others = []) {
	const keys = columns.map((c) => c.split(':')[0]);
	const text = rows.map((row) => keys.map((k) => {
		const cell = String(row[k] ?? '');
		if (/[\t\n]/.test(cell))
			throw new Error(`${name}: a cell of ${k} has a tab or a line break: ${cell}`);
		return cell;
	}).join('\t'));
	const head = [`SPDX-License-Identifier: ${['EUPL-1.2', ...others].join(' AND ')}`, ...notes].map((n) => `# ${n}`);
	fs.writeFileSync(path.join(data, `${name}.tsv`), [...head, columns.join('\t'), ...text].join('\n') + '\n');
	console.log(`${name}: ${rows.length} rows`);
}

// The pairs of a compiled gettext catalogue, as a map from English to the translation.
function readCatalogue(file) {
	const b = fs.readFileSync(file);
	const [n, from, to] = [8, 12, 16].map((at) => b.readUInt32LE(at));
	const text = (table, i) => b.subarray(b.readUInt32LE(table + 8 * i + 4),
		b.readUInt32LE(table + 8 * i + 4) + b.readUInt32LE(table + 8 * i)).toString('utf8');
	const map = new Map();
	for (let i = 0; i < n; i++)
		map.set(text(from, i), text(to, i));
	return map;
}

const readHand = (name) => read(path.join(hand, `${name}.tsv`));
const readData = (name) => read(path.join(data, `${name}.tsv`));
const plain = (s) => s.normalize('NFD').replace(/[\u0300-\u036f]/g, '').normalize('NFC')
	.replace(/[’ʻ‘]/g, "'").replace(/[øØ]/g, 'o').replace(/ı/g, 'i').replace(/ß/g, 'ss').replace(/æ/g, 'ae');

module.exports = { readHand, readData, readCatalogue, write, plain };
