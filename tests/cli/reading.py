# SPDX-License-Identifier: EUPL-1.2
"""reading — `read`: good pages, bad files, and several at once."""
import os

from terminal import NOBODY, PAGE

KEYS = ["file", "heading", "place", "place_kind", "iso2", "phase", "title", "themes", "objective", "summary",
        "duration_raw", "start", "end", "ongoing", "duration_damaged", "duration_ambiguous", "activities", "outputs",
        "experts", "partners", "requester", "requester_kind", "countries_involved", "participants", "warnings", "facts"]
HUGE = 200 * 1024 * 1024


def an_entry_has_every_key_in_its_order(terminal):
    first, second, last = terminal.run("read", terminal.page("page.txt")).lines()
    wrong = [list(entry) for entry in (first, second) if list(entry) != KEYS]
    return wrong or (None if {"file", "downloads", "funder", "as_of", "unread_share"} <= set(last) else list(last))


def the_same_page_is_printed_the_same_from_standard_input(terminal):
    page = terminal.page("page.txt")
    named, piped = terminal.run("read", page), terminal.run("read", "-", input=page.read_bytes())
    return None if piped.status == 0 and piped.out == named.out.replace(f'"{page}"', '"-"') else str(piped)


def nothing_depends_on_the_clock(terminal):
    page = terminal.page("page.txt")
    early, late = (terminal.run("read", page, env={"ATTACHE_NOW": now}).out for now in ("86400", "4000000000"))
    told = terminal.run("read", "--as-of", "2015-06", page).lines()[-1]["as_of"]
    return None if early == late and told == "2015-06" else f"as of {told}"


def a_summary_for_people_is_text(terminal):
    done = terminal.run("read", "--format", "text", "--explain", terminal.page("page.txt"))
    return None if done.status == 0 and "Kenya: Document Security" in done.out and '{"' not in done.out else str(done)


def an_explanation_names_the_rule_and_the_words(terminal):
    entry = terminal.run("read", "--explain", terminal.page("page.txt")).lines()[1]
    told = {row["fact"]: row for row in entry["explain"]}
    good = told["start"]["words"] == "September 2014present" and told["start"]["rule"] == "R01"
    return None if good else str(entry["explain"])


def a_file_without_an_entry_is_exit_1_and_still_closed(terminal):
    pages = {
        "empty": b"", "white": b" \n\t\r\n", "prose": b"Annual report\n\nNothing with a label here.\n",
        "binary": bytes(range(256)) * 40, "zeros": b"\0" * 5000, "pdf": b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
        "torn UTF-16": b"\xff\xfeK\0e\0n\0y",
    }
    wrong = []
    for name, data in pages.items():
        page = terminal.page("odd", data)
        done = terminal.run("read", page)
        complaint = done.complains(1, "odd")
        if complaint or len(done.lines()) != 1 or "unread_share" not in done.lines()[0]:
            wrong.append(f"{name}: {complaint or done}")
    return wrong


def a_line_of_200_megabytes_is_a_sentence(terminal):
    wrong = []
    for name, piece in {"letters": b"a", "words": b"Kenya in May 2012 ", "tags": b"<b>", "labels": b"Objective: "}.items():
        page = terminal.page("long", piece * (HUGE // len(piece)))
        wrong += [f"{name}: {complaint}"] if (complaint := terminal.run("read", page).complains(1, "long")) else []
    page.unlink()
    return wrong


def what_is_no_file_is_exit_3(terminal):
    wrong = [terminal.run("read", terminal.folder / "nowhere").complains(3, "nowhere"),
             terminal.run("read", terminal.folder).complains(3, terminal.folder)]
    page = terminal.page("secret.txt")
    page.chmod(0o000)
    wrong.append(terminal.run("read", page, user=NOBODY if os.geteuid() == 0 else None).complains(3, "secret.txt"))
    page.unlink()
    return [one for one in wrong if one]


def the_other_files_are_still_read_and_the_highest_code_wins(terminal):
    good, bad, missing = terminal.page("good.txt"), terminal.page("bad.txt", "nothing"), terminal.folder / "missing.txt"
    wrong = []
    for files, status in (((good, good), 0), ((bad, good), 1), ((missing, bad, good), 3), ((good, missing), 3)):
        done = terminal.run("read", *files)
        entries = [line for line in done.lines() if line.get("heading")]
        if done.status != status or len(entries) != 2 * files.count(good):
            wrong.append(f"{[file.name for file in files]}: {done}")
    return wrong


def a_reader_that_goes_away_is_no_failure_of_ours(terminal):
    page = terminal.page("many.txt", PAGE * 300)
    done = terminal.run("-c", f"'{terminal.program}' read '{page}' | head -n 1; echo ${{PIPESTATUS[0]}} >&2",
                        executable="/bin/bash")
    return None if len(done.out.splitlines()) == 1 and "Sanitizer" not in done.err else str(done)


def a_full_output_is_exit_3(terminal):
    done = terminal.run("-c", f"'{terminal.program}' read '{terminal.page('page.txt')}' >/dev/full", executable="/bin/bash")
    return done.complains(3)
