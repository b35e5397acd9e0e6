# SPDX-License-Identifier: EUPL-1.2
"""importing — `import`: what it counts, what it keeps, and what it leaves when it cannot."""
import os
import subprocess

from terminal import NOBODY, PAGE, demo

from harness import Skip

MALI = PAGE[PAGE.index("Mali: "):]


def _counts(done):
    report = done.json()
    assert list(report) == ["files", "entries", "created", "updated", "unchanged", "refused", "warnings"], report
    assert report["entries"] == sum(report[name] for name in ("created", "updated", "unchanged", "refused")), report
    return [report[name] for name in ("entries", "created", "updated", "unchanged", "refused")]


def _import(terminal, db, *files):
    return terminal.run("import", "--format", "json", *files, db=db)


def a_page_is_created_once_and_then_unchanged(terminal):
    db, page = terminal.new_db(), terminal.page("page.txt")
    first, before = _import(terminal, db, page), terminal.export(db)
    again = _import(terminal, db, page)
    good = _counts(first) == [2, 2, 0, 0, 0] and _counts(again) == [2, 0, 0, 2, 0] and first.status == again.status == 0
    return None if good and terminal.export(db) == before else f"{first}; {again}"


def the_demo_portfolio_is_created_once_and_then_unchanged(terminal):
    db = terminal.new_db()
    first, again = _import(terminal, db, *demo()), _import(terminal, db, *demo())
    entries = _counts(first)[0]
    good = entries >= 36 and _counts(first)[1] == entries and _counts(again) == [entries, 0, 0, entries, 0]
    return None if good else f"{first}; {again}"


def a_changed_entry_is_updated_and_the_others_are_not(terminal):
    db = terminal.filled_db()
    done = _import(terminal, db, terminal.page("page.txt", PAGE.replace("in Nairobi in May 2012", "in Mombasa in June 2012")))
    mali, kenya = sorted(terminal.export(db).splitlines(), key=lambda line: "Kenya" in line)
    return None if _counts(done) == [2, 0, 1, 1, 0] and "Mombasa" in kenya and "Bamako" in mali else str(done)


def facts_are_pending_until_they_are_accepted(terminal):
    pending, accepted = terminal.filled_db(), terminal.filled_db(PAGE, "--accept")
    good = all('"review":"pending"' in line for line in terminal.export(pending).splitlines())
    return None if good and '"review":"pending"' not in terminal.export(accepted) else terminal.export(accepted)[:300]


def a_page_under_another_name_is_the_same_page(terminal):
    db = terminal.filled_db()
    done = _import(terminal, db, terminal.page("copy.txt"))
    return None if _counts(done) == [2, 0, 0, 2, 0] and len(terminal.export(db).splitlines()) == 2 else str(done)


def a_page_that_tells_an_action_twice_is_not_taken_twice(terminal):
    db = terminal.new_db()
    done = _import(terminal, db, terminal.page("twice.txt", PAGE + "\n" + MALI))
    # Whole or not at all: either nothing is kept, or each entry is accounted for and the action is there once.
    kept = len(terminal.export(db).splitlines())
    counts = _counts(done)
    good = (kept == 0 and done.status == 1 and counts[1] == 0) or (kept == counts[1] == 2 and counts[0] == 3)
    return None if good else f"{kept} kept: {done}"


def a_file_without_an_entry_leaves_the_register_as_it_was(terminal):
    db, wrong = terminal.filled_db(), []
    before = terminal.export(db)
    for name, data in {"empty": b"", "prose": b"Nothing here.\n", "binary": bytes(range(256)) * 99}.items():
        complaint = terminal.run("import", terminal.page("odd", data), db=db).complains(1, "odd")
        wrong += [f"{name}: {complaint}"] if complaint else []
    return wrong or (None if terminal.export(db) == before else "the export changed")


