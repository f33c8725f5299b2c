#include "match/database_cache.h"

#include <fcntl.h>
#include <hs/hs.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace pidun {
namespace {

constexpr char kMagic[8] = {'P', 'I', 'D', 'U', 'N', 'H', 'S', '\n'};
constexpr uint64_t kFormat = 1;
constexpr uint64_t kLargestFile = uint64_t{1} << 30;

struct Header {
  char magic[8];
  uint64_t format;
  uint64_t key_size;
  uint64_t payload_size;
  uint64_t checksum;  // of key and payload
};
static_assert(sizeof(Header) == 40);

class File {
 public:
  explicit File(int number) : number_(number) {}
  ~File() {
    if (number_ >= 0) ::close(number_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int number() const { return number_; }
  bool open() const { return number_ >= 0; }

 private:
  int number_;
};

uint64_t mix(uint64_t state, uint64_t word) { return std::rotl((state ^ word) * 0x9E3779B97F4A7C15u, 29); }

// Finds torn and decayed files. It is no defence against a forger: owner and permissions are.
uint64_t checksum(uint64_t state, std::string_view bytes) {
  state = mix(state, bytes.size());
  for (size_t at = 0; at < bytes.size(); at += sizeof(uint64_t)) {
    uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, std::min(sizeof(word), bytes.size() - at));
    state = mix(state, word);
  }
  return mix(state, state >> 32);
}

bool ours_alone(const struct stat& status) {
  return status.st_uid == ::geteuid() && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

bool folder_is_ours(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && ours_alone(status);
}

bool read_all(const File& file, std::string& bytes) {
  size_t at = 0;
  while (at < bytes.size()) {
    const ssize_t got = ::read(file.number(), bytes.data() + at, bytes.size() - at);
    if (got <= 0) return false;
    at += static_cast<size_t>(got);
  }
  return true;
}

bool write_all(const File& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(file.number(), bytes.data(), bytes.size());
    if (put <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(put));
  }
  return true;
}

// All bytes of a file that is ours and of a sensible size.
std::optional<std::string> read_own_file(const std::string& path) {
  const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  struct stat status {};
  if (!file.open() || ::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode) || !ours_alone(status))
    return std::nullopt;
  const auto size = static_cast<uint64_t>(status.st_size);
  if (size < sizeof(Header) || size > kLargestFile) return std::nullopt;
  std::string bytes(size, '\0');
  if (!read_all(file, bytes)) return std::nullopt;
  return bytes;
}

Header header_of(std::string_view key, std::string_view payload) {
  Header header{};
  std::memcpy(header.magic, kMagic, sizeof(kMagic));
  header.format = kFormat;
  header.key_size = key.size();
  header.payload_size = payload.size();
  header.checksum = checksum(checksum(kFormat, key), payload);
  return header;
}

}  // namespace

std::string CacheFolder::file_of(std::string_view key) const {
  char name[40];
  std::snprintf(name, sizeof(name), "/%016llx%016llx.hsdb", static_cast<unsigned long long>(checksum(1, key)),
                static_cast<unsigned long long>(checksum(2, key)));
  return path_ + name;
}

std::optional<std::string> CacheFolder::read(std::string_view key) const {
  if (!folder_is_ours(path_)) return std::nullopt;
  auto bytes = read_own_file(file_of(key));
  if (!bytes) return std::nullopt;
  Header header{};
  std::memcpy(&header, bytes->data(), sizeof(header));
  const std::string_view body = std::string_view(*bytes).substr(sizeof(header));
  if (header.key_size != key.size() || body.substr(0, key.size()) != key) return std::nullopt;
  const std::string_view payload = body.substr(key.size());
  const Header expected = header_of(key, payload);
  if (std::memcmp(&header, &expected, sizeof(header)) != 0) return std::nullopt;
  bytes->erase(0, sizeof(header) + key.size());
  return bytes;
}

bool CacheFolder::write(std::string_view key, std::string_view payload) const {
  ::mkdir(path_.c_str(), S_IRWXU);
  if (!folder_is_ours(path_)) return false;
  std::string temporary = path_ + "/.new-XXXXXX";
  bool written = false;
  {
    const File file(::mkostemp(temporary.data(), O_CLOEXEC));
    if (!file.open()) return false;
    const Header header = header_of(key, payload);
    char head[sizeof(header)];
    std::memcpy(head, &header, sizeof(header));
    written = write_all(file, {head, sizeof(head)}) && write_all(file, key) && write_all(file, payload) &&
              ::fsync(file.number()) == 0;
  }
  if (written && ::rename(temporary.c_str(), file_of(key).c_str()) == 0) return true;
  ::unlink(temporary.c_str());
  return false;
}

void add_field(std::string& key, std::string_view field) {
  key += std::to_string(field.size());
  key += ':';
  key += field;
}

bool take_field(std::string_view& key, std::string_view& field) {
  size_t size = 0;
  const auto [end, fault] = std::from_chars(key.data(), key.data() + key.size(), size);
  const auto head = static_cast<size_t>(end - key.data()) + 1;
  if (fault != std::errc() || head > key.size() || key[head - 1] != ':' || size > key.size() - head) return false;
  field = key.substr(head, size);
  key.remove_prefix(head + size);
  return true;
}

std::string database_key(std::string_view purpose) {
  std::string key;
  add_field(key, purpose);
  add_field(key, hs_version());
  hs_platform_info_t platform{};
  const bool known = hs_populate_platform(&platform) == HS_SUCCESS;
  add_field(key,
            std::to_string(known) + ' ' + std::to_string(platform.tune) + ' ' + std::to_string(platform.cpu_features));
  return key;
}

std::string serialised(const hs_database* database) {
  char* bytes = nullptr;
  size_t size = 0;
  if (hs_serialize_database(database, &bytes, &size) != HS_SUCCESS) return {};
  const std::unique_ptr<char, decltype(&std::free)> owner(bytes, &std::free);
  return {bytes, size};
}

hs_database* deserialised(std::string_view bytes) {
  hs_database_t* database = nullptr;
  return hs_deserialize_database(bytes.data(), bytes.size(), &database) == HS_SUCCESS ? database : nullptr;
}

hs_database* read_database(const CacheFolder* cache, std::string_view key) {
  if (cache == nullptr) return nullptr;
  const auto payload = cache->read(key);
  return payload ? deserialised(*payload) : nullptr;
}

void write_database(const CacheFolder* cache, std::string_view key, const hs_database* database) {
  if (cache == nullptr) return;
  const std::string bytes = serialised(database);
  if (!bytes.empty()) cache->write(key, bytes);
}

}  // namespace pidun
