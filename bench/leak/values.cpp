#include "leak/values.h"

#include <array>
#include <string_view>

namespace leak {
namespace {

constexpr std::array<unsigned, 22> kProvinces = {13, 14, 15, 21, 22, 23, 32, 33, 34, 35, 36,
                                                 37, 41, 42, 43, 44, 45, 51, 52, 53, 61, 62};
constexpr uint64_t kCities = 9, kCounties = 5, kYears = 50, kMonths = 12, kDays = 28, kOrders = 4, kFirstYear = 1951;
constexpr uint64_t kAround = kYears * kMonths * kDays * kOrders;
constexpr uint64_t kIds = kProvinces.size() * kCities * kCounties * kAround;
static_assert(kIds >= kMostPeople);

constexpr std::array<std::string_view, kMobiles> kNotGivenOut = {"142", "143", "154", "179"};
constexpr std::array<std::string_view, kMobiles> kGivenOut = {"139", "158", "186", "199"};
constexpr uint64_t kNumbers = 100000000;
static_assert(kNumbers >= kMostPeople);

constexpr std::array<std::string_view, 32> kSurnames = {
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱",   "高",   "林",
    "何", "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "欧阳", "司马", "上官"};
constexpr std::array<std::string_view, 32> kGiven = {"伟",   "芳",   "娜",   "敏",   "静",   "强",   "磊",   "洋",
                                                     "艳",   "勇",   "军",   "杰",   "娟",   "涛",   "超",   "秀英",
                                                     "建国", "志强", "海燕", "晓明", "玉兰", "文博", "雨桐", "子涵",
                                                     "浩然", "欣怡", "佳琪", "俊杰", "雪梅", "春生", "国栋", "丽华"};

constexpr std::array<std::string_view, 8> kPlaces = {"江苏省南京市鼓楼区", "浙江省杭州市西湖区", "广东省深圳市南山区",
                                                     "湖北省武汉市洪山区", "四川省成都市武侯区", "山东省济南市历下区",
                                                     "福建省厦门市思明区", "陕西省西安市雁塔区"};
constexpr std::array<std::string_view, 16> kRoads = {"云岫路", "澄溪路", "听松街", "栖霜路", "映荷街", "临岚路",
                                                     "寻梅路", "望鹤街", "枕泉路", "漱石路", "揽月街", "拂柳路",
                                                     "问渠路", "衔山街", "踏雪路", "观澜街"};
constexpr std::array<std::string_view, 8> kPlates = {"苏", "浙", "粤", "鄂", "川", "鲁", "闽", "陕"};
constexpr std::string_view kPlateLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ";

void append_number(uint64_t number, size_t width, std::string& out) {
  const size_t begin = out.size();
  out.append(width, '0');
  for (size_t i = width; i > 0; --i, number /= 10) out[begin + i - 1] = static_cast<char>('0' + number % 10);
}

// GB 11643: the sum of digit times 2^(17 - i), taken mod 11, is brought to 1 by the check character.
void append_check(std::string& out, size_t begin) {
  unsigned sum = 0;
  for (size_t i = begin; i < begin + 17; ++i) sum = (sum + static_cast<unsigned>(out[i] - '0')) * 2 % 11;
  const unsigned check = (12 - sum) % 11;
  out += check == 10 ? 'X' : static_cast<char>('0' + check);
}

}  // namespace

Values::Values(uint64_t seed, bool given_out)
    : seed_(seed),
      given_out_(given_out),
      id_shift_(hash_of(seed, 1) % kIds),
      mobile_shift_(hash_of(seed, 2) % kNumbers) {}

// Primes that divide neither range: multiplied by them, people are spread and never meet.
uint64_t Values::of_id(uint64_t person) const { return (person * 15485863 + id_shift_) % kIds; }

void Values::id(uint64_t person, std::string& out) const {
  const size_t begin = out.size();
  uint64_t rest = of_id(person);
  const auto take = [&](uint64_t count) {
    const uint64_t part = rest % count;
    rest /= count;
    return part;
  };
  const uint64_t order = take(kOrders), day = take(kDays), month = take(kMonths), year = take(kYears);
  const uint64_t county = take(kCounties), city = take(kCities);
  append_number(kProvinces[rest], 2, out);
  append_number(1 + city, 2, out);
  append_number(2 + county, 2, out);
  append_number(kFirstYear + year, 4, out);
  append_number(1 + month, 2, out);
  append_number(1 + day, 2, out);
  append_number(996 + order, 3, out);
  append_check(out, begin);
}

void Values::mobile(uint64_t person, unsigned which, std::string& out) const {
  out += (given_out_ ? kGivenOut : kNotGivenOut)[which];
  append_number((person * 32452843 + mobile_shift_) % kNumbers, 8, out);
}

void Values::name(uint64_t person, std::string& out) const {
  const uint64_t hash = hash_of(seed_ ^ 0x6E616D65, person);
  out += kSurnames[hash % kSurnames.size()];
  out += kGiven[hash / 64 % kGiven.size()];
}

void Values::address(uint64_t person, std::string& out) const {
  uint64_t rest = person;
  out += kPlaces[rest % kPlaces.size()];
  rest /= kPlaces.size();
  out += kRoads[rest % kRoads.size()];
  rest /= kRoads.size();
  out += std::to_string(1 + rest % 300);
  rest /= 300;
  out += "号";
  out += std::to_string(1 + rest % 12);
  out += "栋";
  out += std::to_string(101 + rest / 12);
  out += "室";
}

void Values::plate(uint64_t person, std::string& out) const {
  uint64_t rest = hash_of(seed_ ^ 0x706C6174, person);
  const auto take = [&](uint64_t count) {
    const uint64_t part = rest % count;
    rest /= count;
    return part;
  };
  out += kPlates[take(kPlates.size())];
  out += static_cast<char>('A' + take(8));
  out += kPlateLetters[take(kPlateLetters.size())];
  append_number(take(10000), 4, out);
}

void Values::id_of_wrong_check(uint64_t person, std::string& out) const {
  const size_t begin = out.size();
  id(person, out);
  out.replace(begin, 6, "110101");  // never the beginning of a bank card
  const char written = out.back();
  out.pop_back();
  append_check(out, begin);
  if (out.back() == written)
    out.back() = written == '5' ? '6' : '5';
  else
    out.back() = written;
}

void Values::id_of_no_date(uint64_t person, std::string& out) const {
  const size_t begin = out.size();
  out += "110101";
  append_number(kFirstYear + person % kYears, 4, out);
  out += "0230";
  append_number(996 + person % kOrders, 3, out);
  append_check(out, begin);
}

std::string short_id(const std::string& id) {
  return id.compare(6, 2, "19") == 0 ? id.substr(0, 6) + id.substr(8, 9) : id;
}

std::string full_width(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const unsigned code = 0xFF00 + static_cast<unsigned char>(c) - 0x20;
    out += static_cast<char>(0xE0 | code >> 12);
    out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
  return out;
}

}  // namespace leak
