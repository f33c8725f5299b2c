// Bank cards: listed issuers and card schemes, Luhn, groupings; and digits that are no card.
#include <catch2/catch.hpp>
#include <string>

#include "support/detector_cases.h"
#include "support/make_values.h"

namespace pidun {
namespace {

using testing::grouped_by;
using testing::kFail;
using testing::kPass;
using testing::make_card;

const std::string kKind = "bank_card_number";
const std::string kDebit = make_card("622202", 19), kCredit = make_card("622609", 16), kAmex = make_card("370246", 15);
const std::string kVisa = make_card("40000", 16, 3);
const std::string kWrong = testing::spoilt(kDebit);

}  // namespace

TEST_CASE("cards that must be found") {
  const std::string amex = kAmex.substr(0, 4) + " " + kAmex.substr(4, 6) + " " + kAmex.substr(10);
  const std::string unlisted = make_card("6299999", 17), ccb = make_card("436742", 19), jcb = make_card("356390", 16);
  const std::string spaced = grouped_by(kDebit, 4, ' '), dashed = grouped_by(kCredit, 4, '-');
  const std::string visa = grouped_by(kVisa, 4, ' '), split = kDebit.substr(0, 6) + " " + kDebit.substr(6);
  testing::check_found({
      {"19 digits of a listed issuer", "转到" + kDebit + "吧", kKind, kDebit, kPass, 70, 70},
      {"labelled", "银行卡号：" + kDebit, kKind, kDebit, kPass, 95, 95},
      {"16 digits", "x " + kCredit + " y", kKind, kCredit, kPass, 70},
      {"15 digits", "x " + kAmex + " y", kKind, kAmex, kPass, 70},
      {"an issuer outside 62", "x " + ccb + " y", kKind, ccb, kPass, 70},
      {"a JCB card of a listed issuer", "x " + jcb + " y", kKind, jcb, kPass, 70},
      {"groups of four", "x " + spaced + " y", kKind, spaced, kPass, 80},
      {"groups with dashes", "x " + dashed + " y", kKind, dashed, kPass, 80},
      {"4 6 5", "x " + amex + " y", kKind, amex, kPass, 80},
      {"6 13", "x " + split + " y", kKind, split, kPass, 80},
      {"a card scheme with a label", "信用卡 " + kVisa, kKind, kVisa, kPass, 60, 80},
      {"of UnionPay, mistyped, with a label", "银行卡号：6222021234567890", kKind, "6222021234567890", kFail, 50, 50},
      {"a card scheme in groups", "x " + visa + " y", kKind, visa, kPass, 50, 65},
      {"UnionPay's range with a label", "卡号 " + unlisted, kKind, unlisted, kPass, 60, 80},
      {"a wrong check with issuer and label", "卡号 " + kWrong, kKind, kWrong, kFail, 50, 80},
      {"the label of an account will do", "收款账号：" + kDebit, kKind, kDebit, kPass, 95},
      {"JSON", "{\"cardNo\":\"" + kDebit + "\"}\n", kKind, kDebit, kPass, 95},
  });
}

TEST_CASE("digits that are no card") {
  const std::string wrong_length = make_card("622202", 18, 4), visa = kVisa;
  testing::check_nothing({
      {"a card scheme alone", "x " + visa + " y"},
      {"a listed issuer whose check fails", "x " + kWrong + " y"},
      {"Luhn alone", "卡号 " + make_card("9999", 16)},
      {"a scheme whose check fails, with a label", "卡号 " + testing::spoilt(visa)},
      {"an order", "订单号 " + kDebit},
      {"a serial number", "trace_id=" + kDebit},
      {"glued to a word that is no label", "sn" + kDebit},
      {"twelve digits", "卡号 " + kDebit.substr(0, 12)},
      {"twenty digits", "卡号 " + kDebit + "0"},
      {"an X behind", "卡号 " + kDebit + "X"},
      {"a decimal", "x " + kDebit + ".25"},
      {"digits behind a decimal point", "x 0." + kDebit},
      {"groups of other sizes", "x " + grouped_by(kDebit, 3, ' ') + " y"},
      {"groups that go on", "x " + grouped_by(kCredit, 4, ' ') + " 1234 5678 y"},
      {"over a newline", kDebit.substr(0, 10) + "\n" + kDebit.substr(10)},
      {"over two cells", kDebit.substr(0, 10) + "," + kDebit.substr(10)},
      {"all zeros", "卡号 0000000000000000"},
      {"a timestamp to the microsecond", "ts 1700000000123456"},
  });
}

TEST_CASE("reasons tell issuer, scheme, check and grouping") {
  CHECK(testing::scan_text("x " + kDebit).at(0).has("issuer_prefix"));
  CHECK(testing::scan_text("卡号 " + kVisa).at(0).has("card_scheme"));
  CHECK(testing::scan_text("卡号 " + kWrong).at(0).has("luhn_failed"));
  const auto grouped = testing::scan_text("x " + grouped_by(kDebit, 4, ' ')).at(0);
  CHECK(grouped.has("card_grouping"));
  CHECK((grouped.flags & PIDUN_FINDING_GROUPED) != 0);
}

}  // namespace pidun
