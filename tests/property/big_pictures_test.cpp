// Pictures of hundreds of megabytes that never stand in memory: the rest is found, memory stays, time is linear.
#include <catch2/catch.hpp>

#include <sys/resource.h>

#include <algorithm>

#include "pidun/pidun.h"
#include "support/made_pictures.h"
#include "support/rounds.h"

using namespace pidun::testing;

namespace {

// Feeds `head`, as many MB of `part` as said, and `tail`; how many mobile numbers were found, and what was counted.
struct Told {
  size_t mobiles = 0;
  pidun_images images{};
  long grown = 0;  // KiB resident
};

long resident() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

Told feed(const std::string& head, const std::string& part, size_t mb, const std::string& tail) {
  pidun_engine* engine = nullptr;
  pidun_scratch* scratch = nullptr;
  pidun_results* results = nullptr;
  pidun_stream* stream = nullptr;
  REQUIRE(pidun_engine_open(nullptr, &engine, nullptr) == PIDUN_OK);
  REQUIRE(pidun_scratch_new(engine, &scratch) == PIDUN_OK);
  REQUIRE(pidun_results_new(&results) == PIDUN_OK);
  REQUIRE(pidun_stream_open(engine, nullptr, &stream) == PIDUN_OK);
  Told told;
  const auto take = [&] {
    for (size_t i = 0; i < pidun_results_count(results); ++i)
      told.mobiles += pidun_results_data(results)[i].kind == pidun_kind_find("mobile_number");
    told.images = {};
    told.images.struct_size = sizeof(told.images);
    REQUIRE(pidun_results_images(results, &told.images) == PIDUN_OK);
  };
  const auto give = [&](const std::string& bytes) {
    REQUIRE(pidun_stream_feed(stream, scratch, bytes.data(), bytes.size(), results) >= 0);
    take();
  };
  give(head);
  give(part);
  const long before = resident();
  for (size_t fed = 0; fed < mb * 1000000; fed += part.size()) give(part);
  give(tail);
  REQUIRE(pidun_stream_finish(stream, scratch, results) >= 0);
  take();
  told.grown = resident() - before;
  pidun_stream_free(stream);
  pidun_results_free(results);
  pidun_scratch_free(scratch);
  pidun_engine_free(engine);
  return told;
}

// A sanitizer keeps what was freed for a while.
constexpr long kMostGrown = kSanitized ? 512 * 1024 : 24 << 10;  // KiB

}  // namespace

TEST_CASE("big pictures: 200 MB of base64 over many feeds") {
  const std::string picture = made_jpeg(made_exif(), made_xmp("n"), 3000, 1);
  const std::string head = base64_of(picture.substr(0, picture.size() / 3 * 3 - 300)),
                    part = base64_of(noise(299997, 3).substr(0, 299997));
  const Told told = feed("{\"手机\":\"13958270461\",\"image\":\"" + head, part, 200, "\",\"手机\":\"13958270462\"}\n");
  CHECK(told.mobiles == 2);
  CHECK(told.images.seen == 1);
  CHECK(told.images.face_signed == 1);
  CHECK(told.grown < kMostGrown);
}

TEST_CASE("big pictures: XMP of 100 MB, as it is in PNG, and a picture that never ends") {
  const std::string xmp = "XML:com.adobe.xmp" + std::string(5, '\0') + made_xmp("n");
  const std::string png = "\x89PNG\r\n\x1A\n" + png_chunk("IHDR", std::string(13, '\1'));
  std::string filler;
  while (filler.size() < 1000000) filler += "<rdf:li>an entry of a long list of words</rdf:li>\n";
  filler.resize(1000000, ' ');
  const std::string tail = "\n手机：13958270462\n";
  const Told text = feed("手机：13958270461\n" + png + pidun::testing::big(101000000 + xmp.size(), 4) + "iTXt" + xmp,
                         filler, 100, "crc." + png_chunk("IEND", "") + tail);
  CHECK(text.mobiles == 2);
  CHECK(text.images.face_signed == 1);
  CHECK(text.grown < kMostGrown);
  const Told endless = feed(made_jpeg("", "", 100, 1).substr(0, 100), noise(1000000, 5), 100, tail);
  CHECK(endless.mobiles == 1);
  CHECK(endless.images.seen == 1);
  CHECK(endless.grown < kMostGrown);
}
