// Suppressions and test data: files of the deployment, turned into handles.
#include <cerrno>

#include "api/answers.h"
#include "api/guard.h"

using pidun::api::guarded;

namespace {

pidun_status tell(const pidun::FileError& wrong, pidun_error* error) {
  return pidun::api::tell(error, PIDUN_E_RULES, wrong.message, wrong.line, wrong.column);
}

// Loads `text` into a new handle: its member `member` is what the library works with.
template <class T, class Handle>
pidun_status open_file(const pidun_engine* engine, const char* text, size_t length,
                       std::shared_ptr<const T> Handle::*member, Handle** out, pidun_error* error) {
  if (out == nullptr) return PIDUN_E_ARGUMENT;
  *out = nullptr;
  if (!is_valid(engine) || (text == nullptr && length != 0)) return PIDUN_E_ARGUMENT;
  const int saved = errno;
  const pidun_status status = guarded([&] {
    auto loaded = std::make_shared<T>();
    pidun::FileError wrong;
    const auto find_by_name = [&](std::string_view name) {
      const pidun::KindInfo* kind = engine->engine->rules().find_kind(name);
      return kind != nullptr ? kind->kind : pidun::Kind::none;
    };
    if (!loaded->load({text, length}, find_by_name, wrong)) return tell(wrong, error);
    auto handle = std::make_unique<Handle>();
    (*handle).*member = std::move(loaded);
    *out = handle.release();
    return pidun_status{PIDUN_OK};
  });
  errno = saved;
  return status;
}

}  // namespace

pidun_status pidun_suppressions_open(const pidun_engine* engine, const char* text, size_t length,
                                     pidun_suppressions** out, pidun_error* error) {
  return open_file(engine, text, length, &pidun_suppressions::suppressions, out, error);
}

void pidun_suppressions_free(pidun_suppressions* suppressions) {
  if (is_valid(suppressions)) delete suppressions;
}

size_t pidun_suppressions_count(const pidun_suppressions* suppressions) {
  return is_valid(suppressions) ? suppressions->suppressions->entries().size() : 0;
}

pidun_status pidun_suppressions_at(const pidun_suppressions* suppressions, size_t index, pidun_suppression_info* out) {
  if (index >= pidun_suppressions_count(suppressions)) return PIDUN_E_ARGUMENT;
  const pidun::Suppression& entry = suppressions->suppressions->entries()[index];
  pidun_suppression_info info{};
  info.struct_size = sizeof(info);
  info.expires = entry.expires;
  info.line = entry.line;
  info.kind = static_cast<uint16_t>(entry.kind);
  info.path = entry.fingerprint ? nullptr : entry.path.c_str();
  info.reason = entry.reason.c_str();
  info.owner = entry.owner.c_str();
  return pidun::api::hand_out(info, out) ? PIDUN_OK : PIDUN_E_ARGUMENT;
}

pidun_status pidun_test_data_open(const pidun_engine* engine, const char* text, size_t length, pidun_test_data** out,
                                  pidun_error* error) {
  return open_file(engine, text, length, &pidun_test_data::test_data, out, error);
}

void pidun_test_data_free(pidun_test_data* test_data) {
  if (is_valid(test_data)) delete test_data;
}
