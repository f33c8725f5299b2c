"""Case 2, second half: a folder of tables from several sources that share people, and the post that links to it; and a
folder of tables about goods."""
from people import person

FOLDER = "dump/"


def insert(table, columns, rows):
    body = ",\n".join("(" + ", ".join(f"'{cell}'" for cell in row) + ")" for row in rows)
    return f"INSERT INTO `{table}` ({', '.join(f'`{name}`' for name in columns)}) VALUES\n{body};\n"


def csv(header, rows):
    return "\n".join([",".join(header)] + [",".join(map(str, row)) for row in rows]) + "\n"


def dump(times=1, person=person):
    """The folder of this place, or one with tables so many times as long, of other people."""
    households = [person(400 * times + i) for i in range(80 * times)]
    owners = [person(440 * times + i) for i in range(60 * times)]  # half of them are in the households, too
    buyers = [person(420 * times + i) for i in range(60 * times)]
    logins = [person(470 * times + i) for i in range(40 * times)]
    plates = [f"京A{10000 + who.number % 90000}" for who in owners]
    return {
        FOLDER + "hukou.csv": csv(["姓名", "身份证号", "户籍地址", "民族", "与户主关系"], [
            (who.name, who.id, who.address, "汉族", ("户主", "配偶", "子")[who.number % 3]) for who in households]),
        FOLDER + "chezhu.csv": csv(["车主姓名", "身份证号", "手机号", "车牌号", "品牌型号"], [
            (who.name, who.id, who.mobile, plate, "测试牌TC7150") for who, plate in zip(owners, plates)]),
        FOLDER + "jd_users.sql": insert("jd_users", ["real_name", "mobile", "email", "address"], [
            (who.name, who.mobile, f"user{who.number}@example.com", who.address) for who in buyers]),
        FOLDER + "qq_reg.sql": insert("qq_reg", ["qq", "mobile", "real_name"], [
            (200000000 + who.number * 137, who.mobile, who.name) for who in logins]),
        "group_post.txt": "2020-09-20 21:14:03 数据小站\n社工库打包：户籍 车主 京东 QQ 四个表，8100万条\n"
                          "链接 https://pan.baidu.com/s/1TestTestTestTestTestTes 提取码 t3st\n",
    }


def catalogue():
    goods = [(f"K{i:05}", ("台灯", "水杯", "雨伞", "书架")[i % 4], i * 3 % 97) for i in range(60)]
    return {
        "tables/goods.csv": csv(["sku", "品名", "库存"], goods),
        "tables/prices.csv": csv(["sku", "单价", "币种"], [(sku, f"{stock + 9}.90", "CNY") for sku, _, stock in goods]),
        "tables/stores.sql": insert("stores", ["sku", "warehouse", "shelf"], [
            (sku, f"W{i % 4}", f"A-{i % 30}") for i, (sku, _, _) in enumerate(goods)]),
        "readme.txt": "2020-09-20 21:14:03 仓库\n新版商品目录已更新，见共享盘 tables 文件夹\n",
    }
