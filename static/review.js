// SPDX-License-Identifier: EUPL-1.2
// review — keys for the page of a review: they press the buttons and follow the links that are there.
"use strict";

const facts = [...document.querySelectorAll("li.point")];
const papers = document.querySelector(".papers");
let here = Math.max(0, facts.findIndex((fact) => fact.classList.contains("here")));

// The passage of the fact on the page: marked and brought into sight.
function showPassage(fact) {
	const mine = `?fact=${fact.dataset.mark}#`;
	const links = [...document.querySelectorAll(".facsimile mark a")].filter((a) => a.getAttribute("href").startsWith(mine));
	document.querySelectorAll(".facsimile mark.here").forEach((mark) => mark.classList.toggle("here", mark.dataset.mark === fact.dataset.mark));
	links.forEach((a) => a.parentElement.classList.add("here"));
	const first = document.querySelector(".facsimile mark.here");
	if (first && papers.scrollHeight > papers.clientHeight) {
		papers.scrollTop += first.getBoundingClientRect().top - papers.getBoundingClientRect().top - papers.clientHeight / 3;
	}
}

function choose(index) {
	if (!facts.length) {
		return;
	}
	facts[here].classList.remove("here");
	here = Math.min(Math.max(index, 0), facts.length - 1);
	facts[here].classList.add("here");
	facts[here].focus({ preventScroll: true });
	facts[here].scrollIntoView({ block: "nearest" });
	showPassage(facts[here]);
}

const press = (selector, within = facts[here]) => within?.querySelector(selector)?.click();

const keys = {
	j: () => choose(here + 1),
	k: () => choose(here - 1),
	a: () => press("button.accept"),
	e: () => press("a.correct"),
	r: () => press("button.reject"),
	A: () => press("button.all", document),
	n: () => press("#behind", document),
	p: () => press("#before", document),
	"?": () => {
		const list = document.getElementById("keys");
		list.open = !list.open;
		list.querySelector("summary").focus();
	},
};

document.addEventListener("keydown", (event) => {
	const writes = event.target.matches("input, textarea, select");
	if (event.key === "Escape" && writes) {
		event.target.blur();
		return;
	}
	if (writes || event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) {
		return;
	}
	event.preventDefault();
	keys[event.key]();
});

// Behind the browser's own step to the fragment of the address, which takes the focus along.
function begin() {
	document.querySelectorAll(".facsimile mark.here").forEach((mark) => { mark.dataset.mark = facts[here].dataset.mark; });
	const field = facts[here].querySelector(".correcting :is(input:not([type=hidden]), textarea, select)");
	showPassage(facts[here]);
	if (field) {
		field.focus();
	} else if (location.hash) {
		choose(here);
	}
}

if (facts.length) {
	window.addEventListener("load", () => setTimeout(begin));
}
