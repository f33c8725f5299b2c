// See address_parts.h.
#include "detect/address_parts.h"

#include <algorithm>

#include "detect/hanzi_set.h"

namespace pidun {
namespace {

constexpr size_t kMostDigits = 5;

struct Mark {
  std::u16string_view word;
  AddressPart part;
  std::u16string_view not_before;  // characters behind it that make another word of it
};

// Of marks that begin alike the longer stands first.
constexpr Mark kUnits[] = {
    {u"号信箱", AddressPart::box, u""},
    {u"号楼", AddressPart::building, u"梯道上下"},
    {u"号院", AddressPart::house, u"长校"},
    {u"号弄", AddressPart::house, u""},
    {u"号库", AddressPart::room, u"存"},
    {u"号厂房", AddressPart::building, u""},
    {u"号宿舍", AddressPart::building, u""},
    {u"号公寓", AddressPart::building, u""},
    {u"号房", AddressPart::room, u"屋产租"},
    {u"号室", AddressPart::room, u"内外"},
    {u"号铺", AddressPart::room, u""},
    {u"号门", AddressPart::house, u"诊"},
    {u"号", AddressPart::house, u"线令码机桌车日至字站病"},
    {u"栋", AddressPart::building, u"梁"},
    {u"幢", AddressPart::building, u""},
    {u"座", AddressPart::building, u"位谈标机"},
    {u"单元", AddressPart::building, u"格素测"},
    {u"单", AddressPart::building, u"位价独词人身打据品号项间"},
    {u"舍", AddressPart::building, u"得弃"},
    {u"楼", AddressPart::room, u"梯主板市盘价"},
    {u"层", AddressPart::room, u"次面级"},
    {u"室", AddressPart::room, u"内外"},
    {u"房间", AddressPart::room, u""},
    {u"房", AddressPart::room, u"屋产租地东价"},
    {u"户", AddressPart::room, u"籍口型主外"},
    {u"弄", AddressPart::house, u"堂"},
    {u"支弄", AddressPart::house, u""},
    {u"村民小组", AddressPart::group, u""},
    {u"生产队", AddressPart::group, u""},
    {u"大队", AddressPart::group, u"长员"},
    {u"小队", AddressPart::group, u"长员"},
    {u"小组", AddressPart::group, u"长成赛会织"},
    {u"组", AddressPart::group, u"织成长合员建数"},
    {u"队", AddressPart::group, u"员长伍友"},
    {u"社", AddressPart::group, u"区会保工员"},
    {u"分箱", AddressPart::box, u""},
    {u"信箱", AddressPart::box, u""},
    {u"区", AddressPart::area, u""},
    {u"期", AddressPart::area, u"间限权末望货"},
    {u"排", AddressPart::area, u"名队水放除"},
    {u"街坊", AddressPart::area, u""},
    {u"街", AddressPart::area, u"道"},
    {u"巷", AddressPart::area, u""},
    {u"门", AddressPart::area, u"诊"},
    {u"院", AddressPart::area, u"长士校"},
};

constexpr Mark kMarks[] = {
    {u"大道", AddressPart::road, u"理"},
    {u"大街", AddressPart::road, u""},
    {u"胡同", AddressPart::road, u""},
    {u"公路", AddressPart::road, u"局法管"},
    {u"街道", AddressPart::town, u""},
    {u"路", AddressPart::road, u"由线过径灯况人费障政程演"},
    {u"街", AddressPart::road, u"上头舞景拍区"},
    {u"巷", AddressPart::road, u""},
    {u"里弄", AddressPart::road, u""},
    {u"小区", AddressPart::place, u""},
    {u"花园", AddressPart::place, u""},
    {u"花苑", AddressPart::place, u""},
    {u"家园", AddressPart::place, u""},
    {u"公寓", AddressPart::place, u""},
    {u"大厦", AddressPart::place, u""},
    {u"大楼", AddressPart::place, u""},
    {u"商厦", AddressPart::place, u""},
    {u"广场", AddressPart::place, u"舞"},
    {u"新村", AddressPart::place, u""},
    {u"山庄", AddressPart::place, u""},
    {u"庄园", AddressPart::place, u""},
    {u"华庭", AddressPart::place, u""},
    {u"豪庭", AddressPart::place, u""},
    {u"名苑", AddressPart::place, u""},
    {u"公馆", AddressPart::place, u""},
    {u"宿舍", AddressPart::place, u""},
    {u"园区", AddressPart::place, u""},
    {u"工业区", AddressPart::place, u""},
    {u"工业城", AddressPart::place, u""},
    {u"开发区", AddressPart::place, u""},
    {u"工业园", AddressPart::place, u""},
    {u"产业园", AddressPart::place, u""},
    {u"科技园", AddressPart::place, u""},
    {u"创业园", AddressPart::place, u""},
    {u"商贸城", AddressPart::place, u""},
    {u"市场", AddressPart::place, u"监化主价营经部份"},
    {u"社区", AddressPart::village, u"服卫矫工"},
    {u"村", AddressPart::village, u"民委镇庄里官干支集长"},
    {u"屯", AddressPart::village, u"兵田"},
    {u"嘎查", AddressPart::village, u""},
    {u"镇", AddressPart::town, u"长政静压"},
    {u"乡", AddressPart::town, u"村镇长亲政下"},
};

bool goes_with(const AddressChars& text, size_t end, const Mark& mark) {
  if (mark.not_before.empty()) return true;
  if (text.is_one_of(end, mark.not_before)) return false;
  if (mark.word == u"室") return !text.is_one_of(end + 1, u"厅卫");  // 3室2厅
  if (mark.word != u"号") return true;
  // 2号文件, 1号大街
  constexpr std::u16string_view kWords[] = {u"文件", u"公告", u"公路", u"决议", u"选手", u"台风", u"出口",
                                            u"通知", u"通告", u"通报", u"高炉", u"高地", u"议案", u"下午",
                                            u"上午", u"晚上", u"早上", u"凌晨", u"窗口", u"种子", u"大街",
                                            u"大道", u"桥",   u"口",   u"井",   u"球"};
  return std::none_of(std::begin(kWords), std::end(kWords),
                      [&](std::u16string_view word) { return text.has(end, word); });
}

// The first of `marks` that stands at `i`.
template <size_t n>
const Mark* first_at(const AddressChars& text, size_t i, const Mark (&marks)[n]) {
  for (const Mark& mark : marks)
    if (text.value(i) == mark.word[0] && text.has(i, mark.word)) return &mark;
  return nullptr;
}

bool may_begin_mark(uint16_t c) {
  static constexpr HanziSet set(u"大胡公街路巷里小花家商广新山庄华豪名宿园工开产科创市社村屯嘎镇乡");
  return set.has(c);
}
bool may_begin_unit(uint16_t c) {
  static constexpr HanziSet set(u"号栋幢座单舍楼层室房户弄支村生大小组队社分信区期排街巷门院");
  return set.has(c);
}

size_t skip(const AddressChars& text, size_t i, CharClass kind, size_t most) {
  const size_t begin = i;
  while (i - begin < most && text.kind(i) == kind) ++i;
  return i;
}

// Digits with letters before and behind: 88, B12, 6C; or numerals. `plain` says that digits are among them.
struct Figure {
  size_t end = 0;
  bool digits = false;
};
Figure figure_at(const AddressChars& text, size_t i) {
  constexpr size_t kMostLetters = 2, kMostNumerals = 5;
  if (text.kind(i) == CharClass::numeral) return {skip(text, i, CharClass::numeral, kMostNumerals), false};
  const size_t letters = skip(text, i, CharClass::letter, kMostLetters);
  const size_t digits = skip(text, letters, CharClass::digit, kMostDigits);
  if (text.is_digit(digits)) return {};
  if (digits == letters) return {letters == i || text.is_letter(letters) ? 0 : letters, false};
  const size_t behind = skip(text, digits, CharClass::letter, 1);
  return {text.is_letter(behind) ? digits : behind, true};
}

// What digits without a unit must not be followed by: they count something.
bool counts_something(const AddressChars& text, size_t i) {
  return text.is_one_of(
      i, u"年月日时分秒元块万千百亿人个岁点次米天公里周度名位条项份余多级班届种台辆件吨斤只张套批届平家强");
}

// An inner number behind a dash or 附, with its unit; 0 if there is none.
NumberPart joined_at(const AddressChars& text, size_t i) {
  const bool dash = text.kind(i) == CharClass::joint;
  if (!dash && !text.is_one_of(i, u"附之")) return {};
  const Figure figure = figure_at(text, i + 1);
  if (figure.end == 0 || !figure.digits || counts_something(text, figure.end)) return {};
  const Mark* unit = may_begin_unit(text.value(figure.end)) ? first_at(text, figure.end, kUnits) : nullptr;
  if (unit == nullptr) return {figure.end, AddressPart::room, false, 1};
  const size_t end = figure.end + unit->word.size();
  if (!goes_with(text, end, *unit)) return {figure.end, AddressPart::room, false, 1};
  return {end, unit->part, true, 1};
}

// 400-810-1234, 2024-05-06: no numbers of a house. Of the first digits' length and of all.
bool is_other_number(const AddressChars& text, size_t begin, size_t first, size_t end, const NumberPart& number) {
  constexpr size_t kMost = 9;
  if (number.joined == 0 || number.unit) return false;
  const bool year = first - begin == 4 && (text.has(begin, u"19") || text.has(begin, u"20"));
  size_t digits = 0;
  for (size_t i = begin; i < end; ++i) digits += text.is_digit(i) ? 1u : 0u;
  return year || digits > kMost;
}

}  // namespace

NumberPart number_at(const AddressChars& text, size_t i) {
  // 甲88号, 东4栋; but 第 and dates count otherwise.
  size_t from = i;
  if (text.kind(i) == CharClass::hanzi) {
    if (!text.is_digit(i + 1) || !text.is_one_of(i, u"附临甲乙丙丁负东西南北")) return {};
    ++from;
  }
  if (from > 0 && from == i && text.is_one_of(i - 1, u"第月年")) return {};
  const Figure figure = figure_at(text, from);
  if (figure.end == 0) return {};
  size_t end = figure.end;
  if (text.is_one_of(end, u"甲乙丙丁")) ++end;
  NumberPart found{figure.digits ? end : 0, AddressPart::house, false, 0};
  if (figure.digits && end > from + 1 && (text.value(end - 1) | 0x20) == u'f') {  // 9F
    found = {end, AddressPart::room, true, 0};
  } else if (may_begin_unit(text.value(end))) {
    const Mark* unit = first_at(text, end, kUnits);
    if (unit != nullptr) {
      if (!goes_with(text, end + unit->word.size(), *unit)) return {};
      const bool lane = !figure.digits && unit->word == u"弄";  // 三弄
      found = {end + unit->word.size(), lane ? AddressPart::road : unit->part, true, 0};
    }
  }
  if (!found.unit && (found.end == 0 || counts_something(text, end))) return {};
  while (true) {
    const NumberPart more = joined_at(text, found.end);
    if (more.end == 0) return is_other_number(text, from, figure.end, found.end, found) ? NumberPart{} : found;
    found.end = more.end;
    ++found.joined;
    found.unit |= more.unit;
    if (more.part != AddressPart::house) found.part = more.part;
  }
}

NamedPart mark_at(const AddressChars& text, size_t i) {
  if (!may_begin_mark(text.value(i))) return {};
  const Mark* mark = first_at(text, i, kMarks);
  if (mark == nullptr || !goes_with(text, i + mark->word.size(), *mark)) return {};
  return {i + mark->word.size(), mark->part};
}

bool tells_of_person(const AddressChars& text, size_t i) {
  constexpr std::u16string_view kWords[] = {u"电话", u"手机", u"联系", u"姓名", u"邮编", u"身份",
                                            u"电联", u"备注", u"邮箱", u"微信", u"收件", u"收货"};
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::u16string_view word) { return text.value(i) == word[0] && text.has(i, word); });
}

