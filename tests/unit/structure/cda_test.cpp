// Documents of CDA: which names stand over the values in their attributes and elements.
#include <catch2/catch.hpp>

#include "unit/structure/events_text.h"

using namespace pidun;

namespace {

struct Case {
  const char* promise;
  std::string inside;  // of the document
  const char* events;
};

// Without the columns, which are no names.
std::string without_columns(std::string text) {
  for (size_t at = text.find('@'); at != std::string::npos; at = text.find('@', at)) {
    size_t end = at + 1;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    text.erase(at, end - at);
  }
  return text;
}

Layout xml() {
  Layout layout;
  layout.format = Format::xml;
  return layout;
}

const Case kCases[] = {
    {"numbers of the patient, by where they stand and by their root",
     R"(<recordTarget><patientRole><id root="1.2" extension="A1"/><id root="2.16.156.10011.1.3" extension="B2"/>)"
     R"(<patient><id extension="C3"/></patient></patientRole></recordTarget>)",
     R"(recordTarget<>={{ patientRole<>={{ id<患者编号>={{ root="1.2" extension<患者编号>="A1" } )"
     R"(id<患者编号>={{ root="2.16.156.10011.1.3" extension<身份证号>="B2" } )"
     R"(patient<>={{ id<身份证号>={{ extension<身份证号>="C3" } } } })"},
    {"values, display names and the parts of names",
     R"(<recordTarget><patientRole><telecom use="H" value="tel:1"/><patient><administrativeGenderCode code="1" displayName="男"/>)"
     R"(<name><family>王</family><given>伟</given></name></patient></patientRole></recordTarget>)",
     R"(recordTarget<>={{ patientRole<>={{ telecom<联系电话>={{ use="H" telecom<联系电话>="tel:1" } )"
     R"(patient<>={{ administrativeGenderCode<性别>={{ code="1" displayName<性别>="男" } )"
     R"(name<患者姓名>={{ family<患者姓名>=王 given<患者姓名>=伟 } } } })"},
    {"relatives and staff",
     R"(<participant><associatedEntity classCode="NOK"><associatedPerson><name>李</name></associatedPerson></associatedEntity></participant>)"
     R"(<participant><associatedEntity classCode="PROV"><name>赵</name></associatedEntity></participant>)"
     R"(<author><assignedAuthor><id extension="A1"/></assignedAuthor></author>)",
     R"(participant<>={{ associatedEntity<>={{ classCode="NOK" associatedPerson<>={{ name<联系人姓名>=李 } } } )"
     R"(participant<>={{ associatedEntity<>={{ classCode="PROV" name<医生姓名>=赵 } } )"
     R"(author<>={{ assignedAuthor<>={{ id<dr_code>={{ extension<dr_code>="A1" } } })"},
    {"sections by their codes, observations by theirs",
     R"(<section><code code="10154-3"/><title>t</title><text>a<paragraph>b</paragraph></text></section>)"
     R"(<section><code code="x"/><text>c</text><entry><observation><code displayName="入院诊断"/><value code="E11" displayName="d"/></observation></entry></section>)",
     R"(section<>={{ code<>={{ code="10154-3" } title=t text<主诉>={{ text<主诉>=a paragraph<主诉>=b } } )"
     R"(section<>={{ code<>={{ code="x" } text=c entry<>={{ observation<>={{ code<>={{ displayName="入院诊断" } )"
     R"(value<诊断>={{ code<诊断编码>="E11" displayName<诊断>="d" } } } })"},
};

}  // namespace

TEST_CASE("cda: names of what documents hold", "[structure]") {
  for (const Case& c : kCases) {
    INFO(c.promise);
    const std::string input = "<n:ClinicalDocument>" + c.inside + "</n:ClinicalDocument>";
    const std::string expected = std::string("ClinicalDocument<>={{ ") + c.events + " }";
    const auto plain = [](std::string text) {
      for (size_t at; (at = text.find("=<")) != std::string::npos;) text.erase(at, 1);  // both names
      return without_columns(text);
    };
    CHECK(plain(events_text(xml(), input)) == expected);
    CHECK(plain(events_text_bytewise(xml(), input)) == expected);
  }
}

TEST_CASE("cda: outside of a document all names are the elements' own", "[structure]") {
  CHECK(events_text(xml(), "<recordTarget><telecom value='1'/></recordTarget>") ==
        "recordTarget={{ telecom={{ telecom=\"1\" } }");
}
