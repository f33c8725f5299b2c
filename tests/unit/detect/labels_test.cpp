// Labels: what names of columns say, and which words in running text are words.
#include "detect/labels.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>

namespace pidun {
namespace {

const LabelTable& table() {
  static const LabelTable labels;
  return labels;
}

std::vector<WordHit> found_words(std::string_view text) {
  static const auto matcher = make_portable_words(table().words());
  const auto scratch = matcher->make_scratch();
  std::vector<WordHit> hits;
  matcher->find(Window(text, 0), *scratch, hits);
  return hits;
}

// The settled words of a text, in order.
std::vector<std::string> settled(std::string_view text) {
  auto hits = found_words(text);
  table().settle(Window(text, 0), hits);
  std::vector<std::string> words;
  for (const WordHit& hit : hits) words.emplace_back(text.substr(hit.begin, hit.length));
  return words;
}

struct NamedCase {
  const char* name;
  Label label;
};
const NamedCase kNames[] = {
    {"身份证号码", Label::resident_id_number},
    {"客户身份证号", Label::resident_id_number},
    {"IDCard", Label::resident_id_number},
    {"id_card", Label::resident_id_number},
    {"ID-CARD", Label::resident_id_number},
    {"id card no", Label::resident_id_number},
    {"sfzh", Label::resident_id_number},
    {"SFZH", Label::resident_id_number},
    {"user.idCardNo", Label::resident_id_number},
    {"证件号码", Label::document},
    {"證件號碼", Label::document},
    {"身份證號", Label::resident_id_number},
    {"手機號碼", Label::mobile_number},
    {"聯繫電話", Label::phone},
    {"護照號", Label::passport_permit_number},
    {"台灣通行證", Label::passport_permit_number},
    {"臺灣通行證", Label::passport_permit_number},
    {"單價", Label::amount},
    {"手机号码(必填)", Label::mobile_number},
    {"*手机号", Label::mobile_number},
    {"联系人手机", Label::mobile_number},
    {"user_mobile", Label::mobile_number},
    {"userPhone", Label::phone},
    {"user_tel", Label::phone},
    {"tel", Label::phone},
    {"tel1", Label::phone},
    {"TEL", Label::phone},
    {"contactPhoneNumber", Label::phone},
    {"开户银行卡号", Label::bank_card_number},
    {"bankCardNo", Label::bank_card_number},
    {"收款账号", Label::account},
    {"电子邮箱", Label::email_address},
    {"e-mail", Label::email_address},
    {"userEmail", Label::email_address},
    {"统一社会信用代码", Label::company_code},
    {"订单号", Label::order},
    {"order_no", Label::order},
    {"orderNo", Label::order},
    {"ts", Label::time},
    {"create_time", Label::time},
    {"trace-id", Label::serial},
    {"单价", Label::amount},
    {"automobile", Label::none},
    {"hotel", Label::none},
    {"motel_x", Label::none},
    {"telemetry", Label::none},
    {"", Label::none},
    {"___", Label::none},
    {"姓名", Label::person_name},
    {"家庭住址", Label::home_address},
    {"\xFF\xFE", Label::none},
    {"手机尾号", Label::other},
};

}  // namespace

TEST_CASE("names of columns and keys say what their values are") {
  for (const NamedCase& c : kNames) {
    CAPTURE(c.name);
    CHECK(int(table().classify(c.name)) == int(c.label));
  }
}

TEST_CASE("a balance is a field under which no number is a person's, in traditional characters too") {
  const Label balance = table().classify("余额");
  CHECK(is_field(balance));
  CHECK(is_negative(balance));
  CHECK(int(table().classify("餘額")) == int(balance));
}

TEST_CASE("the longest word of a name decides, and the last of equals") {
  CHECK(table().classify("order_phone_number") == Label::phone);
  CHECK(table().classify("订单手机号码") == Label::mobile_number);
  CHECK(table().classify("phone_order") == Label::order);
  CHECK(table().classify("order_phone") == Label::phone);
}

TEST_CASE("only the first 128 bytes of a name are read") {
  CHECK(table().classify(std::string(100, '_') + "mobile") == Label::mobile_number);
  CHECK(table().classify(std::string(130, '_') + "mobile") == Label::none);
  CHECK(table().classify(std::string(100000, 'x')) == Label::none);
}

TEST_CASE("of the words in running text the longest stays, and ASCII words need borders") {
  struct Case {
    const char* promise;
    const char* text;
    std::vector<std::string> words;
  };
  const Case cases[] = {
      {"the longest wins", "手机号码：", {"手机号码"}},
      {"so does an inner one", "公民身份号码", {"公民身份号码"}},
      {"two words are two", "手机和邮箱", {"手机", "邮箱"}},
      {"hanzi need no border", "本人手机是", {"手机"}},
      {"an ASCII word between blanks", "my phone is", {"phone"}},
      {"in either case", "PHONE Phone", {"PHONE", "Phone"}},
      {"behind an underscore", "user_phone=", {"phone"}},
      {"a capital begins a word", "userPhone", {"Phone"}},
      {"a capital or a digit ends one", "phoneA phone1", {"phone", "phone"}},
      {"no word inside another", "automobile smartphones emails", {}},
      {"no word glued in small letters", "xphone phonex", {}},
      {"no word after a capital", "XPHONE", {}},
      {"right next to hanzi", "我的phone号", {"phone"}},
      {"at either end", "phone", {"phone"}},
      {"a longer ASCII word", "phone_number", {"phone_number"}},
      {"a longer one that is none leaves the shorter", "order_note", {"order"}},
      {"short ASCII words are not looked for", "tel sfz ts", {}},
  };
  for (const Case& c : cases) {
    INFO(c.promise << ": " << c.text);
    CHECK(settled(c.text) == c.words);
  }
}

TEST_CASE("settled hits ascend, none is inside another, and no hit that is a word is lost for nothing") {
  std::mt19937 random(23);
  const WordList& words = table().words();
  for (int turn = 0; turn < 200; ++turn) {
    std::string text;
    for (size_t n = random() % 30; n > 0; --n) {
      const std::string& word = words[random() % words.size()];
      text += random() % 4 == 0 ? word.substr(0, random() % word.size()) : word;
      if (random() % 3 == 0) text += " _:Xx1"[random() % 6];
    }
    const auto all = found_words(text);
    auto kept = all;
    table().settle(Window(text, 0), kept);
    INFO(text);
    for (size_t i = 1; i < kept.size(); ++i) {
      CHECK(kept[i - 1].begin < kept[i].begin);
      CHECK(kept[i - 1].end() < kept[i].end());
    }
    for (const WordHit& hit : kept) CHECK(std::find(all.begin(), all.end(), hit) != all.end());
  }
}

TEST_CASE("short ASCII names are no words, and every word has a label") {
  for (size_t i = 0; i < table().words().size(); ++i) {
    const std::string& word = table().words()[i];
    CAPTURE(word);
    const bool ascii = static_cast<unsigned char>(word[0]) < 0x80;
    CHECK((!ascii || word.size() >= 4));
    CHECK(word.size() <= kLongestWord);
    CHECK(table().label_of(static_cast<uint32_t>(i)) != Label::none);
    CHECK(table().classify(word) == table().label_of(static_cast<uint32_t>(i)));
  }
}

TEST_CASE("negative labels are those of things that are no person's number") {
  for (const Label label : {Label::order, Label::time, Label::serial, Label::amount}) CHECK(is_negative(label));
  for (const Label label : {Label::none, Label::mobile_number, Label::company_code, Label::other})
    CHECK_FALSE(is_negative(label));
}

}  // namespace pidun
