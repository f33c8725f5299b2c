// Pictures: any cutting and any number of threads give the same counts, the same pictures and the same findings, and
// one picture has one hash whatever it is written in.
#include <catch2/catch.hpp>

#include <algorithm>

#include "api/handles.h"
#include "support/made_pictures.h"
#include "support/random.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

// What is told of pictures is not in the C API: it is for the records. So the handles are looked into.
struct OpenEngine {
  pidun_engine* engine = nullptr;
  OpenEngine() { REQUIRE(pidun_engine_open(nullptr, &engine, nullptr) == PIDUN_OK); }
  ~OpenEngine() { pidun_engine_free(engine); }
};
const pidun_engine* engine() {
  static const OpenEngine engine;
  return engine.engine;
}
struct OwnScratch {
  pidun_scratch* scratch = nullptr;
  OwnScratch() { REQUIRE(pidun_scratch_new(engine(), &scratch) == PIDUN_OK); }
  ~OwnScratch() { pidun_scratch_free(scratch); }
  pidun_scratch* get() const { return scratch; }
};
struct OwnResults {
  pidun_results* results = nullptr;
  OwnResults() { REQUIRE(pidun_results_new(&results) == PIDUN_OK); }
  ~OwnResults() { pidun_results_free(results); }
  pidun_results* get() const { return results; }
};

std::string detail_of(const pidun_results* results, size_t i) {
  std::string text = pidun_results_evidence(results, i);
  for (size_t n = 0; const char* link = pidun_results_chain(results, i, n); ++n) text += std::string(" ") + link;
  pidun_location at{};
  at.struct_size = sizeof(at);
  REQUIRE(pidun_results_location(results, i, &at) == PIDUN_OK);
  const pidun_finding& finding = pidun_results_data(results)[i];
  return text + ' ' + std::to_string(finding.end) + ' ' + std::to_string(finding.kind) + " line " +
         std::to_string(at.line) + ' ' + std::to_string(at.column);
}

// What is told of pictures, in the order they begin.
struct Told {
  std::vector<std::string> pictures;
  uint64_t seen = 0, face_signed = 0, camera = 0;
  std::vector<std::string> findings;
  void take(const pidun_results* results) {
    for (const Picture& picture : results->found.pictures) {
      std::string text = std::to_string(picture.begin + (uint64_t{1} << 40)) + ' ' + std::to_string(picture.end) + ' ' +
                         std::to_string(picture.size) + ' ' + std::to_string(picture.names);
      text += picture.whole ? " whole" : " cut";
      if (picture.face_signed) text += " face";
      if (picture.camera) text += " camera";
      pictures.push_back(text + ' ' + std::string(picture.hash.begin(), picture.hash.end()));
    }
    for (size_t i = 0; i < pidun_results_count(results); ++i)
      findings.push_back(std::to_string(pidun_results_data(results)[i].begin) + ' ' + detail_of(results, i));
    seen = results->found.images.seen;
    face_signed = results->found.images.face_signed;
    camera = results->found.images.camera;
  }
  void finish() { std::sort(pictures.begin(), pictures.end()); }
  bool operator==(const Told&) const = default;
};

pidun_scan_options keyed(uint32_t threads) {
  static const unsigned char key[16] = {7, 7, 7};
  pidun_scan_options options = PIDUN_SCAN_OPTIONS_INIT;
  options.key = key;
  options.key_length = 16;
  options.threads = threads;
  return options;
}

Told whole(const std::string& input, uint32_t threads) {
  const OwnScratch scratch;
  const OwnResults results;
  const pidun_scan_options options = keyed(threads);
  REQUIRE(pidun_scan(scratch.get(), input.data(), input.size(), &options, results.get()) >= 0);
  Told told;
  told.take(results.get());
  told.finish();
  return told;
}

Told cut(const std::string& input, uint64_t most, Random& random, uint32_t threads) {
  const OwnScratch scratch;
  const OwnResults results;
  const pidun_scan_options options = keyed(threads);
  pidun_stream* stream = nullptr;
  REQUIRE(pidun_stream_open(engine(), &options, &stream) == PIDUN_OK);
  Told told;
  for (uint64_t at = 0; at < input.size();) {
    const uint64_t size = std::min<uint64_t>(input.size() - at, 1 + random.below(most));
    REQUIRE(pidun_stream_feed(stream, scratch.get(), input.data() + at, size, results.get()) >= 0);
    told.take(results.get());
    at += size;
  }
  REQUIRE(pidun_stream_finish(stream, scratch.get(), results.get()) >= 0);
  told.take(results.get());
  pidun_stream_free(stream);
  told.finish();
  return told;
}

