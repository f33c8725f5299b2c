// Every sentence the command says, in English and 中文, and the choice between them.
// Findings, JSON keys and option names are never translated. Tested by tests/cli/run_cli_tests.py (lang cases).
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace pidun::cli {

enum class Lang { kEnglish, kChinese };

enum class Msg {
  kAbout,
  kScanAbout,
  kExplainAbout,
  kHelpHelp,
  kVersionHelp,
  kLangHelp,
  kPathHelp,
  kFormatHelp,
  kThreadsHelp,
  kShowValuesHelp,
  kInputFormatHelp,
  kCharsetHelp,
  kCharsetUnknown,
  kMinConfidenceHelp,
  kMaxBytesHelp,
  kMaxFindingsHelp,
  kDeadlineHelp,
  kColorHelp,
  kNoProgressHelp,
  kLabelHelp,
  kKeyFileHelp,
  kIgnoreFileHelp,
  kNoIgnoreHelp,
  kTestDataHelp,
  kKeyAbout,
  kKeyNewAbout,
  kKeyNewFileHelp,
  kCompletionsAbout,
  kCompletionsShellAbout,
  kManualAbout,
  kManualIgnoreFile,
  kValueHelp,
  kExplainFormatHelp,
  kScanFooter,
  kExplainFooter,
  kUsageCommand,
  kUsageExtra,
  kUsageExtraNamed,
  kUsageExplain,
  kUsageHint,
  kValueTooLong,
  kValueEmpty,
  kCannotRead,
  kCannotReadRest,
  kIncomplete,
  kNothingScanned,
  kOutputFailed,
  kEngineFailed,
  kFailed,
  kReadingTerminal,
  kFoundNone,
  kFound,
  kSkippedLinks,
  kSkippedSpecial,
  kValuesLost,
  kCannotOpen,
  kCannotWrite,
  kKeyOpenToAll,
  kKeyMalformed,
  kSuppressionExpired,
  kSuppressionKeyless,
  kFoundMarked,
  kSarifNoValues,
  kProgress,
  kProgressTotal,
  kExplainHead,
  kExplainLabel,
  kExplainLabelUnknown,
  kExplainNone,
  kExplainReported,
  kExplainLost,
  kExplainBelow,
  kExplainReading,
  kExplainPoints,
  kExplainThreshold,
  kRulesHelp,
  kCacheDirHelp,
  kNoCacheHelp,
  kProfileHelp,
  kAsOfHelp,
  kAsOfWrong,
  kExplainNamed,
  kUsagePatterns,
  kPatternsAbout,
  kPatternsListAbout,
  kPatternsShowAbout,
  kPatternsCheckAbout,
  kPatternsNameHelp,
  kPatternsFileHelp,
  kPatternsFooter,
  kPatternsUnknown,
  kPatternsKind,
  kPatternsDisabled,
  kPatternsSound,
  kColumnsAbout,
  kColumnsFooter,
  kColumnsFormatHelp,
  kColumnsThresholdHelp,
  kColumnsHead,
  kColumnsNone,
  kColumnsHeadings,
  kColumnsYes,
  kColumnsNo,
  kColumnsByContext,
  kCount
};

void set_lang(Lang lang);
Lang lang();
Lang lang_of_environment();  // LC_ALL, LC_MESSAGES, LANG: the first that is set decides

const char* text(Msg msg);
std::string error_text(int error);  // what errno says, in the language chosen

template <typename... Args>
std::string say(Msg msg, const Args&... args) {
  return fmt::format(fmt::runtime(text(msg)), args...);
}

// One line to stderr: "pidun: …". Whole lines, so that lines of several threads never mix.
void print_message(std::string_view line);

}  // namespace pidun::cli
