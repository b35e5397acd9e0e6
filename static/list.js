// SPDX-License-Identifier: EUPL-1.2
// list — keys in a list of records: j and k or the arrows move, Enter opens, x ticks, / goes to the search field, n makes
// a new record. The page works without it; the line that tells of the keys is shown by it.
"use strict";

(() => {
	const hits = [...document.querySelectorAll("a.hit")];
	const help = document.querySelector(".keys");
	const off = help?.querySelector("input");
	const KEPT = "list-keys-off";

	// Whoever speaks to the machine, or types with a stick, can do without keys of one letter.
	if (help) {
		help.hidden = false;
		off.checked = localStorage.getItem(KEPT) === null;
		off.addEventListener("change", () => {
			if (off.checked) localStorage.removeItem(KEPT);
			else localStorage.setItem(KEPT, "1");
		});
	}

	function move(step) {
		const at = hits.indexOf(document.activeElement?.closest("tr")?.querySelector("a.hit"));
		const next = at < 0 ? (step > 0 ? 0 : hits.length - 1) : at + step;
		if (!hits[next]) return false;
		hits[next].focus();
		hits[next].closest("tr").scrollIntoView({ block: "nearest" });
		return true;
	}

	function tick() {
		const box = document.activeElement?.closest("tr")?.querySelector('input[type="checkbox"]');
		box?.click();
		return !!box;
	}

	function focus(selector) {
		const field = document.querySelector(selector);
		field?.focus();
		field?.select?.();
		return !!field;
	}

	function open(selector) {
		const link = document.querySelector(selector);
		link?.click();
		return !!link;
	}

	const keys = {
		j: () => move(1),
		k: () => move(-1),
		ArrowDown: () => hits.includes(document.activeElement) && move(1),
		ArrowUp: () => hits.includes(document.activeElement) && move(-1),
		x: tick,
		"/": () => focus("#by-words"),
		n: () => open(".title a.button[href$='/new/edit']"),
	};

	document.addEventListener("keydown", (event) => {
		const isWriting = event.target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]");
		if ((off && !off.checked) || isWriting || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
		if (keys[event.key]?.()) event.preventDefault();
	});
})();
