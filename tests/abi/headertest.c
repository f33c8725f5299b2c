/* The public header alone, in strict C99: its first use is this compilation. Built with
 * -std=c99 -Wall -Wextra -Wpedantic -Wpadded -Werror; compiled again as C++11 and C++20. */
#include <pidun/pidun.h>

#include <string.h>

/* The initialisers are part of the contract: they must be usable, and zero must be every default. */
static int defaults_are_zero(void) {
  pidun_scan_options options = PIDUN_SCAN_OPTIONS_INIT;
  pidun_scan_options zero;
  memset(&zero, 0, sizeof zero);
  zero.struct_size = (uint32_t)sizeof zero;
  return memcmp(&options, &zero, sizeof zero) == 0;
}

int main(void) {
  pidun_error error = PIDUN_ERROR_INIT;
  pidun_engine_options engine = PIDUN_ENGINE_OPTIONS_INIT;
  if (error.struct_size != sizeof error || engine.struct_size != sizeof engine) return 1;
  return defaults_are_zero() ? 0 : 2;
}