def a_line_of_200_megabytes_leaves_nothing(terminal):
    db, page = terminal.new_db(), terminal.page("long", b"Objective: a " * (200 * 1024 * 1024 // 13))
    complaint = terminal.run("import", page, db=db).complains(1, "long")
    page.unlink()
    return complaint or terminal.export(db) or (None if db.stat().st_size < 4_000_000 else f"{db.stat().st_size} bytes")


def the_other_files_are_still_imported_and_the_highest_code_wins(terminal):
    db = terminal.new_db()
    done = _import(terminal, db, terminal.folder / "missing.txt", terminal.page("bad.txt", "x"), terminal.page("good.txt"))
    return None if done.status == 3 and _counts(done)[:2] == [2, 2] and "missing.txt" in done.err else str(done)


def standard_input_is_a_page_too(terminal):
    done = terminal.run("import", "--format", "json", "-", db=terminal.new_db(), input=PAGE.encode())
    return None if done.status == 0 and _counts(done)[1] == 2 else str(done)


def a_folder_that_may_not_be_written_is_exit_3(terminal):
    folder = terminal.folder / "read-only"
    folder.mkdir()
    folder.chmod(0o555)
    user = NOBODY if os.geteuid() == 0 else None
    return terminal.run("import", terminal.page("page.txt"), db=folder / "a.db", user=user).complains(3, folder / "a.db")


def a_database_that_may_not_be_written_is_exit_3_and_can_be_read(terminal):
    folder = terminal.folder / "kept"
    folder.mkdir()
    db, user = folder / "a.db", NOBODY if os.geteuid() == 0 else None
    assert terminal.run("import", "--quiet", terminal.page("page.txt"), db=db).status == 0
    db.chmod(0o444)
    folder.chmod(0o555)
    changed = terminal.page("page.txt", PAGE.replace("Nairobi", "Mombasa"))
    wrong = terminal.run("import", changed, db=db, user=user).complains(3, db)
    read = terminal.run("export", db=db, user=user)
    folder.chmod(0o755)
    return wrong or (None if read.status == 0 and len(read.out.splitlines()) == 2 else f"export: {read}")


def a_full_disk_is_exit_3_and_loses_nothing(terminal):
    """On a file system of a few hundred kilobytes, which only root can make."""
    disk, calm = terminal.folder / "disk", terminal.new_db()
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=640k", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        raise Skip("a small disk can be made by root only, where mount is allowed")
    try:
        db, whole = disk / "a.db", [0]
        for page in demo():
            terminal.run("import", "--quiet", page, db=calm)
            whole.append(len(terminal.export(calm).splitlines()))
        wrong = terminal.run("import", "--quiet", *demo(), db=db).complains(3, db)
        kept = subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], capture_output=True, check=False)
        assert kept.returncode == 0, kept
        left = len(terminal.export(db).splitlines()) if db.exists() and db.stat().st_size else 0
        again = terminal.run("import", "--quiet", *demo(), db=db)
        checked = terminal.run("doctor", db=db)
    finally:
        subprocess.run(["umount", str(disk)], check=False)
    good = left in whole[:-1] and again.status == 0 and checked.status == 0
    return wrong or (None if good else f"{left} actions were kept, not one of {whole}; then {again}; doctor: {checked}")


def a_full_disk_leaves_no_half_export(terminal):
    db, disk = terminal.new_db(), terminal.folder / "small"
    disk.mkdir()
    assert terminal.run("import", "--quiet", *demo(), db=db).status == 0
    mount = ["mount", "-t", "tmpfs", "-o", "size=32k", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        raise Skip("a small disk can be made by root only, where mount is allowed")
    try:
        (disk / "a.jsonl").write_text("kept\n")
        done = terminal.run("export", "--out", disk / "a.jsonl", db=db)
        left = {path.name: path.stat().st_size for path in disk.iterdir()}
        kept = (disk / "a.jsonl").read_text() if (disk / "a.jsonl").exists() else ""
    finally:
        subprocess.run(["umount", str(disk)], check=False)
    return done.complains(3, "a.jsonl") or (None if kept == "kept\n" and len(left) == 1 else f"left {left}")


def two_imports_at_once_both_end_well(terminal):
    db, wrong = terminal.new_db(), []
    pages = [terminal.page(f"page-{n}.txt", PAGE.replace("Kenya: ", f"Kenya {'I' * (n + 1)}: ")) for n in range(2)]
    running = [subprocess.Popen([terminal.program, "--db", str(db), "import", "--quiet", str(page)], stdout=subprocess.DEVNULL,
                                stderr=subprocess.PIPE) for page in pages]
    for one in running:
        _, said = one.communicate(timeout=120)
        wrong += [said.decode()] if one.returncode != 0 else []
    return wrong or (None if terminal.run("doctor", db=db).status == 0 else "doctor finds something")
