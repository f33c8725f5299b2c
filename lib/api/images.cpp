// What pictures were seen.
#include "api/options.h"

static_assert(sizeof(pidun_images) == 40);

pidun_status pidun_results_images(const pidun_results* results, pidun_images* out) {
  if (!is_valid(results)) return PIDUN_E_ARGUMENT;
  const pidun::ImageCounts& counts = results->found.images;
  const pidun_images images{sizeof(pidun_images), 0, counts.seen, counts.face_signed, counts.unread(), counts.camera};
  return pidun::api::hand_out(images, out) ? PIDUN_OK : PIDUN_E_ARGUMENT;
}
