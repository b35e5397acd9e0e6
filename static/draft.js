// SPDX-License-Identifier: EUPL-1.2
// draft — keeps what is typed in a form of the desk in this browser until it is saved, and offers to bring it back.
//
// A form takes part when it holds a .draft (web/desk_edit.html): the words are the page's. Kept are the values of its
// controls, never files, under the form's own name and for a week at most; the answer to signing out drops all of them.
// What is brought back keeps the version it was written from, so that the server puts it together with what others
// changed meanwhile.
"use strict";

const PREFIX = "attache-draft ";
const WEEK = 7 * 24 * 3600 * 1000;

function read(key) {
	try {
		return JSON.parse(localStorage.getItem(key));
	} catch {
		return null;
	}
}

// A browser that keeps nothing, or has no room, does without drafts.
function write(key, draft) {
	try {
		localStorage.setItem(key, JSON.stringify(draft));
	} catch {
		localStorage.removeItem(key);
	}
}

function keys() {
	return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
}

function controls(form) {
	return [...form.elements].filter((c) => c.name && !c.disabled && !["hidden", "file", "password", "submit"].includes(c.type) &&
		c.tagName !== "FIELDSET" && c.tagName !== "BUTTON");
}

function stateOf(control) {
	return control.type === "checkbox" || control.type === "radio" ? control.checked : control.value;
}

// Several controls of one name are told apart by their place among them.
function valuesOf(form) {
	const n = {};
	return controls(form).map((c) => {
		const name = c.type === "radio" || c.type === "checkbox" ? `${c.name}=${c.value}` : c.name;
		n[name] = (n[name] || 0) + 1;
		return [`${name}#${n[name]}`, stateOf(c)];
	});
}

function bring(form, draft) {
	const kept = new Map(draft.values);
	const list = controls(form);
	valuesOf(form).forEach(([name], i) => {
		if (!kept.has(name)) {
			return;
		}
		const control = list[i];
		if (typeof kept.get(name) === "boolean") {
			control.checked = kept.get(name);
		} else {
			control.value = kept.get(name);
		}
		control.closest("details")?.setAttribute("open", "");
	});
	if (form.elements.version && draft.version) {
		form.elements.version.value = draft.version;
	}
}

function offer(form, note, key, draft) {
	const at = new Date(draft.at);
	const time = note.querySelector("time");
	time.dateTime = at.toISOString();
	time.textContent = at.toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
	note.hidden = false;
	note.closest("details")?.setAttribute("open", "");
	note.querySelector(".bring").addEventListener("click", () => {
		bring(form, draft);
		note.hidden = true;
		form.dispatchEvent(new Event("input"));
		controls(form)[0]?.focus();
	});
	note.querySelector(".drop").addEventListener("click", () => {
		localStorage.removeItem(key);
		note.hidden = true;
	});
}

function watch(form, note) {
	const key = PREFIX + note.dataset.draft;
	const first = JSON.stringify(valuesOf(form));
	const version = form.elements.version?.value;
	const isAnew = note.hasAttribute("data-anew");
	const draft = read(key);
	let timer = 0;
	let isChanged = isAnew;
	let isSent = false;

	if (draft && (isAnew || JSON.stringify(draft.values) === first)) {
		localStorage.removeItem(key);
	} else if (draft) {
		offer(form, note, key, draft);
	}
	const keep = () => {
		clearTimeout(timer);
		timer = 0;
		if (isChanged) {
			write(key, { at: Date.now(), version: form.elements.version?.value ?? version, values: valuesOf(form), isSent });
		}
	};
	form.addEventListener("input", () => {
		isChanged = isAnew || JSON.stringify(valuesOf(form)) !== first;
		clearTimeout(timer);
		timer = setTimeout(keep, 400);
	});
	form.addEventListener("submit", () => {
		isSent = true;
		keep();
	});
	addEventListener("pagehide", () => timer && keep());
	addEventListener("beforeunload", (event) => {
		if (isChanged && !isSent) {
			keep();
			event.preventDefault();
		}
	});
}

for (const key of keys()) {
	const draft = read(key);
	const isSaved = draft?.isSent && new URLSearchParams(location.search).get("done") === "saved";
	if (!draft || isSaved || Date.now() - draft.at > WEEK) {
		localStorage.removeItem(key);
	}
}
for (const note of document.querySelectorAll("form .draft")) {
	watch(note.closest("form"), note);
}
