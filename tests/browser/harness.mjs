// SPDX-License-Identifier: EUPL-1.2
// harness — a server to look at, a browser to look with, and a report of what was seen.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const FLAGS = [
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
	"--disable-dev-shm-usage",
	"--hide-scrollbars",
	"--force-color-profile=srgb",
	"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

export function launch() {
	return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
}

export function expect(holds, words) {
	if (!holds) {
		throw new Error(words);
	}
}

export class Report {
	passed = 0;
	failed = 0;

	async run(name, test) {
		try {
			await test();
			this.passed++;
			console.log(`ok - ${name}`);
		} catch (error) {
			this.fail(name, error.message);
		}
	}

	fail(name, words) {
		this.failed++;
		console.log(`not ok - ${name}: ${words.split("\n").slice(0, 12).join("\n    ")}`);
	}

	finish(name) {
		console.log(`${name}: ${this.passed} passed, ${this.failed} failed, 0 skipped`);
		return this.failed ? 1 : 0;
	}
}

function freePort() {
	return new Promise((done) => {
		const probe = createServer().listen(0, "127.0.0.1", () => {
			const { port } = probe.address();
			probe.close(() => done(port));
		});
	});
}

// A page whose errors and requests are watched; what() tells the first thing that was wrong with them.
export async function watchedPage(context, base) {
	const page = await context.newPage();
	const wrong = [];
	let bytes = 0;
	page.on("request", (request) => {
		if (!request.url().startsWith(base) && !request.url().startsWith("data:")) {
			wrong.push(`asks elsewhere: ${request.url()}`);
		}
	});
	page.on("console", (message) => {
		// The browser reports a page that answers 404 as an error of its own; that answer is tested by status.
		if (message.type() === "error" && message.location().url !== page.url()) {
			wrong.push(`console: ${message.text()} ${message.location().url}`);
		}
	});
	page.on("pageerror", (error) => wrong.push(`script: ${error.message}`));
	const session = await context.newCDPSession(page);
	await session.send("Network.enable");
	await session.send("Network.setCacheDisabled", { cacheDisabled: true });
	session.on("Network.loadingFinished", (event) => {
		bytes += event.encodedDataLength;
	});
	return {
		page,
		wrong,
		weight: () => bytes,
		forget: () => {
			bytes = 0;
			wrong.length = 0;
		},
	};
}

export class Portal {
	constructor(program, root) {
		this.program = program;
		this.root = root;
		this.base = process.env.BASE?.replace(/\/$/, "");
	}

	async start() {
		if (this.base) {
			return;
		}
		this.folder = mkdtempSync(join(tmpdir(), "attache-browser-"));
		const db = join(this.folder, "attache.db");
		this.db = db;
		const demo = readdirSync(join(this.root, "demo"))
			.filter((name) => /\.(txt|html)$/.test(name))
			.map((name) => join(this.root, "demo", name));
		const filled = spawnSync(this.program, ["--db", db, "import", ...demo], { encoding: "utf8" });
		expect(filled.status === 0, `the demo portfolio was not imported: ${filled.stderr}`);
		const port = await freePort();
		this.base = `http://127.0.0.1:${port}`;
		this.server = spawn(this.program, ["--db", db, "serve", "--listen", `127.0.0.1:${port}`], { stdio: "ignore" });
		for (let n = 0; n < 100; n++) {
			const answer = await fetch(`${this.base}/healthz`).catch(() => null);
			if (answer?.ok) {
				return;
			}
			await new Promise((done) => setTimeout(done, 100));
		}
		throw new Error("the server does not answer");
	}

	async stop() {
		if (this.server) {
			const ended = new Promise((done) => this.server.once("exit", done));
			this.server.kill("SIGTERM");
			await ended;
			rmSync(this.folder, { recursive: true, force: true });
		}
	}

	async json(path) {
		const answer = await fetch(this.base + path);
		expect(answer.ok, `${path} answers ${answer.status}`);
		return answer.json();
	}

	// One journey in a context of its own; it may ask for options (phone, no scripts) by its property `context`.
	async visit(browser, walk, picture) {
		const context = await browser.newContext({
			viewport: { width: 1280, height: 900 },
			baseURL: this.base,
			acceptDownloads: true,
			locale: "en-GB",
			...walk.context,
		});
		context.setDefaultTimeout(15000);
		try {
			const { page, wrong } = await watchedPage(context, this.base);
			try {
				await walk(page, this);
			} finally {
				await page.screenshot({ path: `${picture}.png` }).catch(() => {});
			}
			expect(wrong.length === 0, wrong.join("; "));
		} finally {
			await context.close();
		}
	}
}
