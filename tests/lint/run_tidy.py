"""clang-tidy over every source file of lib/ that the given build folder compiles, two at a time.

A file that passed is not looked at again until it, a header it includes, its command or .clang-tidy changes: the
pass is remembered by a hash of all of these, for every copy of the tree, in $XDG_CACHE_HOME/pidun-tidy (~/.cache),
as ccache does. Passes that nobody asked for in a month are forgotten. Usage: run_tidy.py BUILD [JOBS]"""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile
import time
import tree

TIDY = "clang-tidy"
MONTH = 30 * 24 * 3600


def cache_folder():
    folder = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "pidun-tidy"
    folder.mkdir(parents=True, exist_ok=True)
    for passed in folder.iterdir():
        if time.time() - passed.stat().st_mtime > MONTH:
            passed.unlink(missing_ok=True)
    return folder


def commands(build):
    entries = json.loads((build / "compile_commands.json").read_text())
    lib = str(tree.ROOT / "lib") + "/"
    return {entry["file"]: entry for entry in entries if entry["file"].startswith(lib)}


def arguments(entry):
    """The compiler's arguments without the compiler, its launcher and the output."""
    words = shlex.split(entry["command"])
    while words and not words[0].startswith("-"):
        words.pop(0)
    return words[:words.index("-o")] if "-o" in words else words


def key(entry, version):
    """Hash of everything the verdict depends on but system headers; None if the file does not preprocess."""
    listing = subprocess.run(["clang++", *arguments(entry), "-MM", "-w", entry["file"]], cwd=entry["directory"],
                             capture_output=True, text=True, check=False)
    if listing.returncode:
        return None
    # Wherever the tree lies.
    digest = hashlib.sha256((version + entry["command"].replace(str(tree.ROOT), "")).encode())
    digest.update((tree.ROOT / ".clang-tidy").read_bytes())
    for name in listing.stdout.replace("\\\n", " ").split()[1:]:
        digest.update(name.replace(str(tree.ROOT), "").encode() + (pathlib.Path(entry["directory"]) / name).read_bytes())
    return digest.hexdigest()


def one(entry, build, passed, version):
    """(file, what clang-tidy said, or None if it passed; whether it passed before)."""
    name = key(entry, version)
    if name and (passed / name).exists():
        (passed / name).touch()
        return entry["file"], None, True
    result = subprocess.run([TIDY, "--quiet", "-p", str(build), "--extra-arg=-Wno-unknown-warning-option", entry["file"]], capture_output=True, text=True,
                            check=False)
    if result.returncode:
        return entry["file"], result.stdout + result.stderr, False
    if name:
        (passed / name).touch()
    return entry["file"], None, False


def prove_it_can_fail():
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "fault.cpp"
        source.write_text("int fault() {\n  int* gone = new int(1);\n  delete gone;\n  return *gone;\n}\n")
        command = [TIDY, "--quiet", f"--config-file={tree.ROOT / '.clang-tidy'}", str(source), "--", "-std=c++20"]
        if subprocess.run(command, capture_output=True, check=False).returncode == 0:
            sys.exit("tidy: self-test: a plain fault was not refused")


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    jobs = int(sys.argv[2]) if len(sys.argv) > 2 else 2
    prove_it_can_fail()
    version = subprocess.run([TIDY, "--version"], capture_output=True, text=True, check=True).stdout
    passed = cache_folder()
    entries = commands(build)
    if not entries:
        sys.exit(f"tidy: {build}/compile_commands.json names no file of lib/")
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        results = list(pool.map(lambda entry: one(entry, build, passed, version), entries.values()))
    failed = [said for _, said, _ in results if said]
    print("\n".join(failed))
    remembered = sum(before for _, _, before in results)
    print(f"tidy: {len(results)} files ({remembered} unchanged since they passed), {len(failed)} refused")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
