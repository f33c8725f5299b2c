#include "detect/checks/surnames.h"

#include <algorithm>
#include <bitset>
#include <cstdint>

#include "base/utf8.h"

namespace pidun {
namespace {

constexpr size_t kBytes = 3;  // of a hanzi

bool is_wide(std::string_view text) { return (static_cast<unsigned char>(text[0]) & 0xF0) == 0xE0; }

constexpr std::string_view kSurnames =
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞"
    "任袁柳"
    "酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈"
    "宋茅庞"
    "熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣"
    "邓郁单"
    "杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯全班仰秋仲伊宫宁仇栾暴"
    "甘厉戎"
    "祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂"
    "濮牛寿"
    "通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧利蔚越隆师巩厍聂"
    "晁勾敖融"
    "冷辛阚那简饶曾沙鞠关相查荆游竺权盖桓公肖岳帅缑亢况郈有琴海归佟付覃代闫丘覃冼黎巢苑";
constexpr std::string_view kCompound[] = {"欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙",
                                          "慕容", "长孙", "宇文", "司徒", "夏侯", "令狐", "轩辕", "独孤",
                                          "南宫", "端木", "呼延", "西门", "百里", "东郭", "司空", "万俟",
                                          "闻人", "赫连", "澹台", "公冶", "宗政", "濮阳"};

// By code point: surnames are hanzi of three bytes.
const std::bitset<65536>& surnames() {
  static const auto set = [] {
    std::bitset<65536> surnames;
    for (size_t at = 0; at < kSurnames.size(); at += kBytes) surnames.set(point_of_three(kSurnames.data() + at));
    return surnames;
  }();
  return set;
}

// The first characters of compound ones, which nearly no text begins with.
const std::bitset<65536>& compound_beginnings() {
  static const auto set = [] {
    std::bitset<65536> beginnings;
    for (const std::string_view name : kCompound) beginnings.set(point_of_three(name.data()));
    return beginnings;
  }();
  return set;
}

}  // namespace

bool is_surname(std::string_view character) {
  return character.size() == kBytes && is_wide(character) && surnames()[point_of_three(character.data())];
}

bool is_compound_surname(std::string_view two) {
  return two.size() == 2 * kBytes && is_wide(two) && compound_beginnings()[point_of_three(two.data())] &&
         std::find(std::begin(kCompound), std::end(kCompound), two) != std::end(kCompound);
}

}  // namespace pidun
