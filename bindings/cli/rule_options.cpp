// See rule_options.h.
#include "rule_options.h"

#include <sys/stat.h>

#include <cstdlib>

namespace pidun::cli {
namespace {

// Compiled patterns are kept where the user's other caches are; without a home, nowhere.
std::string default_cache_folder() {
  std::string caches;
  const char* cache = std::getenv("XDG_CACHE_HOME");
  const char* home = std::getenv("HOME");
  if (cache != nullptr && cache[0] == '/')
    caches = cache;
  else if (home != nullptr && home[0] == '/')
    caches = std::string(home) + "/.cache";
  else
    return {};
  ::mkdir(caches.c_str(), S_IRWXU);  // the library makes the folder in it; where that fails, nothing is kept
  return caches + "/pidun";
}

// The library's options, which point into this.
class EngineOptions {
 public:
  explicit EngineOptions(const RuleOptions& given) : options_(sized<pidun_engine_options>()) {
    for (const std::string& file : given.files) paths_.push_back(file.c_str());
    options_.rule_files = paths_.data();
    options_.rule_file_count = paths_.size();
    for (const std::string& kind : given.kinds) kinds_.push_back(kind.c_str());
    options_.kinds = kinds_.data();
    options_.kind_count = kinds_.size();
    options_.profile = given.profile;
    if (given.no_cache) return;
    folder_ = given.cache_folder ? *given.cache_folder : default_cache_folder();
    if (!folder_.empty()) options_.cache_folder = folder_.c_str();
  }
  EngineOptions(const EngineOptions&) = delete;
  EngineOptions& operator=(const EngineOptions&) = delete;
  const pidun_engine_options& get() const { return options_; }

 private:
  pidun_engine_options options_;
  std::vector<const char*> paths_, kinds_;
  std::string folder_;
};

}  // namespace

Engine open_engine(const RuleOptions& options) { return Engine(EngineOptions(options).get()); }

std::string check_rules(const RuleOptions& options) { return rules_check(EngineOptions(options).get()); }

}  // namespace pidun::cli
