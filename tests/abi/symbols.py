"""What libpidun.so exports is exactly the functions of pidun.h, and what it needs is exactly needed.txt.

Usage: symbols.py LIBRARY HEADER NEEDED.TXT. Proves first that it would notice a difference."""
import pathlib
import re
import subprocess
import sys

FUNCTION = re.compile(r"^PIDUN_API\b[^;(]*?\b(pidun_\w+)\s*\(", re.MULTILINE)


def declared(header):
    return set(FUNCTION.findall(re.sub(r"/\*.*?\*/", "", header, flags=re.DOTALL)))


def exported(listing):
    """Names in the output of nm -D --defined-only; the version node itself (type A) is no symbol."""
    rows = [line.split() for line in listing.splitlines()]
    return {row[-1].split("@")[0] for row in rows if len(row) >= 3 and row[-2] != "A"}


def needed(listing):
    return set(re.findall(r"\(NEEDED\).*\[(.+?)\]", listing))


def wanted(text):
    lines = (line.split("#")[0].strip() for line in text.splitlines())
    return {line for line in lines if line}


def difference(what, have, want):
    return [f"{what}: {name} is there and should not be" for name in sorted(have - want)] + \
           [f"{what}: {name} is missing" for name in sorted(want - have)]


def prove_it_can_fail():
    header = "/* PIDUN_API int pidun_c(void); */\nPIDUN_API int pidun_a(void);\nPIDUN_API const char* pidun_b(int a,\n int b);"
    listing = "0000000000001139 T pidun_a@@PIDUN_0\n0000000000001140 T pidun_b@@PIDUN_0\n0000000000000000 A PIDUN_0@@PIDUN_0\n"
    assert declared(header) == {"pidun_a", "pidun_b"}, declared(header)
    assert not difference("", exported(listing), declared(header))
    assert difference("", exported(listing + "0000000000001150 W _ZN3foo3barEv\n"), declared(header))
    assert difference("", exported(listing.splitlines()[0]), declared(header))
    assert difference("", needed(" 0x01 (NEEDED)  Shared library: [libx.so.1]"), wanted("# none\n"))


def output_of(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main():
    prove_it_can_fail()
    library, header, list_file = sys.argv[1:]
    have = exported(output_of("nm", "-D", "--defined-only", library))
    want = declared(pathlib.Path(header).read_text(encoding="utf-8"))
    complaints = difference("exported", have, want)
    complaints += [f"exported: {name} does not begin with pidun_" for name in have if not name.startswith("pidun_")]
    needs = needed(output_of("readelf", "-d", library))
    complaints += difference("needed", needs, wanted(pathlib.Path(list_file).read_text(encoding="utf-8")))
    if not want or not needs:
        complaints.append("nothing was compared")
    print("\n".join(complaints) or f"{len(have)} functions exported, {len(needs)} libraries needed: as listed")
    sys.exit(1 if complaints else 0)


if __name__ == "__main__":
    main()
