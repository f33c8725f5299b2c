// See name_cues.h.
#include "detect/name_cues.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/ascii.h"

namespace pidun {
namespace {

constexpr size_t kMostWords = 256;

// Keys of words of up to four hanzi, parted by blanks; made by the compiler.
class CueWords {
 public:
  consteval explicit CueWords(std::u16string_view words) {
    uint64_t key = 0;
    for (const char16_t c : words) {
      if (c != u' ') {
        key = word_key(key, c - kFirstHanzi);
      } else if (key != 0) {
        keys_[count_++] = key;
        key = 0;
      }
    }
    if (key != 0) keys_[count_++] = key;
    std::sort(keys_.begin(), keys_.begin() + count_);
  }
  constexpr bool has(uint64_t key) const {
    return key != 0 && std::binary_search(keys_.begin(), keys_.begin() + count_, key);
  }

 private:
  std::array<uint64_t, kMostWords> keys_{};
  size_t count_ = 0;
};

// Titles and offices, which stand before a name and behind it.
constexpr CueWords kTitles(
    u"先生 女士 小姐 太太 夫人 老师 教授 副教授 讲师 导师 医生 医师 大夫 护士 护士长 药师 律师 法官 检察官 警官 民警 "
    u"警察 同志 同学 师傅 博士 硕士 "
    u"院士 主任 副主任 经理 总经理 总监 主管 董事长 董事 总裁 副总裁 总工 会计 出纳 秘书 秘书长 助理 主席 副主席 总统 "
    u"总理 副总理 部长 副部长 局长 "
    u"副局长 厅长 处长 科长 省长 副省长 市长 副市长 县长 副县长 区长 镇长 乡长 村长 书记 副书记 委员 委员长 代表 校长 "
    u"副校长 院长 副院长 所长 站长 "
    u"厂长 社长 馆长 会长 副会长 理事长 队长 组长 班长 班主任 连长 团长 师长 军长 司令 司令员 政委 将军 上将 中将 少将 "
    u"大校 记者 编辑 主编 作者 作家 "
    u"诗人 画家 书法家 导演 演员 歌手 主持人 选手 球员 队员 运动员 教练 主教练 裁判 工程师 研究员 专家 学者 设计师 "
    u"程序员 老板 店长 房东 业主 站长 "
    u"姑娘 阿姨 叔叔 大爷 大妈 奶奶 爷爷 大哥 大姐 老人 烈士 女儿 儿子 ");

// Words for persons that stand before their names.
constexpr CueWords kBearers(
    u"患者 病人 病患 客户 顾客 用户 会员 旅客 乘客 住客 访客 游客 车主 业主 房主 房东 租客 租户 户主 机主 学生 学员 "
    u"考生 教师 家长 员工 职工 司机 驾驶员 "
    u"联系人 收件人 收货人 寄件人 发件人 收款人 付款人 经办人 负责人 申请人 登记人 报名人 投保人 被保险人 受益人 "
    u"借款人 担保人 持卡人 开户人 继承人 监护人 "
    u"代理人 委托人 当事人 嫌疑人 被告人 被告 原告 证人 死者 伤者 受害人 被害人 法人 股东 候选人 候选者 获奖者 志愿者 "
    u"参会人 与会者 签收人 取件人 本人 "
    u"父亲 母亲 爸爸 妈妈 妻子 丈夫 老婆 老公 哥哥 弟弟 姐姐 妹妹 爱人 配偶 男友 女友 好友 朋友 同事 室友 邻居 老乡 "
    u"村民 市民 居民 网友 男子 女子 青年 "
    u"姓名 名叫 名为 化名 笔名 原名 本名 我叫 他叫 她叫 我是 主治 主刀 护理 主演 主讲 主编 编剧 作词 作曲 领衔 艺人 "
    u"明星 影星 歌星 球星 名将 小将 老将 ");

// Verbs whose object is a person, and joints between persons.
constexpr CueWords kVerbsBefore(
    u"联系 请联系 联络 通知 告诉 告知 采访 邀请 会见 核实 核对 请核对 请找 寻找 找到 询问 咨询 感谢 转交 交给 发给 "
    u"寄给 送给 转给 借给 还给 递给 交接给 "
    u"转账给 转账至 汇给 派给 分给 留给 支付给 任命 聘请 委托 授权 推荐 选举 提名 拜访 看望 陪同 率领 师从 嫁给 娶了 "
    u"认识 跟随 叫 请 找 给 与 和 跟 同 由 "
    u"向 被 让 ");

// What persons do and have, behind their names.
constexpr CueWords kSaidBehind(
    u"说 表示 指出 认为 介绍 告诉 强调 回忆 回答 透露 坦言 称 表态 说道 写道 问道 笑着 补充 解释 总结 提出 宣布 呼吁 "
    u"感慨 担任 就任 出任 当选 任职 兼任 "
    u"出生 生于 毕业 毕业于 就读 就职 入职 离职 住在 家住 现住 居住 名下 本人 身份 完成 申请 办理 提交 登记 报名 签字 "
    u"签收 签名 确认 咨询 来电 投诉 报警 "
    u"就诊 入院 住院 出院 复诊 手术 男 女 等人 夫妇 夫妻 一家 父子 母子 父女 电话 手机 手机号 身份证 银行卡 邮箱 "
    u"账户 账号 将 率领 主持 "
    u"出席 发表 参加 会见 获得 荣获 夺得 击败 带领 演唱 主演 饰演 执导 创作 著 编著 主编 摄 笔 ");

// Behind 的, what a person has.
constexpr CueWords kOwned(
    u"手机 手机号 电话 电话号 身份证 证件 银行卡 卡号 账号 账户 邮箱 邮件 微信 住址 地址 家庭 户籍 护照 车牌 车辆 工资 "
    u"病历 档案 简历 联系 联系人 生日 年龄 "
    u"父亲 母亲 妻子 丈夫 儿子 女儿 家人 家属 父母 孩子 老师 同事 朋友 课程 作品 ");

// Goes on as a place, a firm or a thing: the whole is no person.
constexpr CueWords kThings(
    u"公司 集团 银行 证券 保险 基金 股份 科技 实业 药业 电子 电器 汽车 食品 置业 地产 控股 投资 传媒 影视 大学 学院 "
    u"中学 小学 医院 酒店 宾馆 饭店 广场 大厦 "
    u"花园 小区 公园 街道 路 街 巷 县 市 区 镇 乡 村 省 州 山 河 湖 江 桥 寺 庙 港 岛 湾 峰 岭 沟 站 店 厂 馆 楼 苑 庄 "
    u"坊 杯 奖 牌 派 族 语 人民 地区 自治 "
    u"自治区 自治县 自治州 开发区 新区 事务所 分公司 有限 思想 理论 定律 定理 公式 品牌 系列 ");

bool ends_with_any(const NameModel& model, const CueWords& words) {
  for (size_t length = 1; length <= kLongestCostedWord; ++length)
    if (words.has(model.key_before(length))) return true;
  return false;
}

size_t longest_from(const NameModel& model, size_t from, const CueWords& words) {
  for (size_t length = kLongestCostedWord; length > 0; --length)
    if (words.has(model.key_from(from, length))) return length;
  return 0;
}

bool is_at(const Window& window, uint64_t at, std::string_view text) {
  return window.view(at, at + text.size()) == text;
}

// Bytes of a sign that may part a name and a number of the same person.
size_t sign_at(const Window& window, uint64_t at) {
  for (const std::string_view sign : {" ", "(", ":", ",", "/", "（", "，", "：", "、"})
    if (is_at(window, at, sign)) return sign.size();
  return 0;
}

bool number_behind(const Window& window, uint64_t at) {
  constexpr size_t kDigits = 7;
  constexpr std::string_view kType = "(String)";  // behind each parameter of a statement, in logs of MyBatis
  if (is_at(window, at, kType)) at += kType.size();
  for (int signs = 0; signs < 2; ++signs) at += sign_at(window, at);
  if (window.at(at) == '+') ++at;
  for (size_t i = 0; i < kDigits; ++i)
    if (!is_digit(window.at(at + i))) return false;
  return true;
}

// Signs, blanks and the ends of the text, not letters and digits.
bool is_border(const Window& window, uint64_t at) { return !is_alnum(window.at(at)); }
bool is_border_before(const Window& window, uint64_t at) { return at == 0 || is_border(window, at - 1); }

// Whether kana stand near: of Japanese, hanzi tell nothing here.
bool kana_near(const Window& window, uint64_t begin, uint64_t end) {
  constexpr uint64_t kReach = 48;
  const std::string_view text = window.view(before(begin, kReach), end + kReach);
  for (size_t at = text.find('\xE3'); at != text.npos && at + 1 < text.size(); at = text.find('\xE3', at + 1))
    if (text[at + 1] >= '\x81' && text[at + 1] <= '\x83') return true;
  return false;
}

constexpr uint32_t kOf = u'的' - kFirstHanzi;

}  // namespace

size_t title_length(const NameModel& model, size_t from) { return longest_from(model, from, kTitles); }

NameCues name_cues(const NameModel& model, const Window& window, uint64_t at, size_t length) {
  constexpr std::string_view kDot = "·";
  const uint64_t end = at + length * kHanziBytes;
  const size_t title = title_length(model, length), thing = longest_from(model, length, kThings);
  const size_t said = longest_from(model, length, kSaidBehind);
  const bool owned = model.key_from(length, 1) == word_key(0, kOf) && longest_from(model, length + 1, kOwned) != 0;
  NameCues cues;
  // 律师事务所: what a thing is called goes on behind a title.
  cues.other_word = thing > std::max(title, said) || (title != 0 && longest_from(model, length + title, kThings) != 0);
  cues.person_word = title != 0 || ends_with_any(model, kTitles) || ends_with_any(model, kBearers);
  cues.said_of = said != 0 || owned || ends_with_any(model, kVerbsBefore);
  const bool parted = model.before() == 0 && model.behind() == length && is_border_before(window, at);
  cues.called = parted && (is_at(window, end, "：") || is_at(window, end, ":"));
  cues.apart = parted && !cues.called && is_border(window, end);
  cues.beside_number = number_behind(window, end);
  cues.in_japanese = kana_near(window, at, end);
  cues.inside_foreign = is_at(window, end, kDot) || (at >= kDot.size() && is_at(window, at - kDot.size(), kDot));
  return cues;
}

}  // namespace pidun
