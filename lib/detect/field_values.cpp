// See field_values.h.
#include "detect/field_values.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "base/ascii.h"
#include "base/utf8.h"
#include "detect/address_text.h"
#include "detect/coordinates.h"
#include "detect/field_numbers.h"
#include "detect/minors.h"
#include "detect/name_model.h"
#include "detect/name_values.h"
#include "detect/names.h"
#include "detect/stations.h"
#include "detect/word_set.h"

namespace pidun {
namespace {

bool is_hanzi(uint32_t c) { return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c >= 0x20000; }

// What a text is made of.
struct Makeup {
  size_t characters = 0, hanzi = 0, letters = 0, digits = 0, signs = 0;
  bool broken = false;  // not UTF-8
};

Makeup makeup_of(std::string_view text) {
  Makeup made;
  while (!text.empty()) {
    if (hanzi_at(text) != kHanziCount) {  // nearly all
      ++made.characters;
      ++made.hanzi;
      text.remove_prefix(kHanziBytes);
      continue;
    }
    const CodePoint c = decode_utf8(text);
    if (c.bytes == 0) {
      made.broken = true;
      return made;
    }
    ++made.characters;
    const char first = text[0];
    if (is_digit(first))
      ++made.digits;
    else if (is_letter(first))
      ++made.letters;
    else if (is_hanzi(c.value))
      ++made.hanzi;
    else if (first != ' ')
      ++made.signs;
    text.remove_prefix(c.bytes);
  }
  return made;
}

template <size_t n>
bool is_one_of(std::string_view text, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

// An answer, but nothing that is told of anyone.
bool is_bare_no(std::string_view text) {
  if (text.size() > 6) return false;
  constexpr std::array<std::string_view, 12> kNo = {"无", "否", "没有", "是", "有", "不",
                                                    "Y",  "N",  "y",    "n",  "no", "yes"};
  return is_one_of(text, kNo);
}

// By its beginning.
bool is_text(std::string_view text) {
  constexpr size_t kSeen = 48;  // bytes
  if (is_bare_no(text)) return false;
  if (text.size() > kSeen) {
    size_t seen = kSeen;
    while (seen > kSeen - 4 && is_continuation(text[seen])) --seen;
    text = text.substr(0, seen);
  }
  const Makeup made = makeup_of(text);
  if (made.broken || made.signs > made.characters / 2) return false;
  return made.hanzi >= 2 || (made.hanzi != 0 && made.characters >= 2) || made.letters >= 2;
}

bool is_code(std::string_view text) {
  const Makeup made = makeup_of(text);
  return made.hanzi == 0 && made.digits != 0 && made.characters >= 2 && made.characters <= 24 &&
         made.signs <= made.characters / 3;
}

bool is_printable(char c) { return c > ' ' && c < 0x7F; }

// One of the numbers of a vector: it is told as a whole, by face_api.h.
bool is_fraction(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const size_t point = text.find('.');
  if (point > 2 || text.size() < point + 4) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '.' || c == '-' || c == 'e'; });
}

// Stars are no secret, and what is left between them is none either.
bool is_secret(std::string_view text) {
  if (text.find("**") != std::string_view::npos) return false;
  if (text.size() < 3 || text.size() > 128 || !std::all_of(text.begin(), text.end(), is_printable)) return false;
  if (is_fraction(text)) return false;
  if (text.starts_with("${") || text.starts_with("{{") || text[0] == '<' || text[0] == '%') return false;
  constexpr std::array<std::string_view, 4> kNone = {"true", "false", "undefined", "required"};
  return !is_one_of(text, kNone);
}

bool is_account(std::string_view text) {
  if (text.size() < 3 || text.size() > 64) return false;
  size_t plain = 0;
  for (const char c : text) {
    if (is_alnum(c))
      ++plain;
    else if (c != '_' && c != '-' && c != '.' && c != '@' && c != '+' && !(static_cast<unsigned char>(c) >= 0x80))
      return false;
  }
  return plain != 0;
}

bool is_digits(std::string_view text) {
  const Makeup made = makeup_of(text);
  return made.hanzi == 0 && made.digits >= 4 && made.characters <= 32 && made.signs <= 6;
}

// Behind the prefix of its schema: the type of a region that is a face, as element or attribute, or where it lies.
// Metadata Working Group, Guidelines for Handling Image Metadata 2.0; Microsoft, People Tagging Overview.
size_t face_region_length(std::string_view text) {
  for (const std::string_view mark :
       {"Type>Face", "Type=\"Face", "Type='Face", "Rectangle>0", "Rectangle=\"0", "Rectangle='0"})
    if (text.starts_with(mark)) return mark.size();
  return 0;
}

// A picture in base64 or hex, by its first bytes, or the path of one.
bool is_image(std::string_view text) {
  // JPEG, PNG, WebP, GIF, JPEG 2000, a face record; percent-encoded and escaped too.
  for (const std::string_view head :
       {"data:image/", "/9j/", "\\/9j\\/", "%2F9j%2F", "_9j_", "iVBORw0KGgo", "UklGR", "R0lGOD", "AAAADGpQ",
        "RkFDADAxMA", "0xFFD8FF", "0xffd8ff", "\\xffd8ff", "ffd8ffe", "FFD8FFE"})
    if (text.starts_with(head)) return true;
  if (text.starts_with("Qk") && text.size() > 64) return true;  // BMP
  constexpr size_t kFileType = 6;                               // of HEIC and AVIF, behind the length of the box
  if (text.starts_with("AAAA") && text.substr(kFileType).starts_with("0eXB")) return true;
  const std::string_view path = text.substr(0, text.find_first_of("?#"));
  const size_t dot = path.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || path.size() - dot > 5) return false;
  std::string suffix(path.substr(dot + 1));
  for (char& c : suffix) c = static_cast<char>(c | 0x20);
  for (const std::string_view known : {"jpg", "jpeg", "png", "bmp", "gif", "webp", "heic", "pdf", "tif"})
    if (suffix == known) return true;
  return false;
}

