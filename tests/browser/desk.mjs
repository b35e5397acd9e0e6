// SPDX-License-Identifier: EUPL-1.2
// desk — people and rights in a real browser: the way in by a link, a second factor, inviting somebody; and every page
// of the desk in every language, light and dark, on a phone and on a desk.
import { join } from "node:path";
import { expect, watchedPage } from "./harness.mjs";
import { bring } from "./sheets.mjs";
import { PASSWORD, enter, invite, path } from "./people.mjs";
import { LANGUAGES, SCHEMES, WIDTHS, look } from "./pages.mjs";

export async function by_a_link_and_a_second_factor_to_inviting_somebody_and_out_and_in_again(page, portal) {
	const codes = await enter(page, invite(portal, "zoe@example.org", "en"));
	await page.getByRole("link", { name: "I have them" }).click();
	await page.getByRole("navigation").getByRole("link", { name: "People" }).click();
	await page.getByLabel("E-mail").fill("guest@example.org");
	await page.getByLabel("Name").fill("Guest");
	await page.getByLabel("Evaluator").check();
	await page.getByRole("button", { name: "Invite" }).click();
	expect((await page.getByRole("status").innerText()).includes("waits in the queue"), "it does not say what was done");
	await page.getByRole("link", { name: "guest@example.org" }).click();
	expect(await page.getByLabel("Evaluator").isChecked(), "the role is not held");
	await page.getByRole("button", { name: "Disable" }).click();
	expect((await page.locator("main").innerText()).includes("The account is disabled."), "it is not disabled");
	await page.getByRole("button", { name: "Sign out" }).click();
	expect(path(page) === "/desk/sign-in", `out leads to ${path(page)}`);
	await page.goBack();
	await page.reload();
	expect(path(page) === "/desk/sign-in", `back shows ${path(page)}`);
	await page.getByLabel("E-mail").fill("zoe@example.org");
	await page.getByLabel("Password").fill(PASSWORD);
	await page.keyboard.press("Enter");
	await page.getByLabel("Code").fill(codes[0]);
	await page.keyboard.press("Enter");
	await page.waitForURL("**/desk/people/*");
}

// Makes a token for reading; the page then shows it, and lists it from now on.
async function makeToken(page) {
	await page.goto("/desk/account/tokens");
	await page.locator("#name").fill("The sheet of <b>travel</b>");
	await page.locator("#current").fill(PASSWORD);
	await page.locator("#current").press("Enter");
	await page.locator(".fresh code").first().waitFor();
	return (await page.locator(".fresh code").first().innerText()).trim();
}

export async function a_token_is_made_shown_once_used_and_ended(page, portal) {
	await enter(page, invite(portal, "tam@example.org", "en"));
	await page.goto("/desk/account");
	await page.getByRole("link", { name: "My tokens" }).click();
	const token = await makeToken(page);
	const asked = async () => (await fetch(`${portal.base}/api/v1/persons`, { headers: { Authorization: `Bearer ${token}` } })).status;
	expect((await asked()) === 200, `the token answers ${await asked()}`);
	await page.goto("/desk/account/tokens");
	const text = await page.locator("main").innerText();
	expect(!text.includes(token), "the token is shown again");
	expect(text.includes("The sheet of <b>travel</b>"), "the token is not in the list");
	await page.getByRole("button", { name: "End it" }).click();
	expect((await page.getByRole("status").innerText()).includes("opens nothing"), "it does not say what was done");
	expect((await asked()) === 401, `the ended token answers ${await asked()}`);
}

