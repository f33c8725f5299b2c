#include "detect/form_reader.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace pidun {
namespace {

constexpr uint64_t kMostLetters = 2;   // before the digits of a permit or an identity number
constexpr uint64_t kLongestArea = 14;  // bytes before a subscriber's number: "+86-（0755） "

constexpr uint64_t kLongestJoint = 8;  // bytes between two numbers of a list
constexpr int kLongestList = 6;        // numbers of a list that a label before the first names

// What the byte before a run may make of it.
enum Touch : uint8_t { kLetter = 1, kPlus = 2, kJoint = 4, kClosing = 8, kHigh = 16, kOther = 32 };
constexpr auto kTouches = [] {
  std::array<uint8_t, 256> touches{};
  for (unsigned c = 0; c < touches.size(); ++c)
    touches[c] = is_letter(static_cast<char>(c)) ? kLetter : c >= 0x80 ? kHigh : kOther;
  touches['+'] = kPlus;
  touches[' '] = touches['-'] = kJoint;
  touches[')'] = kClosing;
  touches['/'] = touches['_'] = 0;
  return touches;
}();

// What turns most runs away at a glance, without a branch for each reason; read_run() looks closer. Longer runs are
// read as numbers, or stand behind a country code; of the others those from ten digits on have a letter, a sign or a
// blank before them, or begin with 0.
bool may_be_form(const Context& context, const NumberAnchor& anchor) {
  const auto bit = [](bool holds) { return holds ? 1u : 0u; };
  const unsigned touch = kTouches[static_cast<unsigned char>(anchor.before)];
  const char first = context.window().inside({anchor.begin, anchor.begin + 1})[0];
  // Inside a hash or a name digits go on with a letter.
  const unsigned behind_letter = bit((touch & kLetter) != 0) & bit(!is_lower(anchor.behind));
  const unsigned joined = bit((touch & (kJoint | kClosing | kHigh)) != 0);
  const unsigned plus = bit((touch & kPlus) != 0);
  const unsigned nine = bit(anchor.length == 9) & bit(first == '1') & bit(touch != 0);
  const unsigned shorter = plus | behind_letter | joined | nine | bit(anchor.behind_hanzi);
  const unsigned longer =
      plus | (bit(anchor.length <= 12) & (bit(first == '0') | bit((touch & (kLetter | kJoint)) != 0)));
  return (anchor.length < 10 ? shorter : longer) != 0;
}

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

// The last three groups of a card or another long number: 6222 0202 0001 2345.
bool is_end_of_groups(const Window& window, Span span) {
  if (span.begin < 4 || window.at(span.begin - 1) != ' ') return false;
  for (const uint64_t by : {2u, 3u, 4u})
    if (!is_digit(window.at(span.begin - by))) return false;
  const std::string_view text = window.view(span);
  return std::count(text.begin(), text.end(), ' ') == 2;
}

// What the form of a value says, and its check if the rule has one.
void add_form(const FormRule& rule, bool valid, Reading& reading) {
  reading.kind = rule.kind;
  reading.rule = rule.rule;
  const bool distinct = !rule.needs_label && !rule.has_check && valid;
  reading.evidence.add(distinct ? Reason::distinct_form : Reason::form);
  if (!rule.has_check) return;
  reading.check = valid ? Check::pass : Check::fail;
  reading.evidence.add(valid ? Reason::check_digit : Reason::check_digit_failed);
}

bool is_valid(const FormRule& rule, const Window& window, Span span) {
  return rule.validator == nullptr || validates(rule.validator, window.view(span));
}

class FormReader {
 public:
  FormReader(Context& context, const FormRules& rules, bool thorough, Readings& out)
      : context_(&context), rules_(&rules), thorough_(thorough), out_(&out) {}

  void read_place(uint64_t begin) {
    const std::string_view bytes = bytes_at(begin);
    const unsigned char first = byte_at(begin);
    if (first >= 0xE0 && first < 0xF0) {
      for (const uint16_t index : rules_->beginning_with_wide(bytes)) read_rule(index, begin);
    } else {
      rules_->each_beginning_with(bytes, [&](uint16_t index) { read_rule(index, begin); });
    }
  }

  // Whether a number that begins here may go on a list of landlines.
  bool near_list(uint64_t begin) const {
    return in_list_ != 0 && begin >= list_end_ && begin - list_end_ <= kLongestJoint;
  }

