// One table of a rule file under reading: typed access to its keys, with a fault for whatever is unknown, missing or of
// the wrong type. Tested in tests/unit/api/bad_rules_test.cpp.
#pragma once

#include <initializer_list>

#include "rules/rule_file.h"

namespace pidun {

class TableReader {
 public:
  // `rule` is the id that faults are told with.
  TableReader(const TomlValue& table, std::string_view rule, FileFaults& faults)
      : table_(&table), rule_(rule), faults_(&faults) {}

  TextPlace place() const { return table_->place; }
  TextPlace place_of(std::string_view key) const;
  bool has(std::string_view key) const { return table_->find(key) != nullptr; }
  void refuse(TextPlace place, std::string message) { faults_->push_back({place, rule_, std::move(message)}); }
  // Refuses every key that is not listed.
  void only(std::initializer_list<std::string_view> known);
  void need(std::initializer_list<std::string_view> keys);

  // Each gives the fallback when the key is not there, and when it is faulty.
  std::string string(std::string_view key);
  bool boolean(std::string_view key, bool fallback);
  int64_t integer(std::string_view key, int64_t fallback, int64_t least, int64_t most);
  std::vector<std::string> strings(std::string_view key);
  // The tables of an array of tables.
  std::vector<const TomlValue*> tables(std::string_view key);

 private:
  const TomlValue* typed(std::string_view key, TomlValue::Type type, const char* what);

  const TomlValue* table_;
  std::string rule_;
  FileFaults* faults_;
};

}  // namespace pidun
