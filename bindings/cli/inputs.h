// From the PATHs given to the inputs to scan, one at a time and always in the same order: PATHs as given,
// directories walked by name. A walked directory gives its regular files; links to directories are not followed,
// so there are no loops; what cannot be looked at comes out as an input with an error, never silently.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pidun::cli {

struct Input {
  std::string path;  // as shown; "-" is standard input
  bool is_stdin = false;
  bool from_walk = false;  // found in a directory: must still be a regular file when opened
  int error = 0;           // errno of the attempt to look at it
};

class InputWalker {
 public:
  explicit InputWalker(std::vector<std::string> paths) : paths_(std::move(paths)) {}

  std::optional<Input> next();
  std::uint64_t skipped_links() const { return skipped_links_; }
  std::uint64_t skipped_special() const { return skipped_special_; }

 private:
  struct Directory {
    std::string path;
    std::vector<std::string> names;  // sorted
    std::size_t position = 0;
    int error = 0;  // the listing broke off
  };
  std::optional<Input> next_named();
  std::optional<Input> next_walked();
  std::optional<Input> enter(const std::string& path);

  std::vector<std::string> paths_;
  std::size_t position_ = 0;
  std::vector<Directory> stack_;
  std::uint64_t skipped_links_ = 0;
  std::uint64_t skipped_special_ = 0;
};

}  // namespace pidun::cli
