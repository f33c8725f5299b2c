// What a masked number can be, from what is visible of it.
#include "detect/masked_shapes.h"

#include <catch2/catch.hpp>
#include <string_view>

namespace pidun {
namespace {

struct Case {
  std::string_view text;
  Fit fit;
};

}  // namespace

TEST_CASE("masked mobile numbers") {
  for (const Case& c :
       {Case{"138****8000", Fit::strong}, Case{"1380013****", Fit::strong}, Case{"13800****00", Fit::strong},
        Case{"138********", Fit::weak}, Case{"*******8000", Fit::weak}, Case{"1*********0", Fit::weak},
        Case{"138**138000", Fit::weak}, Case{"***********", Fit::none}, Case{"128****8000", Fit::none},
        Case{"238****8000", Fit::none}, Case{"138***8000", Fit::none}, Case{"138****800X", Fit::none},
        Case{"1380*138000", Fit::none}, Case{"13800138000", Fit::none}}) {
    CAPTURE(c.text);
    CHECK(masked_mobile(c.text) == c.fit);
  }
}

TEST_CASE("masked resident IDs") {
  for (const Case& c : {Case{"110101********7774", Fit::strong}, Case{"1101**********123X", Fit::strong},
                        Case{"5***************1X", Fit::strong}, Case{"110101************", Fit::strong},
                        Case{"11010119900307****", Fit::strong}, Case{"1****************4", Fit::weak},
                        Case{"**************7774", Fit::weak},   Case{"111***********1111", Fit::weak},
                        Case{"610104*****7690", Fit::weak},      Case{"******************", Fit::none},
                        Case{"990101********7774", Fit::none},   Case{"0101**********7774", Fit::none},
                        Case{"1101011790****7774", Fit::none},   Case{"1101011990130*7774", Fit::none},
                        Case{"110101****00****74", Fit::none},   Case{"110101****0332****", Fit::none},
                        Case{"11010119900231****", Fit::none},   Case{"110101*******7774", Fit::none},
                        Case{"110101********777Y", Fit::none},   Case{"1101011990030777*4", Fit::none}}) {
    CAPTURE(c.text);
    CHECK(masked_resident_id(c.text) == c.fit);
  }
}

TEST_CASE("masked cards") {
  for (const Case& c :
       {Case{"6222********1234", Fit::strong}, Case{"622202*********1234", Fit::strong},
        Case{"6222************", Fit::weak}, Case{"************1234", Fit::weak}, Case{"9922********1234", Fit::weak},
        Case{"6222*****1234", Fit::weak}, Case{"****************", Fit::none}, Case{"6222****1234", Fit::none},
        Case{"6222************1234", Fit::none}, Case{"6222********123X", Fit::none},
        Case{"**************12", Fit::none}}) {
    CAPTURE(c.text);
    CHECK(masked_card(c.text) == c.fit);
  }
}

}  // namespace pidun
