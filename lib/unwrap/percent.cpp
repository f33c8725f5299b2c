// Percent-encoding. See decoders.h.
#include "base/ascii.h"
#include "unwrap/decoded_writer.h"
#include "unwrap/decoders.h"
#include "unwrap/hex_digits.h"
#include "unwrap/utf8.h"

namespace pidun {
namespace {

bool ends_token(char c) { return to_byte(c) <= ' ' || c == '"' || c == '\'' || c == '<' || c == '>' || c == '`'; }

// Stays encoded: a control character that no text has.
bool refused(int32_t byte) { return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F; }

class PercentDecoder {
 public:
  PercentDecoder(std::string_view text, uint64_t base, bool form, std::string& out, OffsetMap& map)
      : text_(text), form_(form), writer_(text, base, out, map) {
    if (form) token_end_ = text.size();
    query_ = form;
  }

  bool run() {
    for (size_t at = next(0); at < text_.size(); at = next(at)) at = text_[at] == '%' ? percent(at) : plus(at);
    return writer_.finish();
  }

 private:
  // The next byte from `at` on that may stand for another. Pluses count only in an encoded query.
  size_t next(size_t at) const {
    if (query_) {
      for (; at < token_end_; ++at)
        if (text_[at] == '%' || text_[at] == '+') return at;
    }
    if (at >= text_.size() || text_[at] == '%') return at;
    const size_t found = text_.find('%', at + 1);
    return found == std::string_view::npos ? text_.size() : found;
  }

  size_t plus(size_t at) {
    // phone=+86…: a sign, which a careless writer left as it is.
    const bool sign = !form_ && at > 0 && text_[at - 1] == '=' && at + 1 < text_.size() && is_digit(text_[at + 1]);
    if (!sign) writer_.put(at, at + 1, ' ');
    return at + 1;
  }

  size_t percent(size_t at) {
    char bytes[4] = {};
    const int32_t byte = hex_number(text_, at + 1, 2);
    if (byte >= 0) {
      if (refused(byte)) return at + 1;
      enter_token(at);
      writer_.put(at, at + 3, static_cast<char>(byte));
      return at + 3;
    }
    if (at + 1 >= text_.size() || (text_[at + 1] != 'u' && text_[at + 1] != 'U')) return at + 1;
    const int32_t unit = hex_number(text_, at + 2, 4);
    if (unit < 0 || refused(unit)) return at + 1;
    auto point = static_cast<uint32_t>(unit);
    size_t length = 6;
    if (is_high_surrogate(point) && at + 7 < text_.size() && text_[at + 6] == '%' && text_[at + 7] == text_[at + 1]) {
      const int32_t low = hex_number(text_, at + 8, 4);
      if (low < 0 || !is_low_surrogate(static_cast<uint32_t>(low))) return at + 1;
      point = join_surrogates(point, static_cast<uint32_t>(low));
      length = 12;
    }
    if (is_surrogate(point)) return at + 1;
    enter_token(at);
    writer_.put(at, at + length, bytes, write_utf8(point, bytes));
    return at + length;
  }

  // Settles, at the first escape of a token, whether it is a query; its earlier pluses are spaces then too.
  void enter_token(size_t at) {
    if (at < token_end_) return;
    size_t begin = at;
    while (begin > token_end_ && !ends_token(text_[begin - 1])) --begin;
    token_end_ = at;
    while (token_end_ < text_.size() && !ends_token(text_[token_end_])) ++token_end_;
    query_ = text_.substr(begin, token_end_ - begin).find('=') != std::string_view::npos;
    if (!query_) return;
    for (size_t i = begin; i < at; ++i)
      if (text_[i] == '+') plus(i);
  }

  std::string_view text_;
  bool form_;
  bool query_ = false;
  size_t token_end_ = 0;
  DecodedWriter writer_;
};

}  // namespace

bool decode_percent(std::string_view text, uint64_t base, bool form, std::string& out, OffsetMap& map) {
  return PercentDecoder(text, base, form, out, map).run();
}

}  // namespace pidun
