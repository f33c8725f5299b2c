/* pidun.h - find Chinese personal information in bytes. C99, also valid C++. This header is the contract:
 * what is not in it is not API.
 *
 * Bytes in, byte offsets out: offsets are uint64_t, half-open [begin,end), into the input exactly as given.
 * Threads: an engine is immutable and shared freely; scratch, stream, results and context belong to one
 *   thread at a time. No thread is started unless an option asks for it, and none outlives the call or stream.
 * Ownership: what *_open and *_new hand out, the caller frees with *_free, in any order; free accepts NULL.
 *   Pointers returned by accessors live as long as the object they were asked of, or until it is refilled.
 * Errors: a negative status. Nothing throws, exits, prints, changes errno or locale, or installs a handler,
 *   and nothing that was scanned ever stands in a message. Evidence is masked.
 * Limits: reaching one is not an error: the call returns PIDUN_INCOMPLETE and what was found up to there. */
#ifndef PIDUN_PIDUN_H
#define PIDUN_PIDUN_H

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define PIDUN_API __attribute__((visibility("default")))
#else
#define PIDUN_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Version ------------------------------------------------------------------------------------------- */

#define PIDUN_VERSION_NUMBER 100u /* major * 10000 + minor * 100 + patch of this header */

PIDUN_API uint32_t pidun_version_number(void); /* of the library that is loaded; compare before use */
PIDUN_API const char* pidun_version_string(void);

/* ---- Status -------------------------------------------------------------------------------------------- */

typedef int32_t pidun_status; /* 0 or positive: the call did its work. Values are pinned, append only. */
enum {
  PIDUN_OK = 0,
  PIDUN_INCOMPLETE = 1,  /* a limit was reached; see pidun_results_incomplete() */
  PIDUN_STOPPED = 2,     /* the callback asked to stop */
  PIDUN_E_ARGUMENT = -1, /* NULL, a handle of another type, an unknown option, a bad struct_size */
  PIDUN_E_MEMORY = -2,
  PIDUN_E_RULES = -3, /* the rules could not be built */
  PIDUN_E_STATE = -4, /* a stream that was finished already, or whose last call failed for want of memory */
  PIDUN_E_BUSY = -5,  /* scratch or stream is inside another call; best effort, not a guarantee */
  PIDUN_E_SPACE = -6, /* buffer too small; the size needed has been written */
  PIDUN_E_INTERNAL = -7,
  PIDUN_E_TALLY = -8 /* a tally that is none, is damaged, of a later version or of another key; or the disk is full */
};
PIDUN_API const char* pidun_status_name(pidun_status status); /* static, never NULL */

typedef struct pidun_error {
  uint32_t struct_size; /* set by the caller: sizeof(pidun_error) */
  pidun_status status;
  uint32_t line, column; /* 1-based place in the rule source, column in code points; 0 when the error has no place */
  char rule[56];         /* id of the rule at fault, or empty */
  char message[200];     /* one line, NUL-terminated; "FILE:LINE:COLUMN: …" when a file is at fault */
} pidun_error;
#define PIDUN_ERROR_INIT                     \
  {                                          \
    sizeof(pidun_error), 0, 0, 0, {0}, { 0 } \
  }

/* ---- Kinds: what a finding is. Numbers are pinned for ever; custom kinds start at 0x8000. --------------- */

typedef struct pidun_kind_info {
  uint32_t struct_size; /* set by the caller */
  uint16_t kind;
  uint16_t tier;     /* class in 法释〔2017〕10号 art. 5(1): 50, 500, 5000; 0 = no tier of its own */
  uint8_t sensitive; /* PIPL art. 28: 'Y', 'N', or 'C' = depends on context */
  uint8_t jrt0171;   /* JR/T 0171-2020 level 1..3; 0 = none */
  uint8_t gbt39725;  /* GB/T 39725-2020 level 1..5; 0 = none */
  uint8_t reserved[5];
  const char* name;    /* static: "resident_id_number" */
  const char* name_zh; /* static, UTF-8: "公民身份号码" */
} pidun_kind_info;

PIDUN_API size_t pidun_kind_count(void);
PIDUN_API pidun_status pidun_kind_at(size_t index, pidun_kind_info* out);   /* index < pidun_kind_count() */
PIDUN_API pidun_status pidun_kind_get(uint16_t kind, pidun_kind_info* out); /* by number */
PIDUN_API uint16_t pidun_kind_find(const char* name);                       /* by name; 0 if there is none */

/* ---- Engine: compiled rules. Build once, share, free last or first. -------------------------------------- */

typedef struct pidun_engine pidun_engine;
typedef struct pidun_scratch pidun_scratch;
typedef struct pidun_results pidun_results;
typedef struct pidun_stream pidun_stream;
typedef struct pidun_context pidun_context;
typedef struct pidun_suppressions pidun_suppressions;
typedef struct pidun_test_data pidun_test_data;
typedef struct pidun_tally pidun_tally;

enum { PIDUN_WORDS_AUTO = 0, PIDUN_WORDS_HYPERSCAN = 1, PIDUN_WORDS_PORTABLE = 2 };

