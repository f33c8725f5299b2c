// Texts about personal information, which hold none: statutes, privacy policies, terms of use. They name illnesses,
// punishments and fields all the time, and nobody.
// Example: in "患有精神分裂症的，依法不得申请" the words 依法 and 不得 tell that the sentence rules, and tells of no
// one. Tested in tests/unit/detect/rule_text_test.cpp.
#pragma once

#include "base/window.h"

namespace pidun {

// Whether the sentence around `span` lays down a rule or describes what is collected. Looks at most 120 bytes either
// way, and not past the sentence.
bool is_rule_text(const Window& window, Span span);

}  // namespace pidun
