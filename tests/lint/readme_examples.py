"""The examples quoted in the READMEs are the files under examples/, which are compiled and run by the tests.
A block is quoted by the line `<!-- examples/... -->` right above its fence."""
import re
import tree

QUOTE = re.compile(r"<!-- (examples/\S+) -->\n```\w*\n(.*?)\n```", re.DOTALL)
READMES = ["README.md", "README.zh-CN.md"]


def check(files):
    complaints = []
    for path, text in files:
        quotes = QUOTE.findall(text)
        if not quotes:
            complaints.append(f"{path}: quotes no example")
        for example, block in quotes:
            source = tree.ROOT / example
            if not source.is_file():
                complaints.append(f"{path}: {example} does not exist")
            elif source.read_text(encoding="utf-8").strip("\n") != block.strip("\n"):
                complaints.append(f"{path}: the quoted block differs from {example}")
        for link in re.findall(r"\]\(([^)#:]+)\)", text):
            if not (tree.ROOT / link).exists():
                complaints.append(f"{path}: links to {link}, which does not exist")
        if path == "README.md" and text.count("\n") > 150:
            complaints.append(f"{path}: more than 150 lines")
    return complaints


C_EXAMPLE = (tree.ROOT / "examples/c/scan.c").read_text(encoding="utf-8").strip("\n")
GOOD = [("README.md", f"<!-- examples/c/scan.c -->\n```c\n{C_EXAMPLE}\n```\n[a](LICENSE)")]
BAD = [("README.md", f"<!-- examples/c/scan.c -->\n```c\n{C_EXAMPLE}x\n```\n"), ("README.md", "nothing"),
       ("README.md", GOOD[0][1] + "[a](nowhere.md)"), ("README.md", GOOD[0][1] + "\n" * 151)]

if __name__ == "__main__":
    tree.run("README examples", check, [(name, (tree.ROOT / name).read_text(encoding="utf-8")) for name in READMES],
             GOOD, BAD)
