"""patterns/tables/places.tsv: the divisions of the mainland down to streets and towns, present and abolished."""
import csv
import io
import re
import zipfile

from common import TABLES, read_tsv

OUT = TABLES / "places.tsv"
COMMENTS = [
    "Divisions of the mainland: provinces, cities, counties with the streets, towns and townships in them.",
    "source: github.com/modood/Administrative-divisions-of-China 57a0aa9 (WTFPL; all names in force in 2023),",
    "  github.com/dongrixinyu/JioNLP 783abc5 (Apache-2.0; short names, renames since 2002, streets of 2025),",
    "  github.com/cn/GB2260 1173e8b (facts of government tables; counties abolished since 1980)",
    "  short names that are other words: github.com/fxsjy/jieba, dictionary (MIT)",
    "date: 2025-11-27",
    "maker: patterns/tables/make/places.py",
    "The first two digits of a code are its province's, the first four its city's. `short`: the name without its suffix,",
    "where it stands alone and is no other word. `streets`: of a county, parted by blanks.",
]
COLUMNS = ["code", "name", "short", "streets"]
NO_NAMES = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划", "省直辖行政单位", "市", "省直辖县级行政单位",
            "自治区直辖县级行政单位", "地区", "自治州", "盟"}
# Of towns and short names: words that are no names, but for what they lie in.
GENERAL = {"街道", "一区", "二区", "盐区", "盐场", "牛场", "马场", "开发区", "经济开发区", "工业园区", "工业园", "高新区", "高新技术产业开发区", "新区", "城区", "市区", "园区", "经开区", "产业园区",
           "工业区", "化工园区", "农场", "林场", "社区", "旅游区", "风景区", "保税区", "管理区", "示范区", "经济技术开发区"}
FREQUENT = 20  # of the dictionary's counts: words below are hardly met


def plain(name):
    """A name of hanzi alone, without what the sources put in brackets or behind a dash."""
    return re.fullmatch(r"[\u3400-\u9fff〇]{2,15}", name) is not None


def read_divisions(folder):
    def rows(name):
        return list(csv.DictReader(io.StringIO((folder / name).read_text(encoding="utf-8"))))
    places = {}
    for name in ("provinces.csv", "cities.csv", "areas.csv"):
        for row in rows(name):
            places[row["code"]] = row["name"]
    streets = {}
    for row in rows("streets.csv"):
        # Cities without counties have their streets under a code of their own.
        streets.setdefault(row["areaCode"], set()).add(row["name"])
    return places, streets


def read_jionlp(folder, streets):
    """Short names by full name; adds streets."""
    with zipfile.ZipFile(folder / "china_location.zip") as file:
        text = file.read("china_location.txt").decode("utf-8")
    shorts, county = {}, ""
    for line in text.splitlines():
        depth = len(line) - len(line.lstrip("\t"))
        cells = line.strip("\t").split("\t")
        if depth <= 2 and len(cells) >= 3:
            shorts[cells[0]] = cells[2]
            county = cells[1]
        elif depth == 3:
            streets.setdefault(county, set()).add(cells[0])
    return shorts


def read_renamed(folder):
    """Names before a change and their short names."""
    for line in (folder / "china_location_change.txt").read_text(encoding="utf-8").splitlines():
        before = line.split("=>")[0].split("\t")[2:]
        yield from zip(before[::2], before[1::2])


def read_abolished(folder, places):
    """Names of the yearly tables that are not in force under their code; of one code, every name it had."""
    found = set()
    for path in sorted(folder.glob("*.tsv")):
        if path.name in ("sources.tsv", "hongkong-201512.tsv", "macao-201512.tsv"):
            continue
        for row in read_tsv(path):
            code = re.sub(r"(00)+$", "", row["Code"]) if len(row["Code"]) == 6 else row["Code"]
            if len(code) % 2 == 0 and code and code[:2] not in ("71", "81", "82") and places.get(code) != row["Name"]:
                found.add((code, row["Name"]))
    return found


def other_words(folder):
    """Words that are more than the name of a place or a person."""
    words = set()
    for line in (folder / "dict.txt").read_text(encoding="utf-8").splitlines():
        cells = line.split(" ")
        if len(cells) == 3 and int(cells[1]) >= FREQUENT and not cells[2].startswith(("ns", "nr")):
            words.add(cells[0])
    return words


def make(data):
    places, streets = read_divisions(data / "facts_divisions")
    shorts = read_jionlp(data / "facts_jionlp", streets)
    shorts.update({name: short for name, short in read_renamed(data / "facts_jionlp") if name not in shorts})
    words = other_words(data / "facts_word_frequency")
    rows = [(code, name) for code, name in places.items()]
    rows += read_abolished(data / "facts_gb2260", places)
    table = []
    for code, name in sorted(set(rows)):
        held = sorted(street for street in streets.get(code, ()) if plain(street) and street not in GENERAL) if places.get(code) == name else []
        if not plain(name) or name in NO_NAMES:
            name = ""
        if not name and not held:
            continue
        short = shorts.get(name, "")
        if short == name or not plain(short) or short in GENERAL or (len(code) > 4 and short in words):
            short = ""
        table.append([code, name, short, " ".join(held)])
    return COMMENTS, COLUMNS, table
