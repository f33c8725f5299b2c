#include "scan/findings.h"

#include <cstring>

namespace pidun {

void Findings::clear() {
  items.clear();
  details.clear();
  marks.clear();
  explicit_bzero(evidence.data(), evidence.size());
  evidence.clear();
  incomplete = 0;
  bytes = 0;
}

void Findings::shorten(size_t count) {
  if (count >= items.size()) return;
  const size_t kept = details[count].evidence;
  items.resize(count);
  details.resize(count);
  if (!marks.empty()) marks.resize(count);
  explicit_bzero(evidence.data() + kept, evidence.size() - kept);
  evidence.resize(kept);
}

void Findings::append(const Findings& other) {
  const uint64_t moved = evidence.size();
  items.insert(items.end(), other.items.begin(), other.items.end());
  const size_t first = details.size();
  details.insert(details.end(), other.details.begin(), other.details.end());
  for (size_t i = first; i < details.size(); ++i) details[i].evidence += moved;
  marks.insert(marks.end(), other.marks.begin(), other.marks.end());
  evidence += other.evidence;
  incomplete |= other.incomplete;
}

}  // namespace pidun
