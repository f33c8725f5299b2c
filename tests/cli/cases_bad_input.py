"""scan on inputs and outputs that misbehave: a clear message, the right exit code, everything else still done."""
import os
import random
import resource
import subprocess
import time

from command import MIB, PHONE, Skip, phone_rows, same

LINE = f"手机：{PHONE}\n"


def gaps(result):
    return [(gap["path"], gap["reason"]) for gap in result.json_lines()[1]["incomplete"]]


def case_usage_errors_exit_2_and_repeat_no_value(c):
    table = ([], ["nonsense"], [PHONE], ["scan", "--no-such-option"], ["scan", "--format", "xml"], ["explain"],
             ["scan", "--threads", "x"], ["scan", "--min-confidence", "0"], ["scan", "--min-confidence", "101"],
             ["scan", "--lang", "fr"], ["explain", "1", PHONE], ["explain", "1", f"--x{PHONE}"],
             ["explain", "1", "--format", PHONE], ["scan", "--max-bytes", "-1"], ["scan", "--max-bytes", "1Q"],
             ["scan", "--max-findings", "-1"], ["scan", "--deadline-ms", "-1"], ["scan", "--deadline-ms", "99999999999"], ["scan", "--color", "blue"])
    for args in table:
        result = c.run(*args)  # run() itself looks for the canary in stderr
        same((args, result.code, result.out), (args, 2, b""))
        assert result.err.startswith("pidun: "), result.err


def case_a_missing_file_exits_2_and_is_named(c):
    result = c.run("scan", "no-such-file")
    same((result.code, result.out), (2, b""))
    assert "no-such-file" in result.err and "No such file" in result.err
    result = c.run("scan", "--format", "summary", "no-such-file")
    same((result.code, gaps(result)), (2, [("no-such-file", "unreadable")]))


def case_one_missing_file_is_incomplete_and_the_others_are_done(c):
    c.write("good.txt", LINE)
    c.write("clean.txt", "words\n")
    result = c.run("scan", "--format", "jsonl", "missing", "good.txt", "clean.txt/below")
    same((result.code, len(result.json_lines()[0])), (1, 1))
    same(gaps(result), [("missing", "unreadable"), ("clean.txt/below", "unreadable")])
    same(c.run("scan", "missing", "clean.txt").code, 3)


def case_a_read_error_is_unreadable(c):
    if not os.path.exists("/proc/self/mem"):
        raise Skip("no /proc/self/mem to get a read error from")
    c.write("clean.txt", "words\n")
    result = c.run("scan", "--format", "summary", "/proc/self/mem", "clean.txt")
    same((result.code, gaps(result)), (3, [("/proc/self/mem", "unreadable")]))
    same(c.run("scan", "/proc/self/mem").code, 2)


def case_loops_and_dangling_links_are_reported_and_walks_end(c):
    c.write("tree/good.txt", LINE)
    os.makedirs(c.path("tree/sub"))
    os.symlink("..", c.path("tree/sub/up"))
    os.symlink("nowhere", c.path("tree/dangling"))
    os.symlink("ring-b", c.path("tree/ring-a"))
    os.symlink("ring-a", c.path("tree/ring-b"))
    result = c.run("scan", "--format", "jsonl", "tree")
    same((result.code, len(result.json_lines()[0])), (1, 1))
    same(gaps(result), [(f"tree/{name}", "unreadable") for name in ("dangling", "ring-a", "ring-b")])
    assert "1 links to directories" in result.err and "symbolic links" in result.err, result.err
    same(c.run("scan", "tree/ring-a").code, 2)
    same(c.run("scan", "tree/sub").code, 0)


def case_links_to_files_are_read_and_special_files_left_out(c):
    c.write("elsewhere/real.txt", LINE)
    os.makedirs(c.path("tree"))
    os.symlink("../elsewhere/real.txt", c.path("tree/link"))
    os.mkfifo(c.path("tree/pipe"))
    result = c.run("scan", "--format", "jsonl", "tree")
    same([f["path"] for f in result.json_lines()[0]], ["tree/link"])
    assert "1 entries" in result.err, result.err


def case_an_unreadable_directory_is_reported(c):
    c.write("tree/closed/x.txt", LINE)
    c.write("tree/open.txt", LINE)
    os.chmod(c.path("tree/closed"), 0)
    try:
        if os.access(c.path("tree/closed"), os.R_OK):
            raise Skip("running as a user who may read everything")
        result = c.run("scan", "--format", "jsonl", "tree")
        same((result.code, gaps(result)), (1, [("tree/closed", "unreadable")]))
    finally:
        os.chmod(c.path("tree/closed"), 0o755)


def case_a_file_that_vanishes_before_its_turn_is_reported(c):
    os.mkfifo(c.path("slow"))
    gone = c.write("gone.txt", LINE)
    c.write("last.txt", LINE)
    process = c.start("scan", "--format", "jsonl", "--threads", "1", "slow", "gone.txt", "last.txt")
    with open(c.path("slow"), "wb") as pipe:  # opens once the command has the pipe open
        os.unlink(gone)
        pipe.write(b"words\n")
    out, err = process.communicate(timeout=30)
    assert process.returncode == 1 and b'"path":"last.txt","kind"' in out and b'"path":"gone.txt","reason"' in out
    assert b"gone.txt" in err


