"""Ten kinds of documents that carry one value. A carrier writes what stands in it as its own rules want.

Example: CARRIERS["json"]("mobile", "手机号", "138", (0, 3), rng, False) gives a document and where in it the 138 stands.
"""
import json
import urllib.parse
import xml.sax.saxutils


def written(text, span, escape):
    """The escaped text, and the span of what stood at `span`."""
    head, value, tail = (escape(part) for part in (text[:span[0]], text[span[0]:span[1]], text[span[1]:]))
    return head + value + tail, (len(head), len(head) + len(value))


def framed(before, text, span, after):
    return before + text + after, (span[0] + len(before), span[1] + len(before))


def plain(text):
    return text


def in_json(text):
    return json.dumps(text, ensure_ascii=False)[1:-1]


def in_query(text):
    return urllib.parse.quote_plus(text, safe="*")


def in_xml(text):
    return xml.sax.saxutils.escape(text)


def in_sql(text):
    return text.replace("'", "''")


def chat(key, label, text, span, rng, raw):
    name = rng.choice(("王五(10001)", "林同(20002)"))
    before = f"2026-05-01 10:20:30 {name}\n" + rng.choice(("", "你好，", "收到，")) + (label + "：" if label else "")
    after = rng.choice(("\n", "，收到回一下\n", "。\n")) + "2026-05-01 10:21:02 高山(30003)\n好\n"
    return framed(before, text, span, after)


def csv_table(key, label, text, span, rng, raw):
    quoted = any(sign in text for sign in ',"\n\r')
    text, span = written(text, span, lambda part: part.replace('"', '""'))
    before = f"id,{key if key and rng.random() < 0.5 else label or 'data'},memo\n17," + ('"' if quoted else "")
    return framed(before, text, span, ('"' if quoted else "") + ",ok\n18,,\n")


def json_object(key, label, text, span, rng, raw):
    text, span = written(text, span, plain if raw else in_json)
    name = key if key and rng.random() < 0.7 else label or "payload"
    return framed(f'{{"no":17,"user":{{"{name}":"', text, span, '"},"ok":true}\n')


def xml_tree(key, label, text, span, rng, raw):
    text, span = written(text, span, plain if raw else in_xml)
    name = key if key and rng.random() < 0.7 else label or "payload"
    return framed(f"<users>\n<user><no>17</no><{name}>", text, span, f"</{name}><memo>ok</memo></user>\n</users>\n")


def url(key, label, text, span, rng, raw):
    text, span = written(text, span, plain if raw else in_query)
    name = key or label or "payload"
    if rng.random() < 0.3:
        return framed(f"no=17&{name}=", text, span, "&ok=1\n")
    return framed(f"https://shop.example/save?no=17&{name}=", text, span, "&ok=1\n")


def sql(key, label, text, span, rng, raw):
    text, span = written(text, span, in_sql)
    name = key or label or "payload"
    before = (f"CREATE TABLE t_user (id int, {name} varchar(64), memo text);\n"
              f"INSERT INTO t_user (id, {name}, memo) VALUES (17, '")
    return framed(before, text, span, "', 'ok');\n")


def log(key, label, text, span, rng, raw):
    head = "2026-05-01 10:20:30.123 INFO [main] c.e.UserService - save ok "
    line = "2026-05-01 10:20:29.004 INFO [main] c.e.UserService - start\n"
    if rng.random() < 0.5 and key:
        return framed(f"{line}{head}{key}=", text, span, " cost=12ms\n")
    return framed(f"{line}{head}{label + '：' if label else 'payload '}", text, span, " , cost 12ms\n")


def html(key, label, text, span, rng, raw):
    text, span = written(text, span, plain if raw else in_xml)
    if rng.random() < 0.5 and label:
        before = f"<!DOCTYPE html>\n<html><body><table><tr><th>{label}</th><td>"
        return framed(before, text, span, "</td></tr></table></body></html>\n")
    before = f"<!DOCTYPE html>\n<html><body><p>{label + '：' if label else ''}"
    return framed(before, text, span, "</p></body></html>\n")


def markdown(key, label, text, span, rng, raw):
    if rng.random() < 0.4 and label:
        return framed(f"# 客人\n\n| no | {label} |\n|---|---|\n| 17 | ", text, span, " |\n")
    return framed(f"# 客人\n\n- no 17\n- {label + '：' if label else ''}", text, span, "\n")


def email(key, label, text, span, rng, raw):
    before = ("From: service@example.com\nTo: office@example.org\nSubject: 17\nMIME-Version: 1.0\n"
              f"Content-Type: text/plain; charset=utf-8\n{raw or ''}\n你好：\n\n{label + '：' if label else ''}")
    return framed(before, text, span, "\n\n此致\n")


CARRIERS = {"chat": chat, "csv": csv_table, "json": json_object, "xml": xml_tree, "url": url, "sql": sql, "log": log,
            "html": html, "markdown": markdown, "email": email}
ENDINGS = {"chat": "txt", "csv": "csv", "json": "json", "xml": "xml", "url": "txt", "sql": "sql", "log": "log",
           "html": "html", "markdown": "md", "email": "eml"}
# Findings that a carrier has of its own, which are right and not asked for.
OWN = {"email": ("service@example.com", "office@example.org"), "chat": ("10001", "20002", "30003")}
PROSE = ("chat", "log", "html", "markdown", "email")
ALL = tuple(CARRIERS)
