// See rule_text.h.
#include "detect/rule_text.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace pidun {
namespace {

constexpr uint64_t kReach = 120;

constexpr std::array<std::string_view, 44> kRuling = {
    "应当", "不得",   "依法", "依照",   "规定",   "本法",     "本条例", "处以", "可以", "有权", "或者",
    "以及", "等信息", "收集", "您的",   "您",     "我们",     "隐私",   "政策", "条款", "用于", "包括",
    "例如", "比如",   "是指", "如果",   "情形",   "有期徒刑", "责任",   "禁止", "必须", "权利", "义务",
    "机关", "人员",   "病人", "患者的", "疾病的", "防治",     "的人",   "的，", "；（", "法律", "行政法规"};

std::string_view sentence_before(std::string_view text) {
  for (const std::string_view end : {"。", "！", "？", "\n"}) {
    const size_t at = text.rfind(end);
    if (at != std::string_view::npos) text.remove_prefix(at + end.size());
  }
  return text;
}

std::string_view sentence_behind(std::string_view text) {
  for (const std::string_view end : {"。", "！", "？", "\n"}) text = text.substr(0, text.find(end));
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
  return std::any_of(kRuling.begin(), kRuling.end(), [&](std::string_view word) {
    return before.find(word) != std::string_view::npos || behind.find(word) != std::string_view::npos;
  });
}

}  // namespace pidun
