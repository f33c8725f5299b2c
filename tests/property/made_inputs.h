// Inputs of every shape that a scan can meet, of a size asked for, with values laid across the borders at which the
// library cuts: the preamble (4096), segments (64 KiB), their context and the shards of threads (4 MiB).
#pragma once

#include <algorithm>
#include <string>

#include "property/made_values.h"
#include "support/encodings.h"

namespace pidun::testing {

enum class Shape { log, csv, json_lines, json_document, prose, bytes, encoded, disguised, count_ };

class InputMaker {
 public:
  // With `sparse`, most rows hold no value: large inputs are made and scanned quickly.
  InputMaker(uint64_t seed, Shape shape, bool sparse = false) : random_(seed), shape_(shape), sparse_(sparse) {}

  std::string make(size_t size) {
    out_.clear();
    out_.reserve(size + 4096);
    if (shape_ == Shape::csv) out_ += "姓名,手机号,id_card,备注\n";
    if (shape_ == Shape::json_document) out_ += "{\"list\":[\n";
    while (out_.size() < size) row();
    if (shape_ == Shape::json_document) out_ += "{}]}";
    if (random_.one_in(3)) out_.resize(std::min(out_.size(), size));
    return std::move(out_);
  }

 private:
  void row() {
    switch (shape_) {
      case Shape::log:
        return log_row();
      case Shape::csv:
        return csv_row();
      case Shape::json_lines:
      case Shape::json_document:
        return json_row();
      case Shape::prose:
        return prose();
      case Shape::encoded:
        return encoded();
      case Shape::disguised:
        return disguised();
      default:
        return bytes();
    }
  }

  void log_row() {
    out_ += "2024-03-0" + std::to_string(1 + random_.below(9)) + " 12:00:01,123 INFO [worker-7] ";
    if (!plain("POST /api/v2/orders/20240301120001 200 12ms ")) {
      out_ += random_.of(kLabels);
      value();
    }
    if (random_.one_in(40)) quote_or_bracket();
    out_ += random_.one_in(9) ? "\r\n" : "\n";
  }

  void csv_row() {
    out_ += random_.of(kNames);
    out_ += ',';
    if (!plain("none,none")) {
      value();
      out_ += ',';
      value();
    }
    out_ += ",\"";
    filler(random_.below(60));
    if (random_.one_in(4)) out_ += "第一行\n";
    if (random_.one_in(6)) out_ += "\"\"";
    if (!plain("ok")) value();
    out_ += random_.one_in(300) ? ",open\n" : "\"\n";
  }

  // As Python's json writes it: keys too.
  void escaped_pair() {
    constexpr const char* kPairs[] = {
        R"("\u59d3\u540d":"\u674e\u5a1c")", R"("\u8bca\u65ad":"\u9ad8\u8840\u538b")",
        R"("\u4f4f\u5740":"\u5317\u4eac\u5e02\u671d\u9633\u533a\u5efa\u56fd\u8def88\u53f73\u53f7\u697c")",
        R"("\u624b\u673a\u53f7":"13900001234")", R"("\u65e0\u540d\u952e":"\u5f20\u4f1f 13900005678")"};
    const std::string pair(random_.of(kPairs));
    const size_t left = to_border(), across = random_.below(pair.size());
    if (left < kNear && left > across + 8) out_ += "\"a\":\"" + std::string(left - across - 8, 'x') + "\",";
    out_ += pair + ",";
  }

  void json_row() {
    out_ += "{";
    if (random_.one_in(3)) escaped_pair();
    out_ += "\"name\":\"";
    out_ += random_.of(kNames);
    out_ += "\",\"";
    out_ += random_.of(kKeys);
    out_ += "\":";
    if (random_.one_in(4)) {
      out_ += mobile(random_) + ",\"a\":[";
      for (size_t i = random_.below(4); i > 0; --i) out_ += digits(random_, 11) + ",";
      out_ += "0]";
    } else {
      out_ += '"';
      if (!plain("none")) value();
      out_ += '"';
    }
    out_ += ",\"note\":{\"text\":\"";
    filler(random_.below(40));
    if (random_.one_in(5)) out_ += "\\u4e2d\\n\\\"";
    if (!plain("ok")) value();
    if (random_.one_in(200)) quote_or_bracket();
    out_ += "\"}}";
    out_ += shape_ == Shape::json_document ? ",\n" : "\n";
  }

  void prose() {
    out_ += random_.of(kProse);
    if (random_.one_in(2)) out_ += random_.of(kLabels);
    if (!plain("")) value();
    if (random_.one_in(12)) out_ += '\n';
    // Now and then a stretch without any border, longer than what a window shows of it.
    if (random_.one_in(400)) filler(3000 + random_.below(9000));
  }

