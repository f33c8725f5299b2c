// Values that a deployment knows to be test data, by range or prefix: findings of them stay and are marked.
// Nothing is taken for test data because it looks made up.
//
//   # one a line: kind, then first..last (both belong to it) or a prefix and '*'
//   mobile_number 19900000000..19900009999
//   resident_id_number 110101190001*
//
// Compared in canonical form (canonical.h), so the way a value is written or encoded makes no difference.
// Tested in tests/unit/detect/test_data_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/suppressions.h"

namespace pidun {

class TestData {
 public:
  static constexpr size_t kLargestFile = size_t{64} << 20;

  // False with the reason in `error`; then there are no ranges.
  bool load(std::string_view text, const KindLookup& kinds, FileError& error);
  // `canonical` is the value's canonical form.
  bool contains(Kind kind, std::string_view canonical) const;
  size_t size() const { return ranges_.size() + prefixes_.size(); }  // after those inside others are left out

 private:
  struct Range {
    Kind kind;
    std::string first, last;  // of the same length, in the order of bytes
  };
  struct Prefix {
    Kind kind;
    std::string text;
  };
  bool read_line(std::string_view line, const KindLookup& kinds, std::string& message);
  bool read_range(Kind kind, std::string_view first, std::string_view last, std::string& message);
  bool read_prefix(Kind kind, std::string_view prefix, std::string& message);
  void settle();  // sorts, joins what overlaps

  std::vector<Range> ranges_;
  std::vector<Prefix> prefixes_;
};

}  // namespace pidun
