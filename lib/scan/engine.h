// The engine: everything compiled from the rules, immutable, shared by threads.
#pragma once

#include <memory>
#include <string>

#include "detect/labels.h"
#include "match/words.h"

namespace pidun {

class Engine {
 public:
  // Null with the reason in *why when the backend asked for cannot be had.
  static std::unique_ptr<Engine> build(WordBackend backend, std::string* why);

  const LabelTable& labels() const { return labels_; }
  const WordMatcher& words() const { return *words_.matcher; }
  const std::string& words_name() const { return words_.name; }
  const std::string& rules_hash() const { return rules_hash_; }

 private:
  Engine() = default;
  LabelTable labels_;
  ChosenWords words_;
  std::string rules_hash_;
};

}  // namespace pidun
