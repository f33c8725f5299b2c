// Exported conversations.
#include <catch2/catch.hpp>

#include "reference/structure_reference.h"
#include "unit/structure/events_text.h"

using namespace pidun;

namespace {

Layout layout() {
  Layout layout;
  layout.format = Format::chat;
  return layout;
}

struct Case {
  const char* promise;
  std::string input;
  const char* events;
};

const Case kCases[] = {
    {"time, sender and account in a line of their own, then lines of text",
     "2024-05-01 10:20:30 张三(12345678)\n我的电话是139\n第二行\n\n2024-05-01 10:21:00 李四<a@b.cn>\r\n好\r\n",
     "^<time>=2024-05-01 10:20:30 <sender>=张三@1 <qq>=12345678@2 <text>=我的电话是139@3 <text>=第二行@3$ "
     "^<time>=2024-05-01 10:21:00 <sender>=李四@1 <qq>=a@b.cn@2 <text>=好@3$"},
    {"the sender before the time", "张三 2024/5/1 10:20\n你好\n李四(10001) 10:20:31\n",
     "^<sender>=张三@1 <time>=2024/5/1 10:20 <text>=你好@3$ ^<sender>=李四@1 <qq>=10001@2 <time>=10:20:31$"},
    {"a text with a clock begins no message", "张三 2024/5/1 10:20\n8:30 见\n明天 10:20\n12:00:00\n",
     "^<sender>=张三@1 <time>=2024/5/1 10:20 <text>=8:30 见@3 <text>=明天 10:20@3 <text>=12:00:00@3$"},
    {"text behind a colon", "[2024/5/1 10:20] 张三: text: more\n[10:21] 李四：\n2024年5月1日 下午1:20 王 五：x",
     "^<time>=2024/5/1 10:20 <sender>=张三@1 <text>=text: more@3$ ^<time>=10:21 <sender>=李四@1$ ^<time>=2024年5月1日 "
     "下午1:20 <sender>=王 五@1 <text>=x@3$"},
    {"no-break spaces are blanks", "张三  2024.5.1\nhi\n", "^<sender>=张三@1 <time>=2024.5.1 <text>=hi@3$"},
    {"text before the first message", "hello\n2024-05-01 张三\nhi\n",
     "^<text>=hello@3$ ^<time>=2024-05-01 <sender>=张三@1 <text>=hi@3$"},
    {"a date with too many digits is none", "2024-05-011 张三\n20245-05-01 张三\n",
     "^<text>=2024-05-011 张三@3 <text>=20245-05-01 张三@3$"},
    {"a bracket that is not closed is none", "2024-05-01 张三(123\n[2024-05-01 张三: x\n",
     "^<text>=2024-05-01 张三(123@3 <text>=[2024-05-01 张三: x@3$"},
};

}  // namespace

TEST_CASE("chat: the events of whole inputs", "[structure]") {
  for (const Case& c : kCases) {
    INFO(c.promise);
    CHECK(events_text(layout(), c.input) == c.events);
    CHECK(events_text_bytewise(layout(), c.input) == c.events);
    CHECK(read_whole(layout(), c.input) == reference::read(layout(), c.input));
  }
}
