// What a picture's blocks say, read in parts of any size; lying lengths and cut pictures say less, and never more.
#include "unwrap/picture_reader.h"

#include <catch2/catch.hpp>

#include "support/made_pictures.h"
#include "unwrap/face_templates.h"

namespace pidun {
namespace {

using namespace testing;

PictureReader read(const std::string& bytes, size_t step) {
  PictureReader reader(picture_format(bytes), {});
  for (size_t at = 0; at < bytes.size() && !reader.ended(); at += step)
    reader.feed(std::string_view(bytes).substr(at, step));
  reader.flush();
  return reader;
}

struct Made {
  PictureFormat format;
  std::string bytes;
};
std::vector<Made> made_pictures() {
  const std::string exif = made_exif(), xmp = made_xmp("n");
  return {{PictureFormat::jpeg, made_jpeg(exif, xmp, 700, 1)},
          {PictureFormat::png, made_png(exif, xmp)},
          {PictureFormat::webp, made_webp(exif, xmp)},
          {PictureFormat::heif, made_heif(exif, xmp)}};
}

}  // namespace

TEST_CASE("face, camera, place and end are read from each sort of picture, in parts of any size") {
  for (const Made& made : made_pictures()) {
    CAPTURE(static_cast<int>(made.format));
    REQUIRE(picture_format(made.bytes) == made.format);
    const size_t numbers = made.bytes.find(std::string("\0\0\0\x16\0\0\0\1", 8));
    const PictureReader whole = read(made.bytes, made.bytes.size());
    for (const size_t step : {size_t{1}, size_t{2}, size_t{7}, size_t{100}, made.bytes.size()}) {
      const PictureReader reader = read(made.bytes, step);
      CHECK(reader.face());
      CHECK(reader.names() == 1);
      CHECK(reader.camera());
      CHECK(reader.whole());
      CHECK(reader.size() == made.bytes.size());
      REQUIRE(reader.places().size() == 2);
      const size_t maker = made.bytes.find(std::string("Pixel\0", 6));
      CHECK(reader.places()[0].camera);
      CHECK(reader.places()[0].bytes == Span{maker, maker + 6});
      CHECK_FALSE(reader.places()[1].camera);
      CHECK(reader.places()[1].bytes == Span{numbers, numbers + 48});
      CHECK(reader.places()[1].latitude == Approx(22.543097));
      CHECK(reader.places()[1].longitude == Approx(113.964531));
      CHECK(reader.hash() == whole.hash());
    }
  }
}

TEST_CASE("what stands behind a picture is not of it") {
  for (const Made& made : made_pictures()) {
    CAPTURE(static_cast<int>(made.format));
    const PictureReader alone = read(made.bytes, 64), followed = read(made.bytes + "\r\n--boundary\r\nname", 64);
    CHECK(followed.whole());
    CHECK(followed.size() == made.bytes.size());
    CHECK(followed.hash() == alone.hash());
  }
}

TEST_CASE("a picture that is cut anywhere says no more than the whole one") {
  for (const Made& made : made_pictures()) {
    for (size_t size = kPictureHead; size < made.bytes.size(); size += 3) {
      const PictureReader reader = read(made.bytes.substr(0, size), 50);
      REQUIRE(reader.places().size() <= 2);
      REQUIRE(reader.size() <= size);
    }
  }
}

TEST_CASE("pictures without pixels of their own: GIF, BMP and JPEG 2000 end where they say") {
  const std::string gif =
      std::string("GIF89a\1\0\1\0\x80\0\0\xFF\xFF\xFF\0\0\0\x2C\0\0\0\0\1\0\1\0\0\2\2\x44\1\0\x3B", 35);
  const std::string bmp = "BM" + little(58, 4) + little(0, 4) + little(54, 4) + little(40, 4) + std::string(40, '\1');
  const std::string jp2 = std::string("\0\0\0\x0CjP  \r\n\x87\n", 12) + box("ftyp", "jp2 ....") + box("jp2c", "pixels");
  for (const std::string& bytes : {gif, bmp, jp2}) {
    REQUIRE(picture_format(bytes) != PictureFormat::none);
    const PictureReader reader = read(bytes, 5);
    CHECK(reader.whole());
    CHECK(reader.size() == bytes.size());
  }
}

TEST_CASE("directories that name themselves, and lengths that lie, are harmless") {
  std::string loop = made_exif();
  loop.replace(8 + 2 + 12 + 8, 4, big(8, 4));  // the directory of the position is the first
  CHECK_FALSE(read_exif(loop).has_position);
  for (size_t at = 0; at < made_exif().size(); ++at) {
    std::string lying = made_exif();
    for (const char c : {'\0', '\x7F', '\xFF'}) {
      lying[at] = c;
      const ExifFacts facts = read_exif(lying);
      if (facts.has_position) REQUIRE(facts.position.end <= lying.size());
    }
  }
  for (const Made& made : made_pictures()) {
    for (size_t at = 4; at < made.bytes.size(); ++at) {
      std::string lying = made.bytes;
      lying[at] = '\xFF';
      if (picture_format(lying) == PictureFormat::none) continue;
      const PictureReader reader = read(lying, 1000);
      for (const PictureReader::Place& place : reader.places()) REQUIRE(place.bytes.end <= lying.size());
    }
  }
}

TEST_CASE("no position is one where devices write that they know none") {
  std::string exif = made_exif();
  exif.replace(exif.size() - 48, 48, std::string(48, '\0'));
  CHECK_FALSE(read_exif(exif).has_position);
  CHECK(read_exif(exif).camera);
}

TEST_CASE("face records are told by their headers, and not without a length and faces") {
  const std::string record = made_face_record(300);
  CHECK(face_template_length(record) == 14);
  CHECK(face_template_length(std::string("\x7F\x61\x82\x01\x10\2\1\1\x7F\x60", 10)) == 10);
  std::string none = record;
  none[13] = '\0';
  CHECK(face_template_length(none) == 0);
  std::string huge = record;
  huge[8] = '\x7F';
  CHECK(face_template_length(huge) == 0);
  CHECK(face_template_length("FACADE of the house") == 0);
}

}  // namespace pidun
