#include "api/engine_options.h"

#include "api/options.h"

static_assert(static_cast<int>(pidun::WordBackend::hyperscan) == PIDUN_WORDS_HYPERSCAN);
static_assert(static_cast<int>(pidun::WordBackend::portable) == PIDUN_WORDS_PORTABLE);
static_assert(static_cast<int>(pidun::Profile::strict) == PIDUN_PROFILE_STRICT);
static_assert(static_cast<int>(pidun::Profile::lenient) == PIDUN_PROFILE_LENIENT);

namespace pidun::api {

bool prepare_engine(const pidun_engine_options* given, EngineOptions& out, RuleErrors& errors) {
  pidun_engine_options options;
  if (!copy_struct(given, options) || options.words > PIDUN_WORDS_PORTABLE) return false;
  if ((options.flags & ~uint32_t{PIDUN_ENGINE_NO_BUILTIN}) != 0 || options.profile > PIDUN_PROFILE_LENIENT)
    return false;
  if (options.rule_files == nullptr && options.rule_file_count != 0) return false;
  if (options.rule_text == nullptr && options.rule_text_length != 0) return false;
  for (size_t i = 0; i < options.rule_file_count; ++i)
    if (options.rule_files[i] == nullptr) return false;
  if (options.kinds == nullptr && options.kind_count != 0) return false;
  for (size_t i = 0; i < options.kind_count; ++i) {
    if (options.kinds[i] == nullptr) return false;
    out.rules.kinds.emplace_back(options.kinds[i]);
  }
  out.words = static_cast<WordBackend>(options.words);
  out.profile = static_cast<Profile>(options.profile);
  out.rules.builtins = (options.flags & PIDUN_ENGINE_NO_BUILTIN) == 0;
  for (size_t i = 0; i < options.rule_file_count; ++i)
    if (auto source = read_source(options.rule_files[i], errors)) out.rules.sources.push_back(std::move(*source));
  if (options.rule_text != nullptr)
    out.rules.sources.push_back({"(text)", std::string(options.rule_text, options.rule_text_length)});
  if (options.cache_folder != nullptr) out.cache_folder = options.cache_folder;
  return true;
}

}  // namespace pidun::api
