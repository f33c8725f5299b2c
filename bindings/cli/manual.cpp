// See manual.h.
#include "manual.h"

#include <fmt/format.h>

#include "marking.h"
#include "messages.h"
#include "pidun/pidun.h"

namespace pidun::cli {
namespace {

const char* heading(const char* english, const char* chinese) { return lang() == Lang::kChinese ? chinese : english; }

// Text that is no request and keeps its dashes; lines stay lines.
std::string plain(std::string_view text) {
  std::string out;
  bool at_start = true;
  for (const char c : text) {
    if (at_start && (c == '.' || c == '\'')) out += "\\&";
    at_start = c == '\n';
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (c == '\n') {
      out += "\n.br\n";
    } else {
      out += c;
    }
  }
  return out;
}

std::string bold(std::string_view text) { return "\\fB" + plain(text) + "\\fP"; }
std::string slanted(std::string_view text) { return "\\fI" + plain(text) + "\\fP"; }

std::string full_name(const CommandRow& command) { return fmt::format("pidun {}", fmt::join(command.path, " ")); }

void append_synopsis(std::string& out, const CommandRow& command) {
  if (command.commands.empty()) {
    out += ".br\n" + bold(full_name(command)) + " [" + slanted(heading("option", "选项")) + " ...]";
    for (const OptionRow& option : command.options) {
      if (!option.positional) continue;
      const std::string& name = option.names.front();
      out += option.required ? " " + slanted(name) : " [" + slanted(name) + " ...]";
    }
    out += '\n';
  }
  for (const CommandRow& below : command.commands) append_synopsis(out, below);
}

void append_option(std::string& out, const OptionRow& option) {
  out += ".TP\n";
  for (std::size_t i = 0; i < option.names.size(); ++i) {
    if (i > 0) out += ", ";
    out += option.positional ? slanted(option.names[i]) : bold(option.names[i]);
  }
  if (!option.choices.empty()) {
    out += " " + slanted(fmt::format("{}", fmt::join(option.choices, "|")));
  } else if (!option.positional && !option.value.empty()) {
    out += " " + slanted(option.value);
  }
  out += '\n' + plain(option.help) + '\n';
}

void append_command(std::string& out, const CommandRow& command) {
  if (command.commands.empty()) {
    out += ".SS " + plain(full_name(command)) + '\n' + plain(command.about) + heading(".", "。") + "\n";
    for (const OptionRow& option : command.options) append_option(out, option);
    if (!command.footer.empty()) out += ".PP\n" + plain(command.footer) + '\n';
  }
  for (const CommandRow& below : command.commands) append_command(out, below);
}

}  // namespace

std::string manual_page(const CommandRow& program) {
  std::string out = fmt::format(".TH PIDUN 1 \"\" \"pidun {}\"\n", pidun_version_string());
  out += fmt::format(".SH {}\npidun \\- {}\n", heading("NAME", "名称"), plain(program.about));
  out += fmt::format(".SH {}\n", heading("SYNOPSIS", "概要"));
  append_synopsis(out, program);
  out += fmt::format(".SH {}\n", heading("COMMANDS", "命令"));
  append_command(out, program);
  out += fmt::format(".SH {}\n", heading("OPTIONS", "选项"));
  for (const OptionRow& option : program.options) append_option(out, option);
  out += fmt::format(".SH {}\n.TP\n{}\n{}\n", heading("FILES", "文件"), slanted(kIgnoreFile),
                     plain(text(Msg::kManualIgnoreFile)));
  return out;
}

}  // namespace pidun::cli
