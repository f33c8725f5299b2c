"""A stage of lib/ includes only base/, rules/ and the stages before it; bindings include only <pidun/...>."""
import re
import tree

STAGES = ["base", "text", "structure", "unwrap", "match", "detect", "record", "tally", "policy", "mask", "scan", "api"]
# scan/ fills the very structs of the contract, so that results are handed out without a copy.
PUBLIC = {"scan", "api"}
EVERYWHERE = {"base", "rules"}
GENERATED = {"pidun_tables.h", "pidun_labels.h", "pidun_packs.h", "pidun_policy.h"}
INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]', re.MULTILINE)


def allowed_in_lib(stage, target):
    if target == stage or (target in EVERYWHERE and stage != "base"):
        return True
    if stage == "rules":
        return False
    return target in STAGES and STAGES.index(target) < STAGES.index(stage)


def complaint_of(path, quote, include):
    parts = path.split("/")
    target = include.split("/")[0]
    if parts[0] == "lib":
        stage = parts[1]
        if stage not in STAGES and stage != "rules":
            return f"unknown stage {stage}"
        if target in STAGES or target == "rules":
            return None if allowed_in_lib(stage, target) else f"{stage} comes before {target}"
        if target == "pidun":
            return None if stage in PUBLIC else "only scan/ and api/ know the public header"
        if quote == '"' and include not in GENERATED and "/" not in include:
            return "quoted includes start from lib/"
        return None
    if parts[0] == "bindings" and (target in STAGES or target == "rules" or ".." in include):
        return "bindings know only include/pidun/"
    return None


def check(files):
    complaints = []
    for path, text in files:
        code = tree.without_comments(text)
        for match in INCLUDE.finditer(code):
            reason = complaint_of(path, *match.groups())
            if reason:
                line = code.count("\n", 0, match.start(2)) + 1
                complaints.append(f"{path}:{line}: #include {match.group(2)}: {reason}")
    return complaints


GOOD = [
    ("lib/detect/a.cpp", '#include "match/runs.h"\n#include "rules/model.h"\n#include "base/window.h"\n#include <vector>\n'),
    ("lib/api/a.cpp", '#include "scan/scan.h"\n#include <pidun/pidun.h>\n// #include "nothing.h"\n'),
    ("lib/base/a.cpp", '#include "base/a.h"\n#include "hwy/foreach_target.h"\n'),
    ("bindings/cli/a.cpp", '#include <pidun/pidun.hpp>\n#include "arguments.h"\n'),
]
BAD = [
    ("lib/match/a.cpp", '#include "detect/detect.h"\n'),
    ("lib/base/a.cpp", '#include "rules/model.h"\n'),
    ("lib/rules/a.cpp", '#include "match/runs.h"\n'),
    ("lib/structure/a.cpp", '  # include "scan/scan.h"\n'),
    ("lib/structure/a.cpp", "#include <scan/scan.h>\n"),
    ("lib/detect/a.cpp", "#include <pidun/pidun.h>\n"),
    ("lib/detect/a.cpp", '#include "luhn.h"\n'),
    ("lib/novelty/a.cpp", '#include "base/window.h"\n'),
    ("bindings/cli/a.cpp", '#include "scan/scan.h"\n'),
    ("bindings/cli/a.cpp", '#include "../../lib/scan/scan.h"\n'),
]

if __name__ == "__main__":
    tree.run("include order", check, tree.code_files("lib", "bindings"), GOOD, BAD)
