// How calls answer besides their status: texts by preflight, and what went wrong.
#pragma once

#include <algorithm>
#include <cstring>
#include <string_view>

#include "api/options.h"
#include "base/ascii.h"

namespace pidun::api {

// As much of `text` as fits, cut between characters.
template <size_t N>
void fill(char (&field)[N], std::string_view text) {
  size_t length = std::min(text.size(), N - 1);
  while (length < text.size() && length > 0 && is_continuation(text[length])) --length;
  text.copy(field, length);
}

// Tells the caller, if it wants to be told, and gives the status back.
inline pidun_status tell(pidun_error* error, pidun_status status, std::string_view message, uint32_t line = 0,
                         uint32_t column = 0) {
  pidun_error full{};
  full.struct_size = sizeof(full);
  full.status = status;
  full.line = line;
  full.column = column;
  fill(full.message, message);
  if (error != nullptr) hand_out(full, error);
  return status;
}

// The text with a NUL, if it fits; *needed gets its size.
inline pidun_status copy_text(std::string_view text, char* buffer, size_t capacity, size_t* needed) {
  *needed = text.size() + 1;
  if (buffer == nullptr || capacity < *needed) return PIDUN_E_SPACE;
  std::memcpy(buffer, text.data(), text.size());
  buffer[text.size()] = '\0';
  return PIDUN_OK;
}

}  // namespace pidun::api