std::string made(Random& random, size_t pixels) {
  const std::string exif = random.below(2) != 0 ? made_exif() : "", xmp = random.below(3) == 0 ? made_xmp("n") : "";
  switch (random.below(5)) {
    case 0:
      return made_png(exif, xmp);
    case 1:
      return made_webp(exif, xmp);
    case 2:
      return made_heif(exif, xmp);
    default:
      return made_jpeg(exif, xmp, random.below(pixels), static_cast<uint32_t>(random.below(1000)));
  }
}

std::string wrapped(const std::string& text, size_t width, const std::string& line_end) {
  std::string out;
  for (size_t at = 0; at < text.size(); at += width) out += text.substr(at, width) + line_end;
  return out;
}

std::string made_input(Random& random, size_t parts, size_t pixels, bool raw) {
  std::string input = "{\"a\":1}\n";
  for (size_t i = 0; i < parts; ++i) {
    const std::string picture = made(random, pixels);
    switch (random.below(raw ? 5 : 3)) {
      case 0:
        input += "{\"image\":\"" + base64_of(picture) + "\",\"n\":13958270461}\n";
        break;
      case 1:
        input += "电话 13958270461\n";
        break;
      case 2:
        input += "\n" + wrapped(base64_of(picture), 76, random.below(2) != 0 ? "\r\n" : "\n") + "\n";
        break;
      default:
        input += picture + "\r\n--part\r\n";
    }
  }
  return input;
}

}  // namespace

TEST_CASE("pictures: any cutting gives the same") {
  for (uint64_t seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const std::string input = made_input(random, 12, seed % 3 == 0 ? 200000 : 20000, seed % 2 == 0);
    const Told one = whole(input, 1);
    CHECK(one.seen == one.pictures.size());
    for (const uint64_t most : {uint64_t{37}, uint64_t{5000}, uint64_t{150000}}) {
      CAPTURE(most);
      if (most < 100 && input.size() > 300000) continue;
      const Told other = cut(input, most, random, 1);
      CHECK(other.pictures == one.pictures);
      CHECK(other.findings == one.findings);
      CHECK(other.seen == one.seen);
      CHECK(other.face_signed == one.face_signed);
      CHECK(other.camera == one.camera);
    }
  }
}

TEST_CASE("pictures: threads give the same, of a picture over several shards too") {
  for (const bool raw : {false, true}) {
    Random random(5);
    std::string input = made_input(random, 40, 90000, raw);
    const std::string big = made_jpeg(made_exif(), made_xmp("n"), 9 << 20, 3);
    input += raw ? big : "{\"image\":\"" + base64_of(big) + "\"}\n";
    input += made_input(random, 10, 90000, raw);
    const Told one = whole(input, 1);
    for (const uint32_t threads : {2u, 3u}) {
      CHECK(whole(input, threads) == one);
      CHECK(cut(input, 3 << 20, random, threads) == one);
    }
  }
}

TEST_CASE("pictures: one picture has one hash in every carrier, another picture another") {
  const std::string picture = made_jpeg(made_exif(), made_xmp("n"), 300000, 1);
  std::string hex = "INSERT INTO p VALUES (1, 0x";
  for (const char c : picture) {
    constexpr char kDigits[] = "0123456789ABCDEF";
    hex += kDigits[static_cast<unsigned char>(c) >> 4];
    hex += kDigits[c & 15];
  }
  const auto hash = [](const std::string& input) {
    const OwnScratch scratch;
    const OwnResults results;
    const pidun_scan_options options = keyed(1);
    REQUIRE(pidun_scan(scratch.get(), input.data(), input.size(), &options, results.get()) >= 0);
    REQUIRE(results.get()->found.pictures.size() == 1);
    CHECK(results.get()->found.pictures[0].whole);
    CHECK(results.get()->found.pictures[0].size > 300000);
    return results.get()->found.pictures[0].hash;
  };
  const HashValue raw = hash(picture);
  CHECK(hash("x\r\n" + picture + "\r\n--b--\r\n") == raw);
  CHECK(hash("{\"image\":\"" + base64_of(picture) + "\"}") == raw);
  CHECK(hash("{\"image\":\"data:image/jpeg;base64," + base64_of(picture) + "\"}") == raw);
  CHECK(hash(hex + ");\n") == raw);
  CHECK(hash(made_jpeg(made_exif(), made_xmp("n"), 300000, 2)) != raw);
}

