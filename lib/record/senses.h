// What the name over a value says for counting: whose it is, and whether it tells one record from another though it is
// no finding. Names are looked up once and kept, for they come again in every row.
// Tested in tests/unit/record/records_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "detect/labels.h"
#include "record/field.h"
#include "structure/structure.h"

namespace pidun {

inline constexpr uint16_t kNewPart = kOpenPart - 1;

struct Sense {
  FieldRole role = FieldRole::own;
  uint16_t part = 0;          // of which of several: 联系人2姓名; kNewPart: each object is another
  Trait trait = Trait::none;  // of a value that is no finding
  bool join = false;          // its value joins rows
};

class Senses {
 public:
  // `join` names columns or keys whose values join rows, parted by commas.
  Senses(const LabelTable& labels, Label login_name, const Layout& layout, std::string_view join = {});
  // Of the name over a value, an object or an array.
  Sense of(const Window& window, const Event& event, const Reader& reader);

 private:
  Sense of_name(std::string_view name) const;
  bool joins(std::string_view name) const;
  const Sense& of_key(std::string_view key);
  const Sense& of_far(const Event& event, const Reader& reader);

  const LabelTable* labels_;
  Label login_name_;
  Format format_;
  std::vector<std::string> join_;  // in lower case
  std::vector<Sense> columns_;
  std::unordered_map<std::string, Sense> keys_;
  std::unordered_map<uint64_t, Sense> far_;
  std::string key_;  // being looked up; kept for its memory
};

}  // namespace pidun
