"""patterns/tables/words.tsv: Chinese words and how often they occur: what speaks against a name or a place.

Names of persons are left out where their characters make a likelier name than their frequency a word.
"""
import collections
import math

from common import TABLES
from name_characters import SCALE, name_costs
from name_sources import SOURCES, read_surnames, read_words

OUT = TABLES / "words.tsv"
COMMENTS = [
    "Chinese words of one to four characters by frequency, names of persons aside. cost: -ln of the word's share, in",
    "  eighths; words of one length stand together.",
    *SOURCES,
    "maker: patterns/tables/make/words.py",
]
COLUMNS = ["length", "cost", "words"]
LONGEST = 4
LEAST_FREQUENCY = 5
PERSON_COST = 4 * SCALE  # of any name: one word of fifty
USUAL_SURNAME = 56  # the cost up to which a surname is usual
TITLES = set("先生 女士 小姐 太太 夫人 公子 大人 公公 大侠 皇后 太后 贵妃 教授 老师 师傅 书记 世子 二人 大夫 家寨 天子 真人 "
             "太公 长老 太祖 太宗 世宗 闯王 中堂 主任 经理 医生 总管 将军 丞相 大师 道长 员外 掌柜 秀才".split())
# What the dictionary lacks or counts too low, by the project's own knowledge: brands, products, words of the net.
NEW_WORDS = {
    300: "微信 支付宝 淘宝 京东 腾讯 百度 华为 小米 抖音 快手 美团 高德 高铁 安卓 苹果 微博 博客 网银 银联 平台 用户 账号 密码 验证码 "
         "登录 注册 链接 点击 单号 快递 包裹 外卖 程序员 颜色 红包 余额宝 花呗 借呗 微粒贷 滴滴 顺丰 圆通 申通 韵达 拼多多 王者荣耀 "
         "查询 支持 公众号 小程序 二维码 朋友圈 云南白药 安踏 方太 万科 万达 万象 金立 魅族 康师傅 王老吉 周黑鸭 老干妈 马应龙 "
         "周大福 周生生 白酒 白金 白银 白领 黄金 高兴 高级 高清 高端 温馨 安全 安心 乐视 乐高 乐园 单反 单车 金牌 金融 金额 "
         "方便面 方案 方式 方法 江湖 江苏 江西 云端 云盘 云计算 云服务 时尚 时间 时候 强烈 强制 全国 全部 全球 和谐 和平 和解 "
         "马拉松 马甲 车厘子 包邮 包包 房产 房贷 房东 房源 常用 常见 毛衣 毛利 牛奶 牛仔 余额 石化 石油 花费 花园 花椒 党员 党委 "
         "党建 党校 管理员 管家 管控 经理 经济 项目 项链 路由 路由器 路况 连接 连锁 连衣裙 景区 景点 游戏 游客 应用 应急 应该 曾经 "
         "明星 明确 明细 于是 关于 关注 关联 关闭 通知 通过 通道 通用 通讯录 施工 施行 计划 计算 计费 任何 任务 任职 任意 权限 权益 "
         "权利 双方 双十 双击 双人 严重 严格 严禁 申请 申报 申诉 解决 解除 解析 宣传 宣布 容易 农村 农民 农业 利用 利率 利润 "
         "许可证 高加索 黄鹤楼 高尔夫 马德里 高中生 马克思 莫斯科 王府井 万达广场 石家庄 张家口 张家界 张家港 周家口 东方红 东方 终于 终端 终身 能够 能否 向前 向上 全新 全面 师傅 师范 师生 归还 归属 付款 付费 付出 代表 代理 代码 代收",
}


PLACE_ENDS = set("宫楼山寺阁祠湖湾岛港塔亭庙岗岭坡沟堡寨屯庄河镇县村城关桥")


def word_costs(words):
    total = sum(frequency for frequency, _ in words.values())
    least = dict.fromkeys(words, 0)
    for frequency, new in NEW_WORDS.items():
        least.update((word, frequency) for word in new.split())
    for word, floor in least.items():
        frequency, part = words.get(word, (0, "n"))
        if len(word) <= LONGEST and max(frequency, floor) >= (1 if len(word) == 1 else LEAST_FREQUENCY):
            yield word, part if floor == 0 else "n", round(-SCALE * math.log(max(frequency, floor) / total))


def likelier_name(word, cost, surnames, names):
    """Whether the characters make a name likelier than the word is; of three, by far: many are of books or famous."""
    compound = len(word) > 2 and word[:2] in surnames
    given = word[2:] if compound else word[1:]
    surname = names["surname"].get(word[:2] if compound else word[0])
    if surname is None or not 1 <= len(given) <= 2:
        return False
    parts = [names["single"].get(given)] if len(given) == 1 else [names["first"].get(given[0]), names["second"].get(given[1])]
    if None in parts:
        return False
    if given in TITLES or word[-1] in PLACE_ENDS:
        return False  # 张先生, 黄鹤楼
    slack = SCALE // 2 if len(word) == 2 else 16 * SCALE if surname <= USUAL_SURNAME else 8 * SCALE
    return PERSON_COST + surname + sum(parts) < cost + slack


def make(data):
    words, surnames, names = read_words(data), read_surnames(data), name_costs(data)
    classes = collections.defaultdict(list)
    for word, part, cost in word_costs(words):
        if part in ("nr", "nrfg") and len(word) > 1 and likelier_name(word, cost, surnames, names):
            continue
        classes[len(word), min(cost, 255)].append(word)
    return COMMENTS, COLUMNS, [[*key, "".join(sorted(classes[key]))] for key in sorted(classes)]
