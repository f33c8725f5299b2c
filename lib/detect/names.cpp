// See names.h.
#include "detect/names.h"

#include <array>

#include "base/utf8.h"
#include "detect/checks/surnames.h"
#include "detect/hanzi_set.h"
#include "detect/word_set.h"

namespace pidun {
namespace {

constexpr size_t kHanzi = 3;      // bytes
constexpr size_t kMostHanzi = 5;  // of a name and the character behind it

// What goes on with the sentence behind a name: particles, verbs, and what is told of people.
bool goes_on(uint32_t c) {
  static const HanziSet set(
      u"的将因在是已有和与及或为于对向从到给把被说称叫让请完开做去来入就通使持任住属身手电男女先老同经医护也都又还再曾"
      u"想要能会可应"
      u"负收寄取交转名下提签购支付退借贷欠报登注绑预拨打拒不未需须出发联核办名申我您您他她等");
  return set.has(c);
}

// What no given name holds.
bool is_particle(uint32_t c) {
  static const HanziSet set(
      u"的将因在是已有和与及或为于对向从到给把被说称叫让请了着过吗呢吧我你您他她它们这那此其之者所以而但且也都又还不没"
      u"很");
  return set.has(c);
}

// Surnames that are mostly other words in a sentence.
bool is_word(uint32_t c) {
  static const HanziSet set(u"和于从向有通应能都全经国水支司单任");
  return set.has(c);
}

// Words that begin with a surname and name nobody.
const WordSet& common_words() {
  static const WordSet words = [] {
    WordSet set;
    for (const std::string_view word :
         {"管部", "代表", "满意", "房地", "康复", "融入", "权收", "公布", "安置", "应当", "应该", "方可", "方式",
          "方法", "方案", "有关", "有限", "有权", "支付", "支持", "平台", "平时", "单位", "单独", "成功", "成都",
          "成员", "管理", "高级", "高校", "高中", "高速", "金融", "金额", "党员", "安全", "安装", "国家", "文件",
          "文化", "时间", "时候", "常见", "常用", "全部", "全国", "东方", "公司", "公安", "公开", "白色", "向前",
          "关于", "连接", "程序", "相关", "和平", "明确", "查询", "查看", "强制", "施工", "计划", "计算", "任何",
          "任务", "权限", "权利", "权益", "余额", "经常", "项目", "项下", "密码", "于是", "房间", "房产", "房屋",
          "万元", "黄金", "陈述", "曾经", "马上", "车辆", "车主", "双方", "严重", "水平", "石油", "夏天", "路线",
          "景区", "江苏", "云南", "海南", "海外", "明细", "信息", "信用", "宣布", "解决", "解除", "申请", "能够",
          "能否", "包括", "通知", "通过", "温馨", "祝福", "终于", "从事", "容易", "农村", "利用", "广告", "广州",
          "师傅", "华为", "颜色", "学生"})
      set.add(word);
    return set;
  }();
  return words;
}

// Code points of the hanzi that the text begins with, one more than a name has at most; the first that is none ends it.
struct Head {
  std::array<uint32_t, kMostHanzi> hanzi{};
  size_t count = 0;
};

Head head_of(std::string_view text) {
  Head head;
  while (head.count < kMostHanzi) {
    const CodePoint c = decode_utf8(text);
    if (c.bytes != kHanzi || c.value < 0x4E00 || c.value > 0x9FFF) break;
    head.hanzi[head.count++] = c.value;
    text.remove_prefix(kHanzi);
  }
  return head;
}

}  // namespace

size_t name_length(std::string_view text) {
  const Head head = head_of(text);
  size_t surname = 0;
  if (head.count >= 3 && is_compound_surname(text.substr(0, 2 * kHanzi)))
    surname = 2;
  else if (head.count >= 2 && is_surname(text.substr(0, kHanzi)) && !is_word(head.hanzi[0]))
    surname = 1;
  if (surname == 0 || common_words().longest_at(text) != 0) return 0;
  const auto ends_behind = [&](size_t total) {
    if (total > head.count || (total < head.count && !goes_on(head.hanzi[total]))) return false;
    for (size_t i = surname; i < total; ++i)
      if (is_particle(head.hanzi[i])) return false;
    return true;
  };
  const size_t shorter = surname + 1, longer = surname + 2;
  if (!ends_behind(longer)) return ends_behind(shorter) ? shorter * kHanzi : 0;
  // Of 赵敏名下 both could be: unless the longer surely ends, a word goes on behind the shorter.
  const bool surely = longer == head.count || is_particle(head.hanzi[longer]);
  return (surely || !ends_behind(shorter) ? longer : shorter) * kHanzi;
}

}  // namespace pidun
