// The table of sentences, see messages.h.
#include "messages.h"

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <cstring>

namespace pidun::cli {
namespace {

struct Row {
  Msg msg;
  const char* en;
  const char* zh;
};

constexpr std::array kRows = {
    Row{Msg::kAbout, "Pidun finds Chinese personal information in data that is about to leave.",
        "个人信息盾：在数据外发之前找出其中的个人信息。"},
    Row{Msg::kScanAbout, "Report the findings in files, directories or standard input",
        "扫描文件、目录或标准输入，列出发现"},
    Row{Msg::kExplainAbout, "Give the full account of one value, near misses too",
        "说明一个值的完整判断依据，包括差一点的情形"},
    Row{Msg::kHelpHelp, "Print this help and exit", "显示帮助"},
    Row{Msg::kVersionHelp, "Print the version and exit", "显示版本"},
    Row{Msg::kLangHelp, "Language of messages: zh or en (default: by locale)", "提示语言：zh 或 en（默认按区域设置）"},
    Row{Msg::kPathHelp, "Files or directories; standard input when none or '-'",
        "文件或目录；不给出或为 '-' 时读标准输入"},
    Row{Msg::kFormatHelp, "Output: text, jsonl, sarif or summary", "输出格式：text、jsonl、sarif 或 summary"},
    Row{Msg::kThreadsHelp, "Threads; 0 = one a core", "线程数；0 表示与核数相同"},
    Row{Msg::kShowValuesHelp, "Print values as they are instead of masked evidence", "显示原值，不作掩码"},
    Row{Msg::kInputFormatHelp,
        "Shape of the input: auto, lines, csv, tsv, pipe, semicolon, json, pairs, form, multipart, dashed, fixed, "
        "chat, hl7, "
        "sql, xml or html",
        "输入的结构：auto、lines、csv、tsv、pipe、semicolon、json、pairs、form、multipart、dashed、fixed、chat、hl7、sq"
        "l、xml "
        "或 html"},
    Row{Msg::kCharsetHelp,
        "What the inputs are said to be in, such as utf-8, gbk, big5 or utf-16le; bytes that deny it overrule it",
        "输入据称的字符编码，如 utf-8、gbk、big5、utf-16le；与字节不符时以字节为准"},
    Row{Msg::kCharsetUnknown, "no charset that is read", "不是可读的字符编码"},
    Row{Msg::kMinConfidenceHelp, "Report findings of this confidence or more, 1..100 (default 50)",
        "只报告不低于该置信度的发现，1..100（默认 50）"},
    Row{Msg::kMaxBytesHelp, "Examine at most so many bytes of each input (suffixes K, M, G)",
        "每个输入最多检查的字节数（可用 K、M、G）"},
    Row{Msg::kMaxFindingsHelp, "Report at most so many findings of each input", "每个输入最多报告的发现数"},
    Row{Msg::kDeadlineHelp, "Stop the whole run after so many milliseconds", "整个运行的时限（毫秒）"},
    Row{Msg::kColorHelp, "Colours: auto, always or never", "颜色：auto、always 或 never"},
    Row{Msg::kNoProgressHelp, "No progress bar", "不显示进度条"},
    Row{Msg::kLabelHelp, "Name of the column or field the input is the value of", "输入所属的列名或字段名"},
    Row{Msg::kKeyFileHelp, "File of the 16-byte key for fingerprints (see 'pidun key new')",
        "指纹密钥文件，16 字节（见 'pidun key new'）"},
    Row{Msg::kIgnoreFileHelp, "Suppressions (default: .pidun-ignore.toml of the current folder, if there)",
        "豁免清单（默认：当前目录的 .pidun-ignore.toml，如果存在）"},
    Row{Msg::kNoIgnoreHelp, "Do not read .pidun-ignore.toml", "不读取 .pidun-ignore.toml"},
    Row{Msg::kTestDataHelp,
        "Ranges of known test data, lines 'KIND FIRST..LAST' or 'KIND PREFIX*'; marked, not dropped",
        "已知测试数据的范围，每行“类别 起..止”或“类别 前缀*”；只标记，不去除"},
    Row{Msg::kKeyAbout, "Keys of fingerprints", "指纹密钥"},
    Row{Msg::kKeyNewAbout, "Make a new key in a file that only its owner can read", "新建密钥文件，仅所有者可读"},
    Row{Msg::kKeyNewFileHelp, "The file to make; one that is there is left alone", "要新建的文件；已存在时不改动"},
    Row{Msg::kCompletionsAbout, "Print a shell's completions", "输出命令行补全脚本"},
    Row{Msg::kCompletionsShellAbout, "Print the completions for {}", "输出 {} 的补全脚本"},
    Row{Msg::kManualAbout, "Print the manual page (roff)", "输出手册页（roff）"},
    Row{Msg::kManualIgnoreFile,
        "Suppressions in TOML: tables [[suppress]] with fingerprint, or path (a pattern) and kind, and with reason, "
        "owner and expires (the last day they hold), all required.",
        "TOML 格式的豁免清单：每个 [[suppress]] 表含 fingerprint，或 path（模式）与 kind，并含 "
        "reason、owner、expires（有效的最后一日），均为必填。"},
    Row{Msg::kValueHelp, "The value; '-' reads it from standard input", "要说明的值；'-' 表示从标准输入读取"},
    Row{Msg::kExplainFormatHelp, "Output: text or json", "输出格式：text 或 json"},
    Row{Msg::kScanFooter,
        "Exit: 2 nothing could be scanned, 1 findings, 3 incomplete, 0 nothing found (the first that holds).\n"
        "Suppressed findings are shown and counted, and do not make it exit 1.\n"
        "Symbolic links to directories are not followed inside a directory.",
        "退出码（取最先成立者）：2 什么也没能扫描，1 有发现，3 不完整，0 没有发现。\n"
        "豁免的发现照常显示和计数，但不使退出码为 1。\n目录之内的目录符号链接不跟随。"},
    Row{Msg::kExplainFooter, "Exit: 2 usage, 1 a reading would be reported, 0 none.",
        "退出码：2 用法错误，1 有读法会被报告，0 没有。"},
    Row{Msg::kUsageCommand, "a command is needed, such as scan, columns, explain or patterns",
        "需要一个命令，例如 scan、columns、explain 或 patterns"},
    Row{Msg::kUsageExtra, "an argument was not expected", "有多余的参数"},
    Row{Msg::kUsageExtraNamed, "unknown option {}", "未知选项 {}"},
    Row{Msg::kUsageExplain, "an option of explain has a value that does not fit", "explain 的某个选项取值不合"},
    Row{Msg::kUsageHint, "'pidun --help' shows the usage", "用法见 'pidun --help'"},
    Row{Msg::kValueTooLong, "the value is longer than 1024 bytes", "值超过 1024 字节"},
    Row{Msg::kValueEmpty, "the value is empty", "值为空"},
    Row{Msg::kCannotRead, "{}: cannot be read: {}", "{}：无法读取：{}"},
    Row{Msg::kCannotReadRest, "{}: cannot be read to its end: {}", "{}：未能读到末尾：{}"},
    Row{Msg::kIncomplete, "{}: incomplete: {}", "{}：不完整：{}"},
    Row{Msg::kNothingScanned, "nothing could be scanned", "什么也没能扫描"},
    Row{Msg::kOutputFailed, "the output cannot be written: {}", "输出无法写入：{}"},
    Row{Msg::kEngineFailed, "the rules cannot be loaded: {}", "规则无法载入：{}"},
    Row{Msg::kFailed, "failed: {}", "失败：{}"},
    Row{Msg::kReadingTerminal, "reading standard input; Ctrl-D ends it", "正在读取标准输入，Ctrl-D 结束"},
    Row{Msg::kFoundNone, "nothing found in {0} files, {1}", "{0} 个文件（{1}）中没有发现"},
    Row{Msg::kFound, "{2} findings in {0} files, {1}: {3}", "{0} 个文件（{1}）中有 {2} 处发现：{3}"},
    Row{Msg::kSkippedLinks, "{} links to directories were not followed", "{} 个指向目录的符号链接未跟随"},
    Row{Msg::kSkippedSpecial, "{} entries that are no regular files were left out", "{} 个非普通文件未读取"},
    Row{Msg::kValuesLost, "{}: {} values are shown masked: their bytes are no longer at hand",
        "{}：{} 个值仍以掩码显示：原字节已不可得"},
    Row{Msg::kCannotOpen, "{}: cannot be opened: {}", "{}：无法打开：{}"},
    Row{Msg::kCannotWrite, "{}: cannot be written: {}", "{}：无法写入：{}"},
    Row{Msg::kKeyOpenToAll, "{}: everybody on this machine may read or write this key; 'chmod 600' it",
        "{}：本机任何人都可读写该密钥，请先 chmod 600"},
    Row{Msg::kKeyMalformed, "{}: is neither 16 bytes nor 32 hexadecimal digits",
        "{}：既不是 16 字节，也不是 32 位十六进制数"},
    Row{Msg::kSuppressionExpired, "{}:{}: this entry of {} expired on {} and does not apply",
        "{}:{}：{} 的这条豁免已于 {} 到期，不再适用"},
    Row{Msg::kSuppressionKeyless, "{}: {} entries by fingerprint do not apply without --key-file",
        "{}：{} 条按指纹的豁免因未给出 --key-file 而不适用"},
    Row{Msg::kFoundMarked, " ({} suppressed, {} test data)", "（其中豁免 {} 处，测试数据 {} 处）"},
    Row{Msg::kSarifNoValues, "SARIF holds masked evidence only: --show-values does not go with it",
        "SARIF 只含掩码证据，不能与 --show-values 同用"},
    Row{Msg::kProgress, "{} · {} files · {} findings · {}/s", "{} · {} 个文件 · {} 处发现 · {}/s"},
    Row{Msg::kProgressTotal, "[{}] {:3}% of {} · {} findings · {}/s", "[{}] {:3}% / {} · {} 处发现 · {}/s"},
    Row{Msg::kExplainHead, "a value of {} bytes{}", "{} 字节的值{}"},
    Row{Msg::kExplainLabel, ", with label {}", "，标签：{}"},
    Row{Msg::kExplainLabelUnknown, ", with label {}, which names no kind", "，标签：{}（不指向任何类别）"},
    Row{Msg::kExplainNone, "no reading fits", "没有任何读法"},
    Row{Msg::kExplainReported, "reported", "会报告"},
    Row{Msg::kExplainLost, "lost to another reading", "让位于另一读法"},
    Row{Msg::kExplainBelow, "not reported", "不报告"},
    Row{Msg::kExplainReading, "{}: {}, confidence {}, check {}, bytes {}–{}  {}",
        "{}：{}，置信度 {}，校验 {}，字节 {}–{}  {}"},
    Row{Msg::kExplainPoints, "  {:+4}  {}  ({})", "  {:+4}  {}（{}）"},
    Row{Msg::kExplainThreshold, "reported from confidence {} on", "置信度达到 {} 即报告"},
    Row{Msg::kRulesHelp, "A file of rules that add to the built-in ones or override them (TOML; may be given again)",
        "补充或覆盖内置规则的规则文件（TOML，可多次给出）"},
    Row{Msg::kKindsHelp, "Tell of these kinds only, and leave out the work that others need",
        "只报告这些种类，并省去其他种类所需的工作"},
    Row{Msg::kCacheDirHelp, "Where compiled rules are kept (default: $XDG_CACHE_HOME/pidun or ~/.cache/pidun)",
        "编译后规则的缓存目录（默认 $XDG_CACHE_HOME/pidun 或 ~/.cache/pidun）"},
    Row{Msg::kAsOfHelp, "The day on which ages are told and suppressions hold, 2026-11-28; default today",
        "判断年龄和忽略项是否有效所依据的日期，如 2026-11-28；默认今天"},
    Row{Msg::kAsOfWrong, "not a day such as 2026-11-28", "不是 2026-11-28 这样的日期"},
    Row{Msg::kProfileHelp, "Tiers where the law is read in more than one way: default, strict or lenient",
        "法律有不同理解时采用的分档：default（默认）、strict（从严）、lenient（从宽）"},
    Row{Msg::kExplainNamed, "        named by: {}", "        标签：{}"},
    Row{Msg::kNoCacheHelp, "Compile rules anew and keep nothing", "重新编译规则，不使用缓存"},
    Row{Msg::kUsagePatterns, "patterns needs list, show or check", "patterns 需要 list、show 或 check"},
    Row{Msg::kPatternsAbout, "List, show and check rules", "列出、查看和检查规则"},
    Row{Msg::kPatternsListAbout, "List the rules: id, kind, tier, shape, name", "列出规则：标识、类别、档、形式、名称"},
    Row{Msg::kPatternsShowAbout, "Show a kind and its rules, or one rule, as it stands in its file",
        "显示一个类别及其规则，或单条规则的原文"},
    Row{Msg::kPatternsCheckAbout, "Check rule files and run their examples; the built-in rules when no FILE is given",
        "检查规则文件并运行其中的例子；不给出文件时检查内置规则"},
    Row{Msg::kPatternsNameHelp, "Name of a kind or id of a rule", "类别名或规则标识"},
    Row{Msg::kPatternsFileHelp, "Rule files, checked together", "规则文件，一并检查"},
    Row{Msg::kPatternsFooter, "Exit: 2 usage, or a rule fails, 0 all is well.",
        "退出码：2 用法错误或规则有误，0 正常。"},
    Row{Msg::kPatternsUnknown, "no kind and no rule has this name", "没有这个名称的类别或规则"},
    Row{Msg::kPatternsKind, "# tier {}, sensitive {}, JR/T 0171 level {}, GB/T 39725 level {} (0 = none)",
        "# {} 档，敏感 {}，JR/T 0171 第 {} 级，GB/T 39725 第 {} 级（0 表示无）"},
    Row{Msg::kPatternsDisabled, "  (disabled)", "  （已停用）"},
    Row{Msg::kPatternsSound, "{} rules are sound, {} examples hold", "{} 条规则无误，{} 个例子全部成立"},
    Row{Msg::kColumnsAbout, "Tell of each column or key of files, directories or standard input what kind it holds",
        "列出文件、目录或标准输入中每一列或每个键所含的类别"},
    Row{Msg::kColumnsFooter,
        "A column's kind is the one that most of its cells hold; its hit rate counts the cells that are not blank.\n"
        "Exit: 2 nothing could be scanned, 3 incomplete, 0 all is told.",
        "一列的类别为其多数单元格所含的类别；命中率以非空单元格计。\n退出码：2 什么也没能扫描，3 不完整，0 正常。"},
    Row{Msg::kColumnsFormatHelp, "Output: table or json (one object a file)",
        "输出格式：table 或 json（每个文件一个对象）"},
    Row{Msg::kColumnsThresholdHelp, "Share of its cells that gives a column a kind, 0..1 (default 0.5)",
        "判定一列类别所需的单元格占比，0..1（默认 0.5）"},
    Row{Msg::kColumnsHead, "{}: {}, {} rows", "{}：{}，{} 行"},
    Row{Msg::kColumnsNone, "{}: {}, no columns", "{}：{}，没有列"},
    Row{Msg::kColumnsHeadings, "column|kind|hit rate|tier|PIPL sensitive|JR/T 0171|GB/T 39725",
        "列|类别|命中率|档|个保法敏感|JR/T 0171|GB/T 39725"},
    Row{Msg::kColumnsYes, "yes", "是"},
    Row{Msg::kColumnsNo, "no", "否"},
    Row{Msg::kColumnsByContext, "by context", "视情形"},
    Row{Msg::kCountAbout, "Count records and people by tier, and say how near each listed number is",
        "按档统计记录和人数，并说明与所列数量的距离"},
    Row{Msg::kCountFooter,
        "Exit code: 2 nothing could be read, 1 the level of --fail-on or above, 3 incomplete, 0 else. A comparison of "
        "numbers only.",
        "退出码：2 无法读取，1 达到 --fail-on 所指级别，3 未检查完整，0 其他。仅为数量比对。"},
    Row{Msg::kCountFormatHelp, "Output: text or json", "输出格式：text 或 json"},
    Row{Msg::kRecipientHelp, "To whom the records go: the same record to two recipients counts twice",
        "接收方：同一记录提供给两个接收方计两条"},
    Row{Msg::kAcquiredHelp, "The records are only acquired, given to nobody", "仅为获取，未向他人提供"},
    Row{Msg::kMaskedHelp, "Masked rows: bounds (default) or ignore",
        "脱敏行：bounds（默认，给出上下界）或 ignore（不计）"},
    Row{Msg::kLinkHelp, "Also count records of one person and event as one", "另将同一人同一事件的记录合并计数"},
    Row{Msg::kJoinHelp, "Give a row without identity that of another row with the same value in this column or key",
        "不含身份的行，归入该列（键）取值相同的另一行所指的人"},
    Row{Msg::kMergeFieldsHelp, "Let fields of different rows of one identity raise the tier together",
        "同一身份不同行的字段合并后判定档位"},
    Row{Msg::kRoleHelp, "Which lines: individual, insider (obtained in duty or service) or operator",
        "比对标准：individual（个人）、insider（履职或提供服务中获得）、operator（网络服务提供者）"},
    Row{Msg::kProceedsHelp, "What was received, in yuan; not verified", "实际收入（元），不作核实"},
    Row{Msg::kPriceHelp, "Price of a record in yuan, for an estimate only", "每条价格（元），只用于估算"},
    Row{Msg::kMoneyWrong, "must be a sum in yuan, as 4999.99", "须为金额（元），如 4999.99"},
    Row{Msg::kPriceWrong, "must be LOW or LOW..HIGH in yuan, as 30..150", "须为 低 或 低..高（元），如 30..150"},
    Row{Msg::kAssumeSoldHelp, "Let the estimate of --price count as received", "把 --price 的估算视为收入"},
    Row{Msg::kAbroadHelp, "The recipient is abroad", "接收方在境外"},
    Row{Msg::kFactHelp, "A fact given by the user: used_in_crime, buyer_known, death_or_serious_harm, prior_2y",
        "使用者给出的事实：used_in_crime、buyer_known、death_or_serious_harm、prior_2y"},
    Row{Msg::kPolicyHelp, "Lines of your own over the built-in ones (TOML)", "自定标准（TOML），覆盖内置标准"},
    Row{Msg::kSampleHelp, "Size of a uniform sample of the unique records", "去重记录的均匀抽样数"},
    Row{Msg::kSeedHelp, "Seed of the sample", "抽样种子"},
    Row{Msg::kMemoryHelp, "Memory for counting before a file is used (default 1g)",
        "计数所用内存上限，超过后写入临时文件（默认 1g）"},
    Row{Msg::kSpillHelp, "Folder of these files (default $TMPDIR or /var/tmp)",
        "临时文件所在文件夹（默认 $TMPDIR 或 /var/tmp）"},
    Row{Msg::kStateHelp, "Go on with this tally and store it again; needs --key-file",
        "在此计数文件上累加并保存；须同时给出 --key-file"},
    Row{Msg::kMergeHelp, "Add a stored tally of the same key", "并入同一密钥的计数文件"},
    Row{Msg::kFailOnHelp, "Level from which the exit code is 1: notice, near (default), reached or tenfold",
        "退出码为 1 的起始级别：notice、near（默认）、reached、tenfold"},
    Row{Msg::kStateNeedsKey, "--state needs --key-file: without the same key nothing can be added to a tally",
        "--state 须同时给出 --key-file：密钥不同无法累加"},
    Row{Msg::kNoRandom, "the system has no random bytes", "系统无法提供随机数"},
    Row{Msg::kCountRecords, "records", "记录"},
    Row{Msg::kCountRaw, "{} raw, {} invalid, {} masked ({} to {}), {} duplicates",
        "原始 {} 条，无效 {} 条，脱敏 {} 条（{}–{}），重复 {} 条"},
    Row{Msg::kCountUnique, "{} unique valid records of {} people, {} recipients",
        "去重有效 {} 条，涉及 {} 人，接收方 {} 个"},
    Row{Msg::kCountTiers, "tier 50: {}, tier 500: {}, tier 5000: {} (counted {})",
        "五十条档 {}，五百条档 {}，五千条档 {}（计 {} 条）"},
    Row{Msg::kCountInvalid, "invalid by reason: {}", "无效原因：{}"},
    Row{Msg::kCountUnlinked, "not linked to anybody: {} of tier 50, {} of tier 500",
        "未能关联到人：五十条档 {}，五百条档 {}"},
    Row{Msg::kCountPictures, "pictures: {} seen, {} with a face sign, {} not looked into",
        "图片：{} 张，有人脸标记 {} 张，内容未读 {} 张"},
    Row{Msg::kCountLinked, "linked: {} records went into others", "合并：{} 条并入其他记录"},
    Row{Msg::kCountJoined, "joined: {} rows by {} values, and {} records of weak identity",
        "关联：{} 行按 {} 个取值归入他行，弱身份记录 {} 条"},
    Row{Msg::kCountJoinedNot, "not joined: {} rows of {} values that stand with several identities",
        "未关联：{} 个取值对应多个身份，{} 行保持原样"},
    Row{Msg::kCountLevel, "level", "级别"},
    Row{Msg::kCountLevelUpper, "level, upper bound", "级别（上界）"},
    Row{Msg::kCountLines, "lines", "标准"},
    Row{Msg::kCountReached, "reached", "达到"},
    Row{Msg::kCountWatch, "watch", "关注"},
    Row{Msg::kCountNotices, "notices", "提示"},
    Row{Msg::kCountCase, "nearest case", "最近案例"},
    Row{Msg::kCountNotVisible, "a scan cannot see: {}", "扫描无法看到：{}"},
    Row{Msg::kCountSample, "sample (seed {})", "抽样（种子 {}）"},
    Row{Msg::kCountAxes, "tier50|tier500|tier5000|sum|proceeds|people|fact",
        "第三类（50条）|第四类（500条）|第五类（5000条）|比例合计|收入|人数|事实"},
    Row{Msg::kRecordsHelp, "Also tell the records: who the findings are about (with --format jsonl)",
        "另列出记录：各发现属于谁（与 --format jsonl 合用）"},
    Row{Msg::kCamerasHelp, "Also tell pictures that a camera took, by Exif or file name",
        "另列出相机拍摄的照片（依据 Exif 或文件名）"},
    Row{Msg::kAsOfFuture, "--as-of lies in the future", "--as-of 不能晚于今天"},
    Row{Msg::kCaseHelp, "A case profile of your own beside the built-in ones (TOML)",
        "自定案例画像（TOML），与内置案例一并比较"},
    Row{Msg::kCompareHelp, "How many records and people of one stored tally are in the other; nothing is scanned",
        "比较两个计数文件：一方的记录和人有多少见于另一方；不扫描"},
    Row{Msg::kSheetHelp, "Write the sample as a check sheet (CSV), to be filled in",
        "将抽样写成核查表（CSV），供人工填写"},
    Row{Msg::kCheckedHelp, "A check sheet that was filled in: y or n in its last column",
        "已填写的核查表：最后一列填 y 或 n"},
    Row{Msg::kCheckedWrong, "{}: line {} ends neither in y nor in n", "{}：第 {} 行未以 y 或 n 结尾"},
    Row{Msg::kSheetNeedsSample, "--sheet needs --sample", "--sheet 须同时给出 --sample"},
    Row{Msg::kCompared, "records: {} and {}, in both {}; people: {} and {}, in both {}",
        "记录：{} 与 {}，共有 {}；人：{} 与 {}，共有 {}"},
};
static_assert(kRows.size() == static_cast<std::size_t>(Msg::kEnd));

Lang chosen = Lang::kEnglish;

}  // namespace

void set_lang(Lang new_lang) { chosen = new_lang; }
Lang lang() { return chosen; }

Lang lang_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return std::strncmp(value, "zh", 2) == 0 ? Lang::kChinese : Lang::kEnglish;
  }
  return Lang::kEnglish;
}

const char* text(Msg msg) {
  for (const Row& row : kRows) {
    if (row.msg == msg) return chosen == Lang::kChinese ? row.zh : row.en;
  }
  return "";
}

void print_message(std::string_view line) {
  const std::string whole = fmt::format("pidun: {}\n", line);
  // A message that cannot be written has nowhere else to go.
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, whole.data(), whole.size());
}

}  // namespace pidun::cli
