// SPDX-License-Identifier: EUPL-1.2
// public — what the secretariat shows the public, in a real browser: settings, a news item previewed, dated, published
// and taken back; and every page that this makes, in every language, light and dark, on a phone and on a desk.
import { join } from "node:path";
import { expect, watchedPage } from "./harness.mjs";
import { enter, invite, path } from "./people.mjs";
import { LANGUAGES, SCHEMES, WIDTHS, look } from "./pages.mjs";

async function fill(page, values) {
	for (const [name, value] of Object.entries(values)) {
		await page.locator(`[name="${name}"]`).fill(value);
	}
	await page.locator("form.record button").last().click();
}

async function portalSays(page, address, words) {
	await page.goto(address);
	const told = await page.locator("body").innerText();
	expect(told.includes(words), `${address} lacks ${words}`);
}

export async function settings_are_seen_at_once_and_undone(page, portal) {
	await enter(page, invite(portal, "sam@example.org", "en", "manager"));
	await page.getByRole("navigation").getByRole("link", { name: "Settings" }).click();
	await page.getByRole("link", { name: "Fill in (Facility)" }).click();
	await fill(page, { "name.en": "Facility of the Browser", acronym: "FOB", "funder.en": "The Union of Browsers", contact: "post@fob.example" });
	await page.goto("/desk/settings");
	await page.getByRole("link", { name: "Fill in (Settings)" }).click();
	await fill(page, { "welcome.en": "Welcome to you.", "about.en": "We lend experts.\nFor weeks.", "ask.en": "Write.", "imprint.fr": "Par nous." });
	await portalSays(page, "/en/", "Welcome to you.");
	expect((await page.locator(".mast .name").innerText()) === "FOB", "the portal is not called as its facility");
	await page.getByRole("contentinfo").getByRole("link", { name: "About us" }).click();
	expect(path(page) === "/en/about" && (await page.locator("main").innerText()).includes("For weeks."), "there is no page about it");
	await page.goto("/desk/settings");
	await page.getByRole("link", { name: "Edit (Settings)" }).click();
	await fill(page, { "welcome.en": "Welcome again." });
	await portalSays(page, "/en/", "Welcome again.");
	await page.goto("/desk/settings");
	await page.getByRole("link", { name: "History (Settings)" }).click();
	await page.getByRole("button", { name: "Go back to this version" }).click();
	await portalSays(page, "/en/", "Welcome to you.");
}

export async function a_news_item_is_previewed_dated_published_and_taken_back(page, portal) {
	await enter(page, invite(portal, "nora@example.org", "en", "manager"));
	await page.goto("/desk/records/news/new/edit");
	await fill(page, { "headline.en": "A seal for the office", date: "2026-11-02", "lead.en": "It took a year.", "body.en": "First words.\nMore words." });
	const news = path(page);
	await page.getByRole("link", { name: "Preview" }).click();
	const bar = page.getByRole("complementary", { name: "Preview" });
	expect((await bar.innerText()).includes("Clear for the public"), "the preview of a draft does not say what is missing");
	expect((await page.locator("main").innerText()).includes("First words."), "the preview does not show the item");
	await page.goto(news);
	await page.getByRole("button", { name: "Clear for the public" }).click();
	await page.getByText("Publish on a day").click();
	await page.getByLabel("The public sees it from").fill("2031-03-03");
	await page.getByRole("button", { name: "Set the day" }).click();
	expect((await page.locator(".title").innerText()).includes("public from 3 March 2031"), "the day does not stand at its head");
	await page.getByRole("button", { name: "Take the date off" }).click();
	await page.getByRole("link", { name: "Preview" }).click();
	await bar.getByRole("button", { name: "Publish", exact: true }).click();
	await page.getByRole("link", { name: "On the portal" }).click();
	expect(path(page).startsWith("/en/news/a-seal-for-the-office-"), `it stands at ${path(page)}`);
	const published = path(page);
	await portalSays(page, "/en/", "A seal for the office");
	await page.goto(news);
	await page.getByText("Take back from the public").click();
	await page.locator("#back-why").fill("Not yet");
	await page.getByRole("button", { name: "Take back", exact: true }).click();
	const gone = await page.goto(published);
	expect(gone.status() === 404, `it is still there: ${gone.status()}`);
	await page.goto(news);
	await page.getByRole("button", { name: "Publish", exact: true }).click();
}

export async function everyPublishedPage(portal, browser, report, shots) {
	const context = await browser.newContext({ baseURL: portal.base, locale: "en-GB" });
	const watched = await watchedPage(context, portal.base);
	const { page } = watched;
	await page.goto("/en/news");
	const item = (await page.locator("main ul.news a").first().getAttribute("href")).replace("/en/", "");
	for (const lang of LANGUAGES) {
		for (const place of ["", "news", item, "about", "imprint", "privacy"]) {
			for (const scheme of SCHEMES) {
				for (const width of WIDTHS) {
					const name = `public-${place.split("/")[0] || "home"}${place.includes("/") ? "-item" : ""}-${lang}-${scheme}-${width}`;
					await page.emulateMedia({ colorScheme: scheme });
					await page.setViewportSize({ width, height: 900 });
					await report.run(name, () => look(watched, `/${lang}/${place}`, 200, join(shots, `${name}.png`)));
				}
			}
		}
	}
	await context.close();
}
