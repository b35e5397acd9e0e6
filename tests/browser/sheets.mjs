// SPDX-License-Identifier: EUPL-1.2
// sheets — a list in a spreadsheet, in a real browser: taken away, changed, brought back, looked at, accepted; and
// several records changed at once.
import { readFileSync } from "node:fs";
import { expect } from "./harness.mjs";
import { enter, invite } from "./people.mjs";

const list = "/desk/records/places";
const path = (page) => new URL(page.url()).pathname;

async function place(page, name) {
	await page.goto(`${list}/new/edit`);
	await page.getByRole("group", { name: "Nom" }).getByLabel("Français").fill(name);
	await page.getByLabel("Catégorie").selectOption({ label: "Ville" });
	await page.getByLabel("Pays").selectOption({ label: "Bénin" });
	await page.getByRole("button", { name: "Enregistrer" }).click();
}

// The tallies above a diff, as numbers.
async function tallies(page) {
	const texts = await page.locator(".tallies span").allInnerTexts();
	return texts.map((text) => parseInt(text, 10));
}

export async function en_francais_une_liste_part_au_tableur_et_revient_ligne_par_ligne(page, portal) {
	await enter(page, invite(portal, "ines@example.org", "fr", "manager"));
	await place(page, "Crique du tableur");
	await place(page, "Baie du tableur");
	await page.goto(`${list}?q=tableur`);
	const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "CSV" }).click()]);
	const text = readFileSync(await file.path(), "utf8");
	const rows = text.trimEnd().split("\r\n");
	expect(rows.length === 3, `the file has ${rows.length} rows`);
	const head = rows[0].replace("\ufeff", "").split(",");
	const cells = rows[1].split(",");
	cells[head.indexOf("name.fr")] = "=Anse du tableur";
	cells[head.indexOf("country")] = "Togo";
	const fresh = head.map((name) => ({ "name.fr": "Pointe du tableur", kind: "ville", country: "bénin" })[name] ?? "");
	const wrong = head.map((name) => ({ "name.fr": "Sans pays", kind: "ville" })[name] ?? "");
	const table = [rows[0], cells.join(","), rows[2], fresh.join(","), wrong.join(",")].join("\r\n");
	await page.getByRole("link", { name: "Apporter un tableau" }).click();
	await page.getByLabel("Un fichier").setInputFiles({ name: "lieux.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
	await page.getByRole("button", { name: "Voir ce qui changerait" }).click();
	expect((await tallies(page)).join() === "1,1,0,1,1", `the diff counts ${await tallies(page)}`);
	const told = await page.locator("main").innerText();
	expect(told.includes("=Anse du tableur") && told.includes("Togo") && told.includes("À corriger"), "the diff does not tell");
	await page.getByLabel("Accepter la ligne 4").uncheck();
	await page.getByRole("button", { name: "Enregistrer les lignes cochées" }).click();
	expect((await tallies(page)).join() === "1,0,0,1,1", `then ${await tallies(page)}`);
	await page.getByRole("button", { name: "L’écarter" }).click();
	await page.goto(`${list}?q=tableur`);
	const names = await page.locator("a.hit").allInnerTexts();
	expect(names.sort().join() === "=Anse du tableur,Crique du tableur", `the list has ${names}`);
	await page.getByRole("link", { name: "=Anse du tableur" }).click();
	expect((await page.locator("main").innerText()).includes("lieux.csv"), "the history does not name the file");
}

export async function cells_pasted_with_headings_of_their_own_are_asked_about(page, portal) {
	await enter(page, invite(portal, "ivan@example.org", "fr", "manager"));
	await page.goto(`${list}/import`);
	await page.getByLabel("Ou des cellules copiées").fill("Endroit\tCatégorie\tPays\nQuai collé\tVille\tTogo\n");
	await page.keyboard.press("Tab");
	await page.getByRole("button", { name: "Voir ce qui changerait" }).click();
	await page.getByLabel("Champ pour Endroit").fill("Nom (français)");
	await page.getByRole("button", { name: "Voir ce qui changerait" }).click();
	expect((await tallies(page))[0] === 1, `the diff counts ${await tallies(page)}`);
	await page.getByRole("button", { name: "Enregistrer les lignes cochées" }).click();
	expect(path(page) === list, `it leads to ${path(page)}`);
	expect((await page.getByRole("status").first().innerText()).includes("enregistrées"), "it does not say what was done");
}

export async function ticked_places_are_changed_together(page, portal) {
	await enter(page, invite(portal, "isa@example.org", "fr", "manager"));
	await place(page, "Un ensemble");
	await place(page, "Deux ensemble");
	await page.goto(`${list}?q=ensemble`);
	await page.getByLabel("Cocher Un ensemble").check();
	await page.getByLabel("Cocher Deux ensemble").check();
	await page.getByRole("button", { name: "Modifier les fiches cochées" }).click();
	await page.getByLabel("Champ", { exact: true }).selectOption({ label: "Pays" });
	await page.getByRole("button", { name: "Choisir sa valeur" }).click();
	await page.getByLabel("Pays").selectOption({ label: "Togo" });
	await page.getByLabel("Raison du changement").fill("Le découpage a changé");
	await page.getByRole("button", { name: "Voir ce qui changerait" }).click();
	expect((await tallies(page))[1] === 2, `the diff counts ${await tallies(page)}`);
	await page.getByRole("button", { name: "Enregistrer les lignes cochées" }).click();
	await page.goto(`${list}?q=ensemble`);
	expect((await page.locator("tbody").innerText()).split("Togo").length === 3, "they are not changed");
}

// A table that waits, for looking at every page of it.
export async function bring(page) {
	await page.goto(`${list}/import`);
	const known = "id\tversion\tname.en\tname.ar\tkind\tcountry\n";
	const rows = "\t\tA quay that is new\tرصيف\tcity\tBJ\n\t\tWithout a country\t\tcity\t\n999999\t\tNobody’s\t\tcity\tTG\n";
	await page.locator("#pasted").fill(known + rows);
	await page.locator("form.bring button").click();
}