enum {                            /* which tiers hold where the law is read in more than one way */
       PIDUN_PROFILE_DEFAULT = 0, /* wages and contributions alone, and credit lines alone: 500 */
       PIDUN_PROFILE_STRICT = 1,  /* the stricter reading: 50 */
       PIDUN_PROFILE_LENIENT = 2  /* of findings as the default; records are raised less */
};

enum { PIDUN_ENGINE_NO_BUILTIN = 1u }; /* flags: built-in rules are disabled unless a rule file enables one */

/* Rule files are TOML, as patterns/README.md says: kinds and rules are added, built-in ones overridden. Each is at
 * most 16 MiB. Any fault fails the whole load: PIDUN_E_RULES with file, line, column and rule; so does a rule whose
 * examples do not hold, and a set without an enabled rule. */
typedef struct pidun_engine_options {
  uint32_t struct_size;
  uint32_t words; /* PIDUN_WORDS_*. AUTO takes Hyperscan if its canaries pass, else the portable matcher */
  const char* const* rule_files; /* paths, NUL-terminated */
  size_t rule_file_count;
  const char* rule_text; /* rules that are no file, called "(text)" in errors; NULL = none */
  size_t rule_text_length;
  const char* cache_folder; /* for compiled and proven rules, made if need be; a bad cache is a miss. NULL = none */
  uint32_t flags;           /* PIDUN_ENGINE_* */
  uint32_t profile;         /* PIDUN_PROFILE_* */
  const char* const* kinds; /* names of the kinds asked for, built-in or of rule files; NULL = all. See below */
  size_t kind_count;
} pidun_engine_options;
#define PIDUN_ENGINE_OPTIONS_INIT \
  { sizeof(pidun_engine_options), 0, NULL, 0, NULL, 0, NULL, 0, 0, NULL, 0 }
/* An engine that is asked for some kinds tells of no other, and leaves out the work that only others need. Kinds that
 * are read from digits (ID, phone, card and company numbers) still contend: what is one of these is told as no other.
 * A kind told by its form or its label that is not asked for claims nothing. Records hold only the kinds asked for. */

/* On failure *out is NULL and *error, if given, says why. options NULL = defaults. Fork-safe once built. To load
 * changed rules, open another engine and free this one: what was made of it keeps it alive. */
PIDUN_API pidun_status pidun_engine_open(const pidun_engine_options* options, pidun_engine** out, pidun_error* error);
PIDUN_API void pidun_engine_free(pidun_engine* engine);
PIDUN_API const char* pidun_engine_words(const pidun_engine* engine);      /* "hyperscan" or "portable: REASON" */
PIDUN_API const char* pidun_engine_rules_hash(const pidun_engine* engine); /* 16 hex digits of the rules */

/* The kinds of an engine: all built-in ones, then those of its rule files. As pidun_kind_*, but names live as long as
 * the engine, and tiers and levels are those its rules give. */
PIDUN_API size_t pidun_engine_kind_count(const pidun_engine* engine);
PIDUN_API pidun_status pidun_engine_kind_at(const pidun_engine* engine, size_t index, pidun_kind_info* out);
PIDUN_API pidun_status pidun_engine_kind_get(const pidun_engine* engine, uint16_t kind, pidun_kind_info* out);
PIDUN_API uint16_t pidun_engine_kind_find(const pidun_engine* engine, const char* name); /* 0 if there is none */

enum {
  PIDUN_SHAPE_NUMBER = 0,
  PIDUN_SHAPE_FORM = 1,
  PIDUN_SHAPE_LABELLED = 2,
  PIDUN_SHAPE_LITERAL = 3,
  PIDUN_SHAPE_REGEX = 4,
  PIDUN_SHAPE_FIELD = 5, /* a value of some sort under a label */
  PIDUN_SHAPE_PHRASE = 6 /* in running text, behind words that tell of it */
};
enum { /* pidun_rule_info.flags */
       PIDUN_RULE_BUILTIN = 1u,
       PIDUN_RULE_DISABLED = 2u,   /* finds nothing */
       PIDUN_RULE_NEEDS_LABEL = 4u /* reported only where a label names the kind */
};

typedef struct pidun_rule_info {
  uint32_t struct_size; /* set by the caller */
  uint32_t flags;       /* PIDUN_RULE_* */
  uint16_t kind;
  uint8_t shape;      /* PIDUN_SHAPE_* */
  uint8_t confidence; /* of literals and regexes: points before labels are looked at */
  uint32_t line;      /* in its source */
  const char* id;     /* this and the following: UTF-8, live as long as the engine */
  const char* name;
  const char* name_zh;
  const char* basis;     /* law or standard; may be empty */
  const char* validator; /* name of its check; may be empty */
  const char* source;    /* its file, or the built-in pack */
} pidun_rule_info;

/* pidun_finding.rule is an index here. Built-in rules come first. */
PIDUN_API size_t pidun_rule_count(const pidun_engine* engine);
PIDUN_API pidun_status pidun_rule_at(const pidun_engine* engine, size_t index, pidun_rule_info* out);
PIDUN_API const char* pidun_rule_id(const pidun_engine* engine, uint32_t rule); /* NULL if unknown */
/* The rule as it stands in its source: TOML, NUL-terminated, by preflight as pidun_explain(). */
PIDUN_API pidun_status pidun_rule_text(const pidun_engine* engine, uint32_t rule, char* buffer, size_t capacity,
                                       size_t* needed);

