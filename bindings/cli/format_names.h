// The words for PIDUN_FORMAT_*, as --input-format takes them and `pidun columns` gives them.
#pragma once

#include <array>
#include <cstdint>

#include "pidun/pidun.h"

namespace pidun::cli {

struct FormatName {
  const char* name;
  std::uint32_t format;
};

inline constexpr std::array kFormatNames = {
    FormatName{"auto", PIDUN_FORMAT_AUTO},     FormatName{"lines", PIDUN_FORMAT_LINES},
    FormatName{"csv", PIDUN_FORMAT_CSV},       FormatName{"tsv", PIDUN_FORMAT_TSV},
    FormatName{"pipe", PIDUN_FORMAT_PIPE},     FormatName{"semicolon", PIDUN_FORMAT_SEMICOLON},
    FormatName{"json", PIDUN_FORMAT_JSON},     FormatName{"pairs", PIDUN_FORMAT_PAIRS},
    FormatName{"form", PIDUN_FORMAT_FORM},     FormatName{"multipart", PIDUN_FORMAT_MULTIPART},
    FormatName{"dashed", PIDUN_FORMAT_DASHED}, FormatName{"fixed", PIDUN_FORMAT_FIXED},
    FormatName{"chat", PIDUN_FORMAT_CHAT},     FormatName{"hl7", PIDUN_FORMAT_HL7},
    FormatName{"sql", PIDUN_FORMAT_SQL},       FormatName{"xml", PIDUN_FORMAT_XML},
    FormatName{"html", PIDUN_FORMAT_HTML}};

inline const char* format_name(std::uint32_t format) {
  for (const FormatName& each : kFormatNames)
    if (each.format == format) return each.name;
  return "auto";
}

}  // namespace pidun::cli