bool stops_at(const AddressChars& text, size_t i) {
  static constexpr HanziSet stops(u"在住的了于到我你他她它们是请送寄这那给被让叫说找收已要与及或从址");
  static constexpr HanziSet firsts(u"电手联姓邮身备微收先女经路前途坐");
  if (text.kind(i) != CharClass::hanzi) return false;
  const uint16_t c = text.value(i);
  if (!stops.has(c)) {
    if (!firsts.has(c)) return false;
    constexpr std::u16string_view kWords[] = {u"先生", u"女士", u"经过", u"路过", u"前往", u"途经", u"坐落"};
    return tells_of_person(text, i) || std::any_of(std::begin(kWords), std::end(kWords),
                                                   [&](std::u16string_view word) { return text.has(i, word); });
  }
  if (c == u'于') return !text.is_one_of(i + 1, u"家庄洪都田潜桥楼集");
  if (c == u'址') return i > 0 && text.is_one_of(i - 1, u"地住");
  if (c == u'与') return i == 0 || !text.is_one_of(i - 1, u"路街道巷口");  // 建国路与光明路路口
  return !text.has(i, u"住宅");
}

Place region_at(const AddressChars& text, size_t i) {
  if (text.kind(i) != CharClass::hanzi && text.kind(i) != CharClass::numeral) return {};
  if (i > 0)  // what stands in tables of divisions where there is no name
    for (const std::u16string_view none : {u"市辖区", u"其它区", u"其他区"})
      if (text.value(i) == none[0] && text.has(i, none)) return {none.size(), PlaceLevel::county, false, {}};
  const Place place = place_at(text.from(i).first(std::min(text.size() - i, kLongestPlace)));
  // 东区, 二区: of an estate, unless of the city before.
  if (place.length == 2 && i > 0 && text.value(i + 1) == u'区' && text.is_han(i - 1) && !text.is_one_of(i - 1, u"省市"))
    return {};
  if (!place.is_short) return place;
  const size_t end = i + place.length;
  const bool turned = text.is_one_of(end, u"东西南北中一二三四五") && text.is_one_of(end + 1, u"路街大里");
  if (text.is_one_of(end, u"路街巷弄道村里大") || turned) return {};
  return place;
}