/* Checks rules and runs their examples: those of the files and text of the options, or the built-in ones if there are
 * neither. Gives UTF-8 JSON by preflight as pidun_explain(), PIDUN_OK whether or not there are failures:
 * {"rules":12,"examples":150,"failures":[{"file":…,"line":…,"column":…,"offset":…,"rule":…,"message":…}]}
 * offset counts bytes of the file; line is 0 where no place is at fault. rules and examples are those that were run. */
PIDUN_API pidun_status pidun_rules_check(const pidun_engine_options* options, char* buffer, size_t capacity,
                                         size_t* needed);

/* Working memory for one scan at a time. */
PIDUN_API pidun_status pidun_scratch_new(const pidun_engine* engine, pidun_scratch** out);
PIDUN_API void pidun_scratch_free(pidun_scratch* scratch);

/* ---- Context: what the host knows of a flow ---------------------------------------------------------------- */

/* Keys: "subject", "actor", "sender", "recipient", "endpoint", "purpose", "charset" (any common name of UTF-8, GB18030,
 * Big5 or UTF-16; bytes that deny it overrule it). Values are UTF-8, at most 4096 bytes, copied; an empty value removes
 * the key. Any other key or charset is PIDUN_E_ARGUMENT. A context may be changed between calls, not during one. */
PIDUN_API pidun_status pidun_context_new(pidun_context** out);
PIDUN_API pidun_status pidun_context_set(pidun_context* context, const char* key, const char* value);
PIDUN_API const char* pidun_context_get(const pidun_context* context, const char* key); /* NULL if unset */
PIDUN_API void pidun_context_free(pidun_context* context);

/* ---- Suppressions and test data: findings they name are marked, never dropped ------------------------------ */

/* Text of a .pidun-ignore.toml: [[suppress]] entries with fingerprint, or path and kind, and reason, owner and
 * expires. Kinds are those of the engine. On failure *out is NULL and *error says where and why: PIDUN_E_RULES. */
PIDUN_API pidun_status pidun_suppressions_open(const pidun_engine* engine, const char* text, size_t length,
                                               pidun_suppressions** out, pidun_error* error);
PIDUN_API void pidun_suppressions_free(pidun_suppressions* suppressions);

typedef struct pidun_suppression_info {
  uint32_t struct_size; /* set by the caller */
  uint32_t expires;     /* the last day it holds, as YYYYMMDD */
  uint32_t line;        /* of the text, 1-based */
  uint16_t kind;        /* 0 = by fingerprint */
  uint16_t reserved;
  const char* path; /* NULL = by fingerprint. These live as long as the handle. */
  const char* reason;
  const char* owner;
} pidun_suppression_info;

PIDUN_API size_t pidun_suppressions_count(const pidun_suppressions* suppressions);
PIDUN_API pidun_status pidun_suppressions_at(const pidun_suppressions* suppressions, size_t index,
                                             pidun_suppression_info* out);

/* Lines "KIND FIRST..LAST" or "KIND PREFIX*"; '#' begins a comment line. Values are compared without separators. */
PIDUN_API pidun_status pidun_test_data_open(const pidun_engine* engine, const char* text, size_t length,
                                            pidun_test_data** out, pidun_error* error);
PIDUN_API void pidun_test_data_free(pidun_test_data* test_data);

/* ---- Scanning ------------------------------------------------------------------------------------------- */

enum { /* shape of the input. AUTO settles it from the first 4096 bytes. */
       PIDUN_FORMAT_AUTO = 0,
       PIDUN_FORMAT_LINES = 1,
       PIDUN_FORMAT_CSV = 2, /* comma */
       PIDUN_FORMAT_TSV = 3,
       PIDUN_FORMAT_PIPE = 4,
       PIDUN_FORMAT_SEMICOLON = 5,
       PIDUN_FORMAT_JSON = 6,      /* one document, or JSON Lines */
       PIDUN_FORMAT_PAIRS = 7,     /* key=value, logfmt */
       PIDUN_FORMAT_FORM = 8,      /* a=b&c=d */
       PIDUN_FORMAT_MULTIPART = 9, /* multipart/form-data */
       PIDUN_FORMAT_DASHED = 10,   /* user----password----name */
       PIDUN_FORMAT_FIXED = 11,    /* columns at fixed bytes of a line */
       PIDUN_FORMAT_CHAT = 12,     /* exported conversations */
       PIDUN_FORMAT_HL7 = 13,      /* HL7 v2 */
       PIDUN_FORMAT_SQL = 14,
       PIDUN_FORMAT_XML = 15,
       PIDUN_FORMAT_HTML = 16
};
enum {                          /* pidun_slice.encoding: a hint, as the context's "charset" is */
       PIDUN_ENCODING_AUTO = 0, /* that of the options' context, or settled from the first 4096 bytes */
       PIDUN_ENCODING_UTF8 = 1,
       PIDUN_ENCODING_GB18030 = 2, /* GBK and GB2312 too */
       PIDUN_ENCODING_BIG5 = 3,
       PIDUN_ENCODING_UTF16LE = 4,
       PIDUN_ENCODING_UTF16BE = 5,
       PIDUN_ENCODING_UTF16 = 6 /* in either order */
};
enum {                              /* pidun_scan_options.flags */
       PIDUN_SCAN_NO_EVIDENCE = 1u, /* do not keep masked evidence */
       PIDUN_SCAN_COLUMNS = 2u,     /* count what each column or key holds: pidun_results_column() */
       PIDUN_SCAN_RECORDS = 4u,     /* group what is found to records: pidun_results_record() */
       PIDUN_SCAN_NO_FINDINGS = 8u, /* with PIDUN_SCAN_RECORDS: tell no findings, which is faster; not with
                                       PIDUN_SCAN_COLUMNS */
       PIDUN_SCAN_CAMERAS = 16u     /* tell camera_image too: at each sign that a picture comes from a camera, its Exif
                                       or the name of its file. Never a field of a record */
};

