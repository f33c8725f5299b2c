// See heif_items.h.
#include "unwrap/heif_items.h"

#include <algorithm>

namespace pidun {
namespace {

constexpr size_t kMostItems = 16, kMostEntries = 4096;

// Reads on; past the end all is 0 and `good` is false.
class Fields {
 public:
  explicit Fields(std::string_view bytes) : bytes_(bytes) {}
  uint64_t next(size_t count) {
    if (count > bytes_.size() - at_) {
      good_ = false;
      at_ = bytes_.size();
      return 0;
    }
    uint64_t value = 0;
    while (count-- > 0) value = value << 8 | static_cast<unsigned char>(bytes_[at_++]);
    return value;
  }
  std::string_view rest() const { return bytes_.substr(at_); }
  bool good() const { return good_; }

 private:
  std::string_view bytes_;
  size_t at_ = 0;
  bool good_ = true;
};

std::string_view find_box(std::string_view boxes, std::string_view type) {
  for (size_t i = 0; i < kMostEntries && boxes.size() >= 8; ++i) {
    const uint64_t size = Fields(boxes).next(4);
    if (size < 8 || size > boxes.size()) return {};
    if (boxes.substr(4, 4) == type) return boxes.substr(8, size - 8);
    boxes.remove_prefix(size);
  }
  return {};
}

// The numbers of the items of metadata.
std::vector<uint64_t> wanted_items(std::string_view table) {
  std::vector<uint64_t> wanted;
  Fields fields(table);
  const bool wide = fields.next(1) != 0;
  fields.next(3);
  const uint64_t count = std::min<uint64_t>(fields.next(wide ? 4 : 2), kMostEntries);
  std::string_view boxes = fields.rest();
  for (uint64_t i = 0; i < count && boxes.size() >= 8 && wanted.size() < kMostItems; ++i) {
    const uint64_t size = Fields(boxes).next(4);
    if (size < 8 || size > boxes.size()) break;
    Fields entry(boxes.substr(8, size - 8));
    const uint64_t version = entry.next(1);
    entry.next(3);
    const uint64_t id = entry.next(version >= 3 ? 4 : 2);
    entry.next(2);
    const std::string_view type = entry.rest().substr(0, 4);
    if (version >= 2 && (type == "Exif" || type == "mime")) wanted.push_back(id);
    boxes.remove_prefix(size);
  }
  return wanted;
}

}  // namespace

std::vector<HeifItem> heif_metadata_items(std::string_view meta) {
  std::vector<HeifItem> items;
  if (meta.size() < 4) return items;
  const std::string_view boxes = meta.substr(4);
  const std::vector<uint64_t> wanted = wanted_items(find_box(boxes, "iinf"));
  Fields fields(find_box(boxes, "iloc"));
  const uint64_t version = fields.next(1);
  fields.next(3);
  const uint64_t sizes = fields.next(2);
  const size_t offset_size = sizes >> 12 & 15, length_size = sizes >> 8 & 15, base_size = sizes >> 4 & 15;
  const size_t index_size = version == 0 ? 0 : sizes & 15;
  if (std::max({offset_size, length_size, base_size, index_size}) > 8) return items;
  const uint64_t count = std::min<uint64_t>(fields.next(version < 2 ? 2 : 4), kMostEntries);
  for (uint64_t i = 0; i < count && fields.good() && items.size() < kMostItems; ++i) {
    const uint64_t id = fields.next(version < 2 ? 2 : 4);
    const uint64_t method = version == 0 ? 0 : fields.next(2) & 15;
    fields.next(2);
    const uint64_t base = fields.next(base_size);
    const uint64_t extents = std::min<uint64_t>(fields.next(2), kMostEntries);
    for (uint64_t e = 0; e < extents && fields.good(); ++e) {
      fields.next(index_size);
      const uint64_t offset = fields.next(offset_size), length = fields.next(length_size);
      const bool told = e == 0 && method == 0 && std::find(wanted.begin(), wanted.end(), id) != wanted.end();
      if (told && fields.good() && base + offset >= base && length != 0) items.push_back({base + offset, length});
    }
  }
  std::sort(items.begin(), items.end(), [](const HeifItem& a, const HeifItem& b) { return a.begin < b.begin; });
  return items;
}

}  // namespace pidun
