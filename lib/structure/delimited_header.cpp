// See delimited_header.h.
#include "structure/delimited_header.h"

#include <algorithm>
#include <iterator>

#include "base/blanks.h"

namespace pidun {
namespace {

constexpr size_t kNameMost = 64;   // bytes of a column name
constexpr size_t kDigitsMost = 4;  // digits in a row that a name may hold: a year, a version
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

// Found anywhere in a cell.
constexpr std::string_view kHanWords[] = {
    "姓名", "名称", "身份证", "证件", "手机", "电话", "联系", "号码", "编号", "地址",   "住址", "日期", "时间",
    "性别", "年龄", "民族",   "邮箱", "卡号", "账号", "帐号", "户名", "单位", "公司",   "部门", "备注", "序号",
    "类型", "状态", "金额",   "出生", "生日", "籍贯", "职业", "学历", "学号", "身分證", "電話", "手機"};

// The same of forms, where more is filled in than tables have columns for.
constexpr std::string_view kFormWords[] = {"诊断", "病史", "主诉", "科室", "病区", "床号", "住院", "门诊",
                                           "入院", "出院", "过敏", "血型", "收入", "工资", "婚姻", "婚否",
                                           "关系", "国籍", "政治", "职务", "职称", "专业", "学校", "毕业",
                                           "身高", "体重", "车牌", "户口", "银行", "医生"};

// Found as a word of a cell, where words end at other bytes and before a capital.
constexpr std::string_view kAsciiWords[] = {
    "id",     "name", "phone",  "mobile",  "tel",    "date",     "time",    "address",   "addr",
    "email",  "mail", "gender", "sex",     "age",    "birth",    "card",    "no",        "num",
    "number", "code", "type",   "status",  "user",   "account",  "created", "updated",   "amount",
    "price",  "city", "title",  "company", "remark", "birthday", "idcard",  "telephone", "value"};

bool is_field_word(std::string_view word) {
  constexpr size_t kLongest = 16;
  if (word.empty() || word.size() > kLongest) return false;
  std::string folded(word);
  for (char& c : folded) c = lower(c);
  return std::find(std::begin(kAsciiWords), std::end(kAsciiWords), folded) != std::end(kAsciiWords);
}

bool names_a_field(std::string_view cell) {
  std::string text = with_narrow_blanks(cell.substr(0, kNameMost));
  std::erase(text, ' ');
  for (const std::string_view word : kHanWords) {
    if (text.find(word) != std::string::npos) return true;
  }
  size_t begin = 0;
  for (size_t i = 0; i <= cell.size(); ++i) {
    const bool capital = i > begin && i < cell.size() && is_upper(cell[i]) && !is_upper(cell[i - 1]);
    if (i < cell.size() && is_letter(cell[i]) && !capital) continue;
    if (is_field_word(cell.substr(begin, i - begin))) return true;
    begin = capital ? i : i + 1;
  }
  return false;
}

// A name is short, and no sentence.
bool is_short(std::string_view cell) {
  constexpr size_t kMost = 36;  // bytes
  return !cell.empty() && cell.size() <= kMost && longest_digit_run(cell) <= 1;
}

bool could_be_name(std::string_view cell) {
  if (cell.size() > kNameMost || cell.find('@') != std::string_view::npos) return false;
  if (longest_digit_run(cell) > kDigitsMost) return false;
  return std::any_of(cell.begin(), cell.end(), [](char c) { return is_letter(c) || static_cast<signed char>(c) < 0; });
}

// All filled cells could be names, most cells are filled, and most names differ. Where all are words that fields are
// called by, half of the cells may be empty and names may stand twice.
bool could_be_names(const Row& row) {
  Row filled;
  for (const std::string_view cell : row) {
    if (cell.find_first_not_of(' ') == std::string_view::npos) continue;
    if (!could_be_name(cell)) return false;
    filled.push_back(cell);
  }
  const bool fields = std::all_of(filled.begin(), filled.end(), names_a_field);
  if (filled.empty() || filled.size() * 4 < row.size() * (fields ? 2 : 3)) return false;
  if (fields) return true;
  const size_t all = filled.size();
  std::sort(filled.begin(), filled.end());
  const auto distinct = static_cast<size_t>(std::unique(filled.begin(), filled.end()) - filled.begin());
  return distinct * 4 >= all * 3;
}

bool digits_begin_below(const std::vector<Row>& rows, size_t column) {
  if (longest_digit_run(rows[0][column]) != 0) return false;
  size_t with_digits = 0;
  for (size_t i = 1; i < rows.size(); ++i) {
    if (column < rows[i].size() && longest_digit_run(rows[i][column]) != 0) ++with_digits;
  }
  return with_digits != 0 && with_digits * 2 >= rows.size() - 1;
}

}  // namespace

size_t longest_digit_run(std::string_view text) {
  size_t longest = 0;
  size_t run = 0;
  for (const char c : text) {
    run = is_digit(c) ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

bool names_form_field(std::string_view cell) {
  if (!is_short(cell)) return false;
  if (names_a_field(cell)) return true;
  return std::any_of(std::begin(kFormWords), std::end(kFormWords),
                     [&](std::string_view word) { return cell.find(word) != std::string_view::npos; });
}

bool may_be_form(const Row& row) {
  constexpr size_t kMostCells = 8;
  if (row.empty() || row.size() % 2 != 0 || row.size() > kMostCells) return false;
  for (size_t i = 0; i < row.size(); ++i)
    if (names_form_field(row[i]) != (i % 2 == 0)) return false;
  return true;
}

bool first_row_is_header(const std::vector<Row>& rows) {
  if (rows.empty() || !could_be_names(rows[0])) return false;
  if (std::any_of(rows[0].begin(), rows[0].end(), names_a_field)) return true;
  for (size_t column = 0; column < rows[0].size(); ++column) {
    if (digits_begin_below(rows, column)) return true;
  }
  return false;
}

}  // namespace pidun