// The story of a change, in French: a date corrected, an activity and an output added, published, seen, undone.
export async function en_francais_une_date_corrigee_une_activite_et_un_produit_sont_publies_puis_repris(page, portal) {
	await enter(page, invite(portal, "lea@example.org", "fr", "manager"));
	await page.goto("/desk/records");
	await page.getByRole("link", { name: "Actions", exact: true }).click();
	await page.getByLabel("Mots").fill("angola");
	await page.getByRole("button", { name: "Afficher" }).click();
	await page.locator("a.hit").first().click();
	const action = path(page);
	await page.getByRole("link", { name: "Modifier" }).click();
	await page.getByLabel("Durée telle que publiée").fill("2009-10/2011-08");
	await page.getByLabel("Raison du changement").fill("Le contrat le dit");
	await page.getByRole("button", { name: "Enregistrer" }).click();
	expect((await page.getByRole("status").innerText()).includes("enregistré"), "it does not say that it is saved");
	expect((await page.locator(".title").innerText()).includes("modifié depuis la publication"), "it does not say that it differs");
	await page.getByRole("link", { name: "Ajouter (Activités)" }).click();
	await page.getByLabel("Type").selectOption({ label: "Atelier" });
	await page.getByRole("group", { name: "Titre" }).getByLabel("Français").fill("Atelier sur les sceaux");
	await page.getByLabel("Date", { exact: true }).first().fill("2011-05-02/2011-05-04");
	await page.getByRole("button", { name: "Enregistrer" }).click();
	await page.getByRole("button", { name: "Prévoir" }).click();
	await page.goto(action);
	await page.getByRole("link", { name: "Ajouter (Produits)" }).click();
	await page.getByLabel("Type").selectOption({ label: "Stratégie" });
	await page.getByRole("group", { name: "Nom" }).getByLabel("Français").fill("Stratégie des sceaux");
	await page.getByRole("button", { name: "Enregistrer" }).click();
	await page.goto(action);
	await page.getByRole("button", { name: "Publier les changements" }).click();
	await page.getByRole("link", { name: "Sur le portail" }).click();
	const told = await page.locator("main").innerText();
	for (const words of ["Atelier sur les sceaux", "Stratégie des sceaux", "octobre 2009"]) {
		expect(told.includes(words), `the portal lacks ${words}`);
	}
	await page.goto(`${action}/history`);
	expect((await page.locator("main").innerText()).includes("Le contrat le dit"), "the history lacks the reason");
	await page.getByRole("button", { name: "Revenir à cette version" }).last().click();
	await page.getByRole("button", { name: "Publier les changements" }).click();
	await page.getByRole("link", { name: "Sur le portail" }).click();
	expect((await page.locator("main").innerText()).includes("septembre 2009"), "the undone date is still public");
}

const OPEN = { "sign-in": "/desk/sign-in", recover: "/desk/recover", "link-gone": "/desk/link/0" };
const CLOSED = {
	home: "/desk/",
	account: "/desk/account",
	tokens: "/desk/account/tokens",
	factor: "/desk/account/factor",
	people: "/desk/people",
	person: "/desk/people/1",
	mail: "/desk/mail",
	letter: "/desk/mail/1",
	rights: "/desk/rights",
	records: "/desk/records",
	list: "/desk/records/actions?sort=place",
	"list-narrowed": "/desk/records/activities?q=migration&type=workshop&period.from=2010&columns=title.period.mode",
	"list-to-do": "/desk/records/actions?todo=doubtful",
	"to-do": "/desk/to-do",
	"list-empty": "/desk/records/news",
	settings: "/desk/settings",
	"form-settings": "/desk/records/settings/new/edit",
	"form-new": "/desk/records/activities/new/edit",
	import: "/desk/records/places/import",
	"import-columns": "/desk/records/places/import/columns",
	"import-check": "/desk/records/places/import/check",
};

async function lookAtAll(context, portal, shots, lang, report) {
	const link = invite(portal, `${lang}@example.org`, lang);
	const settings = await context();
	const watched = await watchedPage(settings, portal.base);
	const { page } = watched;
	const each = async (pages, suffix, wanted) => {
		for (const [kind, address] of Object.entries(pages)) {
			for (const scheme of SCHEMES) {
				for (const width of WIDTHS) {
					await page.emulateMedia({ colorScheme: scheme });
					await page.setViewportSize({ width, height: 900 });
					const picture = join(shots, `desk-${kind}-${lang}-${scheme}-${width}.png`);
					const status = kind === "link-gone" ? 410 : wanted;
					await report.run(`desk_${kind}_${lang}_${scheme}_${width}`, () => look(watched, address + suffix, status, picture));
				}
			}
		}
	};
	await each({ ...OPEN, link }, `?lang=${lang}`, 200);
	await enter(page, link);
	await page.locator("main a.button").click();
	await makeToken(page);
	await bring(page);
	await page.goto(CLOSED.list);
	const action = await page.locator("a.hit").first().getAttribute("href");
	const record = { record: action, form: `${action}/edit`, "form-wrong": "/desk/records/actions/new/edit?check=1", history: `${action}/history`, preview: `${action}/preview` };
	await each({ ...CLOSED, ...record }, "", 200);
	await settings.close();
}

export async function everyDeskPage(portal, browser, report, shots) {
	for (const lang of LANGUAGES) {
		const context = () => browser.newContext({ baseURL: portal.base, locale: "en-GB" });
		await lookAtAll(context, portal, shots, lang, report);
	}
}
