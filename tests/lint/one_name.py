#!/usr/bin/env python3
"""A type of namespace pidun is defined in one header: two of one name would be one to the linker, whatever they hold."""
import collections
import re
import tree

DEFINED = re.compile(r"^(?:struct|class|enum class) (\w+)(?: final)?(?: : [^;{]*)? \{", re.M)


def check(files):
    places = collections.defaultdict(list)
    for path, text in files:
        for name in DEFINED.findall(text):
            places[name].append(path)
    return [f"{name} is defined in {' and in '.join(paths)}" for name, paths in places.items() if len(paths) > 1]


GOOD = [("lib/a.h", "struct A {\n};\n"), ("lib/b.h", "struct B : A {\n};\nstruct A;\n")]
BAD = [("lib/a.h", "struct A {\n};\nenum class A : int {\n};\n")]

if __name__ == "__main__":
    headers = [(path, text) for path, text in tree.code_files("lib") if path.endswith(".h")]
    tree.run("one name", check, headers, GOOD, BAD)
