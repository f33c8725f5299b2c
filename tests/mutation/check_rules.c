/* Prints the account of the built-in rules' examples, as JSON; linked with one changed detector at a time.
 * Example: {"rules":60,"examples":1500,"failures":[]}. Part of run_mutants.py. */
#include <pidun/pidun.h>
#include <stdio.h>

int main(void) {
  static char account[1 << 22];
  size_t needed = 0;
  if (pidun_rules_check(NULL, account, sizeof account, &needed) != PIDUN_OK) return 2;
  puts(account);
  return 0;
}
