#!/usr/bin/env python3
"""The command's tests: python3 run_cli_tests.py PATH_OF_PIDUN [NAME_PART…]

Every function case_* of the cases_*.py files beside this one is a case; its name states the promise.
All values in them are synthetic. Prints "N passed, N failed" and exits non-zero on failure."""
import os
import shutil
import signal
import sys
import tempfile
import time
import traceback

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import cases_bad_input
import cases_columns
import cases_count
import cases_explain
import cases_help
import cases_join
import cases_marks
import cases_order
import cases_patterns
import cases_sarif
import cases_scan
from command import Command, Skip


SECONDS_A_CASE = 180


def out_of_time(*_):
    raise TimeoutError(f"the case took more than {SECONDS_A_CASE} s")


def cases(parts):
    for module in (cases_scan, cases_order, cases_bad_input, cases_explain, cases_patterns, cases_marks, cases_sarif,
                   cases_columns, cases_count, cases_join, cases_help):
        for name, function in list(vars(module).items()):
            if name.startswith("case_") and (not parts or any(part in name for part in parts)):
                yield name[len("case_"):], function


def run_case(pidun, function):
    """None if the case holds, else what went wrong; Skip passes through."""
    folder = tempfile.mkdtemp(prefix="pidun-cli-")
    signal.alarm(SECONDS_A_CASE)
    try:
        function(Command(pidun, folder))
        return None
    except Skip:
        raise
    except Exception:
        return traceback.format_exc()
    finally:
        signal.alarm(0)
        shutil.rmtree(folder, ignore_errors=True)


def main():
    if len(sys.argv) < 2 or not os.access(sys.argv[1], os.X_OK):
        print("usage: run_cli_tests.py PATH_OF_PIDUN [NAME_PART…]", file=sys.stderr)
        return 2
    signal.signal(signal.SIGALRM, out_of_time)
    pidun = os.path.abspath(sys.argv[1])
    passed = failed = skipped = 0
    for name, function in cases(sys.argv[2:]):
        start = time.monotonic()
        try:
            wrong = run_case(pidun, function)
        except Skip as reason:
            skipped += 1
            print(f"skip  {name}: {reason}")
            continue
        seconds = time.monotonic() - start
        if wrong is None:
            passed += 1
            print(f"ok    {name}" + (f"  ({seconds:.1f} s)" if seconds > 1 else ""))
        else:
            failed += 1
            print(f"FAIL  {name}\n{wrong}")
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
