// SPDX-License-Identifier: EUPL-1.2
// run — the portal in a real browser: node tests/browser/run.mjs PROGRAM [journeys|pages|desk|files|lists|public|review]
//
// Starts the program on a database with the demo portfolio, walks the journeys of journeys.mjs, then looks at every
// kind of page in every language, light and dark, on a phone and on a desk (pages.mjs). Pictures are kept in
// build/shots. BASE=http://... looks at a server that runs already.
import { mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Portal, Report, launch } from "./harness.mjs";
import * as desk from "./desk.mjs";
import * as files from "./files.mjs";
import * as lists from "./lists.mjs";
import * as journeys from "./journeys.mjs";
import * as open from "./public.mjs";
import { everyPage } from "./pages.mjs";
import * as review from "./review.mjs";
import * as sheets from "./sheets.mjs";

const [program, only] = process.argv.slice(2);
if (!program) {
	console.error("usage: node tests/browser/run.mjs PROGRAM [journeys|pages|desk|files|lists|public|review]");
	process.exit(2);
}
const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const shots = join(root, "build", "shots");
mkdirSync(shots, { recursive: true });

const report = new Report();
const portal = new Portal(resolve(program), root);
let browser;
try {
	await portal.start();
	browser = await launch();
	if (!only || only === "journeys") {
		for (const [name, walk] of Object.entries(journeys)) {
			await report.run(name, () => portal.visit(browser, walk, join(shots, `journey-${name}`)));
		}
	}
	if (!only || only === "pages") {
		await everyPage(portal, browser, report, shots);
	}
	if (portal.db && (!only || only === "lists")) {
		for (const [name, walk] of Object.entries(lists)) {
			await report.run(name, () => portal.visit(browser, walk, join(shots, `journey-${name}`)));
		}
	}
	// A server that runs already has a database that is not ours to make accounts in.
	if (portal.db && (!only || only === "desk")) {
		const { everyDeskPage, ...walks } = desk;
		const { bring: _bring, ...more } = sheets;
		for (const [name, walk] of Object.entries({ ...walks, ...more })) {
			await report.run(name, () => portal.visit(browser, walk, join(shots, `journey-${name}`)));
		}
		await everyDeskPage(portal, browser, report, shots);
	}
	if (portal.db && (!only || only === "files")) {
		const { everyFilesPage, ...walks } = files;
		for (const [name, walk] of Object.entries(walks)) {
			await report.run(name, () => portal.visit(browser, walk, join(shots, `journey-${name}`)));
		}
		await everyFilesPage(portal, browser, report, shots);
	}
	if (portal.db && (!only || only === "public")) {
		const { everyPublishedPage, ...walks } = open;
		for (const [name, walk] of Object.entries(walks)) {
			await report.run(name, () => portal.visit(browser, walk, join(shots, `journey-${name}`)));
		}
		await everyPublishedPage(portal, browser, report, shots);
	}
	if (portal.db && (!only || only === "review")) {
		const { everyReviewPage, ...walks } = review;
		for (const [name, walk] of Object.entries(walks)) {
			await report.run(name, () => portal.visit(browser, walk, join(shots, `journey-${name}`)));
		}
		await everyReviewPage(portal, browser, report, shots);
	}
} catch (error) {
	report.fail("the_browser_and_the_server_start", error.stack);
} finally {
	await browser?.close();
	await portal.stop();
}
process.exit(report.finish("browser"));
