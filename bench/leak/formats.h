// Rows as files of several formats. Values hold no character that any of them escapes.
#pragma once

#include <string>
#include <vector>

#include "leak/row.h"

namespace leak {

enum class Format { csv, jsonl, json, sql, hl7, cda, txt };

// Messages and documents of hospitals: what they have no field for is left out.
inline bool is_medical(Format format) { return format == Format::hl7 || format == Format::cda; }

const char* ending_of(Format format);

class Writer {
 public:
  // `spelling` chooses among the names a column may have.
  Writer(Format format, std::vector<Column> columns, unsigned spelling);

  // All append to `out`.
  void begin(std::string& out);
  void row(const Row& row, std::string& out);
  void end(std::string& out);

 private:
  std::string name(Column column) const;
  void header(std::string& out) const;
  void csv(const Row& row, std::string& out) const;
  void form(const Row& row, std::string& out) const;
  void object(const Row& row, bool nested, std::string& out) const;
  void sql(const Row& row, std::string& out) const;
  void hl7(const Row& row, std::string& out) const;
  void cda(const Row& row, std::string& out) const;

  Format format_;
  std::vector<Column> columns_;
  unsigned spelling_;
  std::vector<std::string> names_;  // by place in columns_
  uint64_t rows_ = 0;
};

}  // namespace leak
