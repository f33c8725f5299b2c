// Streams: one input in chunks.
#include "api/guard.h"
#include "api/options.h"

using pidun::api::Busy;
using pidun::api::guarded;

namespace {

pidun_status step(pidun_stream& stream, pidun_scratch& scratch, std::string_view chunk, bool last,
                  pidun::Findings& found) {
  found.clear();
  if (stream.stream->finished() || stream.broken) return PIDUN_E_STATE;
  if (stream.engine != scratch.engine) return PIDUN_E_ARGUMENT;
  const Busy inside(stream.busy);
  const Busy using_scratch(scratch.busy);
  if (!inside.mine() || !using_scratch.mine()) return PIDUN_E_BUSY;
  found.prints = stream.prints;
  stream.broken = true;  // stays so when memory runs out: the forward state is lost then
  if (last) {
    stream.stream->finish(*scratch.runner, found);
  } else {
    stream.stream->feed(*scratch.runner, chunk, found);
  }
  found.add_columns(stream.stream->columns());
  found.images_now = found.images;
  stream.images.add(found.images);
  found.images = stream.images;
  stream.broken = false;
  return found.incomplete != 0 ? PIDUN_INCOMPLETE : PIDUN_OK;
}

}  // namespace

pidun_status pidun_stream_open(const pidun_engine* engine, const pidun_scan_options* options, pidun_stream** out) {
  if (out == nullptr) return PIDUN_E_ARGUMENT;
  *out = nullptr;
  if (!is_valid(engine)) return PIDUN_E_ARGUMENT;
  return guarded([&] {
    pidun::api::Prepared prepared;
    if (!pidun::api::prepare(*engine->engine, options, prepared)) return PIDUN_E_ARGUMENT;
    pidun::api::start_clock(prepared);
    auto stream = std::make_unique<pidun_stream>();
    stream->engine = engine->engine;
    stream->prints = prepared.settings.prints;
    stream->stream = std::make_unique<pidun::DecodedStream>(*engine->engine, prepared.settings, prepared.limits);
    *out = stream.release();
    return PIDUN_OK;
  });
}

pidun_status pidun_stream_feed(pidun_stream* stream, pidun_scratch* scratch, const void* data, size_t length,
                               pidun_results* results) {
  if (!is_valid(stream) || !is_valid(scratch) || !is_valid(results) || (data == nullptr && length != 0))
    return PIDUN_E_ARGUMENT;
  const std::string_view chunk(static_cast<const char*>(data), length);
  return guarded([&] { return step(*stream, *scratch, chunk, false, results->found); });
}

pidun_status pidun_stream_finish(pidun_stream* stream, pidun_scratch* scratch, pidun_results* results) {
  if (!is_valid(stream) || !is_valid(scratch) || !is_valid(results)) return PIDUN_E_ARGUMENT;
  return guarded([&] { return step(*stream, *scratch, {}, true, results->found); });
}

void pidun_stream_free(pidun_stream* stream) {
  if (is_valid(stream)) delete stream;
}