enum {                                 /* why a result is incomplete; bits, pinned */
       PIDUN_INCOMPLETE_BYTES = 1u,    /* max_bytes reached */
       PIDUN_INCOMPLETE_FINDINGS = 2u, /* max_findings reached */
       PIDUN_INCOMPLETE_DEADLINE = 4u,
       PIDUN_INCOMPLETE_DEPTH = 8u,      /* JSON nested deeper than 1024: scanned, but keys below it are not known */
       PIDUN_INCOMPLETE_ENCODINGS = 16u, /* encoded more than 3 times over: what is below was not decoded */
       PIDUN_INCOMPLETE_DECODED = 32u,   /* more was encoded in one place than is decoded of 64 KiB: some was not */
       PIDUN_INCOMPLETE_COLUMNS = 64u,   /* more than 16384 columns or keys: the others are scanned, but not counted */
       PIDUN_INCOMPLETE_RECORDS = 128u   /* a record of more than 1 MiB or 10000 fields: it was told in parts */
};
PIDUN_API const char* pidun_incomplete_name(uint32_t one_bit); /* "byte_limit", …; NULL if unknown */

typedef struct pidun_scan_options {
  uint32_t struct_size;
  uint32_t flags;
  uint32_t format;         /* PIDUN_FORMAT_* */
  uint32_t min_confidence; /* 1..100; 0 = 50 */
  uint32_t threads;        /* 0 or 1 = the calling thread alone; more: for inputs over 4 MiB */
  uint32_t deadline_ms;    /* 0 = none; runs from the call, for a stream from its opening. Tested every 64 KiB: what
                              it cuts is a prefix of the whole result */
  uint64_t max_bytes;      /* 0 = no limit */
  uint64_t max_findings;   /* a call, a slice or a stream; 0 = 16777216 */
  const pidun_context* context; /* may be NULL */
  const char* label;            /* name of the column or field the input is the value of; NUL-terminated, or NULL */
  const void* key;              /* 16 secret bytes, copied: fingerprints are made with it. NULL = none are made */
  uint32_t key_length;          /* 16, or 0 without a key */
  uint32_t as_of;               /* today, as YYYYMMDD: needed with suppressions, and to tell minors: the library
                                   has no clock */
  const pidun_suppressions* suppressions; /* NULL = none; may be freed before the stream that was opened with it */
  const pidun_test_data* test_data;       /* the same */
  const char* path;                       /* of the input, for suppressions by path; NUL-terminated, or NULL */
  const pidun_tally* tally; /* with PIDUN_SCAN_RECORDS: the tally that pidun_tally_add() will be called for */
} pidun_scan_options;
#define PIDUN_SCAN_OPTIONS_INIT \
  { sizeof(pidun_scan_options), 0, 0, 0, 0, 0, 0, 0, NULL, NULL, NULL, 0, 0, NULL, NULL, NULL, NULL }

enum { PIDUN_CHECK_NONE = 0, PIDUN_CHECK_PASS = 1, PIDUN_CHECK_FAIL = 2 };
enum {                                 /* pidun_finding.flags */
       PIDUN_FINDING_TEST_VALUE = 1u,  /* a well-known example such as 13800138000, or in pidun_test_data */
       PIDUN_FINDING_MASKED = 2u,      /* the value was masked already in the input */
       PIDUN_FINDING_LABELLED = 4u,    /* a label named it */
       PIDUN_FINDING_GROUPED = 8u,     /* the value is written with separators inside */
       PIDUN_FINDING_SUPPRESSED = 16u, /* see pidun_results_suppression() */
       PIDUN_FINDING_LOSSY = 32u,      /* a spreadsheet rounded it: 1.38E+10, an ID whose last digits are zeros */
       PIDUN_FINDING_MINOR = 64u       /* of someone under 14 at as_of, by ID number, birth date or age */
};

