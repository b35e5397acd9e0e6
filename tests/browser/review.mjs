// SPDX-License-Identifier: EUPL-1.2
// review — imported pages reviewed in a real browser: by keyboard, in French, from the page to the portal and back;
// and every page of it in every language, light and dark, on a phone and on a desk.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, watchedPage } from "./harness.mjs";
import { LANGUAGES, SCHEMES, WIDTHS, look } from "./pages.mjs";
import { enter, invite } from "./people.mjs";

const path = (page) => new URL(page.url()).pathname;

// Two actions on a page of the test's own; the second names the body of the first with a slip.
const PAGE = `Gambia VII: Seals and Stamps

Objective: The Action helped the Ministry of Seals of The Gambia.

Summary: A workshop took place in Banjul in March 2012. A study visit to Lisbon took place in May 2012. A manual on seals was drafted.

Duration: January 2012 – June 2013

Gambia VIII: Stamps of the Border Police

Objective: The Action continued the work.

Summary: At the request of the Ministry of Seels of The Gambia a training was held in Banjul in June 2014.

Duration: April 2014 – May 2015
`;
const OTHER = PAGE.replaceAll("Gambia V", "Gambia XV").replace("Seels", "Seals");

function take(portal, text) {
	const file = join(portal.folder, "seals.txt");
	writeFileSync(file, text);
	const done = spawnSync(portal.program, ["--db", portal.db, "import", "--quiet", file], { encoding: "utf8" });
	expect(done.status === 0, done.stderr);
}

async function openQueue(page, name, show = "waiting") {
	await page.goto(`/desk/review?show=${show}`);
	await page.locator("a.hit").filter({ hasText: name }).click();
	await page.locator("li.point").first().waitFor();
	await page.waitForLoadState("load");
}

const chosen = (page) => page.locator("li.point.here");
const label = async (page) => (await chosen(page).locator("h3").innerText()).trim();

// Goes on with j until the fact of that name that says these words.
async function walkTo(page, name, words) {
	for (let n = 0; n < 80; n++) {
		if ((await label(page)) === name && (await chosen(page).innerText()).includes(words)) {
			return;
		}
		await page.keyboard.press("j");
	}
	throw new Error(`no fact ${name}: ${words}`);
}

// What was sent is done, and the page that answers listens to keys.
async function answered(page) {
	await page.getByRole("status").waitFor();
	await page.waitForLoadState("load");
}

export async function au_clavier_deux_actions_sont_verifiees_une_date_corrigee_un_doublon_fusionne_et_repris(page, portal) {
	take(portal, PAGE);
	await enter(page, invite(portal, "review.ines@example.org", "fr", "manager"));
	await openQueue(page, "Gambia VII ·");
	const first = path(page);
	// j and k move, and the passage on the page follows.
	await walkTo(page, "Date", "mars 2012");
	expect((await page.locator(".facsimile mark.here").allInnerTexts()).join("") === "March 2012", "the passage is not marked");
	await page.keyboard.press("k");
	expect((await label(page)) !== "Date", "k does not go back");
	await page.keyboard.press("j");
	// e opens the field, with the cursor in it.
	await page.keyboard.press("e");
	await page.waitForURL(/edit=1/);
	await page.waitForFunction(() => document.activeElement?.name === "period");
	await page.keyboard.press("Control+A");
	await page.keyboard.type("2012-04");
	await page.keyboard.press("Enter");
	await answered(page);
	expect((await page.locator("main").innerText()).includes("avril 2012"), "the date is not corrected");
	// r rejects, a accepts, A accepts the rest, n goes on.
	await walkTo(page, "Type", "Visite d’étude");
	await page.keyboard.press("a");
	await answered(page);
	await page.keyboard.press("Shift+A");
	await page.waitForFunction(() => !document.querySelector("li.point.open"));
	await page.keyboard.press("n");
	await page.waitForURL((url) => url.pathname !== first);
	await openQueue(page, "Gambia VIII");
	const second = path(page);
	await page.keyboard.press("?");
	expect(await page.locator("#keys dl").isVisible(), "? shows no keys");
	await page.locator("h1").click();
	await page.keyboard.press("Shift+A");
	await page.waitForFunction(() => !document.querySelector("li.point.open"));
	// The two spellings of one body.
	await page.goto("/desk/duplicates");
	await page.locator(".alikes > li").filter({ hasText: "Seels" }).getByRole("link", { name: "Comparer" }).click();
	await page.getByRole("button", { name: "Les fusionner" }).click();
	await answered(page);
	expect((await page.locator("main").innerText()).includes("Seels"), "the merged name is not kept");
	await page.goto("/desk/duplicates");
	await page.getByRole("button", { name: "Les séparer à nouveau" }).first().click();
	await answered(page);
	expect((await page.locator(".alikes > li").filter({ hasText: "Seels" }).count()) === 1, "they are not two again");
	// Published, the public page shows the sentence and what the desk made of it.
	await page.goto(first.replace("review", "records/actions"));
	await page.getByRole("button", { name: "Publier les changements" }).click();
	await page.getByRole("link", { name: "Sur le portail" }).click();
	expect(!(await page.locator("main").innerText()).includes("non relu"), "the public reads that nobody has reviewed it");
	await page.goto(`${path(page)}/source?fact=activity.1.date`);
	const told = await page.locator("main").innerText();
	expect(told.includes("avril 2012") && told.includes("mars 2012"), "the source does not show both dates");
	expect(second !== first, "two actions");
}

