// HL7 Clinical Document Architecture, release 2: whose values stand in which part of a document, and what they are
// called. An XML reader that meets a ClinicalDocument follows its elements with cda_place(), one place an element, and
// gives the values that have a name here under kCdaTable and their place; all others keep their own names.
//
// Of the document, the persons: the patient (recordTarget), to whom the sections belong; relatives (guardian,
// associatedEntity, relatedEntity, relatedSubject); staff and institutions (author, custodian, assignedEntity and the
// like), whose values say nothing of the patient. Example: <patientRole><id extension="…"/> is 患者编号, the id of
// <patient> 身份证号, <telecom value="tel:…"/> of either 联系电话, and of a guardian 联系人电话.
// Source: HL7 CDA R2 (names of elements), LOINC (codes of sections), WS/T 500-2016 (roots of numbers, DE05.01 codes).
// Tested in tests/unit/structure/cda_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>

#include "structure/structure.h"

namespace pidun {

inline constexpr uint32_t kCdaTable = 0x434441;  // "CDA"

enum class CdaScope : uint8_t { none, document, patient, guardian, relative, staff };

// What an element is about. Sections have a kind of their own, said by their code.
enum class CdaItem : uint8_t {
  none,
  number,  // of the patient in an institution
  id_card,
  name,
  address,
  telecom,
  gender,
  birth,
  age,
  marital,
  ethnic,
  employer,
  occupation,
  section,  // of no kind that is known
  code,     // of a section or an observation
  complaint,
  present_illness,
  past_illness,
  allergy,
  family_history,
  examination,
  results,
  procedure,
  medication,
  course,
  diagnosis,
};

struct CdaPlace {
  CdaScope scope = CdaScope::none;
  CdaItem item = CdaItem::none;
  bool enters = false;  // the scope, from outside of it
  bool inner = false;   // inside a section's text or an observation's value; of a patient, inside <patient>

  bool coded = false;  // the code of a diagnosis, not its words

  explicit operator bool() const { return scope != CdaScope::none; }
  uint32_t column() const {
    return uint32_t{static_cast<uint8_t>(scope)} << 16 | uint32_t{static_cast<uint8_t>(item)} << 8 | (coded ? 2 : 0) |
           (enters ? 1 : 0);
  }
  static CdaPlace of_column(uint32_t column) {
    return {static_cast<CdaScope>(column >> 16 & 0xFF), static_cast<CdaItem>(column >> 8 & 0xFF), (column & 1) != 0,
            false, (column & 2) != 0};
  }
};

// Of the element of this name inside of `parent`.
CdaPlace cda_place(CdaPlace parent, std::string_view element);

// What an attribute says of the element it is of, or of that around it.
enum class CdaAttribute : uint8_t { other, extension, value, display, code, root, class_code };
CdaAttribute cda_attribute(std::string_view name);
// Whether the value of this attribute, or the element's text, is what the item is.
bool cda_says(CdaPlace place, CdaAttribute attribute);
bool cda_text_says(CdaPlace place);

// What the value of `attribute` makes of the element's own item: of a number, which it is; of a participant, staff.
CdaPlace cda_specified(CdaPlace place, CdaAttribute attribute, std::string_view value);
// The kind that a code makes of the section, or of the observation, that it is of; none if it says nothing.
CdaItem cda_kind(CdaAttribute attribute, std::string_view value);

FarName cda_name(uint32_t column);

}  // namespace pidun
