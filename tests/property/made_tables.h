// Tables of every sort: columns keep to a few sorts of cells, most of them plain, with odd rows among plain ones.
#pragma once

#include <string>
#include <vector>

#include "property/made_values.h"

namespace pidun::testing {

inline std::string hanzi(Random& random, size_t most) {
  constexpr const char* kHanzi[] = {"王", "李", "欧", "阳", "伟", "芳", "国", "建", "路", "号", "一", "三", "十", "市",
                                    "区", "的", "已", "完", "成", "高", "兴", "男", "女", "某", "中", "云", "亮", "第",
                                    "张", "村", "层", "室", "㐀", "〇", "，", "不", "详", "无", "汉", "族", "医", "院"};
  std::string text;
  for (size_t left = 1 + random.below(most); left != 0; --left) text += random.of(kHanzi);
  return text;
}

inline std::string address(Random& random) {
  constexpr const char* kPlaces[] = {"北京市东城区", "上海市浦东新区", "山西省吕梁市柳林县", "朝阳区", "杭州", ""};
  constexpr const char* kRoads[] = {"建设路", "人民大街", "白沙大道", "第", "闽", "WJ京", "云岫路", "一村"};
  constexpr const char* kEnds[] = {"室", "号", "", "领", "栋", "-2", "A", " ", "楼"};
  return std::string(random.of(kPlaces)) + std::string(random.of(kRoads)) + digits(random, 1 + random.below(8)) + "号" +
         digits(random, random.below(5)) + std::string(random.of(kEnds));
}

inline std::string plate(Random& random) {
  constexpr const char* kProvinces[] = {"京", "津", "冀", "晋", "蒙", "辽", "吉", "黑", "沪", "苏", "浙",
                                        "皖", "闽", "赣", "鲁", "豫", "鄂", "湘", "粤", "桂", "琼", "渝",
                                        "川", "贵", "云", "藏", "陕", "甘", "青", "宁", "新", "使", "北"};
  constexpr std::string_view kAny = "ABCDEFGHJK0123456789IO";
  std::string text(random.of(kProvinces));
  text += static_cast<char>('A' + random.below(26));
  for (size_t left = 4 + random.below(4); left != 0; --left) text += kAny[random.below(kAny.size())];
  return text + (random.one_in(8) ? "警" : "");
}

inline std::string figure(Random& random) {
  constexpr const char* kSigns[] = {"-", ".", "/", ":", ""};
  const std::string sign(random.of(kSigns));
  std::string text = digits(random, 1 + random.below(5));
  for (size_t left = random.below(4); left != 0; --left) text += sign + digits(random, 1 + random.below(4));
  return text;
}

inline std::string moment(Random& random) {
  const std::string day = "20" + digits(random, 2) + "-" + digits(random, 2) + "-" + digits(random, 2);
  const char* const between = random.one_in(3) ? "T" : " ";
  const std::string seconds = random.one_in(3) ? "" : ":" + digits(random, 2);
  return day + between + digits(random, 2) + ":" + digits(random, 2) + seconds;
}

inline std::string letters(Random& random) {
  constexpr const char* kWords[] = {"Y",   "N",  "paid", "PENDING", "male",    "zhangwei", "WangFang", "mobile", "x",
                                    "xxx", "XX", "null", "E",       "unknown", "name",     "AB",       "beijing"};
  return std::string(random.of(kWords));
}

// What folding or unwrapping makes a number, of digits or hanzi or letters alone.
inline std::string disguised(Random& random) {
  constexpr const char* kNumerals[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  constexpr char kHex[] = "0123456789abcdef";
  const std::string plain = random.one_in(2) ? mobile(random) : resident_id(random);
  std::string text;
  if (random.one_in(3)) {
    for (const char c : plain) text += {kHex[static_cast<unsigned char>(c) >> 4], kHex[c & 15]};
    return text;
  }
  if (random.one_in(4)) return letters(random) + "TWFuIGlzIGRpc3Rpbmd";
  const size_t digits = random.one_in(3) ? random.below(7) : 0;
  for (const char c : plain) {
    const bool numeral = c >= '0' && c <= '9' && text.size() >= digits;
    text += numeral ? kNumerals[c - '0'] : std::string(1, c);
  }
  return (random.one_in(3) ? "电话" : "") + text + (random.one_in(3) ? "号" : "");
}

inline std::string word(Random& random) {
  constexpr const char* kWords[] = {"顺产", "剖宫产", "未知", "已婚", "2型糖尿病",         "O型",  "null",   "-",
                                    "是",   "汉族",   "男",   "本科", "电话：13900001234", "id=3", "a@b.cn", "张**",
                                    "x",    "北京",   "\"",   "  "};
  return std::string(random.of(kWords));
}

// Valid, with an X, or with one digit changed.
inline std::string near_id(Random& random) {
  std::string id = resident_id(random);
  if (random.one_in(5)) id[17] = random.one_in(4) ? 'x' : 'X';
  if (random.one_in(5)) id[random.below(18)] = static_cast<char>('0' + random.below(10));
  return id;
}

// Real or not.
inline std::string day(Random& random) {
  const std::string sign = random.one_in(6) ? "/" : random.one_in(9) ? "." : "-";
  const std::string year = random.one_in(9) ? digits(random, 4) : (random.one_in(2) ? "20" : "19") + digits(random, 2);
  return year + sign + digits(random, random.one_in(20) ? 1 : 2) + (random.one_in(30) ? "-" : sign) + digits(random, 2);
}

inline std::string cell(Random& random, bool plain) {
  if (random.one_in(40)) return disguised(random);
  switch (random.below(plain ? 10 : 15)) {
    case 9:
      return letters(random);
    case 0:
      return near_id(random);
    case 1:
      return mobile(random);
    case 2:
    case 3:
      return hanzi(random, 3);
    case 4:
      return "上海市浦东新区云岫路" + digits(random, 1 + random.below(4)) + "号" + digits(random, 1 + random.below(4)) +
             "室";
    case 5:
      return plate(random);
    case 6:
      return day(random);
    case 7:
      return digits(random, random.below(26));
    case 8:
      if (random.one_in(3)) return moment(random);
      return random.one_in(3) ? card(random) : random.one_in(2) ? short_id(random) : figure(random);
    case 10:
      return hanzi(random, 9);
    case 11:
      return address(random);
    case 12:
      return "WJ京" + digits(random, 4) + "X";
    case 13:
      return random.one_in(2) ? any_value(random) : company(random);
    default:
      return word(random);
  }
}

// Columns keep to a few sorts of cells, and most tables to plain ones, so that many rows are plain and cells may
// outweigh the header.
inline std::string table(uint64_t seed) {
  constexpr const char* kHeaders[] = {"姓名",     "身份证号", "手机号", "家庭住址", "车牌号",  "出生日期",
                                      "订单号",   "备注",     "护照号", "诊断",     "纬度",    "经度",
                                      "工号",     "固定电话", "age",    "status",   "account", "银行卡号",
                                      "分娩方式", "金额",     "",       "户籍",     "民族",    "time"};
  constexpr const char kDelimiters[] = {',', ',', '\t', '|', ';'};
  Random random(seed);
  const char delimiter = kDelimiters[random.below(5)];
  const size_t columns = 1 + random.below(8);
  std::string text;
  std::vector<uint64_t> sorts;
  for (size_t i = 0; i < columns; ++i) {
    if (!random.one_in(9)) text += std::string(random.of(kHeaders));
    text += i + 1 < columns ? delimiter : '\n';
    sorts.push_back(random.below(1000));
  }
  const size_t rows = 20 + random.below(400), odd = 3 + random.below(60);
  const bool plain = !random.one_in(4);
  const size_t quoted = random.one_in(4) ? 1 : random.one_in(3) ? 6 : 1000000;
  const char* const end = random.one_in(4) ? "\r\n" : "\n";
  for (size_t row = 0; row < rows; ++row) {
    for (size_t i = 0; i < columns; ++i) {
      const char* const quote = random.one_in(quoted) ? "\"" : "";
      text += quote;
      Random kept(sorts[i] * 131 + random.below(3));
      if (random.one_in(odd * columns))
        text += cell(random, false);
      else
        text += random.one_in(4) ? cell(random, plain) : cell(kept, plain);
      text += quote;
      if (i + 1 < columns) text += delimiter;
    }
    text += random.one_in(50) ? "\n\n" : end;
  }
  return text;
}

}  // namespace pidun::testing
