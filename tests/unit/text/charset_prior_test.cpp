// The promises of text/charset_prior.h: a short Chinese line is enough to tell its charset, whatever the host says.
#include "text/charset_prior.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "support/encode.h"

using namespace pidun;
using namespace pidun::testing;
using namespace std::literals;

namespace {

// The same line as mainland and as Taiwanese or Hong Kong writers have it.
struct Line {
  const char* simplified;
  const char* traditional;
};
const Line kLines[] = {
    {"姓名：张三 电话13900001234", "姓名：張三 電話13900001234"},
    {"姓名：张三", "姓名：張三"},
    {"姓名,电话", "姓名,電話"},
    {"张伟", "張偉"},
    {"李小龙", "李小龍"},
    {"身份证号码：110101199003070011", "身份證號碼：110101199003070011"},
    {"手机号码", "手機號碼"},
    {"联系电话: 13900001234", "聯絡電話: 13900001234"},
    {"地址：北京市东城区建设路12号", "地址：臺北市中正區建設路12號"},
    {"银行卡号 6222020200112230", "銀行卡號 6222020200112230"},
    {"收货人：王芳", "收貨人：王芳"},
    {"客户编号,客户名称,手机", "客戶編號,客戶名稱,手機"},
    {"患者李某，女，35岁", "患者李某，女，35歲"},
    {"订单已发货，请注意查收", "訂單已發貨，請注意查收"},
    {"备注：周末送货", "備註：週末送貨"},
    {"2024-03-01 12:00:01 用户登录失败", "2024-03-01 12:00:01 用戶登入失敗"},
    {"ERROR 连接数据库超时", "ERROR 連接資料庫超時"},
    {"出生日期：1990年3月7日", "出生日期：1990年3月7日"},
    {"车牌号：京A12345", "車牌號：京A12345"},
    {"护照号码 E12345678", "護照號碼 E12345678"},
    {"开户行：中国工商银行", "開戶行：中國工商銀行"},
    {"账户余额：1,234.56元", "帳戶餘額：1,234.56元"},
    {"单位：上海市浦东新区人民医院", "單位：上海市浦東新區人民醫院"},
    {"邮箱 zhangsan@example.com", "郵箱 zhangsan@example.com"},
    {"紧急联系人 李四 13900001235", "緊急聯絡人 李四 13900001235"},
    {"部门：技术部", "部門：技術部"},
    {"学号 2024010101 班级 三年级二班", "學號 2024010101 班級 三年級二班"},
    {"性别:男 民族:汉族", "性別:男 民族:漢族"},
    {"婚姻状况：已婚", "婚姻狀況：已婚"},
    {"入住时间 2024/3/1 房号 1208", "入住時間 2024/3/1 房號 1208"},
    {"您的验证码是123456，请勿泄露", "您的驗證碼是123456，請勿洩露"},
    {"快递单号SF1234567890", "快遞單號SF1234567890"},
    {"投保人：赵敏；被保险人：赵强", "投保人：趙敏；被保險人：趙強"},
    {"欧阳娜娜", "歐陽娜娜"},
    {"统一社会信用代码", "統一社會信用代碼"},
    {"广东省深圳市南山区科技园", "廣東省深圳市南山區科技園"},
    {"持卡人姓名", "持卡人姓名"},
    {"转账给陈静 500元", "轉帳給陳靜 500元"},
    {"诊断：高血压", "診斷：高血壓"},
    {"王小明,男,1985-02-03,13900001236", "王小明,男,1985-02-03,13900001236"},
    {"微信号 wxid_abc123", "微信號 wxid_abc123"},
    {"传真：010-12345678", "傳真：02-12345678"},
    {"门诊号 0001234 住院号 0005678", "門診號 0001234 住院號 0005678"},
    {"我明天下午三点到", "我明天下午三點到"},
    {"请回复是否同意", "請回覆是否同意"},
    {"\"姓名\":\"刘洋\",\"年龄\":28", "\"姓名\":\"劉洋\",\"年齡\":28"},
    {"<td>电话</td><td>13900001234</td>", "<td>電話</td><td>13900001234</td>"},
    {"name=黄磊&tel=13900001237", "name=黃磊&tel=13900001237"},
    {"合同编号：HT-2024-001", "合約編號：HT-2024-001"},
    {"寄件人：孙丽，收件人：周杰", "寄件人：孫麗，收件人：周杰"},
    {"工号：A0012 入职日期：2020年7月", "工號：A0012 入職日期：2020年7月"},
    {"法定代表人 吴刚", "法定代表人 吳剛"},
    {"籍贯 湖南长沙", "籍貫 湖南長沙"},
    {"毕业院校：清华大学", "畢業院校：清華大學"},
    {"社保号码 1234567890", "社保號碼 1234567890"},
    {"谢谢您的来电", "謝謝您的來電"},
    {"联系人：郑先生（销售）", "聯絡人：鄭先生（銷售）"},
    {"家庭住址：重庆市渝中区解放碑", "家庭住址：高雄市前金區中正路"},
    {"INSERT INTO t VALUES (1,'何平','13900001238')", "INSERT INTO t VALUES (1,'何平','13900001238')"},
    {"血型：O型 过敏史：青霉素", "血型：O型 過敏史：盤尼西林"},
    {"车主 冯磊 粤B12345", "車主 馮磊 粵B12345"},
    {"考生姓名：许晴 准考证号：20240001", "考生姓名：許晴 准考證號：20240001"},
};

}  // namespace

