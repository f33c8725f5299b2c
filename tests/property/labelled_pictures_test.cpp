// Pictures under labels and pictures of cameras: each is found in every carrier, with the same under any cutting.
#include <catch2/catch.hpp>

#include <algorithm>

#include "pidun/pidun.hpp"
#include "support/encodings.h"
#include "support/made_pictures.h"
#include "support/random.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

const Engine& engine() {
  static const Engine engine;
  return engine;
}

using Found = std::vector<std::string>;

void take(const Results& results, const char* kind, Found& found) {
  for (const pidun_finding& finding : results)
    if (kind == nullptr || finding.kind == pidun_kind_find(kind))
      found.push_back(std::to_string(finding.kind) + ' ' + std::to_string(finding.begin) + ' ' +
                      std::to_string(finding.end) + ' ' + std::to_string(finding.outer_end));
}

Found whole(const std::string& input, const char* kind, uint32_t flags) {
  Scratch scratch(engine());
  Results results;
  auto options = default_options();
  options.flags = flags;
  scratch.scan(input.data(), input.size(), options, results);
  Found found;
  take(results, kind, found);
  return found;
}

Found cut(const std::string& input, const char* kind, uint32_t flags, Random& random) {
  Scratch scratch(engine());
  Results results;
  auto options = default_options();
  options.flags = flags;
  Stream stream(engine(), options);
  Found found;
  for (size_t at = 0; at < input.size();) {
    const size_t size = std::min<size_t>(input.size() - at, 1 + random.below(9000));
    stream.feed(scratch, input.data() + at, size, results);
    take(results, kind, found);
    at += size;
  }
  stream.finish(scratch, results);
  take(results, kind, found);
  return found;
}

const std::string kBoundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW";
std::string part(const std::string& name, const std::string& file, const std::string& body) {
  const std::string file_name = file.empty() ? "" : "; filename=\"" + file + "\"";
  return "--" + kBoundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + file_name + "\r\n\r\n" +
         body + "\r\n";
}
const std::string kLastBoundary = "--" + kBoundary + "--\r\n";
std::string multipart(const std::string& name, const std::string& file, const std::string& body) {
  return part(name, file, body) + kLastBoundary;
}

}  // namespace

// The first rows tell that it is a table: they stand in its first 4 KiB.
const std::string kShortRows = "\n1,\n2,\n3,";

TEST_CASE("labelled pictures: found as what the label says in JSON, CSV, questions, forms and parts, however long") {
  struct Case {
    const char* label;
    const char* kind;
  };
  const Case cases[] = {
      {"身份证正面", "id_document_image"}, {"id_front", "id_document_image"},    {"idCardBack", "id_document_image"},
      {"手持身份证", "id_document_image"}, {"id_card_img", "id_document_image"}, {"sfzzm", "id_document_image"},
      {"人脸照片", "face_information"},    {"face_img", "face_information"},     {"faceImage", "face_information"}};
  Random random(3);
  for (const Case& c : cases) {
    for (const size_t pixels : {size_t{200}, size_t{70000}}) {
      const std::string raw = made_jpeg("", "", pixels, 5), base64 = base64_of(raw), label = c.label;
      const bool ascii = static_cast<unsigned char>(label[0]) < 0x80;
      const std::string uri = "data:image/jpeg;base64," + base64;
      std::vector<std::string> inputs = {"{\"id\":7,\"" + label + "\":\"" + base64 + "\"}\n",
                                         "{\"id\":7,\"" + label + "\":\"" + uri + "\"}\n",
                                         "序号," + label + kShortRows + base64 + "\n",
                                         "序号," + label + kShortRows + "\"" + uri + "\"\n",
                                         "{\"id\":7,\"" + label + "\":\"" + slashes_escaped(base64) + "\"}\n",
                                         "{\"id\":7,\"" + label + "\":\"" + slashes_escaped(uri) + "\"}\n",
                                         multipart(label, "", base64),
                                         multipart(label, "a.jpg", raw)};
      if (pixels < 1000) inputs.push_back(label + "：" + base64 + "\n");
      if (ascii) inputs.push_back("n=1&" + label + "=" + base64 + "&m=2");
      for (const std::string& input : inputs) {
        CAPTURE(label, pixels, input.substr(0, 120));
        const Found found = whole(input, c.kind, 0);
        CHECK(found.size() == 1);
        CHECK(cut(input, c.kind, 0, random) == found);
      }
      CHECK(whole("{\"id\":7,\"goods\":\"" + base64 + "\"}\n", c.kind, 0).empty());
      CHECK(whole(multipart("goods", "a.jpg", raw), c.kind, 0).empty());
    }
  }
}

