// Records in the order they ended, in few allocations: what hangs on each stands in lists behind them.
// Tested in tests/unit/record/records_test.cpp.
#pragma once

#include <vector>

#include "record/field.h"

namespace pidun {

class RecordList {
 public:
  // A field as it is told: which kind, and where.
  struct Place {
    Span span;
    Kind kind = Kind::none;
    uint16_t tier = 0;
    uint16_t rule = 0;
    bool masked = false;
  };

  // Of the input of what is added from now on.
  void set_format(Format format) { format_ = format; }
  size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  void clear();
  // Forgets the records from `count` on.
  void shorten(size_t count);
  void append(const RecordList& other);

  // Its spans hold until the list changes.
  Record record(size_t i) const;
  std::span<const Place> places(size_t i) const;
  Span& span_of(size_t i) { return items_[i].record.span; }
  void set_slice(size_t i, uint32_t slice) { items_[i].record.slice = slice; }
  std::span<Place> places(size_t i);

  // What `record` hangs on is appended first.
  void begin();
  void add_content(const ContentPrint& content) { contents_.push_back(content); }
  void add_link(const LinkPrint& link) { links_.push_back(link); }
  void add_place(const Place& place) { places_.push_back(place); }
  void end(const Record& record);

 private:
  struct Begins {
    size_t contents = 0, links = 0, kinds = 0, places = 0;  // where a record's own begin
  };
  struct Item : Begins {
    Item() = default;
    Item(const Begins& begins, const Record& of) : Begins(begins), record(of) {}
    Record record;
  };
  void add_kinds();
  template <class T>
  std::span<const T> own(const std::vector<T>& list, size_t Begins::*begins, size_t i) const;

  std::vector<Item> items_;
  std::vector<ContentPrint> contents_;
  std::vector<LinkPrint> links_;
  std::vector<Kind> kinds_;
  std::vector<Place> places_;
  Begins next_;
  Format format_ = Format::lines;
};

}  // namespace pidun
