// See inputs.h. Tested by tests/cli/run_cli_tests.py (directory cases).
#include "inputs.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

namespace pidun::cli {
namespace {

namespace fs = std::filesystem;

Input broken(std::string path, int error) {
  Input input;
  input.path = std::move(path);
  input.error = error == 0 ? EIO : error;
  return input;
}

std::string joined(const std::string& directory, const std::string& name) {
  return directory.back() == '/' ? directory + name : directory + '/' + name;
}

}  // namespace

std::optional<Input> InputWalker::next() {
  while (true) {
    if (!stack_.empty()) {
      if (auto input = next_walked()) return input;
    } else if (position_ < paths_.size()) {
      if (auto input = next_named()) return input;
    } else {
      return std::nullopt;
    }
  }
}

// A PATH that is neither directory nor missing is an input whatever it is: pipes and devices are read as streams.
std::optional<Input> InputWalker::next_named() {
  const std::string& path = paths_[position_++];
  Input input;
  input.path = path;
  if (path == "-") {
    input.is_stdin = true;
    return input;
  }
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::directory) return enter(path);
  if (status.type() == fs::file_type::not_found) return broken(path, error ? error.value() : ENOENT);
  if (error) return broken(path, error.value());
  return input;
}

std::optional<Input> InputWalker::next_walked() {
  Directory& top = stack_.back();
  if (top.position == top.names.size()) {
    const Directory done = std::move(top);
    stack_.pop_back();
    if (done.error != 0) return broken(done.path, done.error);
    return std::nullopt;
  }
  const std::string path = joined(top.path, top.names[top.position++]);
  std::error_code error;
  const fs::file_status own = fs::symlink_status(path, error);
  if (own.type() == fs::file_type::directory) return enter(path);
  if (error) return broken(path, error.value());
  const fs::file_status target = fs::status(path, error);
  if (target.type() == fs::file_type::regular) {
    Input input;
    input.path = path;
    input.from_walk = true;
    return input;
  }
  if (target.type() == fs::file_type::directory) {
    ++skipped_links_;
  } else if (target.type() == fs::file_type::not_found || error) {
    return broken(path, error ? error.value() : ENOENT);  // a dangling link, a loop of links, a vanished file
  } else {
    ++skipped_special_;
  }
  return std::nullopt;
}

// Lists a directory and puts it on the stack. Gives an input only if it could not be listed at all.
std::optional<Input> InputWalker::enter(const std::string& path) {
  std::error_code error;
  fs::directory_iterator entry(path, error);
  if (error) return broken(path, error.value());
  Directory directory;
  directory.path = path;
  while (entry != fs::directory_iterator()) {
    directory.names.push_back(entry->path().filename().string());
    entry.increment(error);
    if (error) {
      directory.error = error.value();
      break;
    }
  }
  std::sort(directory.names.begin(), directory.names.end());
  stack_.push_back(std::move(directory));
  return std::nullopt;
}

}  // namespace pidun::cli
