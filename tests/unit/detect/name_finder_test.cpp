// Names in running text: what is found, what is not, and that bad input is linear and cut anywhere the same.
#include "detect/name_finder.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "match/numbers.h"
#include "support/work_time.h"

namespace pidun {
namespace {

using Strings = std::vector<std::string>;

Readings readings_of(const std::string& text, Span range, NameFinder::Look look = {}, const Readings& others = {}) {
  const Window window(text, 0);
  AnchorFinder finder;
  Anchors anchors;
  finder.find(window, range.begin, range.end, anchors);
  NameFinder names;
  Readings found;
  names.find(window, range, finder.masks(), others, look, found);
  return found;
}

Strings names_in(const std::string& text, NameFinder::Look look = {}, const Readings& others = {}) {
  Strings names;
  for (const Reading& reading : readings_of(text, {0, text.size()}, look, others))
    if (reading.confidence >= 50) names.push_back(text.substr(reading.span.begin, reading.span.size()));
  return names;
}

double seconds(const std::string& text) {
  return testing::work_seconds([&] { readings_of(text, {0, text.size()}); });
}

std::string repeated(const std::string& piece, size_t size) {
  std::string text;
  while (text.size() < size) text += piece;
  return text;
}

}  // namespace

TEST_CASE("names in text: told by characters and what stands beside them") {
  CHECK(names_in("傅杰的手机号是多少") == Strings{"傅杰"});
  CHECK(names_in("陈雨桐将工作交接给丁刚，请知悉") == Strings{"陈雨桐", "丁刚"});
  CHECK(names_in("会议由欧阳明远主持") == Strings{"欧阳明远"});
  CHECK(names_in("负责人为王志强、刘建国。") == Strings{"王志强", "刘建国"});
  CHECK(names_in("请核对许志远银行卡") == Strings{"许志远"});
}

TEST_CASE("names in text: words, places, firms and other languages are none") {
  for (const std::string text : {"很高兴认识你们", "今晚玩王者荣耀", "穿着白色的上衣", "华为和小米发布了新品",
                                 "张家口在河北", "建国路万达广场", "康师傅方便面", "任何单位不得公开", "周伟路88号",
                                 "何晓明集团股份有限公司", "迈克尔·马丁说", "夏川草介のカルテ", "储物柜：LA101"}) {
    CAPTURE(text);
    CHECK(names_in(text).empty());
  }
}

TEST_CASE("names in text: a NUL parts texts, other control characters tell of bytes that are none") {
  const std::string nul(1, '\0');
  CHECK(names_in(nul + "王志强先生，" + nul) == Strings{"王志强"});
  CHECK(names_in("a\x01" + nul + "王志强先生" + nul + "\x02") == Strings{"王志强"});
  CHECK(names_in("\x01王志强先生，").empty());
  CHECK(names_in("王志强先生\x02").empty());
}

TEST_CASE("names in text: what fills a cell or stands in another reading is left to that") {
  const std::string row = "1,王志强,\"已联系王志强女士\"\n";
  CHECK(names_in(row, {.cells = true}) == Strings{"王志强"});
  CHECK(names_in(row) == Strings{"王志强", "王志强"});
  Reading other{.span = {2, 11}, .kind = Kind::home_address, .evidence = {}, .confidence = 70};
  CHECK(names_in(row, {}, {other}) == Strings{"王志强"});
}

TEST_CASE("names in text: a range gives what the whole gives there") {
  const std::string text = repeated("陈雨桐将工作交接给丁刚，许志远的电话。王伟王伟\xE7张三李四 a ", 700);
  const Readings whole = readings_of(text, {0, text.size()});
  for (uint64_t cut = 0; cut < text.size(); cut += 7) {
    Readings parts = readings_of(text, {0, cut});
    // Near a cut an overlapping name may lie behind it: scans look kLongestReading beyond a segment.
    std::erase_if(parts, [&](const Reading& reading) { return reading.span.end + 16 > cut; });
    for (size_t i = 0; i < parts.size(); ++i) REQUIRE(parts[i].span == whole[i].span);
  }
}

TEST_CASE("names in text: bad input is linear") {
  for (const std::string piece :
       {"王", "王李张", "欧阳", "王\xE7\x8E", "\xE7", "王\xE2\x80\x8F李", "张伟", "诸葛司马", "王伟、"}) {
    const std::string text = repeated(piece, 1 << 20);
    CAPTURE(piece);
    // Eight times as much takes eight times as long, not 64 times.
    CHECK(seconds(text) < 28 * std::max(seconds(text.substr(0, 1 << 17)), 0.005));
  }
}

}  // namespace pidun
