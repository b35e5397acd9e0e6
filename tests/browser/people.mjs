// SPDX-License-Identifier: EUPL-1.2
// people — the way to the desk in a real browser: an account, its link, a password and a second factor.
import { createHmac } from "node:crypto";
import { spawnSync } from "node:child_process";
import { expect } from "./harness.mjs";

export const PASSWORD = "quiet river under seven bridges";
export const path = (page) => new URL(page.url()).pathname;

// The six digits of an authenticator (RFC 6238), `steps` half minutes from now.
function codeOf(secret, steps = 0) {
	const bits = [...secret].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
	const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000) + steps));
	const mac = createHmac("sha1", key).update(counter).digest();
	return String((mac.readUInt32BE(mac[19] & 15) & 0x7fffffff) % 1000000).padStart(6, "0");
}

export function invite(portal, email, language, roles = "administrator,officer") {
	const words = ["--db", portal.db, "user", "add", email, "--role", roles, "--language", language, "--name", "Zoë <i>N’Diaye</i>"];
	const done = spawnSync(portal.program, words, { encoding: "utf8" });
	expect(done.status === 0, done.stderr);
	return new URL(done.stdout.trim()).pathname;
}

// From the link to a session with a second factor; answers the recovery codes.
export async function enter(page, link) {
	await page.goto(link);
	await page.locator("#password").fill(PASSWORD);
	await page.locator("#again").fill(PASSWORD);
	await page.locator("main button").click();
	expect(path(page) === "/desk/", `the link leads to ${path(page)}`);
	await page.goto("/desk/account/factor");
	await page.locator("#current-begin").fill(PASSWORD);
	await page.locator("main button").click();
	const secret = (await page.locator("main code").first().innerText()).replaceAll(" ", "");
	await page.locator("#code").fill(codeOf(secret));
	await page.locator("main button").first().click();
	const codes = await page.locator(".codes code").allInnerTexts();
	expect(codes.length === 10, `there are ${codes.length} recovery codes`);
	return codes;
}
