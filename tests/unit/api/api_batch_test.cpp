// Of batches and the callback form: slices are inputs of their own, with labels and formats of their own.
#include <vector>

#include "property/made_values.h"
#include "property/scan_support.h"
#include "unit/api/api_fixture.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

pidun_slice slice_of(std::string_view text, const char* label = nullptr, uint32_t format = 0) {
  return {text.data(), text.size(), label, format, 0};
}

pidun_status batch(Fixture& f, const std::vector<pidun_slice>& slices, const pidun_scan_options* options = nullptr) {
  return pidun_scan_batch(f.scratch.get(), slices.data(), slices.size(), options, f.results.get());
}

}  // namespace

TEST_CASE("batch: findings carry the index of their slice, offsets count from its start", "[api]") {
  Fixture f;
  const std::string mobile = "手机 13912345678", none = "none";
  REQUIRE(batch(f, {slice_of(none), slice_of(mobile), {nullptr, 0, nullptr, 0, 0}, slice_of(mobile)}) == PIDUN_OK);
  REQUIRE(f.count() == 2);
  CHECK(f.results[0].slice == 1);
  CHECK(f.results[1].slice == 3);
  for (const pidun_finding& finding : f.results) CHECK(finding.begin == 7);
  CHECK(f.results.bytes() == 2 * mobile.size() + none.size());
}

TEST_CASE("batch: a label of the slice makes a 15-digit ID certain, that of the options serves the others", "[api]") {
  Fixture f;
  const std::string id = "x 110105491231002 y";
  REQUIRE(batch(f, {slice_of(id), slice_of(id, "sfzh"), slice_of(id, "order_no")}) == PIDUN_OK);
  REQUIRE(f.count() == 1);
  CHECK(f.results[0].slice == 1);
  CHECK(f.results[0].kind == pidun_kind_find("resident_id_number"));
  CHECK((f.results[0].flags & PIDUN_FINDING_LABELLED) != 0);
  auto options = default_options();
  options.label = "身份证号";
  REQUIRE(batch(f, {slice_of(id), slice_of(id, "order_no")}, &options) == PIDUN_OK);
  REQUIRE(f.count() == 1);
  CHECK(f.results[0].slice == 0);
}

TEST_CASE("batch: the format of a slice goes before that of the options", "[api]") {
  Fixture f;
  const std::string csv = "订单号,手机号\n13912345670,13912345678\n";
  auto options = default_options();
  options.format = PIDUN_FORMAT_LINES;
  REQUIRE(batch(f, {slice_of(csv, nullptr, PIDUN_FORMAT_CSV)}, &options) == PIDUN_OK);
  const Scanned expected = [&] {
    auto own = default_options();
    own.format = PIDUN_FORMAT_CSV;
    return scan_whole(f.scratch, csv, own);
  }();
  REQUIRE(batch(f, {slice_of(csv, nullptr, PIDUN_FORMAT_CSV)}, &options) == PIDUN_OK);
  Scanned got;
  collect(PIDUN_OK, f.results.get(), got);
  CHECK(difference(expected, got) == "");
}

TEST_CASE("batch: a bad slice refuses the call before anything is scanned", "[api]") {
  Fixture f;
  struct {
    const char* what;
    pidun_slice slice;
  } const cases[] = {
      {"an unknown encoding", {"x", 1, nullptr, 0, 7}},
      {"an unknown format", {"x", 1, nullptr, 17, 0}},
      {"NULL with a length", {nullptr, 1, nullptr, 0, 0}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.what);
    CHECK(batch(f, {slice_of(kText), c.slice}) == PIDUN_E_ARGUMENT);
    CHECK(f.count() == 0);
  }
}

TEST_CASE("batch: 10,000 small slices give what single scans give", "[api]") {
  Fixture f, single;
  Random random(7);
  constexpr const char* kLabels[] = {"", "手机号", "sfzh", "order_no", "email"};
  std::vector<std::string> texts;
  std::vector<const char*> labels;
  for (size_t i = 0; i < 10000; ++i) {
    texts.push_back(any_value(random));
    if (random.one_in(5)) texts.back() = "电话" + texts.back() + "。";
    if (random.one_in(50)) texts.back().clear();
    labels.push_back(kLabels[random.below(5)]);
    if (*labels.back() == '\0') labels.back() = nullptr;
  }
  std::vector<pidun_slice> slices;
  for (size_t i = 0; i < texts.size(); ++i) slices.push_back(slice_of(texts[i], labels[i]));
  REQUIRE(batch(f, slices) == PIDUN_OK);
  Scanned expected, got;
  collect(PIDUN_OK, f.results.get(), got);
  auto options = default_options();
  for (size_t i = 0; i < texts.size(); ++i) {
    options.label = labels[i];
    Scanned one = scan_whole(single.scratch, texts[i], options);
    for (pidun_finding& finding : one.findings) finding.slice = static_cast<uint32_t>(i);
    expected.findings.insert(expected.findings.end(), one.findings.begin(), one.findings.end());
    expected.details.insert(expected.details.end(), one.details.begin(), one.details.end());
    expected.bytes += one.bytes;
    expected.invalid += one.invalid;
    expected.columns = one.columns;  // none were asked for
  }
  CHECK(got.findings.size() > 3000);
  CHECK(difference(expected, got) == "");
}

TEST_CASE("batch: limits hold for each slice", "[api]") {
  Fixture f;
  const std::string two = "手机 13912345678，手机 13912345679。";
  auto options = default_options();
  options.max_findings = 1;
  CHECK(batch(f, {slice_of(two), slice_of("none"), slice_of(two)}, &options) == PIDUN_INCOMPLETE);
  REQUIRE(f.count() == 2);
  CHECK(f.results[0].slice == 0);
  CHECK(f.results[1].slice == 2);
  CHECK(f.results.incomplete() == PIDUN_INCOMPLETE_FINDINGS);
  CHECK(std::string(f.results.evidence(1)) == "139****5678");
}

namespace {

struct Heard {
  size_t most = 0;
  std::vector<pidun_finding> findings;
};

int32_t hear(const pidun_finding* finding, void* user) {
  auto* heard = static_cast<Heard*>(user);
  heard->findings.push_back(*finding);
  return heard->findings.size() >= heard->most ? 1 : 0;
}

}  // namespace

TEST_CASE("callback: hears every finding in order, and may stop", "[api]") {
  Fixture f;
  REQUIRE(f.scan(kText) == PIDUN_OK);
  Heard all{100, {}};
  CHECK(pidun_scan_each(f.scratch.get(), kText.data(), kText.size(), nullptr, hear, &all) == PIDUN_OK);
  REQUIRE(all.findings.size() == f.count());
  for (size_t i = 0; i < f.count(); ++i)
    CHECK(std::memcmp(&all.findings[i], &f.results[i], sizeof(pidun_finding)) == 0);
  Heard some{2, {}};
  CHECK(pidun_scan_each(f.scratch.get(), kText.data(), kText.size(), nullptr, hear, &some) == PIDUN_STOPPED);
  CHECK(some.findings.size() == 2);
  auto options = default_options();
  options.max_findings = 1;
  Heard one{100, {}};
  CHECK(pidun_scan_each(f.scratch.get(), kText.data(), kText.size(), &options, hear, &one) == PIDUN_INCOMPLETE);
  CHECK(one.findings.size() == 1);
  options.format = 99;
  CHECK(pidun_scan_each(f.scratch.get(), kText.data(), kText.size(), &options, hear, &one) == PIDUN_E_ARGUMENT);
}
