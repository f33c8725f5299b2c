"""Words that cells of the table corpus are made of. Common words alone; no list of real people or places of theirs."""

GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂文华建国志红玉海燕晓宇晨欣怡浩然子涵"

_ROWS = """
surname 王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 欧阳
county 浙江省杭州市西湖区 广东省深圳市南山区 四川省成都市武侯区 江苏省南京市玄武区 湖北省武汉市洪山区
street 文三路 科技路 人民南路 中山东路 珞喻路 建设大道 解放街 和平里
town 石桥镇 河口乡 青山镇
village 李家村 王家庄村 柳树屯
city 杭州 深圳 成都 南京 武汉
province 浙江杭州 湖南长沙 山东烟台 河南洛阳
sex 男 女
status 正常 停用 待审核
level 普通 银卡 金卡
remark 无 已核实 电话未接 下周再约
type A类 B类
org 城北网点 东湖分部 第三中心
bank 中国工商银行 中国建设银行
channel 渠道一 渠道二
loglevel INFO WARN ERROR
agent curl/8.1 okhttp/4.9
httpstatus 200 404 500
urlpath /api/v1/list /health /index.html
product 标准套装 家庭装礼盒 便携充电宝 保温杯
spec 0.25g*24粒 10ml*6支
nick 小城故事 夏天的风 momo 追光者
friend 房东老陈 二姨 健身教练
staff 王医师 李老师 陈经理
diag 2型糖尿病 原发性高血压 急性阑尾炎 支气管哮喘 冠心病 腰椎间盘突出症
surgery 胆囊切除术 阑尾切除术 剖宫产术
dept 消化内科 骨科 心血管内科
visit_type 普通门诊 住院 门诊慢特病
insutype 职工基本医疗保险 城乡居民基本医疗保险
lab_item 血常规 肝功能五项 空腹血糖
exam 阳性 阴性 12.6 正常
body_part 胸部 腹部 左膝关节
finding 双肺纹理增多 脂肪肝 未见明显异常
complaint 反复头晕三天 右下腹痛 咳嗽一周
delivery 顺产 剖宫产
allergy 青霉素 头孢 海鲜
blood A型 B型 O型 AB型
history 高血压 糖尿病 有
posneg 阳性 阴性
special 肺结核病 精神分裂症 梅毒螺旋体感染
vaccine 乙肝疫苗 麻腮风疫苗
drug 阿莫西林胶囊 二甲双胍片 硝苯地平控释片
yesno 有 无
shi 是 否
credit 良好 无逾期 有逾期 花户
class5 正常类 关注类 次级类
repay 等额本息 先息后本
loan_need 20万周转 装修 购车
note_repay 承诺周五还款 电话拒接
trade_type 转账 消费 代发
risk R1 R2 R3
ins_type 重大疾病保险 车损险 意外险
accident 人民路口追尾 高速剐蹭
car_model 大众朗逸 比亚迪秦 五菱宏光
room_type 大床房 双床房
seat_class 二等座 一等座
goods 文件 衣物 食品
express_co 顺丰速运 圆通速递
call_type 主叫 被叫
message 今晚七点老地方见 钱已经转给你了 明天陪我去医院
estate 翠湖花园 滨江壹号 春风里小区
layout 三室两厅 两室一厅
title_type 商品住宅 经济适用房
class 三年级二班 高一3班
school 江东理工大学 城关第一中学
college 机电工程学院 文学院
major 土木工程 会计学
degree 本科 大专 硕士研究生
dorm 12号楼408
party 群众 共青团员
poor 困难 一般
aid 国家助学金 励志奖学金
aid_level 特别困难 一般困难
employer 滨海物流有限公司 北城第一医院
duty 车间主任 会计 工程师
occupation 教师 个体工商户 司机
experience 三年门店管理 五年软件开发
marriage 已婚 未婚 离异
wish 身高一米七以上 稳重顾家
orientation 同性 异性
religion 佛教 天主教 伊斯兰教
sect 净土宗 逊尼派
ethnic 汉族 回族 藏族 壮族
kinship 长子 配偶之父 户主本人
disability 肢体残疾 视力残疾
disability_level 二级 三级
poor_reason 因病 缺劳力
use 非营运 营运
nation 越南 韩国
"""

LISTS = {row.split()[0]: row.split()[1:] for row in _ROWS.strip().splitlines()}
