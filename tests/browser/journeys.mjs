// SPDX-License-Identifier: EUPL-1.2
// journeys — what people come for, walked as they would walk it: by links, names and keys.
import { expect } from "./harness.mjs";

const path = (page) => new URL(page.url()).pathname;
const query = (page) => new URL(page.url()).searchParams;
const status = async (page, address) => (await page.goto(address)).status();

async function openAll(page) {
	for (const summary of await page.locator("details:not([open]) > summary").all()) {
		await summary.click();
	}
}

// A link of the content itself, to a page below `start`.
function links(page, start) {
	return page.locator(`main a[href^="${start}"]:not([href*="?"])`);
}

async function overflow(page) {
	return page.evaluate(() => {
		const page = document.scrollingElement;
		return page.scrollWidth - page.clientWidth;
	});
}

export async function from_home_by_country_to_the_sentence_behind_a_fact_and_back(page) {
	expect((await status(page, "/en/")) === 200, "no home page");
	await page.getByRole("navigation").getByRole("link", { name: "Countries", exact: true }).click();
	expect(path(page) === "/en/countries", `Countries leads to ${path(page)}`);
	await links(page, "/en/countries/").first().click();
	const country = path(page);
	await links(page, "/en/actions/").first().click();
	const action = path(page);
	expect(/^\/en\/actions\/[^/]+$/.test(action), `not an action: ${action}`);
	await page.locator('main a[href*="/source"]').first().click();
	expect(path(page).startsWith(action), `the source is at ${path(page)}`);
	const marked = page.locator("main mark, main #here").first();
	expect((await marked.textContent()).trim().length > 2, "nothing is marked in the source");
	await marked.scrollIntoViewIfNeeded();
	await page.goBack();
	expect(path(page) === action, "back does not lead to the action");
	await page.goBack();
	expect(path(page) === country, "back does not lead to the country");
}

export async function a_list_is_narrowed_and_widened_again(page, portal) {
	const everything = (await portal.json("/en/actions?format=json")).total;
	await page.goto("/en/actions");
	await openAll(page);
	const theme = page.locator('main form select[name="theme"]').first();
	const value = await theme.locator('option:not([value=""])').first().getAttribute("value");
	await theme.selectOption(value);
	await page.locator("main form").filter({ has: page.locator('select[name="theme"]') }).locator('button:not([type="button"])').first().click();
	expect(query(page).get("theme") === value, `the address is ${page.url()}`);
	const { total } = await portal.json(`/en/actions?theme=${value}&format=json`);
	expect(total > 0 && total < everything, `${total} of ${everything}`);
	expect((await page.locator("main").innerText()).includes(String(total)), `the page does not say ${total}`);
	await page.getByRole("link", { name: /remove/i }).first().click();
	expect(!query(page).get("theme"), `the filter is still in ${page.url()}`);
}

export async function an_action_is_found_by_any_name_of_its_country(page) {
	for (const name of ["Cape Verde", "Cabo Verde", "cap-vert", "Ivory Coast", "Côte d’Ivoire", "cote d'ivoire", "بنين"]) {
		await page.goto("/en/");
		const field = page.getByRole("searchbox").first();
		await field.fill(name);
		await field.press("Enter");
		await page.waitForURL(/\/en\/search\?/);
		expect((await links(page, "/en/actions/").count()) > 0, `nothing is found by ${name}`);
	}
	await page.goto("/en/search?q=zzzzqqqq");
	expect((await links(page, "/en/actions/").count()) === 0, "something is found by a word of no meaning");
	expect((await page.locator("main").innerText()).length > 40, "an empty result says nothing");
}

export async function another_language_keeps_the_page_and_its_filters(page, portal) {
	const slug = (await portal.json("/en/actions?format=json")).items[0].url.split("/").pop();
	await page.goto(`/en/actions/${slug}`);
	await page.getByRole("link", { name: "Français" }).click();
	expect(path(page) === `/fr/actions/${slug}`, `Français leads to ${path(page)}`);
	await page.getByRole("link", { name: "العربية" }).click();
	expect(path(page) === `/ar/actions/${slug}`, `العربية leads to ${path(page)}`);
	expect((await page.locator("html").getAttribute("dir")) === "rtl", "Arabic is not written from the right");
	await page.goto("/en/actions?year=2012");
	await page.getByRole("link", { name: "Français" }).click();
	expect(query(page).get("year") === "2012", `the filter is lost in ${page.url()}`);
}

export async function everything_is_reached_by_the_keyboard_and_focus_is_seen(page) {
	for (const address of ["/en/", "/en/actions"]) {
		await page.goto(address);
		await page.keyboard.press("Tab");
		const first = await page.evaluate(() => document.activeElement.getAttribute("href"));
		expect(first === "#main", `the first stop of ${address} is ${first}, not the way to the content`);
		expect(await page.locator(":focus").isVisible(), "the skip link is not seen when it has the focus");
		const seen = await page.evaluate(() => document.querySelectorAll("a[href], button, input, select, summary").length);
		let stops = 1;
		for (let n = 0; n < Math.min(seen + 5, 60); n++) {
			await page.keyboard.press("Tab");
			const at = await page.evaluate(() => {
				const { activeElement } = document;
				const style = getComputedStyle(activeElement);
				const box = activeElement.getBoundingClientRect();
				// On the map the outline of the country itself is the ring.
				const shapes = [...activeElement.querySelectorAll(":scope > path, :scope > circle")];
				const drawn = shapes.some((shape) => parseFloat(getComputedStyle(shape).strokeWidth) >= 3);
				return {
					what: activeElement.outerHTML.slice(0, 90),
					body: activeElement === document.body,
					ring: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none" || drawn,
					box: box.width > 0 && box.height > 0,
				};
			});
			if (at.body) {
				break;
			}
			stops++;
			expect(at.box && at.ring, `focus is not seen on ${at.what}`);
		}
		expect(stops > 10, `only ${stops} stops on ${address}`);
	}
	await page.goto("/en/actions");
	await page.keyboard.press("Tab");
	await page.keyboard.press("Enter");
	await page.keyboard.press("Tab");
	expect(await page.evaluate(() => document.querySelector("main").contains(document.activeElement)),
		"after the skip link the next stop is not in the content");
}

