// What stands where a picture says that its pixels are: nothing of it is lost, whatever the picture says, wherever the
// input is cut; and lines are counted on through pixels.
#include <catch2/catch.hpp>

#include <algorithm>

#include "pidun/pidun.h"
#include "support/made_pictures.h"
#include "support/random.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

struct Engine16 {
  pidun_engine* engine = nullptr;
  pidun_scratch* scratch = nullptr;
  Engine16() {
    REQUIRE(pidun_engine_open(nullptr, &engine, nullptr) == PIDUN_OK);
    REQUIRE(pidun_scratch_new(engine, &scratch) == PIDUN_OK);
  }
  ~Engine16() {
    pidun_scratch_free(scratch);
    pidun_engine_free(engine);
  }
};

struct Place {
  std::string text;
  uint64_t begin = 0, line = 0;
  bool operator==(const Place&) const = default;
};

void take(const std::string& input, const pidun_results* results, std::vector<Place>& out) {
  for (size_t i = 0; i < pidun_results_count(results); ++i) {
    const pidun_finding& finding = pidun_results_data(results)[i];
    pidun_location at{};
    at.struct_size = sizeof(at);
    REQUIRE(pidun_results_location(results, i, &at) == PIDUN_OK);
    out.push_back({input.substr(finding.begin, finding.end - finding.begin), finding.begin, at.line});
  }
}

std::vector<Place> found_in(const std::string& input, size_t step) {
  static const Engine16 with;
  pidun_results* results = nullptr;
  REQUIRE(pidun_results_new(&results) == PIDUN_OK);
  std::vector<Place> out;
  if (step == 0) {
    REQUIRE(pidun_scan(with.scratch, input.data(), input.size(), nullptr, results) >= 0);
    take(input, results, out);
  } else {
    pidun_stream* stream = nullptr;
    REQUIRE(pidun_stream_open(with.engine, nullptr, &stream) == PIDUN_OK);
    for (size_t at = 0; at < input.size(); at += step) {
      const size_t size = std::min(step, input.size() - at);
      REQUIRE(pidun_stream_feed(stream, with.scratch, input.data() + at, size, results) >= 0);
      take(input, results, out);
    }
    REQUIRE(pidun_stream_finish(stream, with.scratch, results) >= 0);
    take(input, results, out);
    pidun_stream_free(stream);
  }
  pidun_results_free(results);
  return out;
}

struct Head {
  const char* name;
  std::string bytes;
};
// Each says that what comes is pixels, and much of it.
std::vector<Head> heads() {
  const std::string jpeg = made_jpeg("", "", 0, 1);
  const std::string gif = std::string("GIF89a\1\0\1\0\0\0\0\x2C\0\0\0\0\1\0\1\0\0\2", 24);
  const std::string bmp =
      "BM" + little(500000000, 4) + little(0, 4) + little(54, 4) + little(40, 4) + std::string(36, '\0');
  return {{"JPEG", jpeg.substr(0, jpeg.size() - 2)},
          {"PNG",
           std::string("\x89PNG\r\n\x1A\n") + png_chunk("IHDR", std::string(13, '\1')) + big(0x7FFFFFFF, 4) + "IDAT"},
          {"WebP", "RIFF" + little(0x7FFFFFFF, 4) + "WEBPVP8 " + little(0x7FFFFFF0, 4)},
          {"HEIF", box("ftyp", std::string("heic\0\0\0\0mif1heic", 16)) + big(0, 4) + "mdat"},
          {"JPEG 2000", std::string("\xFF\x4F\xFF\x51\0", 5)},
          {"GIF", gif},
          {"BMP", bmp}};
}

constexpr size_t kRows = 200;
std::string row(size_t i, const std::string& end) { return "139582" + std::to_string(70000 + 7 * i) + end; }

}  // namespace

TEST_CASE("picture gaps: no text is hidden by a head that says it is pixels") {
  const std::string gbk = "\xB5\xE7\xBB\xB0 ";
  for (const Head& head : heads()) {
    for (const std::string& before : {std::string("电话 "), gbk, std::string("phone,"), std::string()}) {
      for (const size_t apart : {size_t{0}, size_t{40}, size_t{700}, size_t{3000}}) {
        CAPTURE(head.name, before, apart);
        std::string input = head.bytes + noise(2000, 3);
        std::vector<std::string> numbers;
        for (size_t i = 0; i < kRows; ++i) {
          input += '\n' + before + row(i, "\n") + noise(apart, static_cast<uint32_t>(i)).substr(0, apart);
          numbers.push_back(row(i, ""));
        }
        std::vector<std::string> seen;
        for (const Place& place : found_in(input, 0))
          if (place.text.starts_with("139582")) seen.push_back(place.text);
        CHECK(seen == numbers);
      }
    }
  }
}

TEST_CASE("picture gaps: what is found among pixels stands on its line, however it is cut") {
  for (const Head& head : heads()) {
    std::string input = head.bytes;
    Random random(11);
    for (size_t i = 0; i < 40; ++i) {
      input += noise(random.below(9000), static_cast<uint32_t>(i)) + (i % 3 == 0 ? "姓名：王小明，手机 " : "\n");
      input += row(i, i % 2 == 0 ? "\n" : std::string(1, '\0'));
    }
    const std::vector<Place> whole = found_in(input, 0);
    CHECK(whole.size() >= 40);
    for (const Place& place : whole) {
      const auto lines = std::count(input.begin(), input.begin() + static_cast<std::ptrdiff_t>(place.begin), '\n');
      CHECK(place.line == static_cast<uint64_t>(lines) + 1);
    }
    for (const size_t step : {size_t{1}, size_t{63}, size_t{1000}, size_t{4097}, size_t{70000}}) {
      CAPTURE(head.name, step);
      CHECK(found_in(input, step) == whole);
    }
  }
}

TEST_CASE("picture gaps: lengths that lie and pictures that end early give the text behind them") {
  const std::string text = "\r\n--part\r\n姓名：王小明，手机：13958270461\r\n";
  const std::string pictures[] = {made_jpeg(made_exif(), made_xmp("n"), 30000, 1), made_png(made_exif(), made_xmp("n")),
                                  made_webp(made_exif(), made_xmp("n")), made_heif(made_exif(), made_xmp("n"))};
  for (const std::string& picture : pictures) {
    for (size_t cut = 4; cut < picture.size(); cut += 1 + cut / 9) {
      CAPTURE(cut, picture.size());
      const auto places = found_in(picture.substr(0, cut) + text, 0);
      CHECK(std::count_if(places.begin(), places.end(), [](const Place& p) { return p.text == "13958270461"; }) == 1);
    }
  }
}
