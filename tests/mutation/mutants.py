"""What is dropped, one thing at a time, from the detectors of the built-in rules of shape `number`.

A change is a list of (file under lib/, what stands there, what shall stand there), and the rules whose own examples
must notice. Example: MUTANTS["any month"]. Used by run_mutants.py.
"""

LONG, SHORT, PERMIT = "resident_id_number", "resident_id_number_short", "hmt_residence_permit_number"
FOREIGN, OLD = "foreign_permanent_resident_id", "foreign_permanent_resident_id_old"
MOBILE, CARD, COMPANY, EMAIL = "mobile_number", "bank_card_number", "company_code", "email_address"
EIGHTEEN = [LONG, PERMIT, FOREIGN]
DATED = [*EIGHTEEN, SHORT, OLD]
NUMBERS = [*DATED, MOBILE, CARD]

DETECT, NUMBER, CANDIDATE = "detect/detect.cpp", "detect/number.cpp", "detect/candidate.cpp"
RESIDENT, FOREIGNER = "detect/resident_id.cpp", "detect/foreign_resident_id.cpp"
PHONE, BANK, CODE, MAIL = "detect/mobile.cpp", "detect/bank_card.cpp", "detect/company_code.cpp", "detect/email.cpp"
CHARACTERS, CALENDAR, CODE_CHECK = "detect/checks/eighteen.h", "detect/checks/calendar.h", "detect/checks/company_code.cpp"

# The quick looks say a second time what detectors say: without them the detectors alone decide.
NO_GLANCE = [
    (DETECT, "if (!thorough && !worth_reading(window, anchor)) {", "(void)worth_reading; if (false) {"),
    (DETECT, "if ((detector.firsts & first) == 0) continue;", "(void)first;"),
    (DETECT, "detector.possible == nullptr || thorough || detector.possible(text)", "true"),
]


def lengths(detector, said, instead):
    return [(DETECT, "{%s, %s," % (detector, said), "{%s, %s," % (detector, instead)), *NO_GLANCE]


READ_RUN = "Number number = read_run(window, anchor);"
LAST_DIGIT = "NumberAnchor part = anchor; --part.length; Number less = read_run(window, part); " \
             "read_number(context, less, thorough, out); " + READ_RUN
FIRST_DIGIT = LAST_DIGIT.replace("--part.length;", "--part.length; ++part.begin;")
PLAUSIBLE = (CHARACTERS, "return (first == '1' && (second == '9' || second == '8')) || (first == '2' && second == '0');",
             "return first != second || first == second;")
RESIDENT_DATE = "const bool real = date && is_birth_year(date->year);"
BEFORE = "number.before = judge_before(context, number.span.begin, number);"
BEHIND = "number.behind = judge_behind(context, end);"
LETTER_CHECK = "number.check_x = (behind == 'X' || behind == 'x')"
GLUED = "if (number.before == Side::glued && number.glued_label == Label::none && !candidate.thorough()) return;"

