// A rule: how values of one kind are found, and the examples that prove it. Built-in ones stand in patterns/*.toml,
// users' ones in files of the same format (patterns/README.md).
// A field is found under its label, a phrase behind its words; both have a label of their own, where other rules share
// that of their kind.
// Example: {id "mobile_number", kind Kind::mobile_number, shape RuleShape::number, detector "mobile", …}.
// Tested in tests/unit/rules/rule_set_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rules/kinds.h"
#include "rules/toml_tree.h"

namespace pidun {

enum class RuleShape : uint8_t { number, form, labelled, literal, regex, field, phrase };

// What sort of text the values of a field are; in the order of VALUE_CLASSES in cmake/rule_packs.py.
enum class FieldClass : uint8_t {
  none,
  text,     // hanzi or letters that say something
  answer,   // the same, and what is ticked on a form: 有, 否, Y, 0
  date,     // 1990-03-07, 三月七日
  amount,   // 2万元
  measure,  // 39+2, 170cm
  code,     // I10.9
  secret,
  account,
  name,
  address,
  age,  // under 14: of others it says little
  digits,
  latitude,    // these three only near their other half, see partner_of()
  longitude,   //
  coordinate,  // either
  position,    // both: 22.5312,113.9351
  place,       // text, or a position
  station_area,
  station_cell,  // of a base station: LAC and cell
  face_region,   // in the metadata of a picture
  image,         // a picture, or where one lies
  camera         // the name of a file, as cameras give them
};

// The class without which a value of this class says nothing: a latitude alone is any number. `none` if it needs none.
constexpr FieldClass partner_of(FieldClass value) {
  switch (value) {
    case FieldClass::latitude:
      return FieldClass::longitude;
    case FieldClass::longitude:
      return FieldClass::latitude;
    case FieldClass::coordinate:
      return FieldClass::coordinate;
    case FieldClass::station_area:
      return FieldClass::station_cell;
    case FieldClass::station_cell:
      return FieldClass::station_area;
    default:
      return FieldClass::none;
  }
}

enum class WantedCheck : uint8_t { any, none, pass, fail };

// Whether values of the class may stand right behind their label, 月薪2万元: their look tells where they end.
constexpr bool told_by_look(FieldClass value) {
  return value == FieldClass::date || value == FieldClass::amount || value == FieldClass::measure ||
         value == FieldClass::age || value == FieldClass::name || value == FieldClass::address ||
         (value >= FieldClass::latitude && value <= FieldClass::position);
}

struct Example {
  std::string text;
  uint64_t begin = 0, end = 0;  // what must be found; equal in a counter-example
  WantedCheck check = WantedCheck::any;
  TextPlace place;
};

struct Rule {
  std::string id;
  Kind kind = Kind::none;
  std::string name, name_zh;
  RuleShape shape = RuleShape::regex;
  std::string detector;                 // number
  std::vector<std::string> forms;       // form, labelled
  std::string pattern;                  // literal, regex
  bool caseless = false;                // literal
  FieldClass value = FieldClass::none;  // field, phrase
  std::vector<std::string> terms;       // field, phrase: values that may stand right behind the label's words
  bool standing_alone = false;          // phrase: the terms need no words before them
  uint16_t label = 0;                   // what its words stand for: a number of its own, or that of the kind
  uint16_t shares = 0;                  // phrase: the label of another whose words it shares; 0 = none
  uint16_t tier = 0, strict_tier = 0;   // 0: as the kind; as `tier`
  bool beside_number = false;           // of a phrase: found only in a line with somebody's number
  std::string validator, told_by, basis;
  bool needs_label = false;
  int confidence = 60;
  std::vector<std::string> labels;
  bool disabled = false;
  bool silent = false;  // of a kind not asked for: what it claims is settled with the rest, and not told
  bool builtin = false;
  uint32_t source = 0;  // of RuleSet::sources()
  TextPlace place;
  TextPlace pattern_place;
  std::vector<Example> matches, rejects;  // of a built-in rule: only after RuleSet::read_builtin_examples()
};

// A fault of a rule file, or of a rule's example.
struct RuleError {
  std::string file;  // as the host named it; empty when no file is at fault
  TextPlace place;
  uint64_t offset = 0;  // of the place, in bytes
  std::string rule;     // id, or empty
  std::string message;  // one line
};
using RuleErrors = std::vector<RuleError>;

}  // namespace pidun
