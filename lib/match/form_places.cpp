#include "match/form_places.h"

#include "base/ascii.h"

namespace pidun {
namespace {

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }
bool is_either(char c) { return is_digit(c) || is_upper(c); }

// The bytes around a mark.
class Around {
 public:
  Around(std::string_view bytes, uint64_t at, std::vector<uint64_t>& out) : bytes_(bytes), at_(at), out_(&out) {}

  char before(uint64_t by) const { return by <= at_ ? bytes_[at_ - by] : '\0'; }
  char behind(uint64_t by) const { return at_ + by < bytes_.size() ? bytes_[at_ + by] : '\0'; }
  void add(uint64_t place) { out_->push_back(place); }
  void add_before(uint64_t by) {
    if (by <= at_) add(at_ - by);
  }
  uint64_t at() const { return at_; }

 private:
  std::string_view bytes_;
  uint64_t at_;
  std::vector<uint64_t>* out_;
};

// The mark is the last byte of a hanzi, which begins two bytes before it.
void add_behind_hanzi(Around& around) {
  if (is_upper(around.behind(1))) return around.add_before(2);
  for (uint64_t i = 1; i <= 4; ++i)
    if (!is_digit(around.behind(i))) return;
  if (is_digit(around.behind(5)) && is_high(around.behind(6))) around.add_before(2);  // 闽20401领
  if (around.before(4) == 'W') around.add_before(4);                                  // WJ京1234X
  for (const uint64_t by : {6u, 7u, 8u})  // WJ01消1234, WJ01-消1234, WJ01·消1234
    if (around.before(by) == 'W') around.add_before(by);
  constexpr std::string_view kFileSign = "\xE5\xAD\x97\xE7\xAC\xAC";  // 军字第12345678号
  for (uint64_t i = 0; i < 6; ++i)
    if (around.before(5 - i) != kFileSign[i]) return;
  around.add_before(8);
}

// The mark is a capital before a digit.
void add_seventeen(Around& around) {
  constexpr uint64_t kLength = 17;
  uint64_t before = 0, behind = 1;
  while (before < kLength && before < around.at() && is_either(around.before(before + 1))) ++before;
  while (behind < kLength && is_either(around.behind(behind))) ++behind;
  if (before + behind == kLength && !is_either(around.behind(behind))) around.add_before(before);
}

// The mark is the last letter of an identity number whose check character is a letter too, so that six digits stand
// between them.
void add_letter_checked(Around& around) {
  if (to_lower(around.behind(7)) != 'a') return;
  for (uint64_t i = 2; i <= 6; ++i)
    if (!is_digit(around.behind(i))) return;
  around.add_before(is_letter(around.before(1)) ? 1 : 0);
}

// The mark is a digit before a bracket.
void add_bracketed(Around& around) {
  for (uint64_t i = 1; i < 6; ++i)
    if (!is_digit(around.before(i))) return;
  if (!is_letter(around.before(6))) return;
  around.add_before(is_letter(around.before(7)) ? 7 : 6);
}

// The mark is a sign that stands three and six bytes on as well.
void add_address(Around& around) {
  for (const uint64_t by : {3u, 6u, 9u, 12u})
    if (around.behind(by) != around.before(0)) return;
  around.add_before(2);
}

}  // namespace

void add_form_places(std::string_view bytes, uint64_t at, std::vector<uint64_t>& out) {
  Around around(bytes, at, out);
  const char mark = bytes[at];
  if (is_high(mark)) return add_behind_hanzi(around);
  const char next = around.behind(1);
  if (is_upper(mark)) {
    if (!is_digit(next)) return;
    add_letter_checked(around);
    return add_seventeen(around);
  }
  if (is_digit(mark)) return next == '(' || next == '[' || next == '\xEF' ? add_bracketed(around) : void();
  if (mark == ':' && around.behind(1) == '/' && around.behind(2) == '/' && around.behind(3) != '\0')
    return around.add(at + 3);
  add_address(around);
}

}  // namespace pidun
