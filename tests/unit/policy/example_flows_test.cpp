// The flows under examples/cases/ are read as the medium that the case's profile asks for; so are the harmless ones. By
// a scan alone each flow has its own case as nearest, and the harmless ones resemble none.
#include "policy/case_score.h"
#include "unit/policy/scanned_flow.h"

namespace pidun {
namespace {

using namespace pidun::testing;

const std::string kCases = PIDUN_SOURCE_FOLDER "/examples/cases/";

Format format_of(const std::string& name) {
  std::ifstream file(kCases + name, std::ios::binary);
  REQUIRE(file.good());
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  return settle_layout(std::string_view(text).substr(0, kPreamble), FormatHint::automatic).format;
}

}  // namespace

TEST_CASE("example flows: each is read as its medium") {
  const std::pair<const char*, Format> kFlows[] = {
      {"1-loan-leads/leads.json", Format::json},
      {"2-album-and-dump/album_uploads.log", Format::multipart},
      {"2-album-and-dump/dump/hukou.csv", Format::delimited},
      {"2-album-and-dump/dump/chezhu.csv", Format::delimited},
      {"2-album-and-dump/dump/jd_users.sql", Format::sql},
      {"2-album-and-dump/dump/qq_reg.sql", Format::sql},
      {"3-account-list/accounts.txt", Format::dashed},
      {"4-position-chat/chat.txt", Format::chat},
      {"5-maternity-ward/ward.csv", Format::delimited},
      {"5-maternity-ward/ward.hl7", Format::hl7},
      {"harmless-1-json/products.json", Format::json},
      {"harmless-2-files/upload.log", Format::multipart},
      {"harmless-2-files/tables/goods.csv", Format::delimited},
      {"harmless-2-files/tables/stores.sql", Format::sql},
      {"harmless-3-dashed/parts.txt", Format::dashed},
      {"harmless-4-chat/chat.txt", Format::chat},
      {"harmless-5-ward/beds.csv", Format::delimited},
      {"harmless-5-ward/beds.hl7", Format::hl7},
  };
  for (const auto& [name, format] : kFlows) {
    CAPTURE(name);
    CHECK(format_of(name) == format);
  }
}

TEST_CASE("example flows: by a scan alone each has its own case as nearest, with 70 or more") {
  FlowScanner scanner;
  const std::pair<const char*, const char*> kFlows[] = {{"1-loan-leads", "case1"},
                                                        {"2-album-and-dump", "case2"},
                                                        {"2-album-and-dump/dump", "case2"},
                                                        {"2-album-and-dump/album_uploads.log", "case2"},
                                                        {"3-account-list", "case3"},
                                                        {"4-position-chat", "case4"},
                                                        {"5-maternity-ward", "case5"},
                                                        {"5-maternity-ward/ward.csv", "case5"},
                                                        {"5-maternity-ward/ward.hl7", "case5"}};
  for (const auto& [flow, id] : kFlows) {
    const auto scores = score_cases(scanner.signs_of(kCases + flow), CaseProfiles::builtin());
    CAPTURE(flow, scores[0].score, scores[1].profile->id, scores[1].score);
    CHECK(scores[0].profile->id == id);
    CHECK(scores[0].score >= 70);
    CHECK(scores[1].score <= 45);
  }
}

TEST_CASE("example flows: the harmless ones and the samples resemble no case") {
  FlowScanner scanner;
  const std::string samples = PIDUN_SOURCE_FOLDER "/examples/samples/";
  for (const std::string& flow :
       {kCases + "harmless-1-json", kCases + "harmless-2-files", kCases + "harmless-3-dashed",
        kCases + "harmless-4-chat", kCases + "harmless-5-ward", samples + "admission.hl7", samples + "api.jsonl",
        samples + "chat.txt", samples + "clean.log", samples + "patients.csv", samples + "qq_export.txt",
        samples + "service.log", samples + "users.sql"}) {
    const auto scores = score_cases(scanner.signs_of(flow), CaseProfiles::builtin());
    CAPTURE(flow, scores[0].profile->id);
    CHECK(scores[0].score <= 30);
  }
}

}  // namespace pidun