bool in_upper_case(std::string_view text, std::string_view upper) {
  return text.size() == upper.size() && std::equal(text.begin(), text.end(), upper.begin(), [](char a, char b) {
           return (a >= 'a' && a <= 'z' ? a - 32 : a) == b;
         });
}

// IMG_1234.JPG, DSC01234.JPG, PXL_20260101_…, 微信图片_2026….jpg, mmexport1700000000000.jpg, or any picture in DCIM:
// DCF (CIPA DC-009) and what phones and WeChat call their pictures. A screenshot is none.
bool is_camera_name(std::string_view path) {
  const size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return false;
  constexpr std::array<std::string_view, 5> kSuffixes = {"JPG", "JPEG", "HEIC", "DNG", "PNG"};
  const std::string_view suffix = path.substr(dot + 1);
  if (std::none_of(kSuffixes.begin(), kSuffixes.end(),
                   [&](std::string_view known) { return in_upper_case(suffix, known); }))
    return false;
  const size_t folder = path.find_last_of("/\\");
  const std::string_view name = path.substr(folder == std::string_view::npos ? 0 : folder + 1);
  if (in_upper_case(name.substr(0, 10), "SCREENSHOT") || name.starts_with("截屏") || name.starts_with("屏幕截图"))
    return false;
  if (path.starts_with("DCIM/") || path.find("/DCIM/") != std::string_view::npos) return true;
  for (const std::string_view first : {"IMG_", "IMG", "DSC_", "DSCN", "DSCF", "DSC", "PXL_", "MVIMG_", "P10", "GOPR",
                                       "DJI_", "MMEXPORT", "微信图片_", "VID_"}) {
    const std::string_view head = name.substr(0, first.size());
    if (head != first && !in_upper_case(head, first)) continue;
    const std::string_view rest = name.substr(head.size());
    return rest.size() > 4 && std::all_of(rest.begin(), rest.begin() + 4, is_digit);
  }
  return false;
}

bool is_whole(size_t length, std::string_view text) { return length != 0 && length == text.size(); }

}  // namespace

