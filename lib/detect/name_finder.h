// Names of persons in running text: Han names of two to four characters, told by their characters, by the words around
// them and by what is said of persons. Looks at nothing further than 64 bytes from a name, so that findings do not
// depend on where the input is cut. Example: 请核对许志远银行卡 gives 许志远; 高兴, 白色, 王者荣耀 give nothing.
// Tested in tests/unit/detect/name_finder_test.cpp and tests/accuracy/names.py.
#pragma once

#include <vector>

#include "detect/detectors.h"
#include "detect/name_cues.h"
#include "detect/name_model.h"
#include "match/text_masks.h"

namespace pidun {

// Whether hanzi that fill a cell may hold a name: one that fills it is none, one inside of it may be. Never wrongly
// false: what NameFinder finds in such a cell.
bool may_hold_name(std::string_view cell);

class NameFinder {
 public:
  struct Look {
    uint16_t rule = kRuleOfKind;
    bool cells = false;     // the text is cells and strings of data: what fills one is no running text
    bool thorough = false;  // hopeless ones too
  };
  // Appends the names that begin in `range` to `out`, in order, but those that an overlapping one outdoes and those of
  // which a reading of `others`, which are in order too, will tell. `masks` cover the range.
  void find(const Window& window, Span range, const TextMasks& masks, const Readings& others, Look look, Readings& out);

 private:
  void read_free(const Window& window, Span range, const TextMasks& masks);
  void read_stretch(const Window& window, uint64_t begin, uint64_t end);
  void look_at(const Window& window, uint64_t at, int least);
  void take_before_number(std::string_view hanzi, uint64_t at);
  void keep(Readings& out);

  struct Candidate {
    Span span;
    int margin = 0;
    Evidence evidence;
    bool outdone = false;
  };
  NameModel model_;
  Look look_;
  uint64_t free_until_ = 0;
  std::vector<uint32_t> places_;
  std::vector<Candidate> found_;
};

}  // namespace pidun
