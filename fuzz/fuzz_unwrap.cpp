// Fuzz target of lib/unwrap/: the first bytes choose limits, segments and values, the rest is the input.
// Whatever the bytes, layers stay within their limits and lead back into the input, and depend on no byte further
// from the segment than the context that unwrapper.h promises.
#include <string_view>

#include "support/check_unwrapped.h"

namespace {

using namespace pidun;

void require(bool holds) {
  if (!holds) __builtin_trap();
}

// Values of a size that the input chooses, every third a quoted cell, every third a form.
class Values : public ValueBorders {
 public:
  explicit Values(uint64_t size) : size_(size) {}
  EncodedValue at(uint64_t offset) override {
    EncodedValue value{{offset / size_ * size_, offset / size_ * size_ + size_ - 1}};
    value.csv_quoted = offset / size_ % 3 == 0;
    value.form = offset / size_ % 3 == 1;
    return value;
  }

 private:
  uint64_t size_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  constexpr size_t kChoices = 4;
  if (size < kChoices || size > 16384) return 0;
  const std::string_view input(reinterpret_cast<const char*>(data) + kChoices, size - kChoices);
  UnwrapLimits limits;
  limits.depth = data[0] % 5;
  if ((data[0] & 32) != 0) limits.value_bytes = uint64_t{data[1]} * 16;
  if ((data[0] & 64) != 0) limits.segment_bytes = 1 + uint64_t{data[1]} * 16;
  Values values(uint64_t{3} + data[2] * uint64_t{8});
  ValueBorders* borders = (data[0] & 128) != 0 ? &values : nullptr;
  const uint64_t step = 1024 + uint64_t{data[3]} * 32;
  std::string wrong;
  const std::string narrow = testing::unwrap_segments(input, step, 2 * kUnwrapReach, limits, borders, wrong);
  require(wrong.empty());
  require(narrow == testing::unwrap_segments(input, step, input.size(), limits, borders, wrong));

  Unwrapper unwrapper(limits);
  Unwrapped out;
  unwrapper.unwrap_value(input, 77, borders == nullptr ? EncodedValue{} : values.at(uint64_t{data[2]} * 24), out);
  require(testing::check_unwrapped(out, limits, {77, 77 + input.size()}).empty());
  return 0;
}
