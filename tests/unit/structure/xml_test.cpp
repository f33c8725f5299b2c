// XML documents, in order and not.
#include <catch2/catch.hpp>

#include "reference/structure_reference.h"
#include "unit/structure/events_text.h"

using namespace pidun;

namespace {

Layout layout() {
  Layout layout;
  layout.format = Format::xml;
  return layout;
}

struct Case {
  const char* promise;
  std::string input;
  const char* events;
};

const Case kCases[] = {
    {"elements with children are objects, others values",
     "<?xml version=\"1.0\"?>\n<ps><p id=\"1\"><name>张三</name><phone>139</phone></p><!-- c --><p/></ps>",
     "ps={{ p={{ id=\"1\" name=张三 phone=139 }  c  }"},
    {"the attribute value has its element's name", "<n:telecom use='home' value='5'/>",
     "telecom={{ use=\"home\" telecom=\"5\" }"},
    {"CDATA is text", "<t><![CDATA[a<b]]></t><t>x<![CDATA[]]]]></t>", "t=a<b t={{ t=x t=]] }"},
    {"less-than signs that begin no tag are text", "<u>a &lt; b < c <3</u>", "u=a &lt; b < c <3"},
    {"text around children", "<a>x<b>y</b>z</a><c d=e f>g</c>", "a={{ a=x b=y a=z } c={{ d=e c=g }"},
    {"an end tag closes a text whatever its name", "<a><b>x</i></a></q>tail", "a={{ b=x } tail"},
    {"an end tag closes what is inside", "<a><b p=1><c q=2>x</a>y", "a={{ b={{ p=1 c={{ q=2 c=x }} }} } y"},
    {"what is open is closed at the end", "<a><b x=\"1\"><c>", "a={{ b={{ x=\"1\" }} }}"},
    {"attributes in any order and quoting", "<a b=\"x>y\" c = 'z'/ d=\"\" e=f/g>t<",
     "a={{ b=\"x>y\" c=\"z\" d=\"\" e=f/g a=t< }}"},
    {"a tag inside a tag", "<a b=1 <c>x</c>", "a={{ b=1 c=x }}"},
    {"an element without anything gives nothing", "<a/><b></b><c> \n</c><!----><!DOCTYPE a><?pi?>", ""},
    {"names of hanzi", "<人><姓名>张三</姓名></人>", "人={{ 姓名=张三 }"},
};

}  // namespace

TEST_CASE("xml: the events of whole inputs", "[structure]") {
  for (const Case& c : kCases) {
    INFO(c.promise);
    CHECK(events_text(layout(), c.input) == c.events);
    CHECK(events_text_bytewise(layout(), c.input) == c.events);
    CHECK(read_whole(layout(), c.input) == reference::read(layout(), c.input));
  }
}
