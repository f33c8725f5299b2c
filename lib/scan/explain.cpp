#include "scan/explain.h"

#include "detect/checks/luhn.h"
#include "detect/checks/mod_11_2.h"
#include "detect/masked_text.h"
#include "scan/report.h"

namespace pidun {
namespace {

void append_text(std::string_view text, std::string& out) {
  out += '"';
  out += text;  // our own constant texts: no character of them needs an escape
  out += '"';
}

void append_field(std::string_view name, std::string_view value, std::string& out) {
  append_text(name, out);
  out += ':';
  append_text(value, out);
}

std::string digits_of(std::string_view value) {
  std::string digits;
  for (const char c : value)
    if (c != ' ' && c != '-') digits += c;
  return digits;
}

std::string expected_text(char found, char expected) {
  const std::string texts[] = {std::string("check digit ") + found + " found, " + expected + " expected",
                               std::string("校验码为") + found + "，应为" + expected};
  std::string out = "{";
  append_field("text_en", texts[0], out);
  out += ',';
  append_field("text_zh", texts[1], out);
  return out + '}';
}

// Which characters of a masked value are visible.
std::string visible_detail(std::string_view value) {
  const VisibleEnds ends = visible_of(value);
  const std::string first = std::to_string(ends.first), last = std::to_string(ends.last);
  const std::string all = std::to_string(ends.shown + ends.masks);
  std::string out = "{";
  append_field("text_en", "of " + all + " characters the first " + first + " and the last " + last + " are visible",
               out);
  out += ',';
  append_field("text_zh", "共" + all + "位，可见前" + first + "位、后" + last + "位", out);
  return out + '}';
}

// What a failed check found and expected, as JSON. One digit of the value is told, as a near miss needs it.
std::string check_detail(const Reading& reading, std::string_view value) {
  if (reading.evidence.has(Reason::masked)) return visible_detail(value);
  const std::string digits = digits_of(value);
  if (reading.evidence.has(Reason::check_digit_failed) && digits.size() == 18) {
    const char expected = mod_11_2_check(std::string_view(digits).substr(0, 17));
    if (expected != '\0') return expected_text(digits[17], expected);
  }
  if (reading.evidence.has(Reason::luhn_failed) && !digits.empty()) {
    std::string fixed = digits;
    for (char last = '0'; last <= '9'; ++last) {
      fixed.back() = last;
      if (luhn_valid(fixed)) return expected_text(digits.back(), last);
    }
  }
  return {};
}

// A custom rule's points stand in the rule.
int points_of(const Engine& engine, const Reading& reading, Reason reason) {
  if (reason != Reason::custom_rule) return reason_info(reason).points;
  return engine.rules().rules()[reading.rule].confidence;
}

void append_reasons(const Engine& engine, const Reading& reading, std::string& out) {
  out += "\"reasons\":[";
  bool first = true;
  reading.evidence.all().each([&](Reason id) {
    const ReasonInfo& reason = reason_info(id);
    if (!first) out += ',';
    first = false;
    out += '{';
    append_field("id", reason.id, out);
    out += ",\"points\":" + std::to_string(points_of(engine, reading, id)) + ',';
    append_field("text_en", reason.en, out);
    out += ',';
    append_field("text_zh", reason.zh, out);
    out += '}';
  });
  out += ']';
}

void append_chain(const Chain& chain, std::string& out) {
  out += ",\"chain\":[";
  for (uint8_t i = 0; i < chain.size; ++i) {
    if (i > 0) out += ',';
    append_text(encoding_name(chain.encodings[i]), out);
  }
  out += ']';
}

void append_reading(const Engine& engine, const Reading& reading, bool reported, std::string_view value,
                    const Chain& chain, std::string_view label, std::string& out) {
  constexpr std::string_view kChecks[] = {"none", "pass", "fail"};
  char evidence[kLongestEvidence + 1];
  const size_t length = write_masked(reading, value, evidence);
  out += '{';
  append_field("kind", engine.rules().find_kind(reading.kind)->name, out);
  const uint32_t rule = engine.rule_of(reading);
  out += ',';
  append_field("rule", rule == Engine::kNoRule ? std::string_view() : engine.rules().rules()[rule].id, out);
  out += ",\"begin\":" + std::to_string(reading.span.begin) + ",\"end\":" + std::to_string(reading.span.end);
  append_chain(chain, out);
  out += ',';
  append_field("evidence", {evidence, length}, out);
  out += ',';
  append_field("check", kChecks[static_cast<size_t>(reading.check)], out);
  out += ",\"confidence\":" + std::to_string(reading.confidence);
  out += reported ? ",\"reported\":true," : ",\"reported\":false,";
  append_field("label", label, out);
  out += ',';
  append_reasons(engine, reading, out);
  out += ",\"details\":[";
  out += check_detail(reading, value) + "]}";
}

// The word that names the reading, as the dictionary spells it; of a value that was given a label, the label's kind or
// field.
std::string_view deciding_label(const Engine& engine, SegmentScanner& scanner, const Window& window, Label given,
                                const Reading& reading) {
  if (!reading.evidence.has(Reason::label)) return {};
  const std::string_view word = reading.side == 0 ? scanner.naming_word(window, reading.span, reading.kind) : "";
  return word.empty() ? engine.label_name(given) : word;
}

}  // namespace

std::string explain(const Engine& engine, Runner& runner, std::string_view value, std::string_view label) {
  ScanSettings settings;
  settings.format = FormatHint::lines;
  settings.label = engine.labels().classify(label);
  InputState input;
  input.start(engine, runner.scanner(), value, settings);
  const Window window(value, 0);
  const Readings& readings = runner.scanner().read_thoroughly(input, window);
  const Conflicts& conflicts = runner.scanner().settle(settings.min_confidence);
  const SideViews& views = runner.scanner().views();
  std::string out = "{\"length\":" + std::to_string(value.size());
  out += ",\"labelled\":";
  out += settings.label == Label::none ? "false" : "true";
  out += ",\"threshold\":" + std::to_string(settings.min_confidence) + ",\"readings\":[";
  for (size_t i = 0; i < readings.size(); ++i) {
    if (i > 0) out += ',';
    const bool side = readings[i].side != 0;
    append_reading(engine, readings[i], conflicts.winner(i),
                   side ? views.text_of(readings[i]) : window.view(readings[i].span),
                   side ? views.layer_of(readings[i]).chain : Chain(),
                   deciding_label(engine, runner.scanner(), window, settings.label, readings[i]), out);
  }
  return out + "]}";
}

}  // namespace pidun
