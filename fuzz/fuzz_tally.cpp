// Fuzz target of the reader of tallies. The input is a file without the hash at its end, which is put there, so that
// what the hash does not protect is reached: a file that somebody wrote on purpose. It opens or is refused; what opens
// can be counted, and written and opened again gives the same counts.
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <string>

#include "tally/checked_file.h"
#include "tally/compare.h"

namespace {

using namespace pidun;

void require(bool holds) {
  if (!holds) __builtin_trap();
}

int file_of(const uint8_t* data, size_t size) {
  const int file = memfd_create("tally", MFD_CLOEXEC);
  require(file >= 0);
  FileHash of(is_hashed_whole({data, size}));
  of.add({data, size});
  const std::array<unsigned char, kFileHash> hash = of.finish();
  require(write(file, data, size) == static_cast<ssize_t>(size));
  require(write(file, hash.data(), hash.size()) == static_cast<ssize_t>(hash.size()));
  require(lseek(file, 0, SEEK_SET) == 0);
  return file;
}

void check_again(const Tally& tally, const Counts& counts) {
  const std::string path = "/dev/shm/pidun-fuzz-" + std::to_string(getpid());
  tally.write(path);
  const Tally again = Tally::open(path);
  unlink(path.c_str());
  const Counts found = again.counts({.link = true});
  require(found.raw == counts.raw && found.unique == counts.unique && found.counted == counts.counted);
  require(found.persons == counts.persons && found.content_changed == counts.content_changed);
  require(found.counted_linked == counts.counted_linked && found.masked.lower == counts.masked.lower);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size > size_t{1} << 16) return 0;
  try {
    const Tally tally = Tally::read(file_of(data, size), {.memory_cap = 1 << 16});
    const Counts counts = tally.counts({.link = true});
    require(counts.persons <= counts.unique.total() && counts.unique.total() <= counts.counted.total());
    tally.sample();
    const Comparison same = compare(tally, tally);
    require(same.records_both == same.records_a && same.persons_both == same.persons_a);
    check_again(tally, counts);
  } catch (const TallyError&) {
  }
  return 0;
}