MUTANTS = {
    # Check digits and dates of what is built as GB 11643.
    "check digit": ([(CHARACTERS, "return mod_11_2_valid(text_);", "return true;")], EIGHTEEN),
    "no date": ([(RESIDENT, RESIDENT_DATE, "const bool real = true;"), PLAUSIBLE], [LONG, PERMIT]),
    "no date of a foreigner": ([(FOREIGNER, RESIDENT_DATE, "const bool real = true;"), PLAUSIBLE], [FOREIGN]),
    "any year": ([(CHARACTERS, "return year >= 1850 && year <= 2049;", "return year >= 1;"), PLAUSIBLE, *NO_GLANCE],
                 EIGHTEEN),
    "31 days in every month": ([(CALENDAR, "return day <= kDays[static_cast<size_t>(month - 1)] + leap_day;",
                                 "return day <= 31 + 0 * (leap_day + kDays[0]);")], DATED),
    "any month": ([(CALENDAR, "month < 1 || month > 12 ||", "month < 1 ||"),
                   (CALENDAR, "kDays[static_cast<size_t>(month - 1)]", "kDays[static_cast<size_t>((month - 1) % 12)]")],
                  DATED),
    "month and day 00": ([(CALENDAR, "month < 1 || month > 12 || day < 1", "month > 12"),
                          (CALENDAR, "kDays[static_cast<size_t>(month - 1)]", "kDays[static_cast<size_t>((month + 11) % 12)]")],
                         DATED),
    "29 February every year": ([(CALENDAR, "month == 2 && is_leap_year(year)", "month == 2")], DATED),
    "29 February never": ([(CALENDAR, "month == 2 && is_leap_year(year)", "month == 13")], DATED),
    "any date of the short form": ([(RESIDENT, "if (!date && !candidate.thorough()) return;", ""),
                                    (RESIDENT, "evidence.add(date ? Reason::short_date : Reason::impossible_date);",
                                     "evidence.add(Reason::short_date);")], [SHORT]),
    "any date of the old form": ([(FOREIGNER, "if (!candidate.thorough() && !date) return;", ""),
                                  (FOREIGNER, "evidence.add(date ? Reason::short_date : Reason::impossible_date);",
                                   "evidence.add(Reason::short_date);")], [OLD]),
    # Classes of characters.
    "any region": ([(RESIDENT, "switch (match) {", "(void)match; switch (RegionMatch::listed) {")], [SHORT]),
    "any 8 a permit": ([(RESIDENT, 'return region == "810000" || region == "820000" || region == "830000";',
                         "return region[0] == '8';")], [PERMIT]),
    "any county of 81, 82, 83": ([(RESIDENT, 'return region == "810000" || region == "820000" || region == "830000";',
                                   'return region[0] == \'8\' && region[1] >= \'1\' && region[1] <= \'3\';')], [PERMIT]),
    "81 alone a permit": ([(RESIDENT, '|| region == "820000" || region == "830000"', "")], [PERMIT]),
    "no permits": ([(RESIDENT, "const Kind kind = is_permit(region)", "(void)is_permit; const Kind kind = false")],
                   [PERMIT, LONG]),
    "any letter as check": ([(NUMBER, LETTER_CHECK, "number.check_x = is_letter(behind)")], EIGHTEEN),
    "no letter as check": ([(NUMBER, LETTER_CHECK, "number.check_x = false")], EIGHTEEN),
    "no small x": ([(NUMBER, LETTER_CHECK, "number.check_x = behind == 'X'")], EIGHTEEN),
    "an x behind 15 digits": ([(RESIDENT, "!number.check_x && !number.grouped()) read_short", "!number.grouped()) read_short"),
                               *NO_GLANCE], [SHORT]),
    "an x behind a card": ([(BANK, " || number.check_x) return;", ") return;"),], [CARD]),
    "any first digit of a foreigner": ([(FOREIGNER, "number.grouped() || number.digits()[0] != '9'", "number.grouped()"),
                                        *NO_GLANCE], [FOREIGN]),
    "any nation": ([(FOREIGNER, "numeric_known(eighteen.substr(3, 3))", "true")], [FOREIGN]),
    "any province of a foreigner": ([(FOREIGNER, "is_province(eighteen.substr(1, 2))", "true")], [FOREIGN]),
    "any letters of a nation": ([(FOREIGNER, "alpha3_known(letters)", "true")], [OLD]),
    "any province of the old form": ([(FOREIGNER, "is_province(number.digits().substr(0, 2))", "true")], [OLD]),
    "small letters of a nation": ([(FOREIGNER, "if (!is_upper(c)) return;", "if (!is_letter(c)) return;"), *NO_GLANCE],
                                  [OLD]),
    "any characters for a nation": ([(FOREIGNER, "if (!is_upper(c)) return;", "(void)c;"), *NO_GLANCE], [OLD]),
    "any first digit of a mobile": ([(PHONE, "digits[0] == '1' && digits[1] >= '3'", "digits[1] >= '3'"), *NO_GLANCE],
                                    [MOBILE]),
    "any second digit of a mobile": ([(PHONE, "digits[0] == '1' && digits[1] >= '3'", "digits[0] == '1'")], [MOBILE]),
    "no 19 as a mobile": ([(PHONE, "digits[1] >= '3'", "digits[1] >= '3' && digits[1] < '9'")], [MOBILE]),
    "any country code inside": ([(PHONE, 'digits.size() == 13 && digits.substr(0, 2) == "86"', "digits.size() == 13"),
                                 *NO_GLANCE], [MOBILE]),
    "any long country code inside": ([(PHONE, 'digits.size() == 15 && digits.substr(0, 4) == "0086"', "digits.size() == 15"),
                                      *NO_GLANCE], [MOBILE]),
    "no country code inside": ([(PHONE, "return 2;", "return 0;")], [MOBILE]),
    "no long country code inside": ([(PHONE, "return 4;", "return 0;")], [MOBILE]),
    "any two digits before": ([(PHONE, "if (before(at) != '6' || at < 2 || window.at(at - 2) != '8') return begin;",
                                "if (at < 2 || !is_digit(before(at)) || !is_digit(window.at(at - 2))) return begin;")], [MOBILE]),
    "no country code before": ([(PHONE, "const bool country = begin != number.span.begin;",
                                 "const bool country = false; (void)begin;")], [MOBILE]),
    "no border of a country code": ([(PHONE, "return !is_alnum(before(at)) && before(at) != '.' && before(at) != '-' ? at : begin;",
                                      "return at;")], [MOBILE]),
    "another country's prefix": ([(PHONE, "evidence.add_if(!country && candidate.number().plus, Reason::foreign_prefix);", "")],
                                 [MOBILE]),
    "an x behind a mobile": ([(PHONE, "if (number.check_x || !grouping_fits(number)) return;",
                               "if (!grouping_fits(number)) return;")], [MOBILE]),
    # Checks and tables of cards and companies.
    "Luhn": ([(BANK, "const bool luhn = luhn_valid(digits);", "const bool luhn = true;")], [CARD]),
    "any issuer": ([(BANK, "if (bin.known && bin.length_matches) return {true, false};", "return {true, false};"), *NO_GLANCE],
                   [CARD]),
    "any length of an issuer": ([(BANK, "bin.known && bin.length_matches", "bin.known"), *NO_GLANCE], [CARD]),
    "any scheme": ([(BANK, "if (!listed && !in_scheme && !candidate.thorough()) return;", ""),
                    (BANK, "evidence.add_if(!listed && in_scheme, Reason::card_scheme);",
                     "evidence.add_if(!listed, Reason::card_scheme);"), *NO_GLANCE], [CARD]),
    "no schemes": ([(BANK, "(scheme.scheme != CardScheme::none && scheme.length_lawful)", "false")], [CARD]),
    "check of a company": ([(CODE, "const bool check = company_code_valid(code);", "const bool check = true;")], [COMPANY]),
    "any province of a company": ([(CODE, "const bool placed = is_placed(code);", "const bool placed = true;"), *NO_GLANCE],
                                  [COMPANY]),
    "any department": ([(CODE_CHECK, "kDepartments.find(code[0]) != kDepartments.npos &&", "")], [COMPANY]),
    "any category": ([(CODE_CHECK, "kCategories.find(code[1]) != kCategories.npos &&", ""), *NO_GLANCE], [COMPANY]),
    "all capitals": ([(CODE_CHECK, '"0123456789ABCDEFGHJKLMNPQRTUWXY"', '"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"')],
                     [COMPANY]),
    "any region digits": ([(CODE_CHECK, "all_digits(code.substr(2, 6)) &&", "")], [COMPANY]),
    "small letters of a company": ([(CODE, "(is_digit(context.at(end)) || is_upper(context.at(end)))", "is_alnum(context.at(end))"),
                                    (CODE_CHECK, "constexpr uint8_t value_of(char c) {",
                                     "constexpr uint8_t value_of(char c) { if (is_letter(c)) c = static_cast<char>(c & 0x5f);"),
                                    (CODE, "const bool check = company_code_valid(code);", "const bool check = true;"),
                                    *NO_GLANCE], [COMPANY]),
    # Borders.
    "a digit behind": ([(DETECT, READ_RUN, LAST_DIGIT), (NUMBER, "if (is_alnum(behind)) return Side::token;",
                                                        "if (is_letter(behind)) return Side::token;"), *NO_GLANCE], NUMBERS),
    "a digit before": ([(DETECT, READ_RUN, FIRST_DIGIT),
                        (NUMBER, "return is_digit(before) ? Side::token : Side::clean;", "return Side::clean;"), *NO_GLANCE],
                       [*EIGHTEEN, SHORT, MOBILE, CARD]),
    "a letter behind": ([(NUMBER, "if (is_alnum(behind)) return Side::token;", "if (is_digit(behind)) return Side::token;"),
                         *NO_GLANCE], NUMBERS),
    "anything before": ([(NUMBER, BEFORE, BEFORE + " if (number.before == Side::token) number.before = Side::clean;"),
                         (NUMBER, "if (is_alnum(outside) && !(is_digit(outside) && is_label_between(context, word))) return Side::token;", "(void)is_label_between;")], [*EIGHTEEN, SHORT, MOBILE, CARD]),
    "anything behind": ([(NUMBER, BEHIND, BEHIND + " number.behind = Side::clean;"), *NO_GLANCE], NUMBERS),
    "a decimal point before": ([(NUMBER, "return is_digit(further) ? Side::token : Side::clean;\n    case '-'",
                                 "return Side::clean;\n    case '-'")], [*EIGHTEEN, SHORT, MOBILE, CARD]),
    "a decimal point behind": ([(NUMBER, "if (behind == '.') return is_digit(further) ? Side::token : Side::clean;", "")],
                               NUMBERS),
    "an @ behind": ([(NUMBER, "if (behind == '@') return is_alnum(further) ? Side::token : Side::clean;", "")], [MOBILE]),
    "a dash on either side": ([(CANDIDATE, "(number_->before == Side::dashed || number_->behind == Side::dashed)", "false")],
                              [MOBILE, CARD]),
    "letters before a nation": ([(FOREIGNER, "if (begin > 0 && is_alnum(candidate.context().at(begin - 1))) return;", "")],
                                [OLD]),
    "a word before a card": ([(BANK, GLUED, ""), (CANDIDATE, "evidence.add_if(number_->before == Side::glued && "
                              "number_->glued_label == Label::none, Reason::glued_word);", "")], [CARD]),
    "a word before a mobile": ([(PHONE, GLUED, ""), (CANDIDATE, "evidence.add_if(number_->before == Side::glued && "
                                "number_->glued_label == Label::none, Reason::glued_word);", "")], [MOBILE]),
    "a letter or digit before a company": ([(CODE, "if (begin > 0 && is_alnum(context.at(begin - 1))) return {};", ""),
                                            *NO_GLANCE], [COMPANY]),
    "a letter or digit behind a company": ([(CODE, "while (end - begin <= kLength &&", "while (end - begin < kLength &&"),
                                            (CODE, "end - begin != kLength || is_alnum(context.at(end))", "end - begin != kLength"),
                                            *NO_GLANCE], [COMPANY]),
    "a small letter behind a company": ([(CODE, "end - begin != kLength || is_alnum(context.at(end))",
                                          "end - begin != kLength"), *NO_GLANCE], [COMPANY]),
    # Lengths and groups.
    "seventeen digits": ([(CHARACTERS, "if (number.count != 17 || !number.check_x) return false;",
                           "if (number.count != 17) return false;"), *NO_GLANCE,
                          (CHARACTERS, "bool check() const { return mod_11_2_valid(text_); }", "bool check() const { return true; }")],
                         EIGHTEEN),
    "fourteen digits": ([*lengths("read_resident_id", "lengths(15, 15) | lengths(17, 18)", "lengths(14, 18)"),
                         (RESIDENT, "number.count == 15 && !number.check_x", "number.count == 14"),
                         (RESIDENT, "digits.substr(6, 6)", "\"620927\"")], [SHORT]),
    "eleven digits of the old form": (lengths("read_old_foreign_id", "lengths(12, 12)", "lengths(11, 12)"), [OLD]),
    "two letters of a nation": ([(FOREIGNER, "number.span.begin - 3", "number.span.begin - 2"),
                                 (FOREIGNER, "letters.size() != 3", "letters.size() != 2"), *NO_GLANCE], [OLD]),
    "ten digits of a mobile": ([(PHONE, "digits.size() == 11 && digits[0]", "digits.size() >= 10 && digits.size() <= 11 && digits[0]"),
                                *lengths("read_mobile", "lengths(11, 11) | lengths(13, 13) | lengths(15, 15)", "lengths(10, 15)")],
                               [MOBILE]),
    "twelve digits of a mobile": ([(PHONE, "digits.size() == 11 && digits[0]", "digits.size() >= 11 && digits.size() <= 12 && digits[0]"),
                                   *lengths("read_mobile", "lengths(11, 11) | lengths(13, 13) | lengths(15, 15)", "lengths(10, 15)")],
                                  [MOBILE]),
    "twelve digits of a card": ([(BANK, "number.count < 13", "number.count < 12"), (BANK, "scheme.length_lawful", "true"),
                                 (BANK, "bin.known && bin.length_matches", "bin.known"),
                                 *lengths("read_bank_card", "lengths(13, 19)", "lengths(12, 19)")], [CARD]),
    "eighteen digits of a card at most": ([(BANK, "number.count > 19", "number.count > 18")], [CARD]),
    "sixteen digits of a card at least": ([(BANK, "number.count < 13", "number.count < 16")], [CARD]),
    "seventeen characters of a company": ([(CODE, "constexpr uint64_t kLength = 18;", "constexpr uint64_t kLength = 17;"),
                                           (CODE_CHECK, "code.size() == 18 &&", ""),
                                           (CODE, "const bool check = company_code_valid(code);", "const bool check = true;"),
                                           *NO_GLANCE], [COMPANY]),
    "any groups of an ID": ([(RESIDENT, "if (!grouping_fits(number)) return;", "(void)grouping_fits;")], [LONG, PERMIT]),
    "no groups of an ID": ([(RESIDENT, "if (!number.grouped() || number.apart) return true;", "return !number.grouped();")], [LONG, PERMIT]),
    "groups of the short form": ([(RESIDENT, "!number.check_x && !number.grouped()) read_short", "!number.check_x) read_short"),
                                  (RESIDENT, "if (!grouping_fits(number)) return;", "(void)grouping_fits;")], [SHORT]),
    "groups of a foreigner": ([(FOREIGNER, "number.grouped() || number.digits()[0] != '9'", "number.digits()[0] != '9'")],
                              [FOREIGN]),
    "any groups of a mobile": ([(PHONE, "number.check_x || !grouping_fits(number)", "number.check_x")], [MOBILE]),
    "no groups of a mobile": ([(PHONE, "if (!number.grouped() || number.apart) return true;", "return !number.grouped();")], [MOBILE]),
    "any groups of a card": ([(BANK, "if (number.grouped() && !number.apart && !grouping_fits(number)) return;", "(void)grouping_fits;")], [CARD]),
    "no groups of a card": ([(BANK, "if (number.grouped() && !number.apart && !grouping_fits(number)) return;", "(void)grouping_fits; if (number.grouped()) return;")],
                            [CARD]),
    "groups that go on": ([(DETECT, "|| groups_go_on(context.window(), number)", "")], [MOBILE, CARD, LONG]),
    # What labels and kinds say against a value.
    "labels of other things": ([(CANDIDATE, "evidence.add(is_negative(label) ? Reason::negative_label : Reason::other_label);",
                                 "return false;")], [MOBILE, CARD]),
    "labels": ([(CANDIDATE, "if (names_kind(label, kind)) {", "if (false) {")], [SHORT, OLD, CARD]),
    # E-mail addresses.
    "nothing before the @": ([(MAIL, "if (at == 0 || !is_alnum", "if (!is_alnum"),
                              (MAIL, "if (begin == at) return;", "")], [EMAIL]),
    "a dot before the @": ([(MAIL, " || context.at(at - 1) == '.') return;", ") return;")], [EMAIL]),
    "anything behind the @": ([(MAIL, "!is_alnum(context.at(at + 1)) ||", ""),
                               (MAIL, "if (end == label || context.at(label) == '-') break;", "if (end == label) { ++at; continue; }")],
                              [EMAIL]),
    "a dash behind the @": ([(MAIL, "!is_alnum(context.at(at + 1)) ||", ""), (MAIL, " || context.at(label) == '-') break;", ") break;")],
                            [EMAIL]),
    "65 characters before the @": ([(MAIL, "kLongestLocal = 64", "kLongestLocal = 65")], [EMAIL]),
    "a cut local part": ([(MAIL, "if (begin > 0 && (is_local(context.at(begin - 1)) || context.at(begin - 1) == '@')) return at;", "")],
                         [EMAIL]),
    "an @ before": ([(MAIL, " || context.at(begin - 1) == '@')) return at;", ")) return at;")], [EMAIL]),
    "an @ behind an address": ([(MAIL, "domain.labels < 2 || context.at(domain.end) == '@'", "domain.labels < 2")], [EMAIL]),
    "fields of a form": ([(MAIL, "if (c == '&' || c == '\\'') return i + 1;", "")], [EMAIL]),
    "escapes before": ([(MAIL, "if (c == '%') return", "if (c == '\\x01') return")], [EMAIL]),
    "marks at the beginning": ([(MAIL, "while (begin < at && !is_alnum(context.at(begin)) && context.at(begin) != '_') ++begin;", "")],
                               [EMAIL]),
    "one label": ([(MAIL, "domain.labels < 2", "domain.labels < 1")], [EMAIL]),
    "a top level of one letter": ([(MAIL, "top.size() < 2 ||", "")], [EMAIL]),
    "digits in the top level": ([(MAIL, "(!only_letters(top) && !encoded)", "false")], [EMAIL]),
    "no encoded top level": ([(MAIL, "const bool encoded = ", "const bool encoded = false && ")], [EMAIL]),
    "file names": ([(MAIL, "evidence.add_if(is_one_of(top, kFileSuffixes), Reason::file_suffix);", "(void)kFileSuffixes;")],
                   [EMAIL]),
    "no plus": ([(MAIL, " || c == '+'", "")], [EMAIL]),
    "no dash": ([(MAIL, "c == '_' || c == '-' ||", "c == '_' ||")], [EMAIL]),
    "no underline": ([(MAIL, "c == '_' || c == '-' ||", "c == '-' ||")], [EMAIL]),
    "no dot": ([(MAIL, "is_alnum(c) || c == '.' ||", "is_alnum(c) ||")], [EMAIL]),
    "no dash in a domain": ([(MAIL, "while (is_alnum(context.at(at)) || context.at(at) == '-') {",
                              "while (is_alnum(context.at(at))) {")], [EMAIL]),
}
