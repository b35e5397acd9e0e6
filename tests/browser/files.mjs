// SPDX-License-Identifier: EUPL-1.2
// files — documents, attachments, notes and drafts in a real browser; and their pages in every language, light and dark,
// on a phone and on a desk.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { enter, invite } from "./people.mjs";
import { expect, watchedPage } from "./harness.mjs";
import { LANGUAGES, SCHEMES, WIDTHS, lookAtIt } from "./pages.mjs";

const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
const paper = (name, words) => ({ name, mimeType: "application/pdf", buffer: Buffer.concat([PDF, Buffer.from(`% ${words}\n`)]) });
const path = (page) => new URL(page.url()).pathname;
const told = (page) => page.getByRole("status").innerText();

async function newDocument(page, title, file) {
	await page.goto("/desk/records/documents/new/edit");
	await page.locator("#f-title\\.en").fill(title);
	await page.locator("#f-kind").selectOption("report");
	await page.locator("#f-file").setInputFiles(file);
	await page.locator(".save button").click();
	return path(page);
}

export async function un_document_est_apporte_publie_lu_par_tous_puis_retire(page, portal) {
	await enter(page, invite(portal, "files.ines@example.org", "fr", "manager"));
	await page.goto("/desk/records/documents/new/edit");
	await page.getByRole("group", { name: "Titre" }).getByLabel("Français").fill("Guide des sceaux");
	await page.locator("#f-kind").selectOption("report");
	await page.getByLabel("Fichier", { exact: true }).setInputFiles({ name: "faux.pdf", mimeType: "application/pdf", buffer: Buffer.from("MZ nothing of the kind") });
	await page.getByRole("button", { name: "Enregistrer" }).click();
	expect((await page.getByRole("alert").innerText()).includes("n’est pas"), "a lying file is not refused in words");
	expect((await page.getByRole("group", { name: "Titre" }).getByLabel("Français").inputValue()) === "Guide des sceaux", "the title is lost");
	await page.getByLabel("Fichier", { exact: true }).setInputFiles(paper("Guide des sceaux – été.pdf", "guide"));
	await page.getByRole("button", { name: "Enregistrer" }).click();
	expect((await told(page)).includes("enregistré"), "it does not say that it is saved");
	await page.getByRole("button", { name: "Autoriser au public" }).click();
	const [down] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Guide des sceaux – été.pdf" }).click()]);
	expect(down.suggestedFilename() === "Guide des sceaux – été.pdf", `it is called ${down.suggestedFilename()}`);
	const document = path(page);
	await page.goto("/fr/documents");
	expect(await page.getByRole("link", { name: "Guide des sceaux" }).isVisible(), "the portal lacks it");
	await page.goto(document);
	await page.getByText("Retirer", { exact: false }).first().click();
	await page.getByLabel("Raison").fill("Une erreur");
	await page.getByRole("button", { name: "Retirer" }).click();
	await page.goto("/fr/documents");
	expect((await page.getByRole("link", { name: "Guide des sceaux" }).count()) === 0, "it is still there");
}

export async function a_note_is_written_deleted_and_brought_back_by_undo(page, portal) {
	await enter(page, invite(portal, "files.nora@example.org", "en", "officer"));
	const document = await newDocument(page, "With notes", paper("notes.pdf", "notes"));
	await page.getByText("Note: new").click();
	await page.locator("#note-f-text").fill("Ask the printer");
	await page.locator("#note").getByRole("button", { name: "Save" }).click();
	expect(path(page) === document, `it leads to ${path(page)}`);
	expect((await page.locator("#note li").innerText()).includes("Ask the printer"), "the note is not there");
	await page.locator("#note").getByRole("button", { name: "Delete" }).click();
	expect((await page.locator("#note li").count()) === 0, "it is still there");
	await page.getByRole("button", { name: "Undo" }).click();
	expect((await page.locator("#note li").innerText()).includes("Ask the printer"), "it does not come back");
	await page.getByText("Attachment: new").click();
	await page.locator("#attachment-f-file").setInputFiles(paper("letter.pdf", "letter"));
	await page.locator("#attachment").getByRole("button", { name: "Save" }).click();
	expect(await page.locator("#attachment").getByRole("link", { name: "letter.pdf" }).isVisible(), "the attachment is not there");
}