TEST_CASE("pictures: wrapped base64 gives the faces and places that base64 in one piece does, where they stand") {
  const auto counted = [](const std::string& kind, const std::string& input) {
    const OwnScratch scratch;
    const OwnResults results;
    REQUIRE(pidun_scan(scratch.get(), input.data(), input.size(), nullptr, results.get()) >= 0);
    std::vector<pidun_finding> found;
    for (size_t i = 0; i < pidun_results_count(results.get()); ++i)
      if (pidun_results_data(results.get())[i].kind == pidun_kind_find(kind.c_str()))
        found.push_back(pidun_results_data(results.get())[i]);
    return found;
  };
  const std::string xmp = made_xmp("n"), ms = "<MPReg:Rectangle>0.1, 0.2, 0.3, 0.4</MPReg:Rectangle>";
  const std::string many = [] {  // that spans several segments
    std::string out = "<x:xmpmeta xmlns:x='adobe:ns:meta/'>";
    for (int i = 0; i < 900; ++i) out += "<rdf:li><rdf:Description mwg-rs:Type='Face'/></rdf:li>\n";
    return out;
  }();
  const std::pair<std::string, size_t> pictures[] = {{made_jpeg(made_exif(), xmp, 9000, 1), 1},
                                                     {made_jpeg("", ms, 100, 2), 1},
                                                     {made_png("", xmp), 1},
                                                     {made_webp("", xmp), 1},
                                                     {made_jpeg(made_exif(), "", 9000, 3), 0},
                                                     {made_jpeg("", many, 900, 4), 900}};
  for (const auto& [picture, faces] : pictures) {
    const std::string base64 = base64_of(picture), plain = "{\"image\":\"" + base64 + "\"}\n";
    CAPTURE(picture.size());
    CHECK(counted("face_information", plain).size() == faces);
    const size_t places = counted("location_trajectory", plain).size();
    for (const size_t width : {size_t{76}, size_t{64}}) {
      for (const std::string line_end : {"\r\n", "\n", "\n  "}) {
        for (const std::string head : {"Content-Transfer-Encoding: base64\r\n\r\n", "data:image/jpeg;base64,"}) {
          CAPTURE(width, line_end, head);
          const std::string body = wrapped(base64, width, line_end), input = head + body + "\nend\n";
          const auto found = counted("face_information", input);
          REQUIRE(found.size() == faces);
          CHECK(counted("location_trajectory", input).size() == places);
          if (faces != 1) continue;
          // From the run's first character, or its head, to what the packet ends with.
          const size_t run = head[0] == 'd' ? 0 : head.size();
          CHECK(found[0].outer_begin == run);
          CHECK(found[0].outer_end > found[0].end);
          CHECK(found[0].outer_end <= head.size() + body.size());
          std::string spelt = input.substr(found[0].begin, found[0].end - found[0].begin);
          std::erase_if(spelt, [](char c) { return c == '\r' || c == '\n' || c == ' '; });
          CHECK(base64.find(spelt) != std::string::npos);
        }
      }
    }
  }
}

TEST_CASE("pictures: face records are found in wrapped base64, each once, wherever the lines break") {
  const OwnScratch scratch;
  const std::string cbeff = std::string("\xA1\x0E\x81\1\2\x87\2\1\1\x88\2\0\x08", 13) + "\x5F\x2E\x82" + big(500, 2);
  const std::string dg2 = "\x7F\x61\x82" + big(600, 2) + "\2\1\1\x7F\x60\x82" + big(590, 2) + cbeff;
  for (const std::string& record : {made_face_record(600), dg2 + made_face_record(600), made_arcsoft()}) {
    for (size_t before = 0; before < 130; ++before) {
      const std::string raw = noise(before, 11).substr(0, before) + record;
      const std::string input = "\n" + wrapped(base64_of(raw), 76, before % 2 != 0 ? "\r\n" : "\n");
      const OwnResults results;
      REQUIRE(pidun_scan(scratch.get(), input.data(), input.size(), nullptr, results.get()) >= 0);
      CAPTURE(before, record.size());
      size_t faces = 0;
      for (size_t i = 0; i < pidun_results_count(results.get()); ++i)
        faces += pidun_results_data(results.get())[i].kind == pidun_kind_find("face_information");
      CHECK(faces == 1);
    }
  }
}

namespace {

size_t faces_in(const std::string& input) {
  const OwnScratch scratch;
  const OwnResults results;
  REQUIRE(pidun_scan(scratch.get(), input.data(), input.size(), nullptr, results.get()) >= 0);
  size_t faces = 0;
  for (size_t i = 0; i < pidun_results_count(results.get()); ++i)
    faces += pidun_results_data(results.get())[i].kind == pidun_kind_find("face_information");
  return faces;
}

std::string hex_of(const std::string& bytes, const char* digits) {
  std::string out;
  for (const char c : bytes) {
    out += digits[static_cast<unsigned char>(c) >> 4];
    out += digits[c & 15];
  }
  return out;
}

}  // namespace