def case_a_file_that_shrinks_while_it_is_read_ends_quietly(c):
    path = c.write("shrinks", LINE)
    os.truncate(path, 4 << 30)
    process = c.start("scan", "--format", "summary", "--threads", "2", "--show-values", path)
    time.sleep(0.15)
    os.truncate(path, 100)
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 1 and b'"findings":1' in out, (process.returncode, out)


def case_a_closed_pipe_ends_it_quietly(c):
    c.write("a.csv", phone_rows(200000))
    for args in (["--format", "jsonl"], [], ["--threads", "2", "a.csv"]):
        process = c.start("scan", *args, "a.csv")
        assert process.stdout.readline()
        process.stdout.close()
        same((process.stderr.read(), process.wait(timeout=30)), (b"", 1))
        process.stderr.close()


def case_a_full_disk_exits_2_with_a_message(c):
    if not os.path.exists("/dev/full"):
        raise Skip("no /dev/full")
    c.write("a.csv", phone_rows(1000))
    with open("/dev/full", "wb") as full:
        result = c.run("scan", "a.csv", stdout=full)
    assert result.code == 2 and "cannot be written" in result.err, (result.code, result.err)


def case_closed_descriptors_do_no_harm(c):
    c.write("a.txt", LINE)
    shell = lambda line: subprocess.run(["sh", "-c", line, "sh", c.pidun], cwd=c.folder, env=c.environment(),
                                        capture_output=True, timeout=30)
    same(shell('"$1" scan <&-').returncode, 2)
    same(shell('"$1" scan a.txt >&-').returncode, 2)
    same(shell('"$1" scan a.txt 2>&-').returncode, 1)
    with open(c.path("a.txt")) as file:
        same(file.read(), LINE)


def case_empty_inputs_are_scanned_and_hold_nothing(c):
    c.write("empty", "")
    os.makedirs(c.path("folder"))
    for args in (["empty"], ["folder"], ["/dev/null"], []):
        result = c.run("scan", "--format", "summary", *args)
        same((result.code, result.json_lines()[1]["bytes"]), (0, 0))


def case_binary_and_nul_filled_data_gives_valid_output(c):
    noise = random.Random(7).randbytes(2 * MIB)
    data = b"\0" * MIB + b"\n" + LINE.encode() + noise + b"\n" + LINE.encode() + b"\0" * 100
    for args, stdin in (([c.write("noise", data)], b""), ([], data)):
        result = c.run("scan", "--format", "jsonl", *args, stdin=stdin)
        places = [f["offset"] for f in result.json_lines()[0]]
        same((result.code, result.json_lines()[1]["bytes"]), (1, len(data)))
        for at in (MIB + 1, MIB + 1 + len(LINE.encode()) + len(noise) + 1):
            assert at + len("手机：".encode()) in places, (at, places)


def limit_memory():
    # A program with address sanitizer reserves terabytes of address space for itself.
    if "PIDUN_SANITIZED" not in os.environ:
        resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))


def case_a_sparse_file_of_10_gib_takes_bounded_memory_and_heeds_the_deadline(c):
    with open(c.path("sparse"), "wb") as file:
        file.truncate(10 << 30)
    start = time.monotonic()
    result = c.run("scan", "--format", "summary", "--deadline-ms", "1500", "sparse", preexec_fn=limit_memory)
    same((result.code, gaps(result)), (3, [("sparse", "deadline")]))
    assert time.monotonic() - start < 10 and 0 < result.json_lines()[1]["bytes"] < 10 << 30


def case_the_last_line_of_a_sparse_file_of_1_gib_is_found(c):
    with open(c.path("sparse"), "wb") as file:
        file.seek(1 << 30)
        file.write(b"\n" + LINE.encode())
    for threads in ("1", "2"):
        result = c.run("scan", "--format", "jsonl", "--threads", threads, "sparse", preexec_fn=limit_memory)
        findings, summary = result.json_lines()
        same([(f["offset"], f["line"]) for f in findings], [((1 << 30) + 1 + len("手机：".encode()), 2)])
        same(summary["bytes"], (1 << 30) + 1 + len(LINE.encode()))


def case_an_endless_stdin_ends_at_the_deadline(c):
    start = time.monotonic()
    with open("/dev/zero", "rb") as zeros:
        result = c.run("scan", "--format", "summary", "--deadline-ms", "700", stdin=zeros, preexec_fn=limit_memory)
    same((result.code, gaps(result)), (3, [("-", "deadline")]))
    assert time.monotonic() - start < 5


def case_a_silent_pipe_ends_at_the_deadline(c):
    reader, writer = os.pipe()
    with os.fdopen(reader, "rb") as silent:
        result = c.run("scan", "--format", "summary", "--deadline-ms", "300", stdin=silent)
    os.close(writer)
    same((result.code, gaps(result)), (3, [("-", "deadline")]))
