// Text in other charsets, made by ICU: the oracle of lib/text/.
#pragma once

#include <unicode/ucnv.h>

#include <stdexcept>
#include <string>
#include <string_view>

#include "text/charset.h"

namespace pidun::testing {

inline const char* icu_name(Charset charset) {
  const char* const names[] = {"UTF-8", "gb18030", "Big5", "UTF-16LE", "UTF-16BE"};
  return names[static_cast<int>(charset)];
}

inline std::string convert_by_icu(const char* to, const char* from, std::string_view text) {
  std::string out(text.size() * 4 + 16, '\0');
  UErrorCode error = U_ZERO_ERROR;
  const int32_t size = ucnv_convert(to, from, out.data(), static_cast<int32_t>(out.size()), text.data(),
                                    static_cast<int32_t>(text.size()), &error);
  if (U_FAILURE(error)) throw std::runtime_error(u_errorName(error));
  out.resize(static_cast<size_t>(size));
  return out;
}
inline std::string encode(Charset charset, std::string_view utf8) {
  return convert_by_icu(icu_name(charset), "UTF-8", utf8);
}
inline std::string decode_by_icu(Charset charset, std::string_view bytes) {
  return convert_by_icu("UTF-8", icu_name(charset), bytes);
}

}  // namespace pidun::testing
