// Fuzz target of what deployments write: the first byte chooses the file of suppressions, the file of test data, or
// the canonical form and paths; the rest is the input. What loads is whole, what does not leaves nothing behind, and no
// message repeats a number of the file.
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "detect/canonical.h"
#include "detect/test_data.h"
#include "rules/path_glob.h"
#include "rules/suppressions.h"

namespace {

using namespace pidun;

void require(bool holds) {
  if (!holds) __builtin_trap();
}

Kind lookup(std::string_view name) {
  const KindInfo* kind = find_kind(name);
  return kind != nullptr ? kind->kind : Kind::none;
}

void check_message(const FileError& error) {
  require(!error.message.empty());
  size_t digits = 0;
  for (const char c : error.message) {
    digits = is_digit(c) ? digits + 1 : 0;
    require(digits < 6 && static_cast<unsigned char>(c) >= 0x20);
  }
}

void check_suppressions(std::string_view text) {
  Suppressions file;
  FileError error;
  if (!file.load(text, lookup, error)) {
    require(file.entries().empty());
    return check_message(error);
  }
  for (size_t i = 0; i < file.entries().size(); ++i) {
    const Suppression& entry = file.entries()[i];
    require(!entry.reason.empty() && !entry.owner.empty() && is_real_day(entry.expires));
    require(entry.fingerprint.has_value() == (entry.kind == Kind::none));
    if (!entry.fingerprint) continue;
    const int32_t found = file.find(*entry.fingerprint, entry.expires);
    require(found >= 0 && found <= static_cast<int32_t>(i));
  }
}

void check_test_data(std::string_view text) {
  TestData data;
  FileError error;
  if (!data.load(text, lookup, error)) {
    require(data.size() == 0 && error.line > 0);
    return check_message(error);
  }
  // The first border of a range, in a file of its line alone, is in the range.
  const std::string_view line = text.substr(0, text.find('\n'));
  const size_t gap = line.find_first_of(" \t"), dots = line.find("..");
  TestData alone;
  if (gap == std::string_view::npos || dots == std::string_view::npos || dots < gap) return;
  if (line[0] == '#' || !alone.load(line, lookup, error) || alone.size() == 0) return;
  const Kind kind = lookup(line.substr(0, gap));
  if (kind != Kind::none) require(data.contains(kind, canonical(kind, line.substr(gap + 1, dots - gap - 1))));
}

void check_forms(std::string_view text) {
  const size_t half = text.size() / 2;
  (void)path_fits(text.substr(0, half), text.substr(half));
  for (const KindInfo& kind : all_kinds()) {
    std::string out;
    write_canonical(kind.kind, text, out);
    require(out.size() <= text.size() + 8);
    (void)canonical_prefix(kind.kind, text);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0 || size > 4096) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 3) {
    case 0:
      check_suppressions(text);
      break;
    case 1:
      check_test_data(text);
      break;
    default:
      check_forms(text);
  }
  return 0;
}
