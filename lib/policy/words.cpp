#include "policy/words.h"

namespace pidun::words {
namespace {

std::string text(uint64_t number) { return std::to_string(number); }

// 3 to 5: the item that lists a tier.
struct Item {
  const char* zh;
  const char* en;
};

Item item_of(Axis axis) {
  if (axis == Axis::tier50) return {"三", "3"};
  return axis == Axis::tier500 ? Item{"四", "4"} : Item{"五", "5"};
}

// 9512 is "95.12%", 9500 is "95%".
std::string percent(uint32_t hundredths) { return ratio(hundredths) + "%"; }

std::string two_digits(uint64_t part) {
  std::string out{static_cast<char>('0' + part / 10), static_cast<char>('0' + part % 10)};
  while (!out.empty() && out.back() == '0') out.pop_back();
  return out;
}

}  // namespace

std::string ratio(uint64_t hundredths) {
  const std::string part = two_digits(hundredths % 100);
  return text(hundredths / 100) + (part.empty() ? "" : "." + part);
}

std::string yuan(uint64_t fen) {
  std::string out = text(fen / 100);
  const uint64_t part = fen % 100;
  if (part == 0) return out;
  out += '.';
  out += static_cast<char>('0' + part / 10);
  out += static_cast<char>('0' + part % 10);
  return out;
}

Bilingual level(Level level, Basis basis, Shares shares) {
  if (level == Level::below)
    return {"未达提示线（不代表合规）", "below the notice line (not a statement of compliance)"};
  if (basis == Basis::immediate) return immediate();
  if (basis == Basis::fact) return {"按使用者填报的事实提示（未核实）", "by facts entered by the user; not verified"};
  if (level == Level::reached) return {"达到所列数量", "reaches the listed number"};
  if (level == Level::tenfold) return {"达到所列数量的十倍", "reaches ten times the listed number"};
  const std::string share = text(level == Level::near ? shares.near_percent : shares.notice_percent);
  return {"达到所列数量的" + share + "%", share + " % of the listed number"};
}

Bilingual footer() {
  return {
      "本结果仅为数量比对，不认定违法或犯罪；是否违反国家有关规定、是否取得同意、真实性与用途由有权机关或责任人判断。",
      "Comparison of numbers only; not a finding that any law was broken. Lawfulness, consent, truth and use are for "
      "people to decide."};
}

Bilingual item(Axis axis, uint64_t count, uint64_t line, const Range* masked_records) {
  const auto [zh, en] = item_of(axis);
  const std::string times_zh =
      "为第五条第一款第（" + std::string(zh) + "）项所列数量的" + ratio(ratio_of(count, line)) + "倍";
  const std::string times_en = ratio(ratio_of(count, line)) + " × the number in art. 5(1)(" + en + ")";
  if (masked_records != nullptr) {
    const Bilingual head = masked(*masked_records);
    return {head.zh + "；按下限" + times_zh, head.en + "; by the lower bound " + times_en};
  }
  return {"去重有效" + text(count) + "条，" + times_zh, text(count) + " unique valid records, " + times_en};
}

Bilingual sum(uint64_t weighted, uint64_t line) {
  const std::string share = text(weighted) + "/" + text(line);
  return {"三类按比例合计 " + share, "proportional sum " + share};
}

Bilingual proceeds(uint64_t fen, uint64_t line, bool assumed) {
  const std::string times_of = ratio(ratio_of(fen, line));
  if (assumed)
    return {
        "按使用者填报的单价、假定全部售出估算" + yuan(fen) + "元，为第（七）项所列数额的" + times_of + "倍（未核实）",
        yuan(fen) + " yuan estimated from a price entered by the user, if all were sold: " + times_of +
            " × the sum in (7); not verified"};
  return {"使用者填报收入" + yuan(fen) + "元，为第（七）项所列数额的" + times_of + "倍（未核实）",
          "receipts entered by the user, " + times_of + " × the sum in (7); not verified"};
}

Bilingual half_line(Axis axis, uint64_t count, uint64_t line) {
  const bool money = axis == Axis::proceeds;
  const std::string share = money ? yuan(count) + "/" + yuan(line) : text(count) + "/" + text(line);
  return {
      "按\"履职或提供服务中获得\"的一半标准比对（角色由使用者设定）：" + std::string(money ? "金额 " : "合计 ") + share,
      "compared with the half line for data obtained in duty or service (role set by the user): " +
          std::string(money ? "yuan " : "sum ") + share};
}

Bilingual ten_times() { return {"达到第二款第（三）项所列十倍", "reaches ten times, art. 5(2)(3)"}; }

Bilingual operator_line() {
  return {"达到法释〔2019〕15号第四条所列数量；另以责令改正而拒不改正为前提，未判断",
          "reaches the number of art. 4; it also requires refusal of a correction order, not assessed"};
}

Bilingual position_watch() {
  return {"含可定位特定人的行踪轨迹；如被他人用于犯罪，该项无数量要求；用途未判断",
          "position of a specific person; if used in a crime this item has no minimum; use not assessed"};
}

Bilingual fact(Fact fact) {
  const std::string name(name_of(fact));
  return {"使用者填报的事实 " + name + "（未核实）；该项无数量要求",
          "fact given by the user: " + name + "; not verified; this item has no minimum"};
}

Bilingual masked(Range records) {
  const std::string range = text(records.lower) + "–" + text(records.upper);
  return {"含\"*\"无法排重：" + range + "条", "masked, cannot be de-duplicated: " + range};
}

Bilingual immediate() {
  return {"单条即提示（内部规则，非法定数量）", "one record is enough (product rule, no statutory number)"};
}

Bilingual incomplete() { return {"有内容未检查，不能视为未发现", "part was not examined; not \"nothing found\""}; }

Bilingual unlinked(uint64_t rows) {
  return {"另有" + text(rows) + "行含敏感字段但无可识别身份，未计入条数",
          text(rows) + " rows with sensitive fields identify nobody; not counted as records"};
}

Bilingual image_bulk(uint64_t pictures) {
  return {"同一流向中有" + text(pictures) + "张相机照片；图片本身不计条数",
          text(pictures) + " camera pictures in one flow; pictures by themselves are no records"};
}

Bilingual people(uint64_t persons, const Bilingual* rule) {
  Bilingual out{"涉及" + text(persons) + "人，达到报告/出境规定所列人数",
                text(persons) + " people, reaches the listed number of people"};
  if (rule == nullptr) return out;
  return {out.zh + "：" + rule->zh, out.en + ": " + rule->en};
}

Bilingual sample(const VerifiedShare& share) {
  return {"抽样核实率" + percent(share.share) + "（区间" + percent(share.low) + "–" + percent(share.high) +
              "），不用于折算条数",
          "verified share in the sample " + percent(share.share) + " (" + percent(share.low) + "–" +
              percent(share.high) + "); does not scale the count"};
}

Bilingual estimate(Range fen, bool assumed) {
  const std::string range = yuan(fen.lower) + "–" + yuan(fen.upper);
  if (assumed)
    return {
        "按使用者填报的单价估算" + range + "元，按使用者设定视为已全部售出（未核实）",
        "estimated from a price entered by the user: " + range + " yuan, taken as sold as the user says; not verified"};
  return {"按使用者填报的单价估算" + range + "元，不影响级别",
          "estimated from a price entered by the user: " + range + " yuan; does not move the level"};
}

Bilingual ordinary_only() {
  return {"仅为第（五）项信息且为合法经营购买、收受的，另见第六条",
          "only item-(5) data bought or received for lawful business: see art. 6"};
}

Bilingual resemblance(const Bilingual& name, uint32_t score) {
  return {"字段组合与公开案例" + name.zh + "相似度" + text(score) + "，不表示行为性质相同",
          "field pattern similar to published case " + name.en + " (" + text(score) + "); says nothing about conduct"};
}

}  // namespace pidun::words
