#include "scan/proven_rules.h"

#include <hs/hs.h>
#include <re2/re2.h>
#include <sodium.h>

#include "base/build_stamp.h"

namespace pidun {
namespace {

// The library itself, and the two that match.
std::string code_stamp() {
  return build_stamp({reinterpret_cast<const void*>(&code_stamp), reinterpret_cast<const void*>(&RE2::QuoteMeta),
                      reinterpret_cast<const void*>(&hs_version)});
}

std::string hash_of(std::string_view text) {
  std::string hash(crypto_generichash_BYTES, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                     reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0);
  return hash;
}

}  // namespace

ProvenRules::ProvenRules(const EngineOptions& options) {
  if (options.cache_folder.empty() || options.rules.sources.empty()) return;
  const std::string stamp = code_stamp();
  if (stamp.empty()) return;
  cache_.emplace(options.cache_folder);
  key_ = database_key("rules proven 1");
  add_field(key_, stamp);
  add_field(key_, {options.rules.builtins ? "built-in rules" : "no built-in rules"});
  add_field(key_, std::to_string(static_cast<int>(options.profile)));
  add_field(key_, std::to_string(static_cast<int>(options.words)));
  for (const RuleSource& source : options.rules.sources) add_field(key_, hash_of(source.text));
}

bool ProvenRules::known() const { return cache_ && cache_->read(key_).has_value(); }

void ProvenRules::note() const {
  if (cache_) cache_->write(key_, {});
}

}  // namespace pidun
