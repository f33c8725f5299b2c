"""Makes every table again: all.py DATA_FOLDER [--check]. With --check nothing is written and a difference is exit 1."""
import pathlib
import sys

sys.dont_write_bytecode = True  # keep the source folder clean
import area_codes
import bank_bins
import hanzi
import mobile_segments
import name_characters
import nations
import places
import regions
import traditional
import words
from common import table_text


def main(arguments):
    check = "--check" in arguments
    data = pathlib.Path(next(word for word in arguments if word != "--check")).resolve()
    failed = False
    for maker in (regions, bank_bins, mobile_segments, nations, area_codes, hanzi, traditional, name_characters, words,
                  places):
        made = maker.make(data)
        if made is None:
            print(f"skipped {maker.OUT.name}: its source is not installed")
            continue
        text = table_text(*made).encode("utf-8")
        same = maker.OUT.exists() and maker.OUT.read_bytes() == text
        if not check:
            maker.OUT.write_bytes(text)
        elif not same:
            failed = True
        print(f"{maker.OUT.name}: {len(made[2])} rows, {'same' if same else 'differs' if check else 'written'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