TEST_CASE("labelled pictures: the end of a segment hides none") {
  const std::string value = base64_of(made_jpeg("", "", 4000, 5));
  for (size_t before = 60000; before < 66000; before += 97) {
    const std::string input = "{\"note\":\"" + std::string(before, ' ') + "\",\"face_img\":\"" + value + "\"}\n";
    CAPTURE(before);
    CHECK(whole(input, "face_information", 0).size() == 1);
  }
}

TEST_CASE("pictures of cameras: told only when asked for, at their Exif or the name of the file") {
  const std::string taken = made_jpeg(made_exif(), "", 9000, 1), drawn = made_jpeg("", "", 9000, 1);
  struct Case {
    const char* name;
    std::string input;
    size_t found;
  };
  const Case cases[] = {{"as it is", taken, 1},
                        {"base64", "{\"i\":\"" + base64_of(taken) + "\"}\n", 1},
                        {"PNG", made_png(made_exif(), ""), 1},
                        {"WebP", made_webp(made_exif(), ""), 1},
                        {"HEIC", made_heif(made_exif(), ""), 1},
                        {"no camera", drawn, 0},
                        {"part of a form", multipart("file", "a.jpg", taken), 1},
                        {"named by a camera", multipart("file", "IMG_1234.JPG", drawn), 1},
                        {"named by WeChat", multipart("file", "微信图片_20260101120000.jpg", drawn), 1},
                        {"a screenshot", multipart("file", "Screenshot_20260101.jpg", drawn), 0},
                        {"a name alone", multipart("file", "IMG_1234.JPG", "text"), 0}};
  Random random(9);
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Found asked = whole(c.input, "camera_image", PIDUN_SCAN_CAMERAS);
    CHECK(asked.size() == c.found);
    CHECK(cut(c.input, "camera_image", PIDUN_SCAN_CAMERAS, random) == asked);
    CHECK(whole(c.input, "camera_image", 0).empty());
    // All else is the same.
    Found all = whole(c.input, nullptr, PIDUN_SCAN_CAMERAS);
    std::erase_if(all,
                  [&](const std::string& each) { return std::find(asked.begin(), asked.end(), each) != asked.end(); });
    CHECK(all == whole(c.input, nullptr, 0));
  }
}

TEST_CASE("labelled pictures: a part of a form is a face in its record, as base64 is, however it is cut") {
  Random random(11);
  for (const size_t pixels : {size_t{200}, size_t{70000}, size_t{300000}}) {
    const std::string face = made_jpeg("", "", pixels, 5), card = made_jpeg("", "", pixels, 6),
                      goods = made_jpeg("", "", pixels, 7), tagged = made_jpeg("", made_xmp("n"), pixels, 8);
    const std::string input = part("face_img", "a.jpg", face) + part("goods", "b.jpg", goods) +
                              part("id_front", "c.jpg", card) + part("goods", "d.jpg", tagged) + kLastBoundary;
    CAPTURE(pixels);
    Scratch scratch(engine());
    Results results;
    auto options = default_options();
    options.flags = PIDUN_SCAN_RECORDS;
    for (const uint32_t threads : {1u, 2u}) {
      options.threads = threads;
      scratch.scan(input.data(), input.size(), options, results);
      CHECK(results.images().seen == 4);
      CHECK(results.images().face_signed == 3);
      REQUIRE(pidun_results_record_count(results.get()) == 1);
      CHECK(results.record(0).outcome == PIDUN_OUTCOME_VALID);
    }
    Stream stream(engine(), options);
    size_t records = 0;
    for (size_t at = 0; at < input.size();) {
      const size_t size = std::min<size_t>(input.size() - at, 1 + random.below(9000));
      stream.feed(scratch, input.data() + at, size, results);
      records += pidun_results_record_count(results.get());
      at += size;
    }
    stream.finish(scratch, results);
    records += pidun_results_record_count(results.get());
    CHECK(results.images().seen == 4);
    CHECK(results.images().face_signed == 3);
    CHECK(records == 1);
  }
}
