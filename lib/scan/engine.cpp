#include "scan/engine.h"

#include "pidun_tables.h"

namespace pidun {
namespace {

std::string hexadecimal(uint64_t number) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text(16, '0');
  for (size_t i = text.size(); i-- > 0; number >>= 4) text[i] = kDigits[number & 15];
  return text;
}

}  // namespace

std::unique_ptr<Engine> Engine::build(WordBackend backend, std::string* why) {
  std::unique_ptr<Engine> engine(new Engine);
  engine->words_ = choose_words(engine->labels_.words(), backend);
  if (!engine->words_.matcher) {
    *why = engine->words_.name;
    return nullptr;
  }
  engine->rules_hash_ = hexadecimal(tables::kTablesHash);
  return engine;
}

}  // namespace pidun
