// Of memory: once warm, a scan allocates nothing for its findings; counted by operator new of the whole program.
#include "property/made_inputs.h"
#include "support/replaced_new.h"
#include "unit/api/api_fixture.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

// Of the second scan of the same input; `findings` gets how many there were.
size_t allocations_when_warm(const std::string& input, size_t& findings) {
  Fixture f;
  REQUIRE(f.scan(input) == PIDUN_OK);
  const size_t before = allocations;
  const pidun_status status = f.scan(input);
  const size_t made = allocations - before;
  REQUIRE(status == PIDUN_OK);
  findings = f.count();
  return made;
}

std::string repeated(const std::string& row, size_t times) {
  std::string text;
  for (size_t i = 0; i < times; ++i) text += row;
  return text;
}

}  // namespace

TEST_CASE("allocation: a warm scan makes the same few, however many findings", "[api]") {
  struct {
    const char* what;
    std::string head, row;
  } const cases[] = {
      {"log", "", "2024-03-01 12:00:01 INFO 手机 13912345678 邮箱 user@example.com\n"},
      {"CSV", "姓名,手机号,备注\n", "张三,13912345678,\"a \"\"b\"\"\nc\"\n"},
      {"JSON Lines", "", "{\"name\":\"张三\",\"phone\":\"13912345678\",\"note\":{\"id\":\"11010519491231002X\"}}\n"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.what);
    // Both are longer than the preamble, whose reading costs a few for each of its rows.
    size_t few = 0, many = 0;
    const size_t made_few = allocations_when_warm(c.head + repeated(c.row, 1000), few);
    const size_t made_many = allocations_when_warm(c.head + repeated(c.row, 20000), many);
    CHECK(few >= 1000);
    CHECK(many >= 20000);
    CHECK(made_few <= 1000);
    CHECK(made_many <= made_few + 20);
  }
}

TEST_CASE("allocation: a warm batch of small slices makes few a slice", "[api]") {
  Fixture f;
  const std::string text = "手机 13912345678";
  const std::vector<pidun_slice> slices(1000, pidun_slice{text.data(), text.size(), "mobile", 0, 0});
  const auto scan = [&] {
    return pidun_scan_batch(f.scratch.get(), slices.data(), slices.size(), nullptr, f.results.get());
  };
  REQUIRE(scan() == PIDUN_OK);
  const size_t before = allocations;
  REQUIRE(scan() == PIDUN_OK);
  const size_t made = allocations - before;
  CHECK(f.count() == 1000);
  WARN("allocations a slice: " << static_cast<double>(made) / 1000.0);
  CHECK(made <= 12 * 1000);
}