bool ends_tenant(const AddressChars& text, size_t end) {
  constexpr std::u16string_view kEnds[] = {
      u"公司", u"学校", u"小学", u"中学", u"大学", u"学院", u"医院", u"诊所", u"药房", u"酒店", u"宾馆",
      u"饭店", u"超市", u"商店", u"银行", u"集团", u"中心", u"广场", u"大厦", u"小区", u"花园", u"园区",
      u"公寓", u"工厂", u"车间", u"仓库", u"门市", u"商城", u"市场", u"城",   u"店",   u"厂",   u"馆",
      u"所",   u"部",   u"局",   u"厅",   u"院",   u"园",   u"楼",   u"室",   u"吧",   u"社",   u"处",
      u"站",   u"门",   u"口",   u"村",   u"苑",   u"坊",   u"阁",   u"轩",   u"行",   u"库"};
  return std::any_of(std::begin(kEnds), std::end(kEnds),
                     [&](std::u16string_view word) { return end >= word.size() && text.has(end - word.size(), word); });
}

size_t beside_at(const AddressChars& text, size_t i) {
  for (const std::u16string_view word : {u"旁边", u"对面", u"附近", u"隔壁", u"门口", u"楼下", u"院内", u"路口",
                                         u"东侧", u"西侧", u"南侧", u"北侧", u"旁", u"内"})
    if (text.has(i, word)) return word.size();
  return 0;
}

}  // namespace pidun
