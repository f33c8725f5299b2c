// The flows under examples/cases/ are read as the medium that the case's profile asks for; so are the harmless ones.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "structure/structure.h"

namespace pidun {
namespace {

Format format_of(const std::string& name) {
  std::ifstream file(PIDUN_SOURCE_FOLDER "/examples/cases/" + name, std::ios::binary);
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

}  // namespace pidun
