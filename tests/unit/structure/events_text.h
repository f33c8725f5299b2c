// Writes the events of an input as text, so that a table of cases can be read.
// One value: its bytes. Around it: "…" if quoted; name= before it, or <name>= if the reader has it, <name:comment>=
// with a comment; @3 its column if not 0; ^ first and $ last of its row; # in the header row. { } [ ] are borders; one
// without bytes of its own is written twice.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reference/structure_read.h"

namespace pidun {

inline std::string event_text(const Event& event, std::string_view input, const Reader* reader = nullptr) {
  const Window window(input, 0);
  std::string text;
  if ((event.flags & kEventHeader) != 0) text += '#';
  if ((event.flags & kEventRowBegin) != 0) text += '^';
  if (event.name_back != 0) {
    const uint64_t name = event.begin - event.name_back;
    text += std::string(window.view(name, name + event.name_length)) + '=';
  }
  if (event.table != 0 && reader != nullptr) {
    const FarName name = reader->far_name(event.table, event.column);
    text += '<' + name.name + (name.comment.empty() ? "" : ':' + name.comment) + ">=";
  }
  if (event.kind == EventKind::value) {
    const char* const quote = (event.flags & kEventQuoted) != 0 ? "\"" : "";
    text += quote + std::string(window.view(event.begin, event.end)) + quote;
  } else {
    text += std::string(event.begin == event.end ? 2 : 1, " {}[]"[static_cast<size_t>(event.kind)]);
  }
  if (event.column != 0) text += '@' + std::to_string(event.column);
  if ((event.flags & kEventRowEnd) != 0) text += '$';
  return text;
}

inline std::string events_text(const Layout& layout, std::string_view input) {
  std::string text;
  const std::unique_ptr<Reader> reader = make_reader(layout);
  for (const Event& event : read_cut(*reader, input, {}))
    text += (text.empty() ? "" : " ") + event_text(event, input, reader.get());
  return text;
}

// The same, read a byte at a time and put together again.
inline std::string events_text_bytewise(const Layout& layout, std::string_view input) {
  std::vector<uint64_t> cuts;
  for (uint64_t cut = 0; cut <= input.size(); ++cut) cuts.push_back(cut);
  const std::unique_ptr<Reader> reader = make_reader(layout);
  std::string error;
  std::string text;
  for (const Event& event : merged(read_cut(*reader, input, cuts), error)) {
    text += (text.empty() ? "" : " ") + event_text(event, input, reader.get());
  }
  return error + text;
}

}  // namespace pidun
