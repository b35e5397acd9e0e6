// SPDX-License-Identifier: EUPL-1.2
// pages — every kind of page, in every language, light and dark, on a phone and on a desk: axe finds nothing, nothing
// is asked elsewhere, nothing is too wide, and the whole weighs at most 60 kB on the wire.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, watchedPage } from "./harness.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
export const LANGUAGES = ["en", "fr", "ar"];
export const SCHEMES = ["light", "dark"];
export const WIDTHS = [360, 1440];
const WEIGHT_MAX = 60_000;

// The kinds, each with an address that is rich in what the kind can show.
async function kinds(portal) {
	const last = (item) => new URL(item.url, portal.base).pathname.split("/").pop();
	const first = async (listing) => last((await portal.json(`/en/${listing}?format=json`)).items[0]);
	const action = await first("actions");
	return {
		home: "",
		actions: "actions",
		"actions-filtered": "actions?theme=labour-migration&status=completed&year=2012",
		"actions-empty": "actions?q=zzzz",
		action: `actions/${action}`,
		source: `actions/${action}/source`,
		countries: "countries",
		country: `countries/${await first("countries")}`,
		regions: "regions",
		region: `regions/${await first("regions")}`,
		themes: "themes",
		theme: `themes/${await first("themes")}`,
		search: "search?q=labour",
		"search-empty": "search?q=zzzz",
		map: "map",
		timeline: "timeline",
		statistics: "statistics",
		documents: "documents",
		api: "api",
		privacy: "privacy",
		missing: "actions/nothing-of-this-name",
	};
}

function violations(found) {
	return found
		.map((rule) => `${rule.id} (${rule.nodes.length}): ${rule.help}: ${rule.nodes[0].html.slice(0, 120)} ${rule.nodes[0].any[0]?.message ?? ""}`)
		.join("\n");
}

export async function look(watched, address, status, picture) {
	const { page } = watched;
	watched.forget();
	const answer = await page.goto(address);
	expect(answer.status() === status, `answers ${answer.status()}`);
	const weight = watched.weight();
	await lookAtIt(watched, picture);
	expect(weight <= WEIGHT_MAX, `weighs ${weight} bytes, at most ${WEIGHT_MAX}`);
	return weight;
}

// The page as it stands, however it was come to.
export async function lookAtIt({ page, wrong }, picture) {
	await page.screenshot({ path: picture, fullPage: true });
	const tooWide = await page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);
	await page.evaluate(AXE);
	const found = await page.evaluate((rules) => axe.run(document, { runOnly: rules, resultTypes: ["violations"] }), RULES);
	expect(found.violations.length === 0, violations(found.violations));
	expect(tooWide <= 0, `is ${tooWide} px too wide`);
	expect(wrong.length === 0, wrong.join("; "));
}

export async function everyPage(portal, browser, report, shots) {
	await report.run("axe_finds_a_planted_fault", async () => {
		const page = await browser.newPage();
		await page.setContent("<html><body><img src='data:,'><p style='color:#ccc'>pale</p></body></html>");
		await page.evaluate(AXE);
		const found = await page.evaluate((rules) => axe.run(document, { runOnly: rules }), RULES);
		await page.close();
		const names = found.violations.map((rule) => rule.id);
		expect(["image-alt", "color-contrast", "html-has-lang"].every((id) => names.includes(id)), `found ${names}`);
	});
	const places = await kinds(portal);
	const looks = LANGUAGES.flatMap((lang) => SCHEMES.flatMap((scheme) => WIDTHS.map((width) => ({ lang, scheme, width }))));
	let heaviest = 0;
	async function worker() {
		for (let next = looks.shift(); next; next = looks.shift()) {
			const { lang, scheme, width } = next;
			const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, reducedMotion: "reduce" });
			context.setDefaultTimeout(30000);
			const watched = await watchedPage(context, portal.base);
			for (const [kind, place] of Object.entries(places)) {
				const name = `${kind}-${lang}-${scheme}-${width}`;
				await report.run(name, async () => {
					heaviest = Math.max(heaviest, await look(watched, `${portal.base}/${lang}/${place}`, kind === "missing" ? 404 : 200, join(shots, `${name}.png`)));
				});
			}
			await context.close();
		}
	}
	await Promise.all([worker(), worker()]);
	console.log(`# the heaviest page weighs ${heaviest} bytes on the wire`);
}
