"""Runs the command for the cases, and makes the synthetic values they scan."""
import json
import os
import subprocess

PHONE = "13912345678"  # canary: must never stand in stderr
PHONE_MASKED_TAIL = "5678"
MIB = 1 << 20


class Skip(Exception):
    """The case cannot be run on this machine; the text says why."""


def resident_id(birth="19900307", order="777", region="110101"):
    """A resident ID number with its right check digit (ISO 7064 MOD 11-2)."""
    body = region + birth + order
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, weights)) % 11]


def phone_rows(count, start=0):
    """A CSV table with one phone number a row, all different and all in service ranges."""
    rows = ["序号,手机号"]
    rows += [f"{i},139{(i * 7919 + 10203) % 10**8:08d}" for i in range(start, start + count)]
    return ("\n".join(rows) + "\n").encode()


class Result:
    def __init__(self, done):
        self.code = done.returncode
        self.out = done.stdout
        self.err = done.stderr.decode("utf-8", "replace")

    def json_lines(self):
        """Findings and summary; every line must be valid JSON in valid UTF-8."""
        lines = [json.loads(line) for line in self.out.decode("utf-8").splitlines()]
        assert lines, f"no output; stderr: {self.err}"
        assert lines[-1]["type"] == "summary", lines[-1]
        assert all(line["type"] == "finding" for line in lines[:-1])
        return lines[:-1], lines[-1]


class Command:
    def __init__(self, pidun, folder):
        self.pidun = pidun
        self.folder = folder

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, data):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data.encode() if isinstance(data, str) else data)
        return path

    def environment(self, **more):
        env = {k: v for k, v in os.environ.items() if not k.startswith("LC_") and k != "LANG"}
        env.update({"LC_ALL": "C.UTF-8"}, **more)
        return env

    def run(self, *args, stdin=b"", timeout=120, env=None, **more):
        """Runs the command to its end in the case's own folder. A signal (negative code) is always a failure."""
        env = self.environment(**(env or {}))
        if not hasattr(stdin, "fileno"):
            more["input"] = stdin.encode() if isinstance(stdin, str) else stdin
        else:
            more["stdin"] = stdin
        more.setdefault("stdout", subprocess.PIPE)
        done = subprocess.run([self.pidun, *args], stderr=subprocess.PIPE, cwd=self.folder, env=env,
                              timeout=timeout, **more)
        assert done.returncode >= 0, f"ended by signal {-done.returncode}: {done.stderr!r}"
        assert PHONE.encode() not in done.stderr, "a scanned value stands in stderr"
        return Result(done)

    def start(self, *args, **more):
        more.setdefault("stdout", subprocess.PIPE)
        return subprocess.Popen([self.pidun, *args], stderr=subprocess.PIPE, cwd=self.folder,
                                env=self.environment(), **more)


def same(got, wanted):
    assert got == wanted, f"\n   got {got!r}\nwanted {wanted!r}"