export async function a_changed_page_is_decided_by_keyboard(page, portal) {
	take(portal, OTHER);
	await enter(page, invite(portal, "ida@example.org", "en", "manager"));
	await openQueue(page, "Gambia XVII ·");
	await page.keyboard.press("Shift+A");
	await page.waitForFunction(() => !document.querySelector("li.point.open"));
	take(portal, OTHER.replace("June 2013", "August 2013"));
	await openQueue(page, "Gambia XVII ·", "changed");
	await walkTo(page, "Duration as printed", "August 2013");
	await page.keyboard.press("a");
	await answered(page);
	await page.goto(path(page).replace("review", "records/actions"));
	const told = await page.locator("main").innerText();
	expect(told.includes("Pages that say different things") && told.includes("August 2013"), "the record does not tell both");
}

export async function without_scripts_every_act_is_a_button(page, portal) {
	await enter(page, invite(portal, "review.nora@example.org", "en", "manager"));
	await page.goto("/desk/review");
	await page.locator("a.hit").first().click();
	const before = await page.locator("li.point.open").count();
	await page.locator("li.point.open button.accept").first().press("Enter");
	await page.locator("li.point.accepted").first().waitFor();
	expect((await page.locator("li.point.open").count()) === before - 1, "nothing was accepted");
	await page.locator("li.point.accepted").first().getByRole("button", { name: "Open again" }).press("Enter");
	await page.locator("li.point.accepted").first().waitFor({ state: "detached" });
	expect((await page.locator("li.point.open").count()) === before, "it was not opened again");
}
without_scripts_every_act_is_a_button.context = { javaScriptEnabled: false };

async function lookAtAll(context, portal, shots, lang, report) {
	const settings = await context();
	const watched = await watchedPage(settings, portal.base);
	const { page } = watched;
	await enter(page, invite(portal, `review-${lang}@example.org`, lang));
	await page.goto("/desk/review");
	const action = await page.locator("a.hit").first().getAttribute("href");
	await page.goto("/desk/duplicates");
	const pair = await page.locator(".alikes a.button").first().getAttribute("href");
	await page.goto(action);
	const fact = await page.locator("a.correct").nth(2).getAttribute("href");
	const pages = { queue: "/desk/review", "queue-empty": "/desk/review?page=99", action, "action-form": (action + fact).split("#")[0], duplicates: "/desk/duplicates", pair };
	for (const [kind, address] of Object.entries(pages)) {
		for (const scheme of SCHEMES) {
			for (const width of WIDTHS) {
				await page.emulateMedia({ colorScheme: scheme });
				await page.setViewportSize({ width, height: 900 });
				const picture = join(shots, `review-${kind}-${lang}-${scheme}-${width}.png`);
				await report.run(`review_${kind}_${lang}_${scheme}_${width}`, () => look(watched, address, 200, picture));
			}
		}
	}
	await settings.close();
}

export async function everyReviewPage(portal, browser, report, shots) {
	for (const lang of LANGUAGES) {
		await lookAtAll(() => browser.newContext({ baseURL: portal.base, locale: "en-GB" }), portal, shots, lang, report);
	}
}
