"""Run a program from a small process and write what it cost: `_spawned.py FILE COMMAND …`.

A process begins with the peak of memory of the one that started it, so whoever holds
results of its own starts the next program from here.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path


def main() -> int:
    out, *command = sys.argv[1:]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    cost = {
        "seconds": time.perf_counter() - start,
        "cpu_s": usage.ru_utime + usage.ru_stime,
        "peak_mb": usage.ru_maxrss / 1e3,
    }
    Path(out).write_text(json.dumps(cost), encoding="utf-8")
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main())
