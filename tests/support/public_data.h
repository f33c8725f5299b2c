// The folder of public data: PIDUN_DATA, else ../shared/data beside the checkout. Tests that need it say so and pass
// without it.
#pragma once

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace pidun::testing {

inline std::filesystem::path public_data(const char* folder) {
  const char* chosen = std::getenv("PIDUN_DATA");
  const std::filesystem::path data = chosen != nullptr ? chosen : "../shared/data";
  if (std::filesystem::is_directory(data / folder)) return data / folder;
  WARN("skipped: the public data is not there; set PIDUN_DATA");
  return {};
}

inline std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace pidun::testing