typedef struct pidun_finding {     /* 64 bytes, frozen */
  uint64_t begin, end;             /* bytes of the input */
  uint64_t outer_begin, outer_end; /* the encoded value it was decoded from; equal to begin, end if none */
  uint32_t slice;                  /* index in pidun_scan_batch; else 0 */
  uint32_t rule;                   /* index of pidun_rule_at(), id by pidun_rule_id() */
  uint16_t kind;
  uint16_t flags;
  uint16_t tier;      /* of the value alone, by the engine's profile; records raise it */
  uint8_t check;      /* PIDUN_CHECK_*: check digit and calendar date together */
  uint8_t confidence; /* 0..100 */
  uint8_t depth;      /* encodings that were undone to see it */
  uint8_t reserved[15];
} pidun_finding;

typedef struct pidun_slice {
  const void* data; /* NULL if length is 0 */
  size_t length;
  const char* label; /* as in pidun_scan_options; NULL = that of the options */
  uint32_t format;   /* PIDUN_FORMAT_*; AUTO = that of the options */
  uint32_t encoding; /* PIDUN_ENCODING_* */
} pidun_slice;

PIDUN_API pidun_status pidun_results_new(pidun_results** out);
PIDUN_API void pidun_results_free(pidun_results* results); /* wipes the masked evidence */

/* Scans one buffer. Results are replaced, in order of (begin, end, kind); findings do not overlap.
 * Inputs are UTF-8, GB18030 (GBK, GB2312), Big5 or UTF-16: settled from a byte order mark, a hint and the first 4096
 * bytes, and but for UTF-16 anew for each line, so that a file may hold several. Offsets and lengths count its own
 * bytes. data may be NULL if length is 0; options may be NULL. */
PIDUN_API pidun_status pidun_scan(pidun_scratch* scratch, const void* data, size_t length,
                                  const pidun_scan_options* options, pidun_results* results);

/* Scans each slice as an input of its own; findings carry its index, offsets count from its start. */
PIDUN_API pidun_status pidun_scan_batch(pidun_scratch* scratch, const pidun_slice* slices, size_t count,
                                        const pidun_scan_options* options, pidun_results* results);

/* For C and C++ only. Return 0 to go on, other to stop. Must not use the same scratch, throw or longjmp. */
typedef int32_t (*pidun_on_finding)(const pidun_finding* finding, void* user);
PIDUN_API pidun_status pidun_scan_each(pidun_scratch* scratch, const void* data, size_t length,
                                       const pidun_scan_options* options, pidun_on_finding on_finding, void* user);

/* ---- Results -------------------------------------------------------------------------------------------- */

typedef struct pidun_location {
  uint32_t struct_size; /* set by the caller */
  uint32_t reserved;
  uint64_t line;          /* 1-based; lines end with \n */
  uint64_t column;        /* 1-based, in bytes of the input */
  uint64_t column_points; /* 1-based, in code points */
  uint64_t column_utf16;  /* 1-based, in UTF-16 units */
} pidun_location;

PIDUN_API size_t pidun_results_count(const pidun_results* results);
PIDUN_API const pidun_finding* pidun_results_data(const pidun_results* results);
PIDUN_API uint32_t pidun_results_incomplete(const pidun_results* results); /* PIDUN_INCOMPLETE_* bits */
PIDUN_API uint64_t pidun_results_bytes(const pidun_results* results);      /* examined by the last call */
/* Bytes (in UTF-16, units) that the last call read and that are no text in the charset of their line. They are passed
 * over one at a time and all else is scanned. When a limit stopped the scan, some behind it may be counted. */
PIDUN_API uint64_t pidun_results_invalid_bytes(const pidun_results* results);
/* The n-th reason id of finding i ("check_digit", "label", …); NULL past the last. Static. */
PIDUN_API const char* pidun_results_reason(const pidun_results* results, size_t i, size_t n);
/* The n-th encoding undone to see finding i, outermost first; NULL past the last. Static. */
PIDUN_API const char* pidun_results_chain(const pidun_results* results, size_t i, size_t n);
/* Masked evidence, UTF-8, NUL-terminated: "1101**********123X". Empty with PIDUN_SCAN_NO_EVIDENCE. */
PIDUN_API const char* pidun_results_evidence(const pidun_results* results, size_t i);
/* Kind of the strongest reading that lost to finding i; 0 if there was none. */
PIDUN_API uint16_t pidun_results_also(const pidun_results* results, size_t i);
PIDUN_API pidun_status pidun_results_location(const pidun_results* results, size_t i, pidun_location* out);

/* Keyed fingerprint of finding i: the same for a value however it is written, and worth nothing without the key.
 * PIDUN_E_STATE if there is none: no key was given, or the value was masked or rounded in the input. */
PIDUN_API pidun_status pidun_results_fingerprint(const pidun_results* results, size_t i, uint8_t out[16]);
/* Index of the entry of the suppressions that covers finding i; -1 if none does. */
PIDUN_API int32_t pidun_results_suppression(const pidun_results* results, size_t i);

/* ---- Columns: with PIDUN_SCAN_COLUMNS, what each column or key of the input holds --------------------------- */

enum { PIDUN_COLUMN_KINDS = 4 };