  // Values in one to four encodings, now and then of a text longer than a segment.
  void encoded() {
    if (plain("nothing of note here\n")) return;
    std::string text(random_.of(kLabels));
    for (size_t i = 1 + random_.below(3); i > 0; --i) text += any_value(random_) + ' ';
    for (size_t i = random_.one_in(60) ? 4000 : 0; i > 0; --i) text += any_value(random_) + '\n';
    for (size_t i = 1 + random_.below(4); i > 0; --i) text = encoded_once(text);
    if (random_.one_in(2)) out_ += random_.of(kLabels);
    const size_t left = to_border();
    if (random_.one_in(5) && left < kNear) filler(left - std::min(left, random_.below(20)));
    out_ += text;
    out_ += random_.one_in(4) ? " " : "\n";
  }

  std::string encoded_once(const std::string& text) {
    switch (random_.below(7)) {
      case 0:
        return base64_of(text, random_.one_in(2), random_.one_in(2));
      case 1:
        return wrapped(base64_of(text), 76, "\r\n");
      case 2:
        return hex_of(text);
      case 3:
        return percent_of(text);
      case 4:
        return bytes_as("=%02X", text);
      case 5:
        return bytes_as("\\x%02x", text);
      default:
        return bytes_as("&#%u;", text);
    }
  }

  // Full-width digits, and joiners between them.
  void disguised() {
    if (plain("没有什么可说的。\n")) return;
    out_ += random_.of(kProse);
    out_ += random_.of(kLabels);
    const bool wide = random_.one_in(2);
    std::string text;
    for (const char c : any_value(random_)) {
      if (wide && c >= '0' && c <= '9') {
        text += "\xEF\xBC";
        text += static_cast<char>(0x90 + (c - '0'));
      } else {
        text += c;
        if (random_.one_in(6)) text += "\u200b";
      }
    }
    const size_t left = to_border(), across = random_.below(text.size() + 3);
    if (left < kNear && left > across) filler(left - across);
    out_ += text + (random_.one_in(3) ? "\n" : "，");
  }

  void bytes() {
    constexpr std::string_view kTelling =
        "0123456789012345678901234567890123456789 -+@.Xx\"\\,{}[]:\n\r\t\xE5\xEF\xBB\xFF";
    if (random_.one_in(30)) return value();
    for (size_t i = random_.below(40); i > 0; --i)
      out_ += random_.one_in(8) ? static_cast<char>(random_.below(256)) : kTelling[random_.below(kTelling.size())];
  }

  // A row without values, unless a border is near.
  bool plain(std::string_view instead) {
    if (!sparse_ || to_border() < kNear || random_.one_in(20)) return false;
    out_ += instead;
    return true;
  }

  // Writes a value; near a border, so that it lies across it or beside it.
  void value() {
    const std::string text = any_value(random_);
    const size_t left = to_border();
    const size_t across = random_.below(text.size() + 3);
    if (left < kNear && left > across) filler(left - across);
    out_ += text;
  }

  size_t to_border() const {
    const size_t at = out_.size();
    size_t left = kSegment - at % kSegment;
    for (const size_t border : {kPreamble, at / kSegment * kSegment + kPreamble, (at / kSegment + 1) * kSegment - 1024})
      if (border > at) left = std::min(left, border - at);
    return left;
  }

  // Words that end at a character, `size` bytes long, with nothing in them that ends a cell or a line.
  void filler(size_t size) {
    for (size_t i = 0; i < size; ++i) out_ += (i + 1 == size || random_.one_in(9)) ? ' ' : 'e';
  }

  void quote_or_bracket() { out_ += "\"\\{[,|;"[random_.below(7)]; }

  static constexpr size_t kPreamble = 4096, kSegment = 65536, kNear = 400;
  static constexpr const char* kNames[] = {"张三", "李四", "欧阳小明", "Wang Wu", "张**", "李某某", ""};
  static constexpr const char* kKeys[] = {"phone", "userTel", "id_card", "证件号码", "order_no", "ts", "x"};
  static constexpr const char* kLabels[] = {
      "手机号：",  "电话 ",      "身份证号码:",       "卡号=", "邮箱: ", "sfzh=",  "订单号：",
      "mobile=\"", "timestamp ", "统一社会信用代码 ", "x",     "编号",   "姓名：", "住址："};
  static constexpr const char* kProse[] = {"联系人是张三，",   "请拨打",   "他说：", "合同编号", "，谢谢。",
                                           "see http://e.cn/", "（手机）", "tel ",   "　",       "\t"};
  Random random_;
  Shape shape_;
  bool sparse_;
  std::string out_;
};

}  // namespace pidun::testing
