// The canonical form: what counts as one value, and what stays different. The golden rows 2 to 4 of counting are here.
#include "detect/canonical.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>

namespace pidun {

TEST_CASE("canonical: forms of one value") {
  struct Case {
    const char* promise;
    Kind kind;
    std::string value, form;
  };
  const Case cases[] = {
      {"a mobile number as it is", Kind::mobile_number, "13958270461", "13958270461"},
      {"golden row 4: plus, country code, dashes", Kind::mobile_number, "+86 139-5827-0461", "13958270461"},
      {"golden row 4: 0086 in one run", Kind::mobile_number, "008613958270461", "13958270461"},
      {"86 in one run", Kind::mobile_number, "8613958270461", "13958270461"},
      {"brackets around the country code", Kind::mobile_number, "(+86)139 5827 0461", "13958270461"},
      {"an ID number as it is", Kind::resident_id_number, "110101199003070011", "110101199003070011"},
      {"golden row 3: 15 digits are lifted to 18", Kind::resident_id_number, "110101900307001", "110101199003070011"},
      {"golden row 2: a lower x", Kind::resident_id_number, "11010119900307010x", "11010119900307010X"},
      {"an ID in groups", Kind::resident_id_number, "110101 19900307 010X", "11010119900307010X"},
      {"a lifted ID may end in X", Kind::resident_id_number, "110101900307010", "11010119900307010X"},
      {"an ID whose check digit is wrong stays itself", Kind::resident_id_number, "110101199003070010",
       "110101199003070010"},
      {"a permit of Hong Kong people is not lifted", Kind::hmt_residence_permit_number, "810000 19900307 0012",
       "810000199003070012"},
      {"a foreigner's ID in lower case", Kind::foreign_permanent_resident_id, "chn110190030701", "CHN110190030701"},
      {"a card in groups", Kind::bank_card_number, "6222 0214-0080 5173 623", "6222021400805173623"},
      {"a company code", Kind::company_code, "91110000ma0012345x", "91110000MA0012345X"},
      {"an address of mixed case", Kind::email_address, "Li.Na+x@Example.COM", "li.na+x@example.com"},
      {"a plate with dot", Kind::vehicle_plate, "京A·d12345", "京AD12345"},
      {"a plate with blank", Kind::vehicle_plate, "京A D12345", "京AD12345"},
      {"a home-return permit without its issue number", Kind::passport_permit_number, "h12345678 02", "H12345678"},
      {"a passport keeps all", Kind::passport_permit_number, "e12345678", "E12345678"},
      {"an area code in brackets", Kind::landline_number, "(010)1234-5678", "01012345678"},
      {"a landline from abroad", Kind::landline_number, "+86 10 12345678", "01012345678"},
      {"a landline with 0086", Kind::landline_number, "0086-010-12345678", "01012345678"},
      {"a landline that begins with 86 of its own", Kind::landline_number, "8612345", "8612345"},
      {"golden row 2: a blank in a name", Kind::person_name, "赵 敏", "赵敏"},
      {"the parts of a name in HL7", Kind::person_name, "赵^敏", "赵敏"},
      {"an ideographic blank in a name", Kind::person_name, "赵\xE3\x80\x80敏", "赵敏"},
      {"one form of the dot in a name", Kind::person_name, "阿依古丽•买买提", "阿依古丽·买买提"},
      {"another dot", Kind::person_name, "阿依古丽・买买提", "阿依古丽·买买提"},
      {"a MAC address by any separator", Kind::device_identifier, "aa:bb-cc.01 02:03", "AABBCC010203"},
      {"a password keeps case and separators", Kind::online_account_credential, " aB-c d\r\n", "aB-c d"},
      {"a custom kind keeps its inside", static_cast<Kind>(0x8001), " gh-12 Ab ", "gh-12 Ab"},
      {"nothing", Kind::mobile_number, "", ""},
      {"separators alone", Kind::bank_card_number, " - ", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.promise);
    CHECK(canonical(c.kind, c.value) == c.form);
  }
}

TEST_CASE("canonical: different values stay different") {
  const std::string pairs[][2] = {{"13958270461", "13958270462"}, {"8613958270461", "861395827046"}};
  for (const auto& pair : pairs)
    CHECK(canonical(Kind::mobile_number, pair[0]) != canonical(Kind::mobile_number, pair[1]));
  CHECK(canonical(Kind::resident_id_number, "110101200003070011") !=
        canonical(Kind::resident_id_number, "110101000307001"));
  CHECK(canonical(Kind::passport_permit_number, "H1234567802") !=
        canonical(Kind::passport_permit_number, "H1234567902"));
  CHECK(canonical(Kind::online_account_credential, "secret") != canonical(Kind::online_account_credential, "Secret"));
}

TEST_CASE("canonical: the canonical form is its own canonical form, of any bytes and kind") {
  std::mt19937 random(20260101);
  std::uniform_int_distribution<int> byte(0, 255), length(0, 24), some(0, 12);
  const std::string alphabet = "0123456789xX+86 ";
  for (int i = 0; i < 20000; ++i) {
    std::string value(static_cast<size_t>(length(random)), '\0');
    for (char& c : value)
      c = some(random) == 0 ? static_cast<char>(byte(random)) : alphabet[static_cast<size_t>(byte(random)) % 16];
    for (const KindInfo& kind : all_kinds()) {
      // A landline's and a mobile's prefix is one of a whole number, so what is left of one may look like another.
      if (kind.kind == Kind::landline_number || kind.kind == Kind::mobile_number) continue;
      const std::string once = canonical(kind.kind, value);
      if (canonical(kind.kind, once) != once) FAIL(kind.name << " of case " << i);
    }
  }
}

TEST_CASE("canonical: growing never moves the text, so no copy of a value is left behind") {
  for (const KindInfo& kind : all_kinds()) {
    std::string out;
    const std::string value(200, '7');
    write_canonical(kind.kind, value, out);
    const char* first = out.data();
    write_canonical(kind.kind, value, out);
    CHECK(out.data() == first);
  }
}

TEST_CASE("canonical: a prefix is what canonical values begin with") {
  struct Case {
    Kind kind;
    std::string prefix, value;
  };
  const Case cases[] = {{Kind::mobile_number, "+86 199", "+86 199 0000 0001"},
                        {Kind::mobile_number, "199-0", "19900000001"},
                        {Kind::resident_id_number, "110101 1990", "110101199003070011"},
                        {Kind::email_address, "Test.", "test.one@example.com"},
                        {Kind::vehicle_plate, "京a·", "京A12345"},
                        {Kind::person_name, "测 试", "测试甲"}};
  for (const Case& c : cases) {
    CAPTURE(c.prefix);
    const std::string prefix = canonical_prefix(c.kind, c.prefix);
    CHECK(!prefix.empty());
    CHECK(canonical(c.kind, c.value).substr(0, prefix.size()) == prefix);
  }
}

}  // namespace pidun