typedef struct pidun_column { /* 96 bytes, frozen */
  uint32_t struct_size;       /* set by the caller */
  uint32_t slice;             /* index in pidun_scan_batch; else 0 */
  uint32_t index;             /* in its row, from 0; of keys and HL7 fields: in the order they first came */
  uint32_t kind_count;        /* of kinds and hits */
  const char* name; /* from the header or key, UTF-8, at most 128 bytes; "" if there is none. Lives as the results do */
  uint64_t cells;   /* values that begin in what was scanned, without those of a header */
  uint64_t filled;  /* of these, those that are not blank */
  uint64_t hits[PIDUN_COLUMN_KINDS];  /* cells with a finding of this kind, */
  uint16_t kinds[PIDUN_COLUMN_KINDS]; /* those of most cells first; 0 past kind_count */
  uint64_t reserved[2];               /* 0 */
} pidun_column;

/* Delimited, fixed and dashed rows have columns by index; dumps, HTML tables and HL7 by table and place; JSON, XML,
 * pairs and forms by the name of the key, wherever it stands. Lines and chats have none. At most 16384 an input; which
 * are counted of more is not told. After a batch: those of all slices. After pidun_stream_feed: the counts so far.
 * As with findings, any cutting and any number of threads give the same. */
PIDUN_API size_t pidun_results_column_count(const pidun_results* results);
PIDUN_API pidun_status pidun_results_column(const pidun_results* results, size_t i, pidun_column* out);
/* Of the last input that was scanned with PIDUN_SCAN_COLUMNS: what it was read as (PIDUN_FORMAT_*, AUTO if there is
 * none), and its rows; of JSON, XML and HTML, the objects of the outermost depth that has several. */
PIDUN_API uint32_t pidun_results_format(const pidun_results* results);
PIDUN_API uint64_t pidun_results_rows(const pidun_results* results);

/* ---- Pictures ---------------------------------------------------------------------------------------------- */

typedef struct pidun_images {
  uint32_t struct_size; /* set by the caller */
  uint32_t reserved;
  uint64_t seen;        /* pictures: as they are, in base64 or in hex */
  uint64_t face_signed; /* of these, those whose metadata tag a face, or whose label says so */
  uint64_t unread;      /* the others: nobody looked at their pixels */
  uint64_t camera;      /* whose metadata name a camera or the time of the exposure */
} pidun_images;

/* Of the last call; after a batch: of all slices; after pidun_stream_feed: the counts so far. A picture counts as seen
 * where it begins, and as the rest where it ends. Any cutting and any number of threads give the same. */
PIDUN_API pidun_status pidun_results_images(const pidun_results* results, pidun_images* out);

/* ---- Records: with PIDUN_SCAN_RECORDS, who the findings are about ------------------------------------------ */

enum { PIDUN_OUTCOME_VALID = 0, PIDUN_OUTCOME_MASKED = 1, PIDUN_OUTCOME_INVALID = 2 };
enum { /* why an invalid record is none */
       PIDUN_INVALID_NONE = 0,
       PIDUN_INVALID_CHECKSUM = 1,
       PIDUN_INVALID_IMPOSSIBLE_DATE = 2,
       PIDUN_INVALID_TEST_VALUE = 3,
       PIDUN_INVALID_EQUAL_DIGITS = 4,
       PIDUN_INVALID_NO_IDENTITY = 5, /* nothing in it identifies anybody */
       PIDUN_INVALID_HEADER = 6       /* the row says the header again */
};
PIDUN_API const char* pidun_invalid_name(uint32_t reason); /* "checksum", …; NULL if unknown */

enum {                                   /* pidun_record.flags */
       PIDUN_RECORD_SENSITIVE = 1u,      /* holds what PIPL art. 28 names */
       PIDUN_RECORD_FIX = 2u,            /* a position of somebody */
       PIDUN_RECORD_EVENT = 4u,          /* of an event: other events of the same person are other records */
       PIDUN_RECORD_CREDENTIAL_SET = 8u, /* account or card with its secret */
       PIDUN_RECORD_SPECIAL_DISEASE = 16u,
       PIDUN_RECORD_MINOR = 32u
};

typedef struct pidun_record { /* 64 bytes, frozen */
  uint32_t struct_size;       /* set by the caller */
  uint32_t slice;             /* index in pidun_scan_batch; else 0 */
  uint64_t begin, end;        /* from its first to its last field, bytes of the input */
  uint32_t outcome;           /* PIDUN_OUTCOME_* */
  uint32_t reason;            /* PIDUN_INVALID_*; 0 unless it is invalid */
  uint32_t flags;             /* PIDUN_RECORD_* */
  uint32_t tier;              /* 50, 500, 5000 of its most sensitive field, raised by what stands together; 0 = none */
  uint32_t dropped_values;    /* values that failed beside an identity */
  uint32_t field_count;
  uint64_t reserved[2]; /* 0 */
} pidun_record;

typedef struct pidun_record_field { /* 32 bytes, frozen */
  uint32_t struct_size;             /* set by the caller */
  uint16_t kind;
  uint16_t tier; /* of the value alone */
  uint64_t begin, end;
  uint64_t reserved; /* 0 */
} pidun_record_field;

/* A record is the fields of one person in one row, object or message; one row may be several, or only a part of one.
 * In the order in which they end. As with findings, any cutting and any number of threads give the same; after
 * pidun_stream_feed: those that ended so far. */
