#include "tally/signs_file.h"

#include "tally/tally_error.h"

namespace pidun {
namespace {

constexpr size_t kMostKinds = UINT16_MAX;
constexpr size_t kMostFields = 65536;  // rules
constexpr size_t kMostName = 1024;     // bytes of a rule's id

void require(bool holds) {
  if (!holds) throw TallyError(TallyFault::corrupt, "the tally is damaged: it was cut or changed");
}

}  // namespace

void write_signs(CheckedWriter& file, const FlowSigns& signs) {
  file.number(signs.records);
  file.number(signs.inputs);
  file.number(static_cast<uint16_t>(signs.records_by_format.size()));
  for (const uint64_t records : signs.records_by_format) file.number(records);
  file.number(static_cast<uint32_t>(signs.kinds.size()));
  for (const auto& [kind, of] : signs.kinds) {
    file.number(static_cast<uint16_t>(kind));
    for (const uint64_t number : {of.records, of.findings, of.masked}) file.number(number);
  }
  file.number(static_cast<uint32_t>(std::min(signs.fields.size(), kMostFields)));
  size_t left = kMostFields;
  for (const auto& [rule, findings] : signs.fields) {
    if (left-- == 0) break;
    const std::string_view name = std::string_view(rule).substr(0, kMostName);
    file.number(static_cast<uint16_t>(name.size()));
    file.bytes({reinterpret_cast<const unsigned char*>(name.data()), name.size()});
    file.number(findings);
  }
  file.number(static_cast<uint32_t>(signs.together.size()));
  for (const auto& [set, records] : signs.together) {
    file.number(set);
    file.number(records);
  }
}

FlowSigns read_signs(CheckedReader& file) {
  FlowSigns signs;
  signs.records = file.number<uint64_t>();
  signs.inputs = file.number<uint64_t>();
  require(file.count<uint16_t>(FlowSigns::kFormats, 8) == FlowSigns::kFormats);
  for (uint64_t& records : signs.records_by_format) records = file.number<uint64_t>();
  const size_t kinds = file.count<uint32_t>(kMostKinds, 26);
  for (size_t left = kinds; left != 0; --left) {
    KindSigns& of = signs.kinds[Kind{file.number<uint16_t>()}];
    for (uint64_t* number : {&of.records, &of.findings, &of.masked}) *number = file.number<uint64_t>();
  }
  const size_t fields = file.count<uint32_t>(kMostFields, 10);
  for (size_t left = fields; left != 0; --left) {
    const size_t size = file.count<uint16_t>(kMostName, 1);
    const std::string rule(reinterpret_cast<const char*>(file.bytes(size)), size);
    signs.fields[rule] = file.number<uint64_t>();
  }
  const size_t sets = file.count<uint32_t>(FlowSigns::kMostTogether, 16);
  for (size_t left = sets; left != 0; --left) {
    const auto set = file.number<uint64_t>();
    signs.together[set] = file.number<uint64_t>();
  }
  require(signs.kinds.size() == kinds && signs.fields.size() == fields && signs.together.size() == sets);
  return signs;
}

}  // namespace pidun