export async function what_is_typed_outlives_the_page_until_it_is_saved_or_dropped(page, portal) {
	await enter(page, invite(portal, "dan@example.org", "en", "officer"));
	const document = await newDocument(page, "A draft", paper("draft.pdf", "draft"));
	const form = `${document}/edit`;
	const asked = [];
	page.on("dialog", (dialog) => {
		asked.push(dialog.type());
		dialog.accept();
	});
	await page.goto(form);
	await page.goto("/desk/");
	expect(asked.length === 0, "leaving an untouched form is asked about");
	await page.goto(form);
	await page.locator("#f-authors").pressSequentially("Somebody else");
	await page.waitForTimeout(600);
	await page.goto("/desk/");
	expect(asked.join() === "beforeunload", `leaving a changed one is asked: ${asked}`);
	await page.goto(form);
	expect((await page.locator("#f-authors").inputValue()) === "", "it is filled in unasked");
	await page.getByRole("button", { name: "Bring it back" }).click();
	expect((await page.locator("#f-authors").inputValue()) === "Somebody else", "it does not come back");
	// The line drops while it is sent.
	await page.route("**/edit", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
	await page.locator(".save button").click();
	await page.waitForTimeout(300);
	await page.unroute("**/edit");
	await page.goto(form);
	await page.getByRole("button", { name: "Bring it back" }).click();
	await page.locator(".save button").click();
	expect((await page.locator("main").innerText()).includes("Somebody else"), "it is not saved");
	await page.goto(form);
	expect(!(await page.locator(".draft").isVisible()), "it is offered though it is saved");
	await page.locator("#f-authors").fill("Nobody");
	await page.waitForTimeout(600);
	await page.goto("/desk/");
	await page.getByRole("button", { name: "Sign out" }).click();
	expect((await page.evaluate(() => Object.keys(localStorage).length)) === 0, "signing out leaves what was typed");
}

// Two who write at once: the one who is later ends on a page of 409.
async function conflict(page, document) {
	await page.goto(`${document}/edit`);
	const first = await page.context().newPage();
	await first.goto(`${document}/edit`);
	await first.locator("#f-authors").fill("The ministry");
	await first.locator("#f-notes").fill("A first line\n\nand a second, which is longer than the first one by far");
	await first.locator(".save button").click();
	await first.close();
	await page.locator("#f-authors").fill("The harbour office and its friends");
	await page.locator("#f-notes").fill("Something else");
	await page.locator(".save button").click();
	expect((await page.locator(".choose").count()) === 2, "nothing is to be chosen");
}

export async function of_two_who_write_at_once_the_later_one_chooses(page, portal) {
	await enter(page, invite(portal, "lara@example.org", "en", "officer"));
	const document = await newDocument(page, "Written twice", paper("twice.pdf", "twice"));
	await conflict(page, document);
	await page.locator("#f-authors").getByLabel("Yours").check();
	await page.locator(".save button").click();
	const text = await page.locator(".sheet").innerText();
	expect(text.includes("The harbour office") && text.includes("and a second"), `it has ${text}`);
}

// Their pages, each come to by a walk; sessions rest after half an hour, so the last is brought about by hand.
async function walks(page, portal) {
	const document = await newDocument(page, "A paper with a rather long name, as such papers have them", paper("A paper.pdf", page.url()));
	return {
		"form-file": () => page.goto(`${document}/edit`),
		asides: async () => {
			for (const words of ["Call them on Monday", "They will send the second half of the text when the minister has signed it; until then nothing is to be printed."]) {
				await page.goto(document);
				await page.locator("#note summary").click();
				await page.locator("#note-f-text").fill(words);
				await page.locator("#note form.record button:not([type])").click();
				await page.waitForURL("**done=saved**");
			}
			await page.locator("#attachment summary").click();
			await page.locator("#attachment-f-file").setInputFiles(paper("Letter of the ministry.pdf", "a letter"));
			await page.locator("#attachment form.record button:not([type])").click();
			await page.waitForURL("**done=saved#attachment");
			await page.locator("#note summary").click();
		},
		"asides-undo": () => page.locator("#note li form button").first().click(),
		draft: async () => {
			await page.goto(`${document}/edit`);
			await page.locator("#f-authors").fill("Half a name");
			await page.waitForTimeout(600);
			page.once("dialog", (dialog) => dialog.accept());
			await page.reload();
			await page.locator(".draft .drop").waitFor();
		},
		conflict: async () => {
			await page.locator(".draft .drop").click();
			await conflict(page, document);
			// axe takes what lies half under the bar that stays in sight for too small to hit.
			await page.locator(".save").evaluate((bar) => {
				bar.style.position = "static";
			});
		},
		deleted: async () => {
			await page.goto(document);
			await page.locator(".steps .last button").click();
		},
		"list-deleted": () => page.goto("/desk/records/documents?state=deleted"),
		kept: async () => {
			await page.goto("/desk/records/places/new/edit");
			await page.locator("#f-name\\.en").fill("A quay");
			spawnSync("sqlite3", [portal.db, "UPDATE session SET seen_at = seen_at - 4000"]);
			await page.locator(".save button").click();
			const next = new URL(page.url()).searchParams.get("next");
			spawnSync("sqlite3", [portal.db, "UPDATE session SET seen_at = seen_at + 4000"]);
			await page.goto(next);
		},
	};
}

export async function everyFilesPage(portal, browser, report, shots) {
	for (const lang of LANGUAGES) {
		const context = await browser.newContext({ baseURL: portal.base, locale: "en-GB" });
		const watched = await watchedPage(context, portal.base);
		const { page } = watched;
		await enter(page, invite(portal, `files-${lang}@example.org`, lang, "manager"));
		for (const [kind, walk] of Object.entries(await walks(page, portal))) {
			await report.run(`files_${kind}_${lang}_is_come_to`, walk);
			watched.forget();
			for (const scheme of SCHEMES) {
				for (const width of WIDTHS) {
					await page.emulateMedia({ colorScheme: scheme });
					await page.setViewportSize({ width, height: 900 });
					const picture = join(shots, `files-${kind}-${lang}-${scheme}-${width}.png`);
					await report.run(`files_${kind}_${lang}_${scheme}_${width}`, () => lookAtIt(watched, picture));
				}
			}
		}
		await context.close();
	}
}