PIDUN_API size_t pidun_results_record_count(const pidun_results* results);
PIDUN_API pidun_status pidun_results_record(const pidun_results* results, size_t i, pidun_record* out);
PIDUN_API pidun_status pidun_results_record_field(const pidun_results* results, size_t i, size_t field,
                                                  pidun_record_field* out);

/* ---- Tallies: how many records, of how many people, of which tier, given to whom ----------------------------- */

/* A tally holds keyed prints and sums, never a value: it can be stored, and tallies of one key can be put together in
 * any order. It is exact to hundreds of millions of records: what memory_cap does not hold is kept in files without a
 * name. One thread at a time; the calls may start threads of their own. */
enum {                               /* flags */
       PIDUN_TALLY_ACQUIRED = 1u,    /* records are only acquired, given to nobody */
       PIDUN_TALLY_MERGE_FIELDS = 2u /* fields of different rows of one identity raise its tier together */
};

typedef struct pidun_tally_options {
  uint32_t struct_size;
  uint32_t flags;           /* PIDUN_TALLY_* */
  const void* key;          /* 16 secret bytes, copied; NULL = a random key: then it merges with no other tally */
  uint32_t key_length;      /* 16, or 0 without a key */
  uint32_t sample_size;     /* records of a uniform sample; 0 = none, at most 100000 */
  uint64_t seed;            /* of the sample */
  uint64_t memory_cap;      /* bytes; 0 = 1 GiB */
  const char* spill_folder; /* NULL = $TMPDIR or /var/tmp */
  const char* recipient;    /* to whom the records go, kept as a print; NULL = one that has no name */
  uint32_t threads;         /* for adding; 0 = 1 */
  uint32_t reserved;        /* 0 */
  const char* join;         /* columns or keys, parted by commas: a row without identity is of whom the only identity of
                               another row with the same value there names; NULL = rows are joined by nothing */
} pidun_tally_options;
#define PIDUN_TALLY_OPTIONS_INIT \
  { sizeof(pidun_tally_options), 0, NULL, 0, 0, 0, 0, NULL, NULL, 0, 0, NULL }

PIDUN_API pidun_status pidun_tally_new(const pidun_engine* engine, const pidun_tally_options* options,
                                       pidun_tally** out, pidun_error* error);
PIDUN_API void pidun_tally_free(pidun_tally* tally); /* wipes it */
/* Adds the records of the last call that filled `results`, whose options named this tally. `source` is where they came
 * from, for the sample; NULL = "". Each result is to be added once. */
PIDUN_API pidun_status pidun_tally_add(pidun_tally* tally, const pidun_results* results, const char* source,
                                       pidun_error* error);
/* Moves all of `from` into `into`; `from` is empty then. PIDUN_E_TALLY if they are not of one key and seed, or one
 * joins rows or merges fields and the other does not. */
PIDUN_API pidun_status pidun_tally_merge(pidun_tally* into, pidun_tally* from, pidun_error* error);

/* A tally as a file: written beside its place and renamed, so that there is the old one, the new one or none. The file
 * holds no value; what it says of sources is their paths. */
PIDUN_API pidun_status pidun_tally_save(const pidun_tally* tally, const char* path, uint32_t threads,
                                        pidun_error* error);
/* Has no key: it can be counted and merged into another. Of the options only memory_cap and spill_folder count. */
PIDUN_API pidun_status pidun_tally_open(const pidun_engine* engine, const char* path,
                                        const pidun_tally_options* options, pidun_tally** out, pidun_error* error);

/* What PIDUN_COUNT_* and the fields mean: facts/counting.md of the project, D1 to D12. raw == invalid + masked_rows +
 * duplicates + unique. */
enum { PIDUN_COUNT_LINK = 1u /* flags: also count records of one person and event as one */ };
typedef struct pidun_counts {
  uint32_t struct_size; /* set by the caller */
  uint32_t flags;       /* PIDUN_COUNT_*, as asked for */
  uint64_t raw, invalid, masked_rows, duplicates, unique;
  uint64_t counted;            /* record and recipient pairs */
  uint64_t counted_by_tier[3]; /* of tier 50, 500, 5000 */
  uint64_t masked_lower, masked_upper;
  uint64_t recipients, persons, sensitive_persons;
  uint64_t content_changed, dropped_values, fixes;
  uint64_t unlinked_by_tier[3];
  uint64_t merged_records; /* with PIDUN_COUNT_LINK */
  uint64_t linked_by_tier[3];
  uint64_t joined_rows;         /* with a join: rows without identity that got one */
  uint64_t ambiguous_join_rows; /* that stayed nobody's, for their value stands with two identities */
  uint64_t reserved[2];         /* 0 */
} pidun_counts;
PIDUN_API pidun_status pidun_tally_count(const pidun_tally* tally, uint32_t flags, uint32_t threads, pidun_counts* out,
                                         pidun_error* error);

/* How much of one tally is in another: did this dump come from our export? Both are of one key. */
typedef struct pidun_overlap {
  uint32_t struct_size; /* set by the caller */
  uint32_t reserved;
  uint64_t records_a, records_b, records_both; /* unique records, of one identity and event */
  uint64_t persons_a, persons_b;
  uint64_t persons_both; /* what both know of a person counts: the ID number here, mobile and name there */
} pidun_overlap;
PIDUN_API pidun_status pidun_tally_compare(const pidun_tally* a, const pidun_tally* b, uint32_t threads,
                                           pidun_overlap* out, pidun_error* error);

