#include "policy/verdict_json.h"

#include <array>

#include "policy/words.h"

namespace pidun {
namespace {

// Writes members and items with the commas between them.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(&out) {}

  void key(std::string_view name) {
    comma();
    quote(name);
    *out_ += ':';
    first_ = true;
  }
  void open(char bracket) {
    comma();
    *out_ += bracket;
    first_ = true;
  }
  void close(char bracket) {
    *out_ += bracket;
    first_ = false;
  }
  void raw(std::string_view text) {
    comma();
    *out_ += text;
  }
  void text(std::string_view value) {
    comma();
    quote(value);
  }

  void member(std::string_view name, std::string_view value) {
    key(name);
    text(value);
  }
  void number(std::string_view name, uint64_t value) {
    key(name);
    raw(std::to_string(value));
  }
  void ratio(std::string_view name, uint64_t hundredths) {
    key(name);
    raw(words::ratio(hundredths));
  }
  void truth(std::string_view name, bool value) {
    key(name);
    raw(value ? "true" : "false");
  }
  void both(std::string_view name, const Bilingual& value) {
    key(name);
    both(value);
  }
  void both(const Bilingual& value) {
    open('{');
    member("zh", value.zh);
    member("en", value.en);
    close('}');
  }

 private:
  void comma() {
    if (!first_) *out_ += ',';
    first_ = false;
  }
  void quote(std::string_view value) {
    constexpr char kHex[] = "0123456789abcdef";
    *out_ += '"';
    for (const char c : value) {
      const auto byte = static_cast<unsigned char>(c);
      if (c == '"' || c == '\\') *out_ += '\\';
      if (byte >= 0x20)
        *out_ += c;
      else
        ((*out_ += "\\u00") += kHex[byte >> 4]) += kHex[byte & 15];
    }
    *out_ += '"';
  }

