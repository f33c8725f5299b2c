#include "leak/formats.h"

#include <array>

namespace leak {
namespace {

struct Names {
  std::array<const char*, 2> label;  // of a table
  std::array<const char*, 2> key;    // of an object, or a table in SQL
};
// In the order of Column.
constexpr std::array<Names, kColumns> kNames = {{
    {{"姓名", "客户姓名"}, {"name", "real_name"}},
    {{"身份证号", "身份证号码"}, {"id_card", "idCardNo"}},
    {{"手机号", "联系电话"}, {"mobile", "phone"}},
    {{"家庭住址", "住址"}, {"address", "home_address"}},
    {{"车牌号", "车牌号码"}, {"plate_no", "car_no"}},
    {{"诊断", "诊断名称"}, {"diagnosis", "diagnosis"}},
    {{"交易时间", "交易时间"}, {"transaction_time", "transaction_time"}},
    {{"交易金额", "交易金额"}, {"transaction_amount", "transaction_amount"}},
    {{"订单号", "订单编号"}, {"order_no", "order_no"}},
    {{"时间", "时间"}, {"time", "time"}},
    {{"纬度", "纬度"}, {"latitude", "lat"}},
    {{"经度", "经度"}, {"longitude", "lng"}},
    {{"配偶姓名", "配偶姓名"}, {"spouse_name", "spouse_name"}},
    {{"配偶身份证号", "配偶身份证号"}, {"spouse_id_card", "spouse_id_card"}},
    {{"联系人姓名", "紧急联系人姓名"}, {"emergency_name", "emergency_name"}},
    {{"联系人手机", "紧急联系人手机"}, {"emergency_mobile", "emergency_mobile"}},
    {{"备注", "备注"}, {"remark", "remark"}},
}};
constexpr uint64_t kTuples = 50;  // of one INSERT

bool is_of_other(Column column) { return column >= Column::spouse_name && column <= Column::contact_mobile; }

void add_member(const char* key, const std::string& value, std::string& out) {
  if (value.empty()) return;
  if (out.back() != '{') out += ',';
  out += '"';
  out += key;
  out += "\":\"";
  out += value;
  out += '"';
}

}  // namespace

const char* ending_of(Format format) {
  constexpr std::array kEndings = {".csv", ".jsonl", ".json", ".sql", ".hl7", ".cda", ".txt"};
  return kEndings[static_cast<size_t>(format)];
}

Writer::Writer(Format format, std::vector<Column> columns, unsigned spelling)
    : format_(format), columns_(std::move(columns)), spelling_(spelling % 2) {
  for (const Column column : columns_) names_.push_back(name(column));
}

std::string Writer::name(Column column) const {
  const Names& names = kNames[static_cast<size_t>(column)];
  const bool table = format_ == Format::csv || format_ == Format::txt;
  return (table ? names.label : names.key)[spelling_];
}

void Writer::header(std::string& out) const {
  for (size_t i = 0; i < names_.size(); ++i) out += (i == 0 ? "" : ",") + names_[i];
  out += '\n';
}

void Writer::begin(std::string& out) {
  rows_ = 0;
  if (format_ == Format::csv) header(out);
  if (format_ == Format::json) out += "{\"code\":0,\"data\":{\"list\":[\n";
  if (format_ == Format::cda) out += "<?xml version=\"1.0\"?>\n<documents xmlns=\"urn:hl7-org:v3\">\n";
  if (format_ != Format::sql) return;
  out += "CREATE TABLE customers (\n  seq int";
  for (const std::string& each : names_) out += ",\n  " + each + " varchar(200)";
  out += "\n);\n";
}

void Writer::row(const Row& row, std::string& out) {
  if (format_ == Format::csv) csv(row, out);
  if (format_ == Format::txt) form(row, out);
  if (format_ == Format::hl7) hl7(row, out);
  if (format_ == Format::cda) cda(row, out);
  if (format_ == Format::sql) sql(row, out);
  if (format_ == Format::jsonl || format_ == Format::json) {
    if (format_ == Format::json && rows_ != 0) out += ",\n";
    object(row, format_ == Format::json, out);
    if (format_ == Format::jsonl) out += '\n';
  }
  ++rows_;
}

void Writer::end(std::string& out) {
  if (format_ == Format::json) out += "\n]},\"message\":\"ok\"}\n";
  if (format_ == Format::cda) out += "</documents>\n";
  if (format_ == Format::sql && rows_ != 0) out += ";\n";
}

void Writer::csv(const Row& row, std::string& out) const {
  if (row.header) return header(out);
  for (size_t i = 0; i < columns_.size(); ++i) {
    if (i != 0) out += ',';
    out += row[columns_[i]];
  }
  out += '\n';
}

// Each row the lines of a form, and an empty one.
void Writer::form(const Row& row, std::string& out) const {
  for (size_t i = 0; i < columns_.size(); ++i)
    if (!row[columns_[i]].empty()) out += names_[i] + "：" + row[columns_[i]] + '\n';
  out += '\n';
}

void Writer::object(const Row& row, bool nested, std::string& out) const {
  out += '{';
  for (size_t i = 0; i < columns_.size(); ++i)
    if (!nested || !is_of_other(columns_[i])) add_member(names_[i].c_str(), row[columns_[i]], out);
  if (nested && !row[Column::spouse_name].empty()) {
    out += ",\"spouse\":{";
    add_member("name", row[Column::spouse_name], out);
    add_member("id_card", row[Column::spouse_id], out);
    out += '}';
  }
  if (nested && !row[Column::contact_mobile].empty()) {
    out += ",\"contacts\":[{";
    add_member("name", row[Column::contact_name], out);
    add_member("mobile", row[Column::contact_mobile], out);
    out += "}]";
  }
  if (!row.orders.empty()) {
    out += ",\"orders\":[";
    for (const Order& order : row.orders) {
      if (&order != row.orders.data()) out += ',';
      out += '{';
      add_member("order_no", order.number, out);
      add_member("transaction_time", order.paid_at, out);
      add_member("transaction_amount", order.amount, out);
      out += '}';
    }
    out += ']';
  }
  out += '}';
}

void Writer::sql(const Row& row, std::string& out) const {
  if (rows_ % kTuples == 0) {
    if (rows_ != 0) out += ";\n";
    out += "INSERT INTO customers (seq";
    for (const std::string& each : names_) out += ", " + each;
    out += ") VALUES\n";
  } else {
    out += ",\n";
  }
  out += '(' + std::to_string(rows_ % 1000);
  for (const Column column : columns_) out += row[column].empty() ? ", NULL" : ", '" + row[column] + '\'';
  out += ')';
}

// Each row a message; every third goes on with another patient instead.
void Writer::hl7(const Row& row, std::string& out) const {
  if (rows_ % 3 != 2)
    out += "MSH|^~\\&|HIS|WARD|EMR|WARD|20260102030405||ADT^A01|" + std::to_string(rows_) + "|P|2.5\r";
  out += "PID|1||||" + row[Column::name] + "||||||" + row[Column::address] + "||" + row[Column::mobile] + "||||||" +
         row[Column::id] + '\r';
  if (!row[Column::spouse_name].empty())
    out += "NK1|1|" + row[Column::spouse_name] + "|SPO" + std::string(34, '|') + row[Column::spouse_id] + '\r';
  if (!row[Column::contact_name].empty())
    out += "NK1|2|" + row[Column::contact_name] + "|FND||" + row[Column::contact_mobile] + '\r';
  if (!row[Column::diagnosis].empty()) out += "DG1|1||^" + row[Column::diagnosis] + '\r';
}

// Each row a document.
void Writer::cda(const Row& row, std::string& out) const {
  const auto person = [&](const char* code, Column name, const std::string& id, const std::string& mobile) {
    if (row[name].empty()) return;
    out += std::string("<participant typeCode=\"NOT\"><associatedEntity classCode=\"") + code + "\">";
    if (!id.empty()) out += "<id root=\"2.16.156.10011.1.3\" extension=\"" + id + "\"/>";
    if (!mobile.empty()) out += "<telecom value=\"tel:" + mobile + "\"/>";
    out += "<associatedPerson><name>" + row[name] + "</name></associatedPerson></associatedEntity></participant>\n";
  };
  out += "<ClinicalDocument><id extension=\"D" + std::to_string(rows_) + "\"/><recordTarget><patientRole>\n";
  if (!row[Column::address].empty()) out += "<addr use=\"H\">" + row[Column::address] + "</addr>";
  if (!row[Column::mobile].empty()) out += "<telecom use=\"H\" value=\"tel:" + row[Column::mobile] + "\"/>";
  out += "<patient>";
  if (!row[Column::id].empty()) out += "<id root=\"2.16.156.10011.1.3\" extension=\"" + row[Column::id] + "\"/>";
  if (!row[Column::name].empty()) out += "<name>" + row[Column::name] + "</name>";
  out +=
      "</patient></patientRole></recordTarget>\n<author><assignedAuthor><id "
      "extension=\"A1\"/></assignedAuthor></author>\n";
  person("NOK", Column::spouse_name, row[Column::spouse_id], "");
  person("ECON", Column::contact_name, "", row[Column::contact_mobile]);
  if (!row[Column::diagnosis].empty())
    out +=
        "<component><structuredBody><component><section><code code=\"29548-5\"/><entry><observation>"
        "<value displayName=\"" +
        row[Column::diagnosis] + "\"/></observation></entry></section></component></structuredBody></component>";
  out += "</ClinicalDocument>\n";
}

}  // namespace leak
