// Records in the order they ended, in few allocations: what hangs on each stands in lists behind them. What several
// threads made is joined without being copied: a list is parts, each with lists of its own.
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

  RecordList() : parts_(1) {}

  // Of the input of what is added from now on.
  void set_format(Format format) { format_ = format; }
  size_t size() const { return parts_.back().behind(); }
  bool empty() const { return size() == 0; }
  // Keeps the memory.
  void clear() { shorten(0); }
  // Forgets the records from `count` on.
  void shorten(size_t count);
  // Takes those of `other` behind its own, and gives it memory that is not needed here: it is empty then.
  void take(RecordList& other);

  // Its spans hold until the list changes.
  Record record(size_t i) const;
  std::span<const Place> places(size_t i) const;
  std::span<Place> places(size_t i);
  Span& span_of(size_t i) { return item(i).record.span; }
  void set_slice(size_t i, uint32_t slice) { item(i).record.slice = slice; }

  // What `record` hangs on is appended first.
  void begin();
  void add_content(const ContentPrint& content) { parts_.back().contents.push_back(content); }
  void add_link(const LinkPrint& link) { parts_.back().links.push_back(link); }
  void add_place(const Place& place) { parts_.back().places.push_back(place); }
  void end(const Record& record);

 private:
  struct Begins {
    size_t contents = 0, links = 0, kinds = 0, places = 0;  // where a record's own begin
  };
  struct Item : Begins {
    Item(const Begins& begins, const Record& of) : Begins(begins), record(of) {}
    Record record;
  };
  struct Part {
    size_t first = 0;  // which record of the list is its first
    std::vector<Item> items;
    std::vector<ContentPrint> contents;
    std::vector<LinkPrint> links;
    std::vector<Kind> kinds;
    std::vector<Place> places;

    size_t behind() const { return first + items.size(); }
    void shorten(size_t count);
    template <class T>
    std::span<const T> own(const std::vector<T>& list, size_t Begins::*begins, size_t i) const;
  };
  void add_kinds(Part& part) const;
  size_t part_of(size_t i) const;
  Item& item(size_t i) {
    Part& part = parts_[part_of(i)];
    return part.items[i - part.first];
  }

  std::vector<Part> parts_;  // one at least; each but the first holds a record
  std::vector<Part> spare_;  // empty ones with their memory
  Begins next_;
  Format format_ = Format::lines;
};

}  // namespace pidun
