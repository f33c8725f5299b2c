// Short texts that come again and again, remembered as far as there is room: a newer one may take an older one's place,
// so what is not known was perhaps seen all the same.
// Tested in tests/unit/base/short_key_test.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "base/short_key.h"

namespace pidun {

class ShortKeys {
 public:
  // Of texts of 1 to ShortKey::kLongest bytes.
  bool has(std::string_view text) const {
    if (keys_.empty()) return false;
    const ShortKey key(text);
    return keys_[key.slot(kBits)] == key;
  }
  void add(std::string_view text) {
    if (keys_.empty()) keys_.resize(size_t{1} << kBits);
    const ShortKey key(text);
    keys_[key.slot(kBits)] = key;
  }

 private:
  static constexpr int kBits = 8;  // ten kilobytes: all of them stay near

  std::vector<ShortKey> keys_;  // made for the first text
};

}  // namespace pidun
