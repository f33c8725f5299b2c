"""Completions and the manual page: made from the command line's own definition, complete, and taken by the shells."""
import re
import shutil
import subprocess

from command import Skip, same

SHELLS = ("bash", "zsh", "fish")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


def help_of(c, *command):
    return c.run(*command, "--help").out.decode()


def commands(c, above=()):
    """Every command there is, from the help texts alone."""
    text = help_of(c, *above)
    yield above, text
    listed = text.split("Subcommands:")[1] if "Subcommands:" in text else ""
    for name in re.findall(r"^  ([a-z]+)  ", listed, re.MULTILINE):
        yield from commands(c, (*above, name))


def options(text):
    """The options a help text defines: those at the beginning of its lines."""
    return {name for line in text.splitlines() if line.startswith("  -") for name in OPTION.findall(line.split("  ")[1])}


def need(program):
    if shutil.which(program) is None:
        raise Skip(f"{program} is not installed")


def output_of(*command, **more):
    done = subprocess.run(command, capture_output=True, timeout=60, **more)
    same((command[0], done.returncode, done.stderr.decode()), (command[0], 0, ""))
    return done.stdout.decode()


def bash_words(c, script, *words):
    quoted = " ".join(f"'{word}'" for word in words)
    return set(output_of("bash", "-c", f"source {script}; COMP_WORDS=(pidun {quoted}); COMP_CWORD={len(words)}; _pidun; "
                                       'printf "%s\\n" "${COMPREPLY[@]}"', cwd=c.folder).split())


def case_every_command_and_option_is_in_the_manual_and_the_completions(c):
    found = dict(commands(c))
    for name in ("scan", "explain", "completions", "manual", "key"):
        assert (name,) in found, sorted(found)
    assert ("key", "new") in found and {"--format", "--key-file", "--no-ignore"} <= options(found[("scan",)])
    texts = {shell: c.run("completions", shell).out.decode() for shell in SHELLS}
    manual = c.run("manual").out.decode().replace("\\-", "-")
    same(sum(bool(options(text)) for text in found.values()), len(found))
    for command, text in found.items():
        for name in options(text) | set(command):
            for shell in SHELLS:
                word = f"-l {name[2:]} " if shell == "fish" and name[:2] == "--" else name
                assert word in texts[shell], (command, name, shell)
            assert name in manual, (command, name, "manual")


def case_bash_completes_commands_options_values_and_files(c):
    script = c.write("c.bash", c.run("completions", "bash").out)
    c.write("file one.txt", "")
    same(output_of("bash", "-n", script), "")
    found = dict(commands(c))
    for command, text in found.items():
        same((command, bash_words(c, script, *command, "--")), (command, options(text)))
    same(bash_words(c, script, "s"), {"scan"})
    same(bash_words(c, script, "key", ""), {"new"})
    same(bash_words(c, script, "scan", "--format", ""), {"text", "jsonl", "sarif", "summary"})
    same(bash_words(c, script, "scan", "--format", "=", "su"), {"summary"})
    same(bash_words(c, script, "explain", "--format", ""), {"text", "json"})
    same(bash_words(c, script, "scan", "fil"), {"file", "one.txt"})  # one name, parted at its blank by this test
    same(bash_words(c, script, "scan", "--key-file", "fil"), {"file", "one.txt"})
    same(bash_words(c, script, "scan", "--label", ""), set())


def case_fish_completes_commands_options_and_values(c):
    need("fish")
    script = c.write("c.fish", c.run("completions", "fish").out)
    output_of("fish", "-n", script)
    def words(line):
        out = output_of("fish", "-c", f"source {script}; complete -C '{line}'", cwd=c.folder)
        return {row.split("\t")[0] for row in out.splitlines()}
    c.write("file.txt", "")
    same(words("pidun s"), {"scan"})
    same(words("pidun key "), {"new"})
    same(words("pidun scan --form"), {"--format"})
    same(words("pidun scan --format "), {"text", "jsonl", "sarif", "summary"})
    same(words("pidun scan fil"), {"file.txt"})
    for command, text in commands(c):
        same((command, words(" ".join(("pidun", *command, "--")))), (command, options(text)))


def case_zsh_takes_its_completions(c):
    need("zsh")
    script = c.write("_pidun", c.run("completions", "zsh").out)
    output_of("zsh", "-n", script)
    got = output_of("zsh", "-f", "-c", f"autoload -Uz compinit; compinit -D -u; source {script}; "
                                       "print ${_comps[pidun]}; print -l ${(k)functions[(I)_pidun*]}", cwd=c.folder).split()
    same(got[0], "_pidun")
    same(set(got[1:]), {"_".join(("_pidun", *command)) for command, _ in commands(c)})


def case_an_unknown_shell_is_refused_and_not_repeated(c):
    for args in (["completions"], ["completions", "13912345678"], ["key"], ["key", "new"], ["key", "old"]):
        result = c.run(*args)
        same((args, result.code, result.out), (args, 2, b""))


def case_the_manual_is_sound_roff_in_both_languages(c):
    english, chinese = c.run("manual").out.decode(), c.run("manual", "--lang", "zh").out.decode()
    assert english.startswith(".TH PIDUN 1") and ".SH NAME\npidun \\- " in english and ".SH 命令" in chinese
    for text in (english, chinese):
        lines = text.splitlines()
        requests = {line.split()[0] for line in lines if line.startswith((".", "'"))}
        same(requests, {".TH", ".SH", ".SS", ".TP", ".PP", ".br"})
        assert not re.search(r"\\(?![fe&-])", text) and ".pidun\\-ignore.toml" in text


def case_the_manual_renders_without_a_warning(c):
    need("man")
    path = c.write("pidun.1", c.run("manual").out)
    done = subprocess.run(["man", "--warnings", "-l", path], capture_output=True, timeout=60,
                          env=c.environment(MANWIDTH="100", MANPAGER="cat", TERM="dumb"))
    same((done.returncode, done.stderr.decode()), (0, ""))
    text = done.stdout.decode()
    assert "pidun scan [option ...] [PATH ...]" in text and "--key-file FILE" in text, text[:2000]
