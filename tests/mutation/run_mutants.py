"""Drops one thing at a time from the detectors and sees whether the rules' own examples notice.

Usage: run_mutants.py BUILD_FOLDER LIBPIDUN.A [WORD]  (WORD: only the mutants whose name holds it)
Each mutant of mutants.py is compiled from a changed copy of its files, linked before the library, and asked for the
account of the built-in examples. It is caught in a rule when an example of that rule fails. Fails when fewer than 95 in
100 are caught, when a change does not apply any more, or when the unchanged library does not pass.
"""
import concurrent.futures
import json
import pathlib
import re
import shlex
import subprocess
import sys

from mutants import MUTANTS

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
LIB = ROOT / "lib"
PACKAGES = ["libhs", "libhwy", "re2", "simdjson", "libsodium", "libutf8proc", "icu-uc"]
AT_LEAST = 95


class Builder:
    def __init__(self, build, archive):
        self.archive, self.folder = archive, build / "mutants"
        listed = json.loads((build / "compile_commands.json").read_text())
        self.commands = {pathlib.Path(one["file"]): (shlex.split(one["command"]), one["directory"]) for one in listed
                         if "pidun_objects" in one["command"]}
        self.libraries = shlex.split(subprocess.check_output(["pkg-config", "--libs", *PACKAGES], text=True))
        self.includes = {path: re.findall(r'#include "([^"]+)"', path.read_text()) for path in LIB.rglob("*") if
                         path.suffix in (".h", ".cpp")}

    def units_of(self, changed):
        """The .cpp files under detect/ that a change of these files reaches."""
        reached = {LIB / name for name in changed}
        while True:
            names = {str(path.relative_to(LIB)) for path in reached}
            more = {path for path, included in self.includes.items() if names & set(included)} - reached
            if not more:
                return sorted(path for path in reached if path.suffix == ".cpp" and path.parent.name in ("detect", "checks"))
            reached |= more

    def change(self, folder, edits):
        texts = {}
        for name, old, new in edits:
            text = texts.get(name) or (LIB / name).read_text()
            if text.count(old) < 1:
                raise SystemExit(f"{folder.name}: does not stand in lib/{name} any more: {old}")
            texts[name] = text.replace(old, new)
        for name, text in texts.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.is_file() or path.read_text() != text:
                path.write_text(text)
        return texts

    def compile(self, source, replaced, folder):
        command, directory = self.commands[source]
        target = folder / (str(source.relative_to(LIB)).replace("/", "_") + ".o")
        at = folder / source.relative_to(LIB) if replaced else source
        command = [part for part in command if part not in ("-Werror", str(source))]
        command[command.index("-o") + 1] = str(target)
        command[command.index("-c") + 1:] = [str(at)]
        command += [f"-I{folder}", "-w", "-O0"]
        first = next(i for i, part in enumerate(command) if part.startswith("-I"))
        command.insert(first, command.pop(command.index(f"-I{folder}")))
        subprocess.run(command, cwd=directory, check=True)
        return target

    def account(self, name, edits):
        """The rules of which an example fails, and how many examples were run."""
        folder = self.folder / re.sub(r"\W+", "_", name)
        folder.mkdir(parents=True, exist_ok=True)
        texts = self.change(folder, edits)
        objects = [self.compile(source, str(source.relative_to(LIB)) in texts, folder) for source in self.units_of(texts)]
        program = folder / "check_rules"
        subprocess.run(["cc", "-c", str(HERE / "check_rules.c"), f"-I{ROOT / 'include'}", "-o", str(folder / "main.o")], check=True)
        subprocess.run(["c++", str(folder / "main.o"), *map(str, objects), str(self.archive), *self.libraries, "-pthread", "-o",
                        str(program)], check=True)
        said = json.loads(subprocess.run([str(program)], check=True, capture_output=True, text=True).stdout)
        return {failure["rule"] for failure in said["failures"]}, said["examples"]


def tell(builder, name, mutant):
    failing = builder.account(name, mutant[0])[0]
    for rule in mutant[1]:
        if rule not in failing:
            print(f"not caught: {rule}: {name}", flush=True)
    return failing


def main():
    builder = Builder(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve())
    wanted = {name: mutant for name, mutant in MUTANTS.items() if len(sys.argv) < 4 or sys.argv[3] in name}
    failing, examples = builder.account("nothing changed", [])
    if failing or examples < 500:
        raise SystemExit(f"unchanged, {examples} examples, failing in {sorted(failing)}")
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        told = dict(zip(wanted, pool.map(lambda name: tell(builder, name, wanted[name]), wanted)))
    pairs = [(rule, name) for name, (_, rules) in wanted.items() for rule in rules]
    missed = [rule for rule, name in pairs if rule not in told[name]]
    print(f"{len(pairs) - len(missed)} of {len(pairs)} mutants caught by the rules' own examples")
    sys.exit((len(pairs) - len(missed)) * 100 < len(pairs) * AT_LEAST)


if __name__ == "__main__":
    main()