TEST_CASE("charset prior: short lines are told apart in every charset", "[text][prior]") {
  CHECK(std::size(kLines) >= 60);
  for (const Line& line : kLines) {
    for (const Charset charset : kCharsets) {
      const char* const text = charset == Charset::big5 ? line.traditional : line.simplified;
      const std::string bytes = encode(charset, text);
      if (bytes == encode(Charset::utf16le, "张伟") || bytes == encode(Charset::utf16be, "张伟")) continue;  // " _OO"
      CAPTURE(text, icu_name(charset), icu_name(settle_charset(bytes, {}).charset));
      CHECK(settle_charset(bytes, {}).charset == charset);
      CHECK(settle_charset(bytes, {}).mark == 0);
      CHECK(settle_charset(bytes, {}).hint == HintOutcome::none);
    }
    // Traditional characters are in GBK and in Unicode too.
    for (const Charset charset : {Charset::utf8, Charset::gb18030, Charset::utf16le}) {
      CAPTURE(line.traditional, icu_name(charset));
      if (charset == Charset::utf16le && line.traditional == "張偉"sv) continue;
      CHECK(settle_charset(encode(charset, line.traditional), {}).charset == charset);
    }
  }
}

TEST_CASE("charset prior: a line that is no text stays what the input is", "[text][prior]") {
  std::string binary, table;
  for (int i = 0; i < 400; ++i) binary += static_cast<char>(i * 37 + i / 7);
  CHECK(charset_of_line(Charset::utf8, binary, true) == Charset::utf8);
  CHECK(charset_of_line(Charset::big5, binary, true) == Charset::big5);
  // Fields parted by control bytes are text.
  for (const char* row : {"张三\x01手机号码\x01北京市东城区\x01", "李四\x1F转账\x1F您的验证码\x1F"}) table += row;
  table += table + table + table;
  CHECK(charset_of_line(Charset::utf8, encode(Charset::gb18030, table), false) == Charset::gb18030);
}

TEST_CASE("charset prior: a byte order mark settles it", "[text][prior]") {
  struct Case {
    std::string_view bytes;
    Charset charset;
    uint8_t mark;
  };
  const Case cases[] = {{"\xEF\xBB\xBF\xD5\xC5"sv, Charset::utf8, 3},
                        {"\xFF\xFE"
                         "1\0"sv,
                         Charset::utf16le, 2},
                        {"\xFE\xFF\0"
                         "1"sv,
                         Charset::utf16be, 2},
                        {"\x84\x31\x95\x33\xD5\xC5"sv, Charset::gb18030, 4}};
  for (const Case& c : cases) {
    const CharsetPrior prior = settle_charset(c.bytes, {});
    CHECK(prior.charset == c.charset);
    CHECK(prior.mark == c.mark);
  }
}

