// A folder of compiled Hyperscan databases, so that an engine with many patterns opens in milliseconds. A file holds
// patterns and what was compiled of them, never anything that was scanned.
// Example: CacheFolder("/var/cache/app/pidun").read(key) gives the bytes stored under that very key, or nothing.
//
// Any fault is a miss and never an error: no file, another version, a torn or changed file, another owner, a file or
// folder that others may write to, a folder that cannot be made. A file is written beside its place and renamed, so
// that readers see the old one, the new one or none. Files are not removed: a folder is cleared by deleting it. Tested
// in tests/unit/match/database_cache_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

struct hs_database;

namespace pidun {

class CacheFolder {
 public:
  explicit CacheFolder(std::string path) : path_(std::move(path)) {}
  // The payload stored under this key. The file's name is a hash of the key, but the whole key is compared.
  std::optional<std::string> read(std::string_view key) const;
  // Makes the folder (0700) when it is not there. False when nothing was stored.
  bool write(std::string_view key, std::string_view payload) const;
  std::string file_of(std::string_view key) const;

 private:
  std::string path_;
};

// Opens a key with all that a database depends on besides its patterns: Hyperscan's version, this CPU, our format.
std::string database_key(std::string_view purpose);
// Adds one field of any bytes to a key, so that no two lists of fields give the same key.
void add_field(std::string& key, std::string_view field);
// Takes the first field off the front of what add_field() wrote; false when there is none.
bool take_field(std::string_view& key, std::string_view& field);

std::string serialised(const hs_database* database);  // empty when Hyperscan refuses
hs_database* deserialised(std::string_view bytes);    // null when the bytes are no database for this host
hs_database* read_database(const CacheFolder* cache, std::string_view key);  // null: a miss
void write_database(const CacheFolder* cache, std::string_view key, const hs_database* database);

}  // namespace pidun
