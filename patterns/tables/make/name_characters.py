"""patterns/tables/name_characters.tsv: what names are made of, by how much each character costs in each place.

A cost is -ln of the character's share among all that stand in that place, in eighths. Shares of surnames are counts of
people. Those of given names are counted over different names, modern ones of the dictionary and historic ones, and
smoothed by a list of the project's own of characters that are usual today: the sources hold few of the living.
"""
import collections
import math

from common import TABLES
from name_sources import SOURCES, count_characters, read_old_names, read_surnames, read_words

OUT = TABLES / "name_characters.tsv"
COMMENTS = [
    "What Chinese names are made of: surnames, the one character of a given name, the first and the second of two, and",
    "  characters that spell foreign names, and any place in text. cost: -ln of the share in that place, in eighths; one not here costs more.",
    *SOURCES,
    "maker: patterns/tables/make/name_characters.py",
]
COLUMNS = ["place", "cost", "characters"]
SCALE = 8
LEAST_SURNAME = 30     # count from which names of the sources are taken apart by a surname
OLD_WEIGHT = 0.1       # of a historic name beside one of the dictionary
USUAL_WEIGHT = 40.0    # of a character of the lists below, beside one name of the dictionary
MOST_COST = 11 * SCALE
LEAST_IN_TEXT = 5
LEAST_FREQUENCY = 3    # of names of the dictionary, below which many are cut wrongly

# Usual today, by the project's own knowledge.
USUAL_SINGLE = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚鹏辉斌波颖红燕玲华飞梅鑫健俊琳雪婷帅宁浩凯倩龙莉慧丹峰洁宇亮建萍英蕾莹岩文"
    "欣瑞博晨阳旭楠玉娇林东海新云佳晶璐瑶蓉薇菲雯彬毅锋威晖昊轩涵怡悦琪琦钰媛岚妍瑾萌婧露洪松坤翔伦森彦哲康乐巍巧兰芬芹菊"
    "凤珍桂琴霖烨炜煜冰冬春秋莲香翠清源泽凡然萱昕昱晗希茜樱潇爽珊珂瑛璇甜皓睿硕翰舒艺芝茹菁虹诚谦越迪逸钧铭锐锦雁霄青韬馨"
    "骏鸿麟柳叶山川江波义志诺玥桐航豪")
USUAL_FIRST = (
    "建志国文永玉小晓海秀淑桂春金振明德红雪丽亚佳子梓欣雨思诗宇浩俊嘉一可天家雅美慧婷晨梦若语静艳立新学光成世长庆少凤兰爱"
    "云彩福荣宝景广兴祥正维伟瑞东冬清汉树仁义忠孝泽奕书亦沐芷心彤紫瑾瑶昊皓博睿铭逸鑫锦雯月晶冰婉佩惠巧素翠润洪鸿宏万中"
    "继耀俊凯启超运秋香琳怡悦艺依伊娅娜楚锡炳培卫向向军援跃克胜保柏松梅芳芝英华")
USUAL_SECOND = (
    "华明英芳兰珍平强军伟峰辉杰龙波涛林生祥荣民文国红梅霞丽玲娟敏燕琴云花香莲凤芬轩涵怡彤宁阳洋晨妍萱琪豪然泽宇浩航博瑞瑶"
    "欣佳婷雯悦萌远志超鹏飞斌刚勇毅新海东春光亮成良德才贵福根财清仪菲薇琳洁静慧莹倩雪露玉菊秀娥娇媛安康乐熙诺希瑜瑾钰铭霖"
    "辰桐诚谦恒昊皓哲睿坤震娜萍蓉英霖源凯鑫森彬健江松柏庆兴旺全义忠仁礼信俊帆翔艳颖晶茹倩")
# What the sources have behind surnames though it ends no name: titles, places, words of sentences.
NO_GIVEN = set("的了着过是在有说不们我你他她它这那某氏爷哥弟姐妹叔婶伯爸妈娘县镇村府州庄河省市区乡路街见笑引对把被与及或也都就还又"
               "很吗呢吧啊其所以而但且因将从向到给让请取时候什么等个各次位号性化式制级类型率者")


def taken_apart(names, surnames):
    """Given names of one and of two characters behind a surname, each name with its weight."""
    for name, weight in names:
        compound = len(name) > 2 and name[:2] in surnames
        given = name[2:] if compound else name[1:]
        if (compound or surnames.get(name[0], 0) >= LEAST_SURNAME) and 1 <= len(given) <= 2:
            yield given, weight


def given_counts(data, words, surnames):
    names = [(word, 1.0) for word, (frequency, part) in words.items()
             if part in ("nr", "nrfg") and frequency >= LEAST_FREQUENCY]
    names += [(name, OLD_WEIGHT) for name in read_old_names(data)]
    single, first, second = (collections.Counter() for _ in range(3))
    for given, weight in taken_apart(names, surnames):
        if len(given) == 1:
            single[given] += weight
        else:
            first[given[0]] += weight
            second[given[1]] += weight
    for counts, usual in ((single, USUAL_SINGLE), (first, USUAL_FIRST), (second, USUAL_SECOND)):
        for character in usual:
            counts[character] += USUAL_WEIGHT
    # A character that ends names of two ends such of one too.
    for character in second:
        single[character] += 0.1 * second[character]
    return single, first, second


def foreign_counts(words, surnames):
    counts = collections.Counter()
    for word, (_, part) in words.items():
        if part == "nrt" and len(word) >= 3 and surnames.get(word[0], 0) < 200:
            counts.update(word)
    return counts


def costs(counts, most=MOST_COST):
    total = sum(counts.values())
    found = {key: max(1, round(-SCALE * math.log(count / total))) for key, count in counts.items()}
    return {key: cost for key, cost in found.items() if most is None or cost <= most}


def name_costs(data):
    """Place to the costs of its characters."""
    words, surnames = read_words(data), read_surnames(data)
    seen = count_characters(words)
    kept = lambda counts: {key: count for key, count in counts.items()
                           if seen[key] >= LEAST_FREQUENCY and key not in NO_GIVEN and count >= 0.5}
    single, first, second = (costs(kept(counts)) for counts in given_counts(data, words, surnames))
    foreign = costs({key: count for key, count in foreign_counts(words, surnames).items() if count >= 2})
    text = costs({character: count for character, count in seen.items() if count >= LEAST_IN_TEXT}, None)
    return {"surname": costs(surnames), "single": single, "first": first, "second": second, "foreign": foreign,
            "text": text}


def make(data):
    rows = []
    for place, found in name_costs(data).items():
        classes = collections.defaultdict(list)
        for characters, cost in found.items():
            # Surnames of two characters stand in rows of their own.
            classes[place if len(characters) == 1 else "compound", cost].append(characters)
        rows += [[key[0], key[1], "".join(sorted(classes[key]))] for key in sorted(classes)]
    return COMMENTS, COLUMNS, rows
