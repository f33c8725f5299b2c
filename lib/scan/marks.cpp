#include "scan/marks.h"

#include "detect/canonical.h"
#include "pidun/pidun.h"

namespace pidun {

Marks::Marks(std::optional<HashKey> key, std::shared_ptr<const Suppressions> suppressions,
             std::shared_ptr<const TestData> test_data, std::string_view path, uint32_t day)
    : suppressions_(std::move(suppressions)), test_data_(std::move(test_data)), day_(day) {
  if (key) {
    hash_.emplace(*key);
    wipe(key->data(), key->size());
  }
  if (suppressions_) of_path_ = suppressions_->of_path(path, day);
}

Mark Marks::mark(Kind kind, std::string_view value, uint16_t& flags) const {
  Mark out;
  // What is left of a masked or rounded value is no value: other people's look the same.
  if ((flags & (PIDUN_FINDING_MASKED | PIDUN_FINDING_LOSSY)) == 0 && (hash_ || test_data_)) {
    std::string form;
    write_canonical(kind, value, form);
    if (hash_) {
      out.fingerprint = hash_->of(kFingerprintDomain, static_cast<uint16_t>(kind), form);
      out.has_fingerprint = true;
    }
    if (test_data_ && test_data_->contains(kind, form)) flags |= PIDUN_FINDING_TEST_VALUE;
    wipe(form.data(), form.size());
  }
  if (!suppressions_) return out;
  if (out.has_fingerprint) out.suppression = suppressions_->find(out.fingerprint, day_);
  if (out.suppression < 0) {
    const auto found = of_path_.find(kind);
    if (found != of_path_.end()) out.suppression = found->second;
  }
  if (out.suppression >= 0) flags |= PIDUN_FINDING_SUPPRESSED;
  return out;
}

}  // namespace pidun
