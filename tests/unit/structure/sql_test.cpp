// SQL dumps and scripts.
#include <catch2/catch.hpp>

#include "reference/structure_reference.h"
#include "unit/structure/events_text.h"

using namespace pidun;

namespace {

Layout layout() {
  Layout layout;
  layout.format = Format::sql;
  return layout;
}

struct Case {
  const char* promise;
  std::string input;
  const char* events;
};

const Case kCases[] = {
    {"CREATE TABLE names the columns of INSERT",
     "CREATE TABLE `t` (`id` int(11), `phone` varchar COMMENT '手机号', KEY `k` (`id`) COMMENT 'x') "
     "COMMENT='表';\nINSERT INTO `t` VALUES (1,'139'),(2,NULL);",
     "^11 \"手机号\" \"x\" COMMENT=\"表\"$ ^<id>=1 <phone:手机号>=\"139\"@1$ ^<id>=2 <phone:手机号>=NULL@1$"},
    {"its own list names them, comments come from the table",
     "create table if not exists a.t (x int comment '一', y int);INSERT INTO t (y, `x`) VALUES (1, '2');",
     "^\"一\"$ ^<y>=1 <x:一>=\"2\"@1$"},
    {"brackets, N and no semicolons",
     "CREATE TABLE [dbo].[t]([id] [int], [n] [nvarchar](50));\nINSERT [dbo].[t] ([n], [id]) VALUES (N'张''三', "
     "1)\nINSERT t(id) VALUES(2)\nGO",
     "^50$ ^<n>=\"张''三\" <id>=1@1$ ^<id>=2$"},
    {"COMMENT ON COLUMN, E and dollar quotes",
     "CREATE TABLE u (a text, b text);COMMENT ON COLUMN public.u.b IS '地址';INSERT INTO \"public\".\"u\" VALUES "
     "(E'x\\n\\'', $$it's$$), ($q$a$$b$q$,'');",
     "^\"地址\"$ ^<a>=\"x\\n\\'\" <b:地址>=\"it's\"@1$ ^<a>=\"a$$b\" <b:地址>=\"\"@1$"},
    {"lines of COPY", "COPY public.u (a, b) FROM stdin;\n1\t张三\r\n\\N\t\n\n\\.\nSELECT 1;",
     "^<a>=1 <b>=张三@1$ ^<a>=\\N <b>=@1$ ^1$"},
    {"COPY names its columns as CREATE TABLE did",
     "CREATE TABLE u (p text, q text);COPY u FROM stdin WITH x;\n1\t2\t3\n", "^<p>=1 <q>=2@1 <>=3@2$"},
    {"a table of which nothing is known",
     "INSERT INTO t VALUES (1);INSERT INTO t (a) VALUES (2);INSERT INTO t VALUES (3);", "^1$ ^<a>=2$ ^3$"},
    {"a quote that was cut off turns strings round up to the next INSERT",
     "tail','x'),(2,'y');\nINSERT INTO t VALUES (4);", "^\",\" \"),(2,\" \");\"$ ^4$"},
    {"the rest of a tuple, and tuples alone", "(1,'a'),\n(2,'b');", "^1 \"a\"@1$ ^2 \"b\"@1$"},
    {"a line with INSERT INTO ends an open string", "INSERT INTO t VALUES ('open, 3);\ninsert into t VALUES (4);\n",
     "^\"open, 3);\"$ ^4$"},
    {"a line with INSERT ends an open tuple", "INSERT INTO t VALUES (1, 2\nINSERT INTO t VALUES (4);\n", "^1 2@1$ ^4$"},
    {"comments are rows of their own", "-- 张三 139\n/* a;'b */ UPDATE t SET phone='139', n = 5 WHERE id=7; # x\n#y\n",
     "^ 张三 139$ ^ a;'b $ ^phone=\"139\" n=5 id=7$ ^y$"},
    {"calls and other literals",
     "INSERT INTO t VALUES (now(), f('2020','y'), -1.5, 0xFF, \"q\"\"r\", 'a\\'b', DATE '2020-01-01') ON DUPLICATE KEY "
     "UPDATE a=VALUES(a);",
     "^\"2020\"@1 \"y\"@1 -1.5@2 0xFF@3 \"q\"\"r\"@4 \"a\\'b\"@5 DATE@6 \"2020-01-01\"@6$"},
    {"names by equals signs", "INSERT INTO t SET a='x', `b`=\"y\";UPDATE u SET c = -3 WHERE d >= 4;",
     "^a=\"x\" b=\"y\"$ ^c=-3 4$"},
    {"CREATE of other things", "CREATE INDEX i ON t (a);CREATE TABLE t2 AS SELECT 1;INSERT INTO t2 VALUES (5);",
     "^1$ ^5$"},
    {"strings over lines", "INSERT INTO t VALUES ('a\nb','c\ninsert into');", "^\"a\nb\" \"c\ninsert into\"@1$"},
    {"a minus is no comment, two are", "INSERT INTO t VALUES (- 1,--2\n3);", "^- 1 2 3@1$"},
};

}  // namespace

TEST_CASE("sql: the events of whole inputs", "[structure]") {
  for (const Case& c : kCases) {
    INFO(c.promise);
    CHECK(events_text(layout(), c.input) == c.events);
    CHECK(events_text_bytewise(layout(), c.input) == c.events);
    CHECK(read_whole(layout(), c.input) == reference::read(layout(), c.input));
  }
}
