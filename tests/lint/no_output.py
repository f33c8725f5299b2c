"""The library neither prints nor ends the process: nothing in lib/ may write what it scanned anywhere."""
import re
import tree

NAMES = ["printf", "fprintf", "vprintf", "vfprintf", "puts", "fputs", "putchar", "perror", "syslog", "abort", "exit",
         "_exit", "_Exit", "quick_exit", "terminate", "assert", "dprintf"]
CALL = re.compile(r"(?<![\w.>])(?:std\s*::\s*)?(" + "|".join(NAMES) + r")\s*\(")
STREAM = re.compile(r"\b(?:std\s*::\s*)?(cout|cerr|clog)\b|\bfmt\s*::\s*print\w*|#\s*include\s*<(iostream|cassert|assert\.h)>")


def check(files):
    complaints = []
    for path, text in files:
        code = tree.without_comments(text)
        for pattern in (CALL, STREAM):
            for match in pattern.finditer(code):
                line = code.count("\n", 0, match.start()) + 1
                complaints.append(f"{path}:{line}: {match.group(0).strip()} in the library")
    return complaints


GOOD = [("lib/a.cpp", '// printf("x")\nauto s = "exit(1)"; std::snprintf(b, n, "x"); static_assert(true); on_exit_(x);\n')]
BAD = [("lib/a.cpp", text) for text in (
    'printf("%s", p);\n', 'std::printf ("x");\n', "std::cerr << value;\n", 'fmt::print("x");\n', "abort();\n",
    "std::abort();\n", "  exit(2);\n", "::exit(2);\n", "assert(x);\n", "#include <iostream>\n", "std::terminate();\n",
    'fmt::println("x");\n', 'fprintf(stderr, "x");\n')]

if __name__ == "__main__":
    tree.run("no output", check, tree.code_files("lib"), GOOD, BAD)
