"""People who do not exist, always the same ones: person(0), person(1), …

ID numbers have a right check digit over order codes 996 to 999, which are set aside; mobiles are an allotted segment
followed by zeros and a count. Names are the usual ones in a fixed order; any likeness is chance.
"""
import collections
import datetime

Person = collections.namedtuple("Person", "number name id mobile address birth city")

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = ["伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "洋", "艳", "勇", "军", "杰", "娟", "涛", "明", "超", "霞", "平", "刚",
         "桂英", "建华", "建国", "志强", "秀兰", "海燕", "晓东", "雪梅", "文静", "春梅", "国庆"]
PLACES = [("110101", "北京市东城区东直门内大街"), ("310115", "上海市浦东新区世纪大道"), ("440305", "深圳市南山区科苑路"),
          ("450103", "南宁市青秀区民族大道"), ("510107", "成都市武侯区人民南路"), ("330106", "杭州市西湖区文三路"),
          ("320102", "南京市玄武区珠江路"), ("420106", "武汉市武昌区中山路")]


def with_check(seventeen):
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return seventeen + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(seventeen, weights)) % 11]


def person(number, from_year=1968, years=30):
    code, street = PLACES[number % len(PLACES)]
    birth = f"{from_year + number * 7 % years}{number * 5 % 12 + 1:02}{number * 11 % 28 + 1:02}"
    given = GIVEN[(number // len(SURNAMES) + number) % len(GIVEN)]
    return Person(number, SURNAMES[number % len(SURNAMES)] + given,
                  with_check(code + birth + str(996 + number % 2 * 2 + number // 2 % 2)), f"1580000{number:04}",
                  f"{street}{number % 180 + 1}号{number % 9 + 1}栋{number % 20 + 1}0{number % 4 + 1}室",
                  f"{birth[:4]}-{birth[4:6]}-{birth[6:]}", street[:2])


def one_of_many(number):
    """As person(), of whom only some hundred are different: each of these below half a million has a number of his own."""
    born = (datetime.date(1950, 1, 1) + datetime.timedelta(days=number // 32)).strftime("%Y%m%d")
    return person(number)._replace(id=with_check(PLACES[number // 4 % 8][0] + born + str(996 + number % 4)),
                                   mobile=f"158{number:08}")


def woman(number):
    """Of an age to bear children, with an even order code."""
    one = person(number, 1988, 14)
    digits = one.id[:14] + str(996 + number % 2 * 2)
    return one._replace(id=with_check(digits))


def masked_mobile(mobile):
    return mobile[:3] + "****" + mobile[7:]


def masked_name(name):
    return name[0] + "*" * (len(name) - 1)