  void read_run(const NumberAnchor& anchor) {
    const uint64_t begin = anchor.begin;
    const char before = anchor.before, first = context_->at(begin);
    if (is_letter(before)) {
      // Inside a hash or a name digits go on with a letter.
      const bool goes_on = is_lower(anchor.behind);
      if (anchor.length >= 6 && anchor.length <= 10 && !goes_on) read_behind_letters(begin);
      return;
    }
    if (before == '+' && first == '8') return read_place(begin - 1);
    if (anchor.length >= 9 && anchor.length <= 11 && (before == ' ' || before == '-') && begin >= 4 &&
        context_->at(begin - 4) == '+')
      return read_place(begin - 4);
    if (first == '0' && (anchor.grouped || (anchor.length >= 10 && anchor.length <= 12))) return read_place(begin);
    // Needs a label, which stands before a blank or a sign.
    if (first == '1' && anchor.length == 9) return before == '/' || before == '_' ? void() : read_place(begin);
    if (anchor.length != 7 && anchor.length != 8) return;
    const bool joined = before == '-' || before == ' ' || before == ')' || is_high(before);
    if (joined && read_subscriber(begin)) return;
    // Without an area code it needs a label, which is looked for only in Chinese text or in a list of such numbers.
    if (anchor.behind_hanzi || follows_landline(begin)) read_place(begin);
  }

  // A value that a label stands over is one as a whole.
  void read_labelled(Label label, Span value) {
    if (!rules_->bounds().of(label).fit(value.size())) return;
    for (const uint16_t index : rules_->named_by(label)) {
      const FormRule& rule = rules_->all()[index];
      if (value.size() < rule.least || value.size() > rule.most) continue;
      if (match(index, value.begin) == value) keep(rule, value, {}, label);
    }
  }

 private:
  std::string_view bytes_at(uint64_t offset) const {
    return context_->window().view(offset, offset + FormBeginnings::kPlaces);
  }
  unsigned char byte_at(uint64_t offset) const { return static_cast<unsigned char>(context_->at(offset)); }

  void read_behind_letters(uint64_t digits) {
    uint64_t begin = digits;
    while (begin > 0 && digits - begin <= kMostLetters && is_letter(context_->at(begin - 1))) --begin;
    const bool apart = begin == 0 || !is_alnum(context_->at(begin - 1));
    if (digits - begin <= kMostLetters && apart) read_place(begin);
  }

  // One more number of a list, as in 电话67080561，67080562: what names the first names it too.
  bool follows_landline(uint64_t begin) const {
    if (!near_list(begin)) return false;
    std::string_view gap = context_->window().view(list_end_, begin);
    constexpr std::string_view kJoints[] = {" ", ",", ";", "/", "，", "、", "；", "和", "或", "及", "\xC2\xA0"};
    while (!gap.empty()) {
      const auto joint = std::find_if(std::begin(kJoints), std::end(kJoints),
                                      [&](std::string_view one) { return gap.starts_with(one); });
      if (joint == std::end(kJoints)) return false;
      gap.remove_prefix(joint->size());
    }
    return true;
  }

  // A list ends after a few numbers, so that what a number is never depends on what lies far before it.
  void note_landline(Span span, bool follows) {
    in_list_ = follows ? in_list_ - 1 : kLongestList;
    list_end_ = span.end;
  }

  // An area code before the subscriber's number, in brackets or not: the first place from which a landline reaches it.
  bool read_subscriber(uint64_t digits) {
    const auto in_area = [](char c) {
      return is_digit(c) || c == '-' || c == ' ' || c == '(' || c == ')' || c == '+' || is_high(c);
    };
    uint64_t begin = digits;
    while (begin > 0 && digits - begin < kLongestArea && in_area(context_->at(begin - 1))) --begin;
    for (; begin + 3 < digits; ++begin) {
      const char c = context_->at(begin);
      const bool may_begin = c == '0' || c == '8' || c == '(' || c == '+' || c == '\xEF';
      if (!may_begin || (begin > 0 && is_digit(context_->at(begin - 1)))) continue;
      const size_t before = out_->size();
      rules_->each_beginning_with(bytes_at(begin), [&](uint16_t index) {
        if (rules_->all()[index].kind == Kind::landline_number && match(index, begin).end > digits)
          read_rule(index, begin);
      });
      if (out_->size() != before) return true;
    }
    return false;
  }

