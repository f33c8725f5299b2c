// What counts of pictures and faces that labels, headers and services name (D2, D5, D10): each different one a record,
// the same bytes a duplicate, and the path of a picture none.
#include <catch2/catch.hpp>

#include "counted.h"
#include "support/made_pictures.h"

using namespace pidun::testing;

namespace {

std::string rows(const std::string& key, const std::vector<std::string>& values) {
  std::string out;
  for (size_t i = 0; i < values.size(); ++i)
    out += "{\"n\":" + std::to_string(i) + ",\"" + key + "\":\"" + values[i] + "\"}\n";
  return out;
}

std::string picture(size_t pixels, uint32_t seed) { return base64_of(made_jpeg("", "", pixels, seed)); }
std::string iso(uint32_t seed) { return base64_of(made_face_record(100) + noise(400, seed)); }

}  // namespace

TEST_CASE("pictures under labels: byte-identical ones are duplicates, however they are written") {
  struct Case {
    const char* name;
    std::string text;
    uint64_t raw, duplicates, unique, seen, face_signed;
  };
  const std::string a = picture(900, 1), b = picture(900, 2), uri = "data:image/jpeg;base64,";
  const std::string big_a = picture(300000, 1), big_b = picture(300000, 2);
  const Case cases[] = {
      {"face", rows("face_img", {a, a, b}), 3, 1, 2, 3, 3},
      {"ID document", rows("idCardFront", {a, a, b}), 3, 1, 2, 3, 3},
      {"in Chinese", rows("人脸照片", {a, uri + a, b}), 3, 1, 2, 3, 3},
      {"over several segments", rows("face_img", {big_a, uri + big_a, big_b}), 3, 1, 2, 3, 3},
      {"CSV", "序号,手持身份证\n1," + a + "\n2," + a + "\n3," + b + "\n", 3, 1, 2, 3, 3},
      {"form questions", "人脸照片：" + a + "\n人脸照片：" + a + "\n", 2, 1, 1, 2, 2},
      {"another label", rows("goods_img", {a, a, b}), 0, 0, 0, 3, 0},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    Counter counter;
    counter.add({c.text});
    const Counted counted = counter.judge();
    CHECK(counted.number("raw_records") == c.raw);
    CHECK(counted.number("duplicates") == c.duplicates);
    CHECK(counted.number("unique_records") == c.unique);
    CHECK(counted.report.at("by_tier").at("500").get<uint64_t>() == c.unique);
    CHECK(counted.report.at("images").at("seen").get<uint64_t>() == c.seen);
    CHECK(counted.report.at("images").at("face_signed").get<uint64_t>() == c.face_signed);
  }
}

TEST_CASE("tokens, features and face records identify; where a picture lies does not") {
  struct Case {
    const char* name;
    std::string text;
    uint64_t duplicates, unique, invalid;
  };
  const Case cases[] = {
      {"token", rows("face_token", {"f3c9d1e8b7a64520", "f3c9d1e8b7a64520", "a3c9d1e8b7a64521"}), 1, 2, 0},
      {"ISO 19794-5", rows("data", {iso(1), iso(1), iso(2)}), 1, 2, 0},
      {"path", rows("face_img", {"/faces/u1.jpg", "/faces/u1.jpg", "/faces/u2.jpg"}), 0, 0, 3},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    Counter counter;
    counter.add({c.text});
    const Counted counted = counter.judge();
    CHECK(counted.number("duplicates") == c.duplicates);
    CHECK(counted.number("unique_records") == c.unique);
    CHECK(counted.number("invalid") == c.invalid);
  }
}

TEST_CASE("a row with an ID number and a picture of a face is one record of that person") {
  Counter counter;
  counter.add({"{\"姓名\":\"王伟\",\"身份证号\":\"110101199003070011\",\"face_img\":\"" + picture(900, 1) + "\"}\n"});
  const Counted counted = counter.judge();
  CHECK(counted.number("unique_records") == 1);
  CHECK(counted.report.at("by_tier").at("500").get<uint64_t>() == 1);
}