TEST_CASE("pictures: face records are found in hex and base64url too") {
  const std::string cbeff = std::string("\xA1\x0E\x81\1\2\x87\2\1\1\x88\2\0\x08", 13) + "\x5F\x2E\x82" + big(500, 2);
  const std::string records[] = {made_face_record(600), cbeff + noise(600, 5), made_arcsoft()};
  for (const std::string& record : records) {
    for (size_t before = 0; before < 9; ++before) {
      const std::string raw = noise(before, 11).substr(0, before) + record;
      CAPTURE(before, record.size());
      for (const char* digits : {"0123456789abcdef", "0123456789ABCDEF"}) {
        const std::string hex = hex_of(raw, digits);
        CHECK(faces_in("{\"data\":\"" + hex + "\"}\n") == 1);
        CHECK(faces_in("INSERT INTO f VALUES (1, 0x" + hex + ");\n") == 1);
        CHECK(faces_in("INSERT INTO f VALUES (1, '\\x" + hex + "');\n") == 1);
      }
      std::string url = base64_of(raw);
      std::replace(url.begin(), url.end(), '+', '-');
      std::replace(url.begin(), url.end(), '/', '_');
      CHECK(faces_in("{\"data\":\"" + url + "\"}\n") == 1);
    }
  }
}

TEST_CASE("pictures: lying lengths of DG2 and ISO 19794-5 end nowhere, and hide nothing behind them") {
  const std::string row = "\n电话 13958270461\n";
  for (const std::string& length :
       {std::string("\x84\xFF\xFF\xFF\xFF"), std::string("\x83\xFF\xFF\xFF"), std::string("\x82\0\0", 3),
        std::string("\0", 1), std::string("\x80"), std::string("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF")}) {
    for (const std::string& inner : {std::string("\2\1\1\x7F\x60\x82\xFF\xFF"), std::string("\2\1\xFF\x7F\x60\x80")}) {
      const std::string dg2 = "\x7F\x61" + length + inner;
      const std::string iso = std::string(
                                  "FAC\0"
                                  "010\0",
                                  8) +
                              std::string("\xFF\xFF\xFF\xFF\xFF\xFF", 6);
      for (const std::string& record : {dg2, dg2 + iso, iso}) {
        const auto mobiles = [](const std::string& input) {
          const Told told = whole(input, 1);
          const std::string kind = ' ' + std::to_string(pidun_kind_find("mobile_number")) + " line";
          return std::count_if(told.findings.begin(), told.findings.end(),
                               [&](const std::string& text) { return text.find(kind) != std::string::npos; });
        };
        CHECK(mobiles(record + row) == 1);
        CHECK(mobiles(record) == 0);
        CHECK(mobiles("{\"a\":\"" + base64_of(record + noise(90, 3)) + "\",\"电话\":\"13958270461\"}\n") == 1);
      }
    }
  }
}

TEST_CASE("pictures: face records are found at every offset, as they are and in base64") {
  const std::string iso = made_face_record(600);
  const std::string cbeff = std::string("\xA1\x0E\x81\1\2\x87\2\1\1\x88\2\0\x08", 13) + "\x5F\x2E\x82" + big(500, 2);
  const std::string dg2 = "\x7F\x61\x82" + big(600, 2) + "\2\1\1\x7F\x60\x82" + big(590, 2) + cbeff;
  const OwnScratch scratch;
  for (const std::string& record : {iso, dg2 + iso, dg2 + noise(600, 4), cbeff + noise(600, 5), made_arcsoft()}) {
    for (size_t before = 0; before < 70; ++before) {
      const std::string raw = noise(before, 11).substr(0, before) + record;
      for (const std::string& input : {raw, "{\"data\":\"" + base64_of(raw) + "\"}\n"}) {
        const OwnResults results;
        REQUIRE(pidun_scan(scratch.get(), input.data(), input.size(), nullptr, results.get()) >= 0);
        CAPTURE(before, input.size());
        const auto face = [](const pidun_finding& finding) {
          return finding.kind == pidun_kind_find("face_information");
        };
        const pidun_finding* const first = pidun_results_data(results.get());
        CHECK(std::count_if(first, first + pidun_results_count(results.get()), face) == 1);
      }
    }
  }
}
