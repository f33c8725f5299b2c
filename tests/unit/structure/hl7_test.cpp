// HL7 v2 messages.
#include <catch2/catch.hpp>

#include "reference/structure_reference.h"
#include "unit/structure/events_text.h"

using namespace pidun;

namespace {

Layout layout() {
  Layout layout;
  layout.format = Format::hl7;
  return layout;
}

struct Case {
  const char* promise;
  std::string input;
  const char* events;
};

const Case kCases[] = {
    {"names, components, repetitions, groups",
     "MSH|^~\\&|HIS||ADT^A01\rPID|1||123^^^H~456||张^三&四\rNK1|1|李\rPID|2\r",
     "{{ ^<MSH-3.1>=HIS@196865 <MSH-5.1>=ADT@327937 <MSH-5.2>=A01@328193$ {{ ^<PID-1.1>=1@65793 "
     "<PID-3.1:患者编号>=123@196865 <PID-3.4:患者编号>=H@197633 <PID-3.1:患者编号>=456@196865 "
     "<PID-5.1:患者姓名>=张@327937 <PID-5.2:患者姓名>=三@328193 <PID-5.2.2:患者姓名>=四@328194$ ^<NK1-1.1>=1@65793 "
     "<NK1-2.1:联系人姓名>=李@131329$ }} {{ ^<PID-1.1>=2@65793$ }} }}"},
    {"separators of the message's own, in frames", "\vMSH#*+!%#A#B*C%D+E\r\034\rMSH|^~\\&|x\r\034\r",
     "{{ ^<MSH-3.1>=A@196865 <MSH-4.1>=B@262401 <MSH-4.2>=C@262657 <MSH-4.2.2>=D@262658 <MSH-4.1>=E@262401$ }} {{ "
     "^<MSH-3.1>=x@196865$ }}"},
    {"newlines and both end segments", "PID|1\r\nPV1|I\nOBX|a\n",
     "{{ ^<PID-1.1>=1@65793$ ^<PV1-1.1>=I@65793$ ^<OBX-1.1>=a@65793$ }}"},
    {"segments without ends", "MSH|^~\\&|A|2.4PID|1||7||张^三PV1|1|I",
     "{{ ^<MSH-3.1>=A@196865 <MSH-4.1>=2.4@262401$ {{ ^<PID-1.1>=1@65793 <PID-3.1:患者编号>=7@196865 "
     "<PID-5.1:患者姓名>=张@327937 <PID-5.2:患者姓名>=三@328193$ ^<PV1-1.1>=1@65793 <PV1-2.1>=I@131329$ }} }}"},
    {"what has no name is a value", "free text\nPID|1|a|\nab|c\rPIDx|y\r",
     "^free text@257$ {{ ^<PID-1.1>=1@65793 <PID-2.1:患者编号>=a@131329$ ^ab@257 c@65793$ ^PIDx@257 y@65793$ }}"},
    {"an empty header", "MSH\rMSH|\rMSH|^~\rPID|1", "^MSH@257$ {{ }} {{ {{ ^<PID-1.1>=1@65793$ }} }}"},
    {"a patient without a message", "PID|1\rPID|2\rMSH|^~\\&|x\r",
     "{{ ^<PID-1.1>=1@65793$ }} {{ ^<PID-1.1>=2@65793$ }} {{ ^<MSH-3.1>=x@196865$ }}"},
    {"escapes stay", "OBX|1|\\T\\|a\\F\\b\r", "^<OBX-1.1>=1@65793 <OBX-2.1>=\\T\\@131329 <OBX-3.1>=a\\F\\b@196865$"},
};

}  // namespace

TEST_CASE("hl7: the events of whole inputs", "[structure]") {
  for (const Case& c : kCases) {
    INFO(c.promise);
    CHECK(events_text(layout(), c.input) == c.events);
    CHECK(events_text_bytewise(layout(), c.input) == c.events);
    CHECK(read_whole(layout(), c.input) == reference::read(layout(), c.input));
  }
}
