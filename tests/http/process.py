# SPDX-License-Identifier: EUPL-1.2
"""process — the server as a program: where it cannot start, and how it ends. Runs last: it stops the server."""
import os
import time


def a_busy_port_is_a_sentence_and_exit_3(portal):
    done = portal.command("serve", "--listen", f"127.0.0.1:{portal.port}")
    words = done.stderr.decode()
    return None if done.returncode == 3 and str(portal.port) in words else f"{done.returncode} {words}"


def a_wrong_address_is_exit_2_or_3(portal):
    return [address for address in ("127.0.0.1", "127.0.0.1:99999", "nowhere.invalid:80", ":", "127.0.0.1:x")
            if portal.command("serve", "--listen", address).returncode not in (2, 3)]


def a_worker_that_is_killed_is_replaced(portal):
    listed = os.popen(f"ps -o pid= --ppid {portal.server.pid}").read().split()
    if not listed:
        return "no worker found"
    os.kill(int(listed[0]), 9)
    time.sleep(1)
    again = os.popen(f"ps -o pid= --ppid {portal.server.pid}").read().split()
    good = len(again) == len(listed) and listed[0] not in again and portal.get("/en/").status == 200
    return None if good else f"workers {listed}, then {again}"


def the_server_is_told_to_stop_and_ends_with_0(portal):
    begin = time.monotonic()
    status = portal.stop()
    took = time.monotonic() - begin
    return None if status == 0 and took < 10 else f"status {status} after {took:.1f} s"


def nothing_was_left_that_doctor_minds(portal):
    done = portal.command("doctor")
    return None if done.returncode == 0 else done.stdout.decode()