  // A place is asked of the same rule again where a label stands over what begins there.
  Span match(uint16_t index, uint64_t begin) {
    Matched& last = matched_[index % matched_.size()];
    if (last.rule != index || last.span.begin != begin)
      last = {match_rule(rules_->all()[index], context_->window(), begin), index};
    return last.span;
  }

  void read_rule(uint16_t index, uint64_t begin) {
    const FormRule& rule = rules_->all()[index];
    const Span span = match(index, begin);
    if (span.size() == 0) return;
    const FormSides sides = judge_form_sides(context_->window(), span);
    if (!sides.inside) keep(rule, span, sides, Label::none);
  }

  // `over` is the label over a value that the reading fills.
  void keep(const FormRule& rule, Span span, const FormSides& sides, Label over) {
    const bool valid = is_valid(rule, context_->window(), span);
    const Beside beside = over != Label::none ? Beside{.name = over} : context_->beside(span);
    Reading reading{.span = span, .evidence = {}};
    Evidence& evidence = reading.evidence;
    add_labels(beside, Label::none, rule.kind, evidence);
    const bool follows = rule.kind == Kind::landline_number && follows_landline(span.begin);
    evidence.add_if(follows && !evidence.has(Reason::negative_label), Reason::label);
    const bool labelled = evidence.has(Reason::label);
    const bool part = rule.kind == Kind::landline_number && is_end_of_groups(context_->window(), span);
    const bool hopeless = !labelled && (rule.needs_label || !valid || part);
    if (hopeless && !thorough_) return;
    add_form(rule, valid, reading);
    evidence.add_if(!labelled && sides.dashed, Reason::dashed_neighbour);
    evidence.add_if(!labelled && sides.in_path && rule.kind != Kind::share_link, Reason::url_path);
    evidence.add_if(beside.alone, Reason::alone);
    reading.confidence = hopeless ? 0 : evidence.confidence();
    out_->push_back(reading);
    if (rule.kind == Kind::landline_number && labelled) note_landline(span, follows);
  }

  Context* context_;
  const FormRules* rules_;
  bool thorough_;
  Readings* out_;
  struct Matched {
    Span span;
    uint32_t rule = UINT32_MAX;
  };
  std::array<Matched, 4> matched_{};
  uint64_t list_end_ = 0;  // of the last landline that a label named
  int in_list_ = 0;        // how many more may follow it without one
};

}  // namespace

bool read_whole_form(const Window& window, const FormRules& rules, Label label, Span value, Readings& out) {
  const size_t first = out.size();
  for (const uint16_t index : rules.named_by(label)) {
    const FormRule& rule = rules.all()[index];
    if (value.size() < rule.least || value.size() > rule.most) continue;
    if (match_rule(rule, window, value.begin) != value) continue;
    if (rule.kind == Kind::landline_number || !is_valid(rule, window, value)) {
      out.resize(first);
      return false;
    }
    Reading& reading = out.emplace_back();
    reading.span = value;
    reading.evidence.add(Reason::label);
    add_form(rule, true, reading);
    reading.confidence = reading.evidence.confidence();
  }
  return out.size() != first;
}

void read_forms(Context& context, const FormRules& rules, const Anchors& anchors, const std::vector<Value>& values,
                bool thorough, Readings& out) {
  if (rules.all().empty()) return;
  FormReader reader(context, rules, thorough, out);
  // In order of their offsets, as the words beside them are to be asked for.
  size_t place = 0, value = 0;
  const auto place_at = [&] { return place < anchors.places.size() ? anchors.places[place] : UINT64_MAX; };
  const auto value_at = [&] { return value < values.size() ? values[value].begin : UINT64_MAX; };
  uint64_t next = std::min(place_at(), value_at());
  const auto read_before = [&](uint64_t offset) {
    while (next < offset) {
      if (place_at() <= value_at()) {
        reader.read_place(anchors.places[place++]);
      } else {
        reader.read_labelled(values[value].name, {values[value].begin, values[value].end});
        ++value;
      }
      next = std::min(place_at(), value_at());
    }
  };
  for (const NumberAnchor& anchor : anchors.numbers) {
    if (next < anchor.begin) read_before(anchor.begin);
    if (anchor.grouped || may_be_form(context, anchor) || reader.near_list(anchor.begin)) reader.read_run(anchor);
  }
  read_before(UINT64_MAX);
}

}  // namespace pidun