export async function nothing_needs_scripts(page) {
	await page.goto("/en/actions");
	await openAll(page);
	await page.locator('main form input[name="q"]').first().fill("border");
	await page.locator('main form input[name="q"]').first().press("Enter");
	expect(query(page).get("q") === "border", `the form leads to ${page.url()}`);
	await links(page, "/en/actions/").first().click();
	expect((await page.locator("h1").innerText()).length > 5, "the action has no title");
}
nothing_needs_scripts.context = { javaScriptEnabled: false };

export async function a_phone_shows_every_page_without_scrolling_sideways(page, portal) {
	const slug = (await portal.json("/fr/actions?format=json")).items[0].url.split("/").pop();
	for (const width of [320, 360]) {
		await page.setViewportSize({ width, height: 740 });
		for (const place of ["", "actions", `actions/${slug}`, "countries", "map", "timeline", "statistics", "documents"]) {
			await page.goto(`/fr/${place}`);
			const over = await overflow(page);
			expect(over <= 0, `/fr/${place} is ${over} px too wide at ${width}`);
		}
	}
}
a_phone_shows_every_page_without_scrolling_sideways.context = { isMobile: true, hasTouch: true, viewport: { width: 360, height: 740 } };

export async function arabic_is_the_same_page_mirrored(page) {
	await page.goto("/ar/actions");
	const sections = page.locator("nav.nav").getByRole("link");
	const [one, two] = [await sections.nth(0).boundingBox(), await sections.nth(1).boundingBox()];
	expect(one.x > two.x, "the sections do not begin at the right");
	expect((await page.locator("h1").evaluate((h) => getComputedStyle(h).direction)) === "rtl", "the heading runs from the left");
	expect((await overflow(page)) <= 0, "the page scrolls sideways");
	expect(/[\u0600-\u06ff]/.test(await page.locator("h1").innerText()), "the heading is not in Arabic");
}

export async function a_page_is_printed_without_its_furniture(page, portal) {
	const slug = (await portal.json("/en/actions?format=json")).items[0].url.split("/").pop();
	await page.goto(`/en/actions/${slug}`);
	await page.emulateMedia({ media: "print", colorScheme: "light" });
	for (const furniture of await page.locator("nav, form, .skip").all()) {
		expect(!(await furniture.isVisible()), `printed: ${(await furniture.evaluate((e) => e.outerHTML)).slice(0, 80)}`);
	}
	expect(await page.locator("h1").isVisible(), "the title is not printed");
	const sheets = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
	expect(sheets >= 1 && sheets <= 6, `${sheets} sheets`);
}

export async function a_listing_is_downloaded_as_csv_and_json(page, portal) {
	await page.goto("/en/actions?year=2012");
	const { total } = await portal.json("/en/actions?year=2012&format=json");
	for (const format of ["csv", "json"]) {
		const link = page.locator(`main a[href*="format=${format}"], footer a[href*="format=${format}"]`).first();
		const address = new URL(await link.getAttribute("href"), page.url());
		expect(address.searchParams.get("year") === "2012", `the ${format} link forgets the filter: ${address.search}`);
		const answer = await page.request.get(address.href);
		const body = await answer.text();
		const rows = format === "json" ? JSON.parse(body).total : body.trim().split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/).length - 1;
		expect(rows === total, `${rows} rows as ${format}, ${total} on the page`);
	}
}

export async function a_wrong_address_helps_on(page) {
	expect((await status(page, "/fr/actions/nothing-of-this-name")) === 404, "no 404");
	expect((await page.locator("html").getAttribute("lang")) === "fr", "not in the language of the address");
	await page.locator('main a[href^="/fr/"]').first().click();
	expect(path(page).startsWith("/fr/"), `leads to ${path(page)}`);
}

export async function the_map_leads_to_a_country(page) {
	await page.goto("/en/map");
	const country = page.locator('main svg a[href*="/en/countries/"], main a[href*="/en/countries/"]').first();
	const address = await country.getAttribute("href");
	await country.focus();
	await page.keyboard.press("Enter");
	await page.waitForURL(new RegExp(address.replace(/[?]/g, "\\?")));
	expect((await links(page, "/en/actions/").count()) > 0, "the country shows no action");
}

export async function a_filter_that_fits_nothing_says_so(page) {
	expect((await status(page, "/en/actions?country=NO&q=zzzz")) === 200, "an empty list is no page");
	expect((await page.locator("main").innerText()).length > 40, "an empty list says nothing");
	expect((await page.getByRole("link", { name: /remove|clear/i }).count()) > 0, "no way back from an empty list");
}
