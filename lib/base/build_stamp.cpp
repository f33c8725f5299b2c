#include "base/build_stamp.h"

#include <link.h>

#include <cstdint>
#include <cstring>
#include <string_view>

namespace pidun {
namespace {

struct Wanted {
  uintptr_t address;
  std::string id;
};

const char* at(const dl_phdr_info& object, const ElfW(Phdr) & part) {
  return reinterpret_cast<const char*>(object.dlpi_addr + part.p_vaddr);  // NOLINT: the loader tells it as a number
}

bool holds(const dl_phdr_info& object, uintptr_t address) {
  for (size_t i = 0; i < object.dlpi_phnum; ++i) {
    const ElfW(Phdr)& part = object.dlpi_phdr[i];
    const uintptr_t begin = object.dlpi_addr + part.p_vaddr;
    if (part.p_type == PT_LOAD && address >= begin && address - begin < part.p_memsz) return true;
  }
  return false;
}

// The ID among the notes of one part; each is a head, a name and a text, both filled up to four bytes.
std::string_view id_in(std::string_view notes) {
  while (notes.size() >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) head{};
    std::memcpy(&head, notes.data(), sizeof(head));
    notes.remove_prefix(sizeof(head));
    const uint64_t name = (uint64_t{head.n_namesz} + 3) / 4 * 4, text = (uint64_t{head.n_descsz} + 3) / 4 * 4;
    if (name + text > notes.size()) return {};
    if (head.n_type == NT_GNU_BUILD_ID && notes.substr(0, head.n_namesz) == std::string_view("GNU\0", 4))
      return notes.substr(name, head.n_descsz);
    notes.remove_prefix(name + text);
  }
  return {};
}

int look(dl_phdr_info* object, size_t, void* user) {
  auto& wanted = *static_cast<Wanted*>(user);
  if (!holds(*object, wanted.address)) return 0;
  for (size_t i = 0; i < object->dlpi_phnum && wanted.id.empty(); ++i) {
    const ElfW(Phdr)& part = object->dlpi_phdr[i];
    if (part.p_type == PT_NOTE) wanted.id = id_in({at(*object, part), part.p_memsz});
  }
  return 1;
}

}  // namespace

std::string build_stamp(std::initializer_list<const void*> addresses) {
  std::string stamp;
  for (const void* address : addresses) {
    Wanted wanted{reinterpret_cast<uintptr_t>(address), {}};
    dl_iterate_phdr(look, &wanted);
    if (wanted.id.empty()) return {};
    stamp += std::to_string(wanted.id.size()) + ':' + wanted.id;
  }
  return stamp;
}

}  // namespace pidun
