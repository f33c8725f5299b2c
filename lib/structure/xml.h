// XML. An element with attributes or children is an object; one with a text alone is a value under its own name.
//
// - object_begin has no bracket of its own: begin == end, behind the name in the start tag, which is its name.
//   object_end is the '<' of the end tag, or the '>' of an empty one. Names come without their prefix.
// - A text has the name of its element, an attribute value its own, but one called `value` that of its element, as FHIR
//   and CDA write it. A comment has none.
// - An element with a text alone gives a value only, if its end tag begins less than kLeafMost bytes behind the text's
//   begin; else it is an object. One without anything gives nothing.
// - In a ClinicalDocument of HL7 (cda.h), elements have places, and values that these name stand under kCdaTable.
// What is not in order is still read:
// - An end tag closes the innermost element if that has no more than a text, whatever its name; of the kNamesBack
//   innermost elements then left, the innermost of its name with all inside; else nothing.
// - What the input leaves open is closed at its end. Elements deeper than kMaxDepth are counted, but are no objects,
//   and what is in there has no names.
// Tested in tests/unit/structure/xml_test.cpp.
#pragma once

#include "structure/cda.h"
#include "structure/markup.h"

namespace pidun {

inline constexpr uint64_t kLeafMost = 512;
inline constexpr size_t kNamesBack = 64;

class XmlReader final : public MarkupReader {
 public:
  bool too_deep() const override { return too_deep_; }
  FarName far_name(uint32_t, uint32_t column) const override { return cda_name(column); }
  std::unique_ptr<Reader> clone() const override { return std::make_unique<XmlReader>(*this); }

 protected:
  void on_start_tag(const Window& window, uint64_t lt, const Name& name, uint64_t end, Events& events) override;
  void on_tag_end(uint64_t at, bool empty, Events& events) override;
  void on_end_tag(const Window& window, uint64_t lt, const Name& name, Events& events) override;
  bool may_report(const Window& window, uint64_t begin, uint64_t seen, Next next, Events& events) override;
  Event text_event(const Window& window, uint64_t begin, uint64_t end) override;
  Name attribute_name(const Window& window, const Name& name) override;
  uint16_t depth() const override;
  void on_attribute(const Window& window, const Event& event) override;
  void on_end(uint64_t end, Events& events) override;

 private:
  struct Level {
    uint64_t name = 0;
    uint32_t hash = 0;
    uint16_t name_length = 0;
    uint16_t behind = 0;  // bytes from the name's begin to the border of the object
    CdaPlace place;
  };
  Name name_of(const Level& level) const { return {level.name, level.name_length, 0, 0}; }
  static Name placed(Name name, CdaPlace place);
  void make_object(Events& events);
  void close(uint64_t begin, uint64_t end, Events& events);

  std::vector<Level> levels_;  // at most kMaxDepth
  bool leaf_ = false;          // the innermost is no object so far
  bool too_deep_ = false;
  uint64_t deeper_ = 0;
  CdaAttribute attribute_ = CdaAttribute::other;  // the one under way, in a document of CDA
};

}  // namespace pidun
