// SPDX-License-Identifier: EUPL-1.2
// lists — lists of the desk in a real browser: by keys, with views and columns, and without a script.
import { enter, invite } from "./people.mjs";
import { expect } from "./harness.mjs";

const focused = (page) => page.evaluate(() => document.activeElement.textContent);

export async function a_list_is_walked_narrowed_and_opened_by_keys_alone(page, portal) {
	await enter(page, invite(portal, "kim@example.org", "en", "manager"));
	await page.goto("/desk/records/actions?sort=place&view=all");
	const names = await page.locator("a.hit").allInnerTexts();
	await page.keyboard.press("j");
	await page.keyboard.press("j");
	expect((await focused(page)) === names[1], `two steps lead to ${await focused(page)}`);
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("k");
	await page.keyboard.press("ArrowUp");
	expect((await focused(page)) === names[0], `up again leads to ${await focused(page)}`);
	await page.keyboard.press("/");
	await page.keyboard.type("jkn togo");
	expect((await page.locator("#by-words").inputValue()) === "jkn togo", "keys are taken from the search field");
	await page.locator("#by-words").fill("togo");
	await page.keyboard.press("Enter");
	await page.waitForURL("**q=togo**");
	await page.keyboard.press("j");
	await page.keyboard.press("Enter");
	await page.waitForURL("**/desk/records/actions/*");
	await page.goBack();
	await page.getByLabel("Keys").uncheck();
	await page.locator("h1").click();
	await page.keyboard.press("n");
	await page.reload();
	await page.keyboard.press("n");
	expect(page.url().includes("q=togo"), "keys that were turned off still work");
	await page.getByLabel("Keys").check();
	await page.locator("h1").click();
	await page.keyboard.press("n");
	await page.waitForURL("**/new/edit");
}

export async function columns_are_chosen_kept_in_a_view_and_the_list_opens_with_it(page, portal) {
	await enter(page, invite(portal, "vera@example.org", "en", "manager"));
	await page.goto("/desk/records/activities");
	await page.getByLabel("Type").selectOption("workshop");
	await page.getByRole("button", { name: "Show" }).click();
	await page.getByText("Columns", { exact: true }).click();
	await page.getByLabel("Column 1", { exact: true }).selectOption({ label: "Date" });
	await page.getByLabel("Column 3", { exact: true }).selectOption({ label: "–" });
	await page.getByRole("button", { name: "Show" }).last().click();
	const head = await page.locator("thead th").allInnerTexts();
	expect(head[0] === "Date", `the columns are ${head}`);
	expect((await page.locator(".chips").innerText()).includes("Type: Workshop"), "the choice is lost");
	await page.getByText("View", { exact: true }).click();
	await page.getByLabel("Keep choices, order and columns as").fill("Workshops by date");
	await page.getByRole("button", { name: "Save the view" }).click();
	await page.getByText("View", { exact: true }).click();
	await page.getByRole("button", { name: "Open the list with it" }).click();
	await page.goto("/desk/");
	await page.getByRole("link", { name: "Activities: Workshops by date" }).click();
	await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Records" }).click();
	await page.getByRole("link", { name: "Activities" }).click();
	expect((await page.locator(".views [aria-current]").innerText()) === "Workshops by date", "the list does not open with it");
	await page.getByRole("link", { name: "take back" }).first().click();
	await page.getByRole("link", { name: "All records" }).click();
	expect((await page.locator("thead th").allInnerTexts())[0] === "Title", "the columns stay without the view");
}

export async function what_waits_leads_to_its_records(page, portal) {
	await enter(page, invite(portal, "tom@example.org", "en", "manager"));
	await page.goto("/desk/");
	const row = page.getByRole("row", { name: /Nothing has happened for six months/ });
	const n = await row.locator(".num").innerText();
	await row.getByRole("link").click();
	expect((await page.getByRole("status").innerText()).startsWith(`${n} record`), "the list has not as many as the page says");
	await page.getByRole("link", { name: /To do: Nothing has happened/ }).click();
	expect(!page.url().includes("todo="), "the rule cannot be taken back");
}
