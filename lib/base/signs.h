// Signs of Chinese text that several stages look for.
#pragma once

#include <string_view>

namespace pidun {

inline constexpr std::string_view kWideColon = "：";  // U+FF1A

}  // namespace pidun
