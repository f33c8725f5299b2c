// Documents of HL7 CDA of made people, as hospitals of China write them (WS/T 500), of one seed each.
#pragma once

#include <string>

#include "property/made_values.h"

namespace pidun::testing {

class CdaMaker {
 public:
  explicit CdaMaker(uint64_t seed) : random_(seed) {}

  // One document, with relatives, staff and sections; indented or not.
  std::string document() {
    out_.clear();
    out_ += "<ClinicalDocument xmlns=\"urn:hl7-org:v3\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">";
    line("<id root=\"2.16.156.10011.1.1\" extension=\"RN" + digits(random_, 6) + "\"/>");
    line("<effectiveTime value=\"20260301101500\"/>");
    line("<recordTarget typeCode=\"RCT\"><patientRole classCode=\"PAT\">");
    line("<id root=\"2.16.156.10011.1.12\" extension=\"" + digits(random_, 8) + "\"/>");
    if (random_.one_in(2))
      line("<addr use=\"H\"><houseNumber>88号</houseNumber><streetName>建国路</streetName></addr>");
    line("<telecom value=\"tel:" + mobile(random_) + "\"/><patient>");
    line(id_card() + "<name>" + name() + "</name>");
    if (random_.one_in(2))
      line("<guardian><telecom value=\"tel:" + mobile(random_) + "\"/>" + person("guardianPerson") + "</guardian>");
    line("</patient></patientRole></recordTarget>");
    line("<author><assignedAuthor><id extension=\"" + digits(random_, 6) + "\"/>" + person("assignedPerson") +
         "</assignedAuthor></author>");
    for (size_t left = random_.below(3); left != 0; --left)
      line("<participant typeCode=\"NOT\"><associatedEntity classCode=\"ECON\">" +
           (random_.one_in(2) ? id_card() : "") + "<telecom value=\"tel:" + mobile(random_) + "\"/>" +
           person("associatedPerson") + "</associatedEntity></participant>");
    line("<component><structuredBody>");
    section("10154-3", "<text>反复多饮多尿" + digits(random_, 1) + "年</text>");
    section("29548-5",
            "<text/><entry><observation><code code=\"DE05.01.024.00\"/>"
            "<value xsi:type=\"CD\" code=\"E11.901\" displayName=\"2型糖尿病\"/></observation></entry>");
    line("</structuredBody></component></ClinicalDocument>");
    return out_;
  }

 private:
  void line(const std::string& text) {
    out_ += random_.one_in(3) ? "" : std::string("\n") + std::string(random_.below(9), ' ');
    out_ += text;
  }
  void section(const char* code, const std::string& inside) {
    line(std::string("<component><section><code code=\"") + code + "\" codeSystem=\"2.16.840.1.113883.6.1\"/>" +
         inside + "</section></component>");
  }
  std::string name() {
    constexpr std::string_view kFive[] = {"王伟", "李娜", "赵敏", "欧阳娜娜", "张建国"};
    return std::string(kFive[random_.below(5)]);
  }
  std::string person(const std::string& element) {
    return "<" + element + "><name>" + name() + "</name></" + element + ">";
  }
  std::string id_card() {
    const std::string root = "root=\"2.16.156.10011.1.3\"", extension = "extension=\"" + resident_id(random_) + "\"";
    return "<id " + (random_.one_in(2) ? root + ' ' + extension : extension + ' ' + root) + "/>";
  }

  Random random_;
  std::string out_;
};

// Several documents in one.
inline std::string made_cda(uint64_t seed, size_t size) {
  CdaMaker maker(seed);
  std::string all = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<documents>\n";
  while (all.size() < size) all += maker.document() + '\n';
  return all + "</documents>\n";
}

}  // namespace pidun::testing
