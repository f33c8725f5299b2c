/* Scans one line with one synthetic ID and prints the number of findings: 1. */
#include <pidun/pidun.h>
#include <stdio.h>
#include <string.h>

static int count(pidun_engine* engine, const char* text) {
  pidun_scratch* scratch = NULL;
  pidun_results* results = NULL;
  int found = -1;
  if (pidun_scratch_new(engine, &scratch) == PIDUN_OK && pidun_results_new(&results) == PIDUN_OK &&
      pidun_scan(scratch, text, strlen(text), NULL, results) == PIDUN_OK) {
    found = (int)pidun_results_count(results);
  }
  pidun_results_free(results);
  pidun_scratch_free(scratch);
  return found;
}

int main(void) {
  pidun_error error = PIDUN_ERROR_INIT;
  pidun_engine* engine = NULL;
  if (pidun_version_number() != PIDUN_VERSION_NUMBER) return 3;
  if (pidun_engine_open(NULL, &engine, &error) != PIDUN_OK) {
    fprintf(stderr, "%s\n", error.message);
    return 2;
  }
  printf("%d\n", count(engine, "user=42 id=110101199003077774 ok\n"));
  pidun_engine_free(engine);
  return 0;
}
