#!/usr/bin/env python3
"""Run a command beside a throw-away PostgreSQL server: `with_postgres.py make test`.

The server lives in a temporary folder, answers on 127.0.0.1 and on a socket in that
folder, and is gone when the command ends. The command finds its address in
`STILLHERE_TEST_POSTGRES`. Needs the server's programs (Debian: package `postgresql`) and
nothing else of Python. As root, the server runs as another user: it refuses root.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SETTING = "STILLHERE_TEST_POSTGRES"
USER = "tester"
START_S, PAUSE_S = 60.0, 0.05
_DEBIAN = Path("/usr/lib/postgresql")
_ACCESS = f"""\
local all {USER} trust
host  all {USER} 127.0.0.1/32 trust
host  all all    127.0.0.1/32 scram-sha-256
"""
"""No password for the user of the tests; one for every other, to test passwords with."""


def main() -> int:
    if len(sys.argv) < 2:
        print(f"usage: {sys.argv[0]} COMMAND [ARGUMENT ...]", file=sys.stderr)
        return 2
    with server() as address:
        return subprocess.call(["env", f"{SETTING}={address}", *sys.argv[1:]])


@contextmanager
def server() -> Iterator[str]:
    """A running server; gives the address of its first database."""
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="stillhere-postgres-"))
    try:
        identity = _identity(folder)
        _lay_out(programs, folder, identity)
        with _running(programs, folder, identity) as port:
            yield f"postgresql://{USER}@127.0.0.1:{port}/postgres"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    """The folder of the server's programs; the newest where there are several."""
    found = shutil.which("initdb")
    if found is not None:
        return Path(found).resolve().parent
    folders = [path.parent for path in _DEBIAN.glob("*/bin/initdb")]
    if not folders:
        sys.exit("No PostgreSQL server is installed. On Debian: apt install postgresql")
    return max(folders, key=lambda path: float(path.parent.name))


def _identity(folder: Path) -> dict[str, Any]:
    """Who runs the server: whoever runs this, unless that is root."""
    if os.getuid() != 0:
        return {}
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    other = known.get("postgres") or known["nobody"]
    os.chown(folder, other.pw_uid, other.pw_gid)
    return {"user": other.pw_uid, "group": other.pw_gid, "extra_groups": []}


def _lay_out(programs: Path, folder: Path, identity: dict[str, Any]) -> None:
    data = folder / "data"
    settings = ("--encoding=UTF8", "--locale=C", "--auth=trust", "--no-sync")
    done = subprocess.run(
        [programs / "initdb", "-D", data, "-U", USER, *settings],
        **identity,
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        sys.exit(f"The test server could not be made: {done.stderr}")
    (data / "pg_hba.conf").write_text(_ACCESS, encoding="utf-8")


@contextmanager
def _running(programs: Path, folder: Path, identity: dict[str, Any]) -> Iterator[int]:
    port = _free_port()
    settings = (
        "listen_addresses=127.0.0.1",
        f"unix_socket_directories={folder}",
        f"port={port}",
        "max_connections=60",
        "fsync=off",  # what it holds outlives no test
    )
    said = folder / "log"
    with said.open("wb") as log:
        process = subprocess.Popen(
            [
                programs / "postgres",
                *("-D", folder / "data"),
                *(part for setting in settings for part in ("-c", setting)),
            ],
            **identity,
            cwd=folder,
            stdout=log,
            stderr=log,
            start_new_session=True,  # a Ctrl-C is for the command, which ends first
        )
    try:
        _wait(process, port, said)
        yield port
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def _wait(process: subprocess.Popen[bytes], port: int, said: Path) -> None:
    end = time.monotonic() + START_S
    while time.monotonic() < end and process.poll() is None:
        if "ready to accept connections" in said.read_text(errors="replace"):
            return
        time.sleep(PAUSE_S)
    sys.exit(f"The test server did not start on port {port}: {said.read_text()}")


if __name__ == "__main__":
    # A wish to stop ends the command first, then the server.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    sys.exit(main())