enum { PIDUN_ROLE_INDIVIDUAL = 0, PIDUN_ROLE_INSIDER = 1, PIDUN_ROLE_OPERATOR = 2 };
enum { /* pidun_verdict_options.facts: what the user says happened */
       PIDUN_FACT_USED_IN_CRIME = 1u,
       PIDUN_FACT_BUYER_KNOWN = 2u,
       PIDUN_FACT_SERIOUS_HARM = 4u,
       PIDUN_FACT_PRIOR_2Y = 8u
};
enum {                                   /* pidun_verdict_options.flags */
       PIDUN_VERDICT_LINK = 1u,          /* count after records of one person and event are one */
       PIDUN_VERDICT_IGNORE_MASKED = 2u, /* a masked value is the remedy, not counted */
       PIDUN_VERDICT_ASSUME_SOLD = 4u,   /* the price makes proceeds */
       PIDUN_VERDICT_ABROAD = 8u,        /* the recipient is abroad */
       PIDUN_VERDICT_INCOMPLETE = 16u,   /* part of the input was not examined */
       PIDUN_VERDICT_HAS_PROCEEDS = 32u  /* proceeds_fen counts, even if it is 0 */
};
typedef struct pidun_verdict_options {
  uint32_t struct_size;
  uint32_t flags;   /* PIDUN_VERDICT_* */
  uint32_t role;    /* PIDUN_ROLE_* */
  uint32_t facts;   /* PIDUN_FACT_* */
  uint32_t as_of;   /* told in the result, YYYYMMDD; 0 = not told */
  uint32_t threads; /* 0 = 1 */
  int64_t proceeds_fen;
  int64_t price_low_fen, price_high_fen; /* of one record; 0, 0 = none */
  const char* profile;     /* of the lines: "default", "strict", "lenient" or one of policy_text; NULL = "default" */
  const char* policy_text; /* TOML over patterns/policy.toml; NULL = none */
  size_t policy_length;
  const char* case_text; /* TOML of a case profile beside the built-in ones; NULL = none */
  size_t case_length;
  uint64_t checked, confirmed; /* of the sample, by people: share and interval are told, and never scale a count */
} pidun_verdict_options;
#define PIDUN_VERDICT_OPTIONS_INIT \
  { sizeof(pidun_verdict_options), 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, 0, NULL, 0, 0, 0 }

/* The counts held against the listed numbers: UTF-8 JSON by preflight as pidun_explain(), with the keys of
 * docs/counting.md. It compares numbers only; nothing in it says that any law was broken. PIDUN_E_ARGUMENT with *error
 * where options contradict each other, PIDUN_E_RULES where policy_text is at fault. */
PIDUN_API pidun_status pidun_tally_verdict(const pidun_tally* tally, const pidun_verdict_options* options, char* buffer,
                                           size_t capacity, size_t* needed, pidun_error* error);

/* ---- Streams: one input, fed in chunks of any size ------------------------------------------------------- */

/* The findings of all calls, joined, are those of one pidun_scan of all chunks, joined, however it is cut.
 * Each call replaces the results by the findings that became certain; memory is bounded whatever the length.
 * A stream that is freed without finish gives up what it held back. */
PIDUN_API pidun_status pidun_stream_open(const pidun_engine* engine, const pidun_scan_options* options,
                                         pidun_stream** out);
PIDUN_API pidun_status pidun_stream_feed(pidun_stream* stream, pidun_scratch* scratch, const void* data, size_t length,
                                         pidun_results* results);
PIDUN_API pidun_status pidun_stream_finish(pidun_stream* stream, pidun_scratch* scratch, pidun_results* results);
PIDUN_API void pidun_stream_free(pidun_stream* stream);

/* ---- Explaining ------------------------------------------------------------------------------------------ */

/* The full account of one value, losing readings and near misses too, as UTF-8 JSON, NUL-terminated.
 * label may be NULL. *needed gets the size with the NUL; PIDUN_E_SPACE if capacity is less (buffer may then
 * be NULL). The value itself is not repeated, only its masked form. At most 1024 bytes of value. */
PIDUN_API pidun_status pidun_explain(pidun_scratch* scratch, const void* value, size_t length, const char* label,
                                     char* buffer, size_t capacity, size_t* needed);

/* ---- Offsets in other units ------------------------------------------------------------------------------ */

/* Turns ascending byte offsets into code points and UTF-16 units, in one pass. Either output may be NULL.
 * Bytes that continue a UTF-8 sequence count nothing: exact for valid UTF-8, defined for any bytes.
 * PIDUN_E_ARGUMENT if the offsets descend or pass length. */
PIDUN_API pidun_status pidun_convert_offsets(const void* text, size_t length, const uint64_t* offsets, size_t count,
                                             uint64_t* points, uint64_t* utf16);

#ifdef __cplusplus
}
#endif
#endif /* PIDUN_PIDUN_H */
