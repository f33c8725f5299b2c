// Which build of the code runs: the build IDs (NT_GNU_BUILD_ID) of the loaded objects that hold given addresses, as the
// linker wrote them. What one build has proved says nothing about another. Empty when one of the objects has no ID.
// Example: build_stamp({&some_function}) is the same in every process that loads this very library.
// Tested in tests/unit/base/build_stamp_test.cpp.
#pragma once

#include <initializer_list>
#include <string>

namespace pidun {

std::string build_stamp(std::initializer_list<const void*> addresses);

}  // namespace pidun
