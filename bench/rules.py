#!/usr/bin/env python3
"""What a company's rules cost: opening them cold and from the cache, and scanning with them where they do not match.

usage: rules.py [--build FOLDER] [--count N] [--mix LETTERS] [--rounds N] FILE...

Makes rules with a fixed seed, a fifth each of: l ASCII literals, z hanzi literals, p regexes behind an ASCII word,
h regexes behind hanzi, i caseless regexes. Each has an example that holds. Prints what bench_rules measures.
"""
import argparse
import pathlib
import random
import string
import subprocess
import tempfile

HANZI = "工号客户编档案合同项目密级内部资产财务库存采购批"
DIGITS = "0123456789"


def some(rng, alphabet, count):
    return "".join(rng.choice(alphabet) for _ in range(count))


def make(rng, sort):
    """A shape, a pattern, whether case matters, and a text that it finds."""
    digits = rng.randint(3, 8)
    numbers = some(rng, DIGITS, digits)
    if sort == "l":
        text = rng.choice(["PRJ-", "db-", "host-", "secret_", "Project ", "key/"]) + some(rng, string.ascii_lowercase, rng.randint(4, 8))
        return "literal", text, rng.random() < 0.5, text
    if sort == "z":
        text = some(rng, HANZI, rng.randint(3, 6))
        return "literal", text, False, text
    if sort == "p":
        word = some(rng, string.ascii_uppercase, rng.randint(3, 5))
        joint, joined = rng.choice([("-", "-"), ("", ""), ("_", "_"), ("[-_]?", "-")])
        middle, between = rng.choice([("[A-Z]{2}", "QX"), ("[0-9a-f]{4}", "0a1f"), ("", "")])
        return "regex", rf"\b{word}{joint}{middle}\d{{{digits}}}\b", False, word + joined + between + numbers
    if sort == "h":
        word = some(rng, HANZI, rng.randint(2, 4))
        joint, joined = rng.choice([("[:：]?", "："), (r"[:：]\s{0,3}", ": "), ("", "")])
        middle, between = rng.choice([("[一-龥]{2}", "张三"), ("[A-Z]{1,3}", "B"), ("", "")])
        return "regex", f"{word}{joint}{middle}[0-9]{{{digits}}}", False, word + joined + between + numbers
    word = some(rng, string.ascii_lowercase, rng.randint(4, 7))
    name, named = rng.choice([("[ _-]?no", "_no"), ("[ _-]?id", "id"), ("", "")])
    sign, signed = rng.choice([(r"[:=]\s{0,2}", "= "), ("=", "="), (":", ":")])
    return "regex", rf"(?i){word}{name}{sign}[a-z]{{1,2}}\d{{{digits}}}", False, word.upper() + named + signed + "k" + numbers


def rules(count, mix):
    rng = random.Random(3)
    seen, out = set(), ['[[kind]]\nnumber = 40000\nname = "bench"\n']
    while len(seen) < count:
        shape, pattern, caseless, text = make(rng, mix[len(seen) % len(mix)])
        if pattern in seen:
            continue
        seen.add(pattern)
        out.append(f"[[rule]]\nid = \"bench_{len(seen)}\"\nkind = \"bench\"\nshape = \"{shape}\"\npattern = '{pattern}'\n"
                   + ("caseless = true\n" if caseless else "") + f"[[rule.match]]\ntext = '{text}'\nfind = '{text}'\n")
    return "\n".join(out)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=pathlib.Path("build/release"))
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--mix", default="lzphi")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("files", nargs="+")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "rules.toml"
        path.write_text(rules(given.count, given.mix), encoding="utf-8")
        cache = pathlib.Path(folder) / "cache"
        subprocess.run([given.build / "bin" / "bench_rules", path, cache, str(given.rounds), *given.files], check=True)


if __name__ == "__main__":
    main()
