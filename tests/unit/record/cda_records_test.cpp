// Documents of HL7 CDA: one record of the patient, one of each relative that something identifies.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "unit/record/told_records.h"

using namespace pidun::testing;

namespace {

const std::string kPatient =
    R"(<recordTarget><patientRole><id root="2.16.156.10011.1.12" extension="HA2011"/><telecom value="tel:13958270461"/>)"
    R"(<patient><id root="2.16.156.10011.1.3" extension="110101199003070011"/><name>王伟</name>)"
    R"(<birthTime value="19900307"/>)";
const std::string kEnd = "</patient></patientRole></recordTarget>";
const std::string kDiagnosis =
    R"(<component><section><code code="29548-5"/><text/><entry><observation><code code="DE05.01.024.00"/>)"
    R"(<value code="E11.901" displayName="2型糖尿病"/></observation></entry></section></component>)";

std::string document(const std::string& inside) {
  return "<?xml version=\"1.0\"?>\n<ClinicalDocument xmlns=\"urn:hl7-org:v3\">" + inside + "</ClinicalDocument>";
}

}  // namespace

TEST_CASE("a document of CDA is a record of its patient") {
  check_records({
      {"the sections belong to the patient",
       document(kPatient + kEnd + kDiagnosis),
       {"valid 500 HA2011+13958270461+110101199003070011+王伟+19900307+E11.901+2型糖尿病"}},
      {"a guardian is somebody else, with what stands in there",
       document(kPatient +
                "<guardian><telecom "
                "value=\"tel:18676310583\"/><guardianPerson><name>赵敏</name></guardianPerson></guardian>" +
                kEnd),
       {"valid 5000 18676310583+赵敏", "valid 5000 HA2011+13958270461+110101199003070011+王伟+19900307"}},
      {"each participant and each informant is one",
       document(
           kPatient + kEnd +
           R"(<informant><relatedEntity><telecom value="tel:13958270463"/><relationshipHolder><name>赵敏</name></relationshipHolder></relatedEntity></informant>)"
           R"(<participant><associatedEntity classCode="NOK"><id root="2.16.156.10011.1.3" extension="450105199306151226"/>)"
           R"(<associatedPerson><name>李娜</name></associatedPerson></associatedEntity></participant>)"),
       {"valid 5000 13958270463+赵敏", "valid 5000 450105199306151226+李娜",
        "valid 5000 HA2011+13958270461+110101199003070011+王伟+19900307"}},
      {"of relatives whom nothing identifies, two are not one",
       document(
           kPatient + kEnd +
           R"(<participant><associatedEntity><associatedPerson><name>李娜</name></associatedPerson></associatedEntity></participant>)"
           R"(<participant><associatedEntity><addr>北京市朝阳区建国路88号</addr></associatedEntity></participant>)"),
       {"valid 500 HA2011+13958270461+110101199003070011+王伟+19900307+北京市朝阳区建国路88号"}},
      {"staff are no patients, and what they sign says nothing of who they are",
       document(
           kPatient + kEnd +
           R"(<author><assignedAuthor><id extension="A10023"/><assignedPerson><name>张建国</name></assignedPerson></assignedAuthor></author>)"
           R"(<custodian><assignedCustodian><representedCustodianOrganization><telecom value="tel:010-65123456"/></representedCustodianOrganization></assignedCustodian></custodian>)" +
           kDiagnosis),
       {"valid 500 HA2011+13958270461+110101199003070011+王伟+19900307+E11.901+2型糖尿病"}},
      {"a number of staff is of nobody else",
       document(
           kPatient + kEnd +
           R"(<legalAuthenticator><assignedEntity><telecom value="tel:18676310583"/></assignedEntity></legalAuthenticator>)"),
       {"valid 5000 18676310583", "valid 5000 HA2011+13958270461+110101199003070011+王伟+19900307"}},
      {"a patient whom nothing identifies",
       document("<recordTarget><patientRole><patient><name>王伟</name></patient></patientRole></recordTarget>" +
                kDiagnosis),
       {"invalid no_identity 500 王伟+E11.901+2型糖尿病"}},
      {"several documents in one, whatever identifies their patients",
       "<all>" + document(kPatient + kEnd).substr(22) +
           document("<recordTarget><patientRole><patient><name>李娜</name></patient></patientRole></recordTarget>")
               .substr(22) +
           "</all>",
       {"valid 5000 HA2011+13958270461+110101199003070011+王伟+19900307", "invalid no_identity 5000 李娜"}},
  });
}

TEST_CASE("names and addresses that stand in parts") {
  check_records({
      {"an address in parts raises the tier as a whole one does",
       document(
           R"(<recordTarget><patientRole><addr><houseNumber>88号</houseNumber><streetName>建国路</streetName></addr>)"
           R"(<patient><id extension="110101199003070011"/><name>王伟</name></patient></patientRole></recordTarget>)"),
       {"valid 500 建国路+110101199003070011+王伟"}},
      {"family and given name of FHIR are a name",
       R"([{"name":[{"family":"王","given":["伟"]}],"mobile":"13958270461"},{"name":[{"given":["娜"],"family":"李"}],"mobile":"13958270462"}])",
       {"valid 5000 13958270461+伟", "valid 5000 13958270462+李"}},
      {"one half alone is none, nor one of somebody else",
       R"([{"name":[{"family":"王"}],"mobile":"13958270461"},{"name":[{"given":["伟"]}],"mobile":"13958270462"}])",
       {"valid 5000 13958270461", "valid 5000 13958270462"}},
      {"the text of a name goes before its parts",
       R"({"name":[{"text":"王伟","family":"王","given":["伟"]}],"mobile":"13958270461"})",
       {"valid 5000 13958270461+王伟"}},
      {"in XML",
       R"(<Patient xmlns="http://hl7.org/fhir"><name><family value="欧阳"/><given value="娜娜"/></name><telecom><value value="13958270461"/></telecom></Patient>)",
       {"valid 5000 娜娜+13958270461"}},
  });
}
