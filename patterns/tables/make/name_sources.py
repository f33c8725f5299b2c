"""What the makers of the tables for names read: surnames with their counts, words with frequency and class, old names."""
import collections
import re
import zipfile

SOURCES = [
    "source: Chinese-Names-Corpus of NameMoe (https://github.com/wainshine/Chinese-Names-Corpus, surnames and historic",
    "  names); jieba's dictionary (words with frequency and part of speech; Debian python3-jieba)",
    "licence: facts out of works under Apache-2.0 and MIT",
    "date: 2026-11-28",
]


def is_hanzi(text):
    return all("\u4e00" <= character <= "\u9fff" for character in text)


def read_surnames(data):
    """Surname to its count; the least counts stand for all that are rare."""
    with zipfile.ZipFile(next((data / "facts_names_wainshine").glob("*.xlsx"))) as book:
        texts = re.findall(r"<t[^>]*>([^<]*)</t>", book.read("xl/sharedStrings.xml").decode("utf-8"))
        cells = re.findall(r'<c r="A\d+"[^>]*t="s"[^>]*><v>(\d+)</v></c><c r="B\d+"[^>]*?><v>([\d.]+)</v>',
                           book.read("xl/worksheets/sheet1.xml").decode("utf-8"))
    return {texts[int(name)]: float(count) for name, count in cells if is_hanzi(texts[int(name)])}


def read_old_names(data):
    path = next((data / "facts_names_wainshine").glob("Ancient*.txt"))
    names = path.read_text(encoding="utf-8-sig").split()
    return [name for name in names if is_hanzi(name)]


def read_words(data):
    """Word to (frequency, part of speech)."""
    words = {}
    for line in (data / "facts_word_frequency" / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, frequency, part = line.split(" ")
        if is_hanzi(word):
            words[word] = (int(frequency), part)
    return words


def count_characters(words):
    counts = collections.Counter()
    for word, (frequency, _) in words.items():
        for character in word:
            counts[character] += frequency
    return counts
