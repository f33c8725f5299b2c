// See completions.h.
#include "completions.h"

#include <fmt/format.h>

#include <algorithm>

namespace pidun::cli {
namespace {

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  return fmt::format("{}", fmt::join(words, between));
}

std::vector<std::string> names_of_commands(const CommandRow& command) {
  std::vector<std::string> out;
  for (const CommandRow& below : command.commands) out.push_back(below.path.back());
  return out;
}

// In single quotes, for any of the shells; `escape` lists what gets a backslash before it.
std::string quoted(std::string_view text, std::string_view escape, std::string_view quote) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += quote;
      continue;
    }
    if (escape.find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

// ---- bash

std::string bash_place(const CommandRow& command) {
  return command.path.empty() ? "pidun" : "pidun/" + joined(command.path, "/");
}

void append_bash_steps(std::string& out, const CommandRow& command) {
  for (const CommandRow& below : command.commands) {
    out += fmt::format("      {0}) command={0} ;;\n", bash_place(below));
    append_bash_steps(out, below);
  }
}

void append_bash_values(std::string& out, const CommandRow& command) {
  for (const OptionRow& option : command.options) {
    if (option.positional || option.value.empty()) continue;
    std::vector<std::string> cases;
    for (const std::string& name : option.names) cases.push_back(fmt::format("\"{} {}\"", bash_place(command), name));
    std::string action = ":";
    if (option.takes_file()) action = R"(mapfile -t COMPREPLY < <(compgen -f -- "$cur"))";
    if (!option.choices.empty())
      action = fmt::format(R"(mapfile -t COMPREPLY < <(compgen -W "{}" -- "$cur"))", joined(option.choices, " "));
    out += fmt::format("    {}) {}; return ;;\n", joined(cases, "|"), action);
  }
  for (const CommandRow& below : command.commands) append_bash_values(out, below);
}

void append_bash_words(std::string& out, const CommandRow& command) {
  std::vector<std::string> options;
  bool files = false;
  for (const OptionRow& option : command.options) {
    if (option.positional) files |= option.takes_file();
    if (!option.positional) options.insert(options.end(), option.names.begin(), option.names.end());
  }
  out += fmt::format("    {}) options=\"{}\" commands=\"{}\" files={} ;;\n", bash_place(command), joined(options, " "),
                     joined(names_of_commands(command), " "), files ? 1 : 0);
  for (const CommandRow& below : command.commands) append_bash_words(out, below);
}

std::string bash(const CommandRow& program) {
  std::string out = R"(# bash completions of pidun: source this, or put it where bash-completion looks.
_pidun() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command=pidun options= commands= files=0 i
  COMPREPLY=()
  if [[ $prev == "=" ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi
  if [[ $cur == "=" ]]; then cur=; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$command/${COMP_WORDS[i]}" in
)";
  append_bash_steps(out, program);
  out += "    esac\n  done\n  case \"$command $prev\" in\n";
  append_bash_values(out, program);
  out += "  esac\n  case \"$command\" in\n";
  append_bash_words(out, program);
  out += R"(  esac
  if [[ $cur == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$cur")
  elif [[ -n $commands ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$cur")
  elif ((files)); then
    mapfile -t COMPREPLY < <(compgen -f -- "$cur")
  fi
}
complete -o filenames -F _pidun pidun
)";
  return out;
}

// ---- zsh

std::string zsh_function(const CommandRow& command) {
  return command.path.empty() ? "_pidun" : "_pidun_" + joined(command.path, "_");
}

std::string zsh_text(std::string_view text) { return quoted(text, "[]:\\", "'\\''"); }

std::string zsh_option(const OptionRow& option) {
  std::string action = " ";
  if (!option.choices.empty()) action = "(" + joined(option.choices, " ") + ")";
  if (option.takes_file()) action = "_files";
  if (option.positional) return fmt::format("'*:{}:{}'", option.names.front(), action);
  const std::string value = option.value.empty() ? "" : fmt::format(":{}:{}", option.value, action);
  const std::string rest = fmt::format("[{}]{}'", zsh_text(option.help), value);
  if (option.names.size() == 1) return "'" + option.names.front() + rest;
  return fmt::format("'({})'{{{}}}'{}", joined(option.names, " "), joined(option.names, ","), rest);
}

void append_zsh(std::string& out, const CommandRow& command) {
  out += zsh_function(command) + "() {\n";
  out += "  local curcontext=\"$curcontext\" state line\n  _arguments -C";
  for (const OptionRow& option : command.options) out += " \\\n    " + zsh_option(option);
  if (!command.commands.empty()) {
    out += " \\\n    '1:command:->command' \\\n    '*::argument:->rest'\n  case $state in\n    command)\n";
    out += "      local -a commands=(\n";
    for (const CommandRow& below : command.commands)
      out += fmt::format("        '{}:{}'\n", below.path.back(), zsh_text(below.about));
    out += "      )\n      _describe command commands ;;\n    rest)\n      case $words[1] in\n";
    for (const CommandRow& below : command.commands)
      out += fmt::format("        {}) {} ;;\n", below.path.back(), zsh_function(below));
    out += "      esac ;;\n  esac";
  }
  out += "\n}\n\n";
  for (const CommandRow& below : command.commands) append_zsh(out, below);
}

std::string zsh(const CommandRow& program) {
  std::string out = "#compdef pidun\n# zsh completions of pidun: put this into a folder of $fpath as _pidun.\n\n";
  append_zsh(out, program);
  out += "if [[ $funcstack[1] == _pidun ]]; then\n  _pidun \"$@\"\nelse\n  compdef _pidun pidun\nfi\n";
  return out;
}

// ---- fish

std::string fish_text(std::string_view text) { return quoted(text, "\\", "\\'"); }

std::string fish_condition(const CommandRow& command) {
  if (command.path.empty()) return "__fish_use_subcommand";
  std::vector<std::string> parts;
  for (const std::string& word : command.path) parts.push_back("__fish_seen_subcommand_from " + word);
  return joined(parts, "; and ");
}

std::string fish_option(const OptionRow& option) {
  std::string out;
  for (const std::string& name : option.names)
    out += name.substr(0, 2) == "--" ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (!option.choices.empty()) {
    out += fmt::format(" -x -a '{}'", joined(option.choices, " "));
  } else if (option.takes_file()) {
    out += " -r -F";
  } else if (!option.value.empty()) {
    out += " -x";
  }
  return out;
}

void append_fish(std::string& out, const CommandRow& command) {
  const std::string start = fmt::format("complete -c pidun -n '{}'", fish_condition(command));
  for (const OptionRow& option : command.options) {
    if (!option.positional) {
      out += fmt::format("{}{} -d '{}'\n", start, fish_option(option), fish_text(option.help));
    } else if (option.takes_file()) {
      out += start + " -F\n";
    }
  }
  const std::string names = joined(names_of_commands(command), " ");
  for (const CommandRow& below : command.commands) {
    const std::string first = command.path.empty() ? "" : "; and not __fish_seen_subcommand_from " + names;
    out += fmt::format("complete -c pidun -n '{}{}' -a {} -d '{}'\n", fish_condition(command), first, below.path.back(),
                       fish_text(below.about));
    append_fish(out, below);
  }
}

std::string fish(const CommandRow& program) {
  std::string out = "# fish completions of pidun: put this into a folder of $fish_complete_path as pidun.fish.\n";
  out += "complete -c pidun -f\n";
  append_fish(out, program);
  return out;
}

}  // namespace

std::string completions(const CommandRow& program, const std::string& shell) {
  if (shell == "bash") return bash(program);
  return shell == "zsh" ? zsh(program) : fish(program);
}

}  // namespace pidun::cli
