"""A file has at most 300 lines; a longer one is named, one past 400 is refused."""
import sys
import tree

WARN, FAIL = 300, 400
FOLDERS = ["lib", "include", "bindings", "fuzz", "tests"]
# The public header is read from top to bottom as one page and is the contract.
EXEMPT = {"include/pidun/pidun.h"}


def check(files):
    complaints = []
    for path, text in files:
        lines = text.count("\n")
        if path in EXEMPT or lines <= WARN:
            continue
        if lines <= FAIL:
            print(f"{path}: {lines} lines, more than {WARN}: think of parting it", file=sys.stderr)
        else:
            complaints.append(f"{path}: {lines} lines, more than {FAIL}")
    return complaints


if __name__ == "__main__":
    tree.run("file length", check, tree.code_files(*FOLDERS), [("lib/a.cpp", "\n" * WARN)],
             [("lib/a.cpp", "\n" * (FAIL + 1))])
