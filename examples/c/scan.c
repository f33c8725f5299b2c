#include <pidun/pidun.h>
#include <stdio.h>
#include <string.h>

int main(void) {
  const char* text = "user=42 id=110101199003079980 phone=13900000021\n";
  pidun_error error = PIDUN_ERROR_INIT;
  pidun_engine* engine = NULL;
  pidun_scratch* scratch = NULL;
  pidun_results* results = NULL;
  if (pidun_engine_open(NULL, &engine, &error) < 0) return fprintf(stderr, "%s\n", error.message), 2;
  if (pidun_scratch_new(engine, &scratch) < 0 || pidun_results_new(&results) < 0) return 2;

  if (pidun_scan(scratch, text, strlen(text), NULL, results) < 0) return 2;
  for (size_t i = 0; i < pidun_results_count(results); ++i) {
    const pidun_finding* finding = &pidun_results_data(results)[i];
    pidun_kind_info kind = {.struct_size = sizeof kind};
    pidun_kind_get(finding->kind, &kind);
    printf("%s at byte %d: %s\n", kind.name, (int)finding->begin, pidun_results_evidence(results, i));
  }
  pidun_results_free(results); /* in any order */
  pidun_scratch_free(scratch);
  pidun_engine_free(engine);
  return 0;
}
