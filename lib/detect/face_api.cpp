// See face_api.h.
#include "detect/face_api.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/ascii.h"
#include "detect/face_vectors.h"

namespace pidun {
namespace {

struct Field {
  std::string_view name;  // in small letters, without signs
  bool own = false;       // of face services alone
  bool told = false;      // its value is told by a rule of fields
  bool vector = false;    // if many numbers stand there: a feature; of whom, the key says or another near it
};

// Sorted. From the public references of the services named in face_api.h.
constexpr std::array kFields = std::to_array<Field>({
    {"agerange"},
    {"associatedfaces", true},
    {"attributes"},
    {"borntime"},
    {"boundingbox"},
    {"certificatenumber"},
    {"collectionid"},
    {"confidence"},
    {"dbname"},
    {"deletedfaces", true},
    {"densefaceshapeset", true},
    {"densefeatures"},
    {"descriptor", false, false, true},
    {"embedding", false, false, true},
    {"employeeno"},
    {"encoding", false, false, true},
    {"entityid"},
    {"externalimageid"},
    {"faceappenddata", true},
    {"faceattributesinfo", true},
    {"facedescriptor", true, true, true},
    {"facedetail", true},
    {"facedetails", true},
    {"faceembedding", true, true, true},
    {"faceembeddings", true, true, true},
    {"faceencoding", true, true, true},
    {"facefeature", true, true, true},
    {"facefeatures", true, true, true},
    {"faceid", true, true},
    {"faceids", true},
    {"faceinfos", true},
    {"faceitems", true},
    {"facelibtype", true},
    {"facelist", true},
    {"facematches", true},
    {"facematchthreshold", true},
    {"facemodelversion", true},
    {"facenum"},
    {"faceprobability", true},
    {"faceprobabilitylist", true},
    {"facequalityinfo", true},
    {"facerecords", true},
    {"facerect", true},
    {"facerectangle", true},
    {"facerectangles", true},
    {"faces"},
    {"facesetid", true},
    {"facesetname", true},
    {"facesettoken", true},
    {"facetemplate", true, true, true},
    {"facetoken", true, true},
    {"faceurl", true, true},
    {"facevector", true, true, true},
    {"fdid"},
    {"feature", false, false, true},
    {"features", false, false, true},
    {"fpid"},
    {"groupidlist"},
    {"headpose", true},
    {"imagebase64"},
    {"imageid"},
    {"imagetype"},
    {"landmark"},
    {"landmark150"},
    {"landmark72"},
    {"landmarks"},
    {"livenesscontrol", true},
    {"location"},
    {"maxfaces"},
    {"modeldata"},
    {"normedembedding", false, false, true},
    {"outerid"},
    {"personid"},
    {"pose"},
    {"poselist"},
    {"quality"},
    {"qualitycontrol"},
    {"rltz", true, true, true},
    {"searchedfaceboundingbox", true},
    {"searchedfaceid", true},
    {"sex"},
    {"similarity"},
    {"sourceimageface", true},
    {"thresholds"},
    {"topleftx"},
    {"unmatchedfaces", true},
    {"userlist"},
    {"vector", false, false, true},
    {"人脸向量", true, true, true},
    {"人脸模板", true, true, true},
    {"人脸特征", true, true, true},
    {"人脸特征值", true, true, true},
    {"人脸特征向量", true, true, true},
    {"人脸编码", true, true, true},
});
static_assert(std::is_sorted(kFields.begin(), kFields.end(),
                             [](const Field& a, const Field& b) { return a.name < b.name; }));

constexpr size_t kLongestField = 32;
constexpr uint64_t kApart = 400;  // bytes from key to key

// By its first letter and length: nearly no key of another sort comes further.
constexpr auto kLengths = [] {
  std::array<uint32_t, 256> lengths{};
  for (const Field& field : kFields) lengths[static_cast<unsigned char>(field.name.front())] |= 1u << field.name.size();
  return lengths;
}();

const Field* field_named(std::string_view key) {
  if (key.empty() || key.size() > kLongestField) return nullptr;
  std::array<char, kLongestField> name{};
  size_t size = 0;
  for (const char c : key)
    if (c != '_' && c != '-') name[size++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  if (size == 0 || size >= 32 || (kLengths[static_cast<unsigned char>(name[0])] >> size & 1) == 0) return nullptr;
  const std::string_view wanted(name.data(), size);
  const auto* const found =
      std::lower_bound(kFields.begin(), kFields.end(), wanted,
                       [](const Field& field, std::string_view other) { return field.name < other; });
  return found != kFields.end() && found->name == wanted ? found : nullptr;
}

// The first four bytes of those that services alone have, in small letters, in a filter of slots.
constexpr size_t kShortestOwn = 6;
constexpr int kBeginBits = 12;
constexpr size_t begin_slot(const char* four) {
  uint32_t bytes = 0;
  for (int i = 0; i < 4; ++i) bytes |= uint32_t{static_cast<unsigned char>(four[i])} << (8 * i);
  return ((bytes | 0x20202020) * 0x9E3779B1u) >> (32 - kBeginBits);
}
constexpr auto kOwnBegins = [] {
  std::array<uint64_t, (size_t{1} << kBeginBits) / 64> begins{};
  for (const Field& field : kFields) {
    const size_t slot = begin_slot(field.name.data());
    if (field.own) begins[slot / 64] |= uint64_t{1} << slot % 64;
  }
  return begins;
}();

// Whether a field that begins like this may be one that services alone have; a sign may part its letters.
bool may_be_own(const char* key) {
  const auto is_sign = [](char c) { return c == '_' || c == '-'; };
  if (is_sign(key[1]) || is_sign(key[2]) || is_sign(key[3])) return true;
  const size_t slot = begin_slot(key);
  return (kOwnBegins[slot / 64] >> slot % 64 & 1) != 0;
}

struct Key {
  Span span;
  const Field* field;
};

// Those of the events, from the last kept on.
const Key* last_other(const std::array<Key, 8>& near, size_t count, const Key& key) {
  for (size_t i = 0; i < std::min(count, near.size()); ++i) {
    const Key& other = near[(count - 1 - i) % near.size()];
    if (other.span.begin + kApart < key.span.begin) break;
    if (other.field != key.field) return &other;
  }
  return nullptr;
}

void tell(const Key& key, uint16_t rule, Readings& out) {
  Reading reading{.span = key.span, .kind = Kind::face_information, .rule = rule, .evidence = {}};
  reading.evidence.add(Reason::label);
  reading.evidence.add(Reason::field_value);
  reading.confidence = reading.evidence.confidence();
  out.push_back(reading);
}

// Whether any key is a field that face services alone have. Nearly no text has one, so this is all that is looked at:
// of each key its length and first letters.
bool any_own(const Window& window, const Events& events) {
  const std::string_view bytes = window.bytes();
  uint64_t last = UINT64_MAX;  // the key of the event before: items of an array carry that of the array
  for (const Event& event : events) {
    if (event.name_length < kShortestOwn || event.name_back == 0) continue;
    const uint64_t at = event.begin - event.name_back - window.begin();
    if (at == last || at >= bytes.size() || bytes.size() - at < event.name_length) continue;
    last = at;
    if (!may_be_own(bytes.data() + at)) continue;
    const Field* const field = field_named(bytes.substr(at, event.name_length));
    if (field != nullptr && field->own) return true;
  }
  return false;
}

}  // namespace

// A key is told when another field stands near before it, or when the next one stands near behind. Of different ones
// that all could be told, close to each other, the first.
void read_face_fields(const Window& window, const Events& events, Span range, uint16_t rule, Readings& out) {
  if (!any_own(window, events)) return;
  std::array<Key, 8> near{};
  size_t count = 0;
  Key waiting{};  // told if another comes
  uint64_t last_key = UINT64_MAX, last_own = UINT64_MAX;
  const Field* last_own_field = nullptr;
  for (const Event& event : events) {
    if (event.name_back == 0 || event.begin < event.name_back) continue;
    const uint64_t begin = event.begin - event.name_back;
    if (begin == last_key || begin + event.name_length > window.end() || begin < window.begin()) continue;
    last_key = begin;
    const Key key{{begin, begin + event.name_length}, field_named(window.view(begin, begin + event.name_length))};
    if (key.field == nullptr) continue;
    if (waiting.field != nullptr && waiting.field != key.field) {
      if (begin <= waiting.span.begin + kApart) tell(waiting, rule, out);
      waiting = {};
    }
    const bool near_own = last_own != UINT64_MAX && begin <= last_own + kApart;
    if (key.field->vector && event.kind == EventKind::array_begin && (key.field->own || near_own) &&
        is_face_vector(window.view(event.begin, event.begin + kVectorShown)))
      tell(key, rule, out);
    if (key.field->own) {
      const bool follows = last_own != UINT64_MAX && begin <= last_own + kApart && last_own_field != key.field;
      last_own = begin;
      last_own_field = key.field;
      if (!follows && !key.field->told) {
        if (last_other(near, count, key) != nullptr)
          tell(key, rule, out);
        else
          waiting = key;
      }
    }
    near[count++ % near.size()] = key;
  }
  std::erase_if(
      out, [&](const Reading& reading) { return reading.span.begin < range.begin || reading.span.begin >= range.end; });
}

}  // namespace pidun
