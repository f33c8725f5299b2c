"""scan over several inputs and threads: same bytes out, same order."""
import os
import select
import time

from command import MIB, PHONE, phone_rows, same


def tree(c, count=40):
    for i in range(count):
        c.write(f"tree/d{i % 5}/f{i:03}.csv", phone_rows(1 + i % 7 * 50, start=i * 1000))
    return c.path("tree")


def case_threads_do_not_change_a_byte_of_the_output(c):
    folder = tree(c)
    for fmt in ("jsonl", "text", "summary"):
        one = c.run("scan", "--format", fmt, "--threads", "1", folder)
        assert one.code == 1
        for threads in ("2", "7", "0"):
            many = c.run("scan", "--format", fmt, "--threads", threads, folder)
            same((many.code, many.out == one.out, many.err == one.err), (1, True, True))


def case_one_big_file_over_threads_gives_the_same_bytes(c):
    path = c.write("big.csv", phone_rows(60000) + b"nothing in this line at all, only words\n" * (12 * MIB // 40)
                   + phone_rows(2000))
    one = c.run("scan", "--format", "jsonl", "--threads", "1", path)
    same(len(one.json_lines()[0]), 62000)
    for threads in ("2", "3"):
        many = c.run("scan", "--format", "jsonl", "--threads", threads, path)
        assert many.out == one.out, f"output of {threads} threads differs"


def case_stdin_and_file_give_the_same_findings(c):
    data = phone_rows(100000)
    path = c.write("a.csv", data)
    strip = lambda result: [{**f, "path": ""} for f in result.json_lines()[0]]
    from_file = strip(c.run("scan", "--format", "jsonl", path))
    same(len(from_file), 100000)
    assert strip(c.run("scan", "--format", "jsonl", stdin=data)) == from_file


def case_paths_come_out_in_the_order_given_and_walks_by_name(c):
    for name in ("b/2.txt", "b/10.txt", "b/a/z.txt", "a.txt", "c.txt"):
        c.write(name, f"手机：{PHONE}\n")
    findings, summary = c.run("scan", "--format", "jsonl", "--threads", "4", "c.txt", "b", "a.txt", "c.txt").json_lines()
    same([f["path"] for f in findings], ["c.txt", "b/10.txt", "b/2.txt", "b/a/z.txt", "a.txt", "c.txt"])
    same((summary["files"], summary["findings"]), (6, 6))


def case_findings_come_out_while_the_pipe_is_still_open(c):
    """The library is certain of a finding at most some 70 KB later; 400 KB have been written here."""
    rows = phone_rows(100)
    process = c.start("scan", "--format", "jsonl", stdin=-1)
    process.stdin.write(rows + b"\n" * (400 << 10))
    process.stdin.flush()
    ready, _, _ = select.select([process.stdout], [], [], 10)
    assert ready, "no finding before the end of the input"
    assert process.stdout.readline().startswith(b'{"type":"finding"')
    process.stdin.close()
    rest = process.stdout.read()
    same((process.wait(), rest.count(b"\n")), (1, 100))
    process.stdout.close()
    process.stderr.close()


def case_a_held_back_file_waits_for_its_turn_without_loss(c):
    """A slow first input (a pipe) and many big outputs behind it: more than is held in memory."""
    os.mkfifo(c.path("slow"))
    for i in range(6):
        c.write(f"f{i}.csv", phone_rows(9000, start=i * 9000))
    names = [f"f{i}.csv" for i in range(6)]
    process = c.start("scan", "--format", "jsonl", "--threads", "3", "slow", *names)
    time.sleep(0.5)
    with open(c.path("slow"), "wb") as pipe:
        pipe.write(f"手机：{PHONE}\n".encode())
    out, _ = process.communicate(timeout=60)
    lines = out.decode().splitlines()
    same((process.returncode, len(lines)), (1, 1 + 6 * 9000 + 1))
    seen = [line.split('"path":"')[1].split('"')[0] for line in lines[:-1]]
    same(list(dict.fromkeys(seen)), ["slow"] + names)
