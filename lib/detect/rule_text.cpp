// See rule_text.h.
#include "detect/rule_text.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/utf8.h"
#include "detect/hanzi_set.h"

namespace pidun {
namespace {

constexpr uint64_t kReach = 120;

constexpr std::array<std::string_view, 44> kRuling = {
    "应当", "不得",   "依法", "依照",   "规定",   "本法",     "本条例", "处以", "可以", "有权", "或者",
    "以及", "等信息", "收集", "您的",   "您",     "我们",     "隐私",   "政策", "条款", "用于", "包括",
    "例如", "比如",   "是指", "如果",   "情形",   "有期徒刑", "责任",   "禁止", "必须", "权利", "义务",
    "机关", "人员",   "病人", "患者的", "疾病的", "防治",     "的人",   "的，", "；（", "法律", "行政法规"};

// The characters that these words begin with; few others are looked at again.
constexpr HanziSet kBeginnings(u"应不依规本处可有或以等收您我隐政条用包例比是如情责禁必权义机人病患疾防的；法行");
static_assert(std::all_of(kRuling.begin(), kRuling.end(),
                          [](std::string_view word) { return kBeginnings.has(decode_utf8(word).value); }));

bool has_ruling_word(std::string_view text) {
  constexpr size_t kBytes = 3;  // of each character that a word begins with
  for (size_t at = 0; at + kBytes <= text.size(); ++at) {
    if (static_cast<unsigned char>(text[at]) < 0xE0) continue;
    if (!kBeginnings.has(point_of_three(text.data() + at))) continue;
    const std::string_view rest = text.substr(at);
    if (std::any_of(kRuling.begin(), kRuling.end(), [&](std::string_view word) { return rest.starts_with(word); }))
      return true;
    at += kBytes - 1;
  }
  return false;
}

// Bytes of what ends a sentence and begins at `at`: 。！？ or the end of a line or of a text; 0 if nothing does.
size_t sentence_end_at(std::string_view text, size_t at) {
  constexpr size_t kBytes = 3;
  if (text[at] == '\n' || text[at] == '\0') return 1;
  if ((text[at] != '\xE3' && text[at] != '\xEF') || at + kBytes > text.size()) return 0;
  const std::string_view sign = text.substr(at, kBytes);
  return sign == "。" || sign == "！" || sign == "？" ? kBytes : 0;
}

std::string_view sentence_before(std::string_view text) {
  for (size_t at = text.size(); at-- > 0;)
    if (const size_t bytes = sentence_end_at(text, at); bytes != 0) return text.substr(at + bytes);
  return text;
}

std::string_view sentence_behind(std::string_view text) {
  for (size_t at = 0; at < text.size(); ++at)
    if (sentence_end_at(text, at) != 0) return text.substr(0, at);
  return text;
}

// An amount to the cent is somebody's, whoever is spoken to: 您尾号3623的储蓄卡余额12345.67元.
bool is_to_the_cent(std::string_view text) {
  const size_t dot = text.rfind('.');
  return dot != std::string_view::npos && dot != 0 && is_digit(text[dot - 1]) && dot + 2 < text.size() &&
         is_digit(text[dot + 1]) && is_digit(text[dot + 2]) && (dot + 3 == text.size() || !is_digit(text[dot + 3]));
}

}  // namespace

bool is_rule_text(const Window& window, Span span) {
  if (is_to_the_cent(window.view(span))) return false;
  const std::string_view before = sentence_before(window.view(pidun::before(span.begin, kReach), span.begin));
  const std::string_view behind = sentence_behind(window.view(span.end, span.end + kReach));
  return has_ruling_word(before) || has_ruling_word(behind);
}

}  // namespace pidun