TEST_CASE("charset prior: what is not Chinese in a multibyte charset stays UTF-8", "[text][prior]") {
  const std::string_view cases[] = {
      ""sv,
      "13900001234\n"sv,
      "caf\xC3\xA9"sv,
      "na\xC3\xAFve r\xC3\xA9sum\xC3\xA9"sv,
      "\xD0\x9F\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82 \xD0\xBC\xD0\xB8\xD1\x80"sv,  // Привет мир
      "\xCE\xB1\xCE\xB2\xCE\xB3"sv,                                                   // αβγ
      "\xF0\x9F\x98\x80 13900001234"sv,
      "caf\xE9 au lait"sv,  // Latin-1
      "\0\0\0\0\0\0\0\0"sv,
      "\x7F"
      "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3E\0\x01\0\0\0"sv,
      "id\0name\0tel\0"
      "13900001234\0"sv,
      "\x01\0\x02\0\x03\0\x04\0\x05\0"
      "13900001234"sv,
      "PK\x03\x04\x14\0\0\0\x08\0"sv,
  };
  for (const std::string_view c : cases) {
    CAPTURE(c, icu_name(settle_charset(c, {}).charset));
    CHECK(settle_charset(c, {}).charset == Charset::utf8);
  }
}

TEST_CASE("charset prior: a hint decides where bytes do not, and loses to what they show", "[text][prior]") {
  struct Case {
    std::string bytes;
    const char* hint;
    Charset charset;
    HintOutcome outcome;
  };
  const std::string line = "姓名：张三 电话13900001234";
  const Case cases[] = {
      {"13900001234", "gbk", Charset::gb18030, HintOutcome::followed},
      {"13900001234", "Big5", Charset::big5, HintOutcome::followed},
      {"13900001234", "utf-8", Charset::utf8, HintOutcome::followed},
      {"13900001234", "utf-16le", Charset::utf8, HintOutcome::overruled},
      {"13900001234", "klingon", Charset::utf8, HintOutcome::unknown},
      {encode(Charset::gb18030, line), "gb2312", Charset::gb18030, HintOutcome::followed},
      {encode(Charset::gb18030, line), "utf-8", Charset::gb18030, HintOutcome::overruled},
      {encode(Charset::gb18030, line), "big5", Charset::gb18030, HintOutcome::overruled},
      {encode(Charset::utf8, line), "gbk", Charset::utf8, HintOutcome::overruled},
      {encode(Charset::utf8, line), "UNICODE UTF-8", Charset::utf8, HintOutcome::followed},
      {encode(Charset::utf8, line), "utf-16", Charset::utf8, HintOutcome::overruled},
      {encode(Charset::utf16le, line), "utf-16", Charset::utf16le, HintOutcome::followed},
      {encode(Charset::utf16be, line), "utf-16", Charset::utf16be, HintOutcome::followed},
      {encode(Charset::utf16le, line), "utf-8", Charset::utf16le, HintOutcome::overruled},
      {"\xEF\xBB\xBF" + line, "gbk", Charset::utf8, HintOutcome::overruled},
      {encode(Charset::utf16le, "张三"), "utf-16le", Charset::utf16le, HintOutcome::followed},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes, c.hint);
    const CharsetPrior prior = settle_charset(c.bytes, c.hint);
    CHECK(icu_name(prior.charset) == std::string(icu_name(c.charset)));
    CHECK(prior.hint == c.outcome);
  }
}

TEST_CASE("charset prior: a preamble that ends inside a character is judged by what is whole", "[text][prior]") {
  for (const Charset charset : kCharsets) {
    std::string text = "a";
    while (text.size() < 8000) text += charset == Charset::big5 ? "姓名：張三，電話號碼" : "姓名：张三，电话号码";
    const std::string bytes = encode(charset, text);
    for (size_t size = 4080; size < 4100; ++size) {
      CAPTURE(icu_name(charset), size);
      CHECK(settle_charset(bytes.substr(0, size), {}).charset == charset);
    }
  }
}

TEST_CASE("charset of line: a line of another charset is seen in an input of any", "[text][prior]") {
  for (const Line& line : kLines) {
    if (std::string_view(line.simplified).size() < 7) continue;  // two characters prove nothing against a prior
    for (const Charset prior : {Charset::utf8, Charset::gb18030, Charset::big5}) {
      CAPTURE(line.simplified, icu_name(prior));
      for (const Charset charset : {Charset::utf8, Charset::gb18030}) {
        const std::string bytes = encode(charset, line.simplified);
        if (prior == Charset::big5 && charset == Charset::gb18030) continue;  // both are pairs: the prior weighs more
        CHECK(icu_name(charset_of_line(prior, bytes, false)) == std::string(icu_name(charset)));
      }
    }
    CHECK(charset_of_line(Charset::utf8, encode(Charset::big5, line.traditional), false) == Charset::big5);
  }
}