  std::string* out_;
  bool first_ = true;
};

constexpr std::array<std::string_view, 4> kBasisNames{"records", "proceeds", "fact", "immediate"};

void write_range(JsonWriter& json, std::string_view name, const Range& range) {
  json.key(name);
  json.open('{');
  json.number("lower", range.lower);
  json.number("upper", range.upper);
  json.close('}');
}

void write_hits(JsonWriter& json, std::string_view name, const std::vector<RuleHit>& hits) {
  json.key(name);
  json.open('[');
  for (const RuleHit& hit : hits) {
    json.open('{');
    json.member("id", hit.id);
    json.member("axis", name_of(hit.axis));
    json.number("count", hit.count);
    json.number("line", hit.line);
    json.ratio("ratio", hit.ratio);
    json.truth("fact_given", hit.fact_given);
    json.both("text", hit.text);
    json.close('}');
  }
  json.close(']');
}

void write_money(JsonWriter& json, const Verdict& verdict) {
  json.key("proceeds");
  if (verdict.proceeds) {
    json.open('{');
    json.number("fen", *verdict.proceeds);
    json.truth("verified", false);
    json.close('}');
  } else {
    json.raw("null");
  }
  json.key("proceeds_estimate");
  if (verdict.proceeds_estimate) {
    json.open('{');
    json.number("lower_fen", verdict.proceeds_estimate->lower);
    json.number("upper_fen", verdict.proceeds_estimate->upper);
    json.truth("assumed_sold", verdict.assume_sold);
    json.close('}');
  } else {
    json.raw("null");
  }
}

void write_ladder(JsonWriter& json, const Verdict& verdict) {
  json.member("role", name_of(verdict.role));
  json.member("profile", verdict.profile);
  json.key("ladder");
  json.open('{');
  json.number("line", verdict.ladder.line);
  json.truth("tenfold", verdict.ladder.tenfold);
  json.number("proceeds_fen", verdict.ladder.proceeds);
  json.number("notice_percent", verdict.shares.notice_percent);
  json.number("near_percent", verdict.shares.near_percent);
  json.close('}');
  json.key("lines");
  json.open('[');
  for (const LineShare& line : verdict.lines) {
    json.open('{');
    json.member("axis", name_of(line.axis));
    json.number("line", line.line);
    json.number("lower", line.count.lower);
    json.number("upper", line.count.upper);
    json.ratio("ratio_lower", line.ratio.lower);
    json.ratio("ratio_upper", line.ratio.upper);
    json.close('}');
  }
  json.close(']');
}

void write_level(JsonWriter& json, const Verdict& verdict) {
  json.member("level", name_of(verdict.level));
  json.member("level_upper", name_of(verdict.level_upper));
  json.member("level_by", kBasisNames[static_cast<size_t>(verdict.basis)]);
  json.both("level_text", verdict.level_text);
  json.both("level_upper_text", verdict.level_upper_text);
  json.key("immediate");
  json.open('[');
  for (const ImmediateTrigger& trigger : verdict.immediate) {
    json.open('{');
    json.member("id", trigger.id);
    json.number("rows", trigger.rows);
    json.close('}');
  }
  json.close(']');
}

void write_facts(JsonWriter& json, uint8_t facts) {
  json.key("facts_given");
  json.open('[');
  for (size_t bit = 0; bit < kFacts; ++bit)
    if ((facts >> bit & 1) != 0) json.text(name_of(static_cast<Fact>(1 << bit)));
  json.close(']');
}

void write_notices(JsonWriter& json, const std::vector<Notice>& notices) {
  json.key("notices");
  json.open('[');
  for (const Notice& notice : notices) {
    json.open('{');
    json.member("id", notice.id);
    json.number("count", notice.count);
    json.both("text", notice.text);
    json.close('}');
  }
  json.close(']');
}

void write_list(JsonWriter& json, std::string_view name, const std::vector<Bilingual>& list) {
  json.key(name);
  json.open('[');
  for (const Bilingual& item : list) json.both(item);
  json.close(']');
}

void write_case(JsonWriter& json, const CaseScore& nearest) {
  json.open('{');
  json.member("id", nearest.profile->id);
  json.number("score", nearest.score);
  json.truth("resembles", nearest.score >= kResembles);
  json.both("text", nearest.text);
  json.both("title", nearest.profile->title);
  json.key("signs");
  json.open('[');
  for (const SignScore& sign : nearest.signs) {
    json.open('{');
    json.both("name", sign.sign->name);
    json.number("weight", sign.sign->weight);
    json.number("permille", sign.degree);
    json.truth("core", sign.sign->core);
    json.close('}');
  }
  json.close(']');
  write_list(json, "not_visible", nearest.profile->not_visible);
  write_list(json, "controls", nearest.profile->controls);
  json.close('}');
}

void write_cases(JsonWriter& json, const std::vector<CaseScore>& cases) {
  json.key("case");
  if (cases.empty() || cases.front().score == 0)
    json.raw("null");
  else
    write_case(json, cases.front());
  json.key("cases");
  json.open('[');
  for (const CaseScore& each : cases) {
    json.open('{');
    json.member("id", each.profile->id);
    json.number("score", each.score);
    json.close('}');
  }
  json.close(']');
}

}  // namespace

void append_verdict(const Verdict& verdict, const std::vector<CaseScore>& cases, std::string& out) {
  JsonWriter json(out);
  json.number("weighted", verdict.weighted);
  write_range(json, "weighted_bounds", verdict.weighted_bounds);
  write_money(json, verdict);
  write_ladder(json, verdict);
  write_facts(json, verdict.facts);
  write_level(json, verdict);
  write_hits(json, "rules_reached", verdict.rules_reached);
  write_hits(json, "rules_watch", verdict.rules_watch);
  write_hits(json, "people_reached", verdict.people_reached);
  write_notices(json, verdict.notices);
  write_cases(json, cases);
  json.both("footer", verdict.footer);
}

}  // namespace pidun