namespace {

WordSet set_of(std::initializer_list<std::string_view> words) {
  WordSet set;
  for (const std::string_view word : words) set.add(word);
  return set;
}

// In hanzi: a word for nothing, or what asks for a value or tells where it is.
bool is_empty_word(std::string_view text) {
  static constexpr std::array<std::string_view, 5> kAsking = {"请填写", "请选择", "请输入", "见附件", "【"};
  static const WordSet words = [] {
    WordSet set = set_of({"未知",   "不详",   "暂无",   "待定",   "未填",   "未填写", "未提供", "未登记",
                          "未采集", "未查",   "不明",   "无数据", "空值",   "保密",   "其他",   "其它",
                          "同上",   "待补充", "不适用", "未说明", "未录入", "已脱敏", "必填",   "选填",
                          "必选",   "待填写", "待完善", "待录入", "未设置", "未绑定", "未选择", "未维护"});
    for (const std::string_view word : kAsking) set.add(word);
    return set;
  }();
  if (!words.may_begin(text)) return false;
  const size_t length = words.longest_at(text);
  return length != 0 && (length == text.size() || is_one_of(text.substr(0, length), kAsking));
}

// In letters, of either case.
bool is_empty_name(std::string_view text) {
  static const WordSet words =
      set_of({"null", "none", "nil", "nan", "n/a", "undefined", "unknown", "empty", "tbd", "xxx", "test"});
  constexpr size_t kLongest = 9;
  if (text.size() > kLongest) return false;
  char lower[kLongest];
  std::transform(text.begin(), text.end(), lower, to_lower);
  const std::string_view folded(lower, text.size());
  return folded == "na" || words.contains(folded);
}

bool is_filler(char c) { return std::string_view("-_*/\\.?#~ ").find(c) != std::string_view::npos; }

}  // namespace

FieldBounds field_bounds(FieldClass wanted) {
  switch (wanted) {
    case FieldClass::answer:
    case FieldClass::age:
    case FieldClass::amount:
    case FieldClass::measure:
      return {1, kLongestField};
    case FieldClass::text:
      return {2, SIZE_MAX};
    case FieldClass::name:
      return {3, 80};  // one hanzi may be a given name behind its family name
    case FieldClass::date:
      return {4, 40};
    case FieldClass::address:
      return {12, SIZE_MAX};
    case FieldClass::latitude:
    case FieldClass::longitude:
    case FieldClass::coordinate:
      return {1, kLongestField};
    case FieldClass::image:
    case FieldClass::secret:  // of a face, also a picture or a vector of numbers
      return {2, SIZE_MAX};
    case FieldClass::none:
      return {SIZE_MAX, 0};
    default:
      return {2, 128};
  }
}

bool is_placeholder(std::string_view text) {
  if (text.empty()) return true;
  const char first = text[0];
  if (is_digit(first)) return false;
  if (static_cast<unsigned char>(first) >= 0x80) return is_empty_word(text);
  if (is_letter(first)) return is_empty_name(text);
  if (first == '[' || first == '<' || text.starts_with("{{")) return true;
  return std::all_of(text.begin(), text.end(), is_filler);
}

size_t field_prefix(FieldClass wanted, std::string_view text) {
  switch (wanted) {
    case FieldClass::date:
      return date_length(text);
    case FieldClass::amount:
      return amount_length(text);
    case FieldClass::measure:
      return measure_length(text);
    case FieldClass::age:
      return age_length(text);
    case FieldClass::name:
      return name_length(text);
    case FieldClass::address:
      return address_length(text);
    case FieldClass::latitude:
      return latitude_length(text);
    case FieldClass::longitude:
    case FieldClass::coordinate:
      return longitude_length(text);
    case FieldClass::position:
    case FieldClass::place:
      return position_length(text);
    case FieldClass::face_region:
      return face_region_length(text);
    default:
      return 0;
  }
}

bool is_field_value(FieldClass wanted, std::string_view text) {
  if (is_placeholder(text)) return false;
  switch (wanted) {
    case FieldClass::text:
      return is_text(text);
    case FieldClass::place:
      return is_text(text) || is_whole(position_length(text), text);
    case FieldClass::coordinate:
      return is_whole(longitude_length(text), text) || position_length(text) != 0;
    case FieldClass::answer:
      return !makeup_of(text).broken;
    case FieldClass::code:
      return is_code(text);
    case FieldClass::secret:
      return is_secret(text);
    case FieldClass::account:
      return is_account(text);
    case FieldClass::name:
      return is_name_value(text);
    case FieldClass::address:
      return is_address(text);
    case FieldClass::face_region:
      return text == "Face" || is_whole(face_region_length(text), text);
    case FieldClass::image:
      return is_image(text);
    case FieldClass::camera:
      return is_camera_name(text);
    case FieldClass::digits:
      return is_digits(text);
    case FieldClass::station_area:
      return is_station(text);
    case FieldClass::station_cell:
      return is_station(text) || is_station_identity(text);
    case FieldClass::none:
      return false;
    case FieldClass::age:
      return is_whole(age_length(text), text) && is_age_under_14(text);
    default:
      return is_whole(field_prefix(wanted, text), text);
  }
}

}  // namespace pidun
