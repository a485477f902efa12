"""Invented registers, queries and truths in the format of `qingyuan match`, with no person's data in them.

    persons.py OUT --records 1000000 --queries 10000 --seed 1 --mix even|bare|kin [--sets 3]

Names follow the long tail of surnames and given characters, counties the list in `Content/regions`. Every corruption
and every hard negative is a rate of the mix, so that a run can be repeated and a rate can be moved. The rates were set
by thinking about case files, not by counting somebody's sample.
"""

import argparse
import bisect
import csv
import os
import random
import re

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__)))))
COLUMNS = ("name aliases former_names sex birth_year id_number ethnicity phone home_place practice_county "
           "practice_address institution case_date").split()

SURNAMES = ("王715 李705 张670 刘540 陈450 杨310 黄220 赵205 吴200 周190 徐145 孙143 马120 朱115 胡112 郭107 何105 林103 高98 罗95 "
            "郑90 梁80 谢76 宋70 唐67 许66 韩65 邓64 冯63 曹62 彭61 曾60 肖59 田57 董56 潘55 袁54 蔡53 蒋52 余51 于50 杜49 叶48 程47 魏46 "
            "苏45 吕44 丁43 任42 卢41 姚40 沈39 钟38 姜37 崔36 谭35 陆34 范33 汪32 廖31 石30 金30 韦29 贾29 夏28 付28 方27 邹27 熊26 白26 "
            "孟25 秦25 邱25 侯24 江24 尹23 薛23 闫23 段22 雷22 龙21 黎21 史20 陶20 贺20 毛19 郝19 顾19 龚18 邵18 万18 覃17 武17 钱17 戴16 "
            "严16 莫16 孔15 向15 常15 汤14 康14 易13 乔13 赖12 文12 施12 洪11 辛11 柯11 颜10 倪10 严10 牛10 温10 芦9 季9 俞9 章9 鲁9 葛8 "
            "伍8 申8 尤8 毕8 聂8 焦8 柳7 邢7 岳7 齐7 梅7 庄7 涂7 詹7 左7 祝7 管6 翁6 欧6 殷6 单6 安6 关6 纪6 项5 舒5 耿5 牟5 卜5 路5 詹5 "
            "凌5 费5 盛5 童5 骆5 阮4 苗4 甘4 裴4 席4 卫4 鲍4 柴4 蒙4 车4 房4 缪3 解3 应3 臧3 宗3 丛3 成3 戚3 连3 都2 樊6 宁4 滕3 桂3 查3 "
            "阳3 褚2 娄3 尚3 景3 党2 宫2 全2 佟2 郎2 郁2 仇2 栾2 隋2 楼2 商2 晏2 刁1 乐1 冷1 农2 蓝2 邬1 区1 封1 巫1 苟1 敖1 揭1 "
            "欧阳6 上官2 司马1 诸葛1 司徒1 慕容1 皇甫1 令狐1 端木1")
MALE = ("伟50 军48 强42 明42 建40 国40 华38 文36 平33 志36 勇34 斌30 杰28 春20 林28 海30 金26 永28 涛26 辉28 峰26 云16 东22 磊20 波22 "
        "鹏22 庆19 德22 新19 超18 祥17 利14 刚20 清14 光20 俊20 学17 卫16 亮17 立15 宏17 仁14 成17 龙18 洪13 正14 宇12 世14 良15 进13 家13 "
        "飞15 鑫11 浩13 生16 少9 忠16 凯12 松14 胜13 福14 振13 武11 来9 剑9 树12 兵10 民13 毅8 义10 阳11 安10 开7 发8 才9 元9 根8 保9 祖5 "
        "宝8 景6 长8 健11 旭8 雷8 贵10 翔6 友8 山8 和6 洋7 江8 昌8 向5 水5 君6 大7 小8 晓9 富6 全8 维6 宗6 先6 启5 天6 广6 加4 红8 鸿5 "
        "坤5 彬5 晨5 博5 瑞6 轩3 昊3 子5 佳3 哲3 恒4 康4 权4 奎3 岩4 锋7 泉4 顺6 兴7 达4 有5 合3 万4 喜4 炳3 耀4 远4 培4 绍3 士4 如3 "
        "传4 承3 克4 跃4 雄5 威4 威4 靖2 炎2 坚3 坡1 楠2 恩3 章2 登3 善3 魁1 湘1 虎4 豹1 征2 奇3 岭1 群3 信3 运3 栋3 桥2 锦2")
FEMALE = ("芳40 丽40 英38 秀36 红32 霞32 玲30 敏30 兰28 梅28 艳27 娟26 燕25 玉27 珍24 静23 萍22 凤22 桂18 琴18 云18 莲16 春18 婷17 华20 "
          "莉16 娜14 莲12 蓉11 琳12 芬13 丹11 慧14 香12 琼10 月10 雪10 洁10 花11 美11 翠9 颖9 佳9 惠9 彩8 琪6 巧7 素7 银6 爱8 淑11 金9 "
          "小11 晓12 文9 平10 荣8 菊8 青6 冬4 连4 永4 海6 建5 国3 志3 明6 清6 兴2 欢4 倩8 薇4 梦6 思6 雨6 欣6 怡6 媛5 瑶4 妍3 蕾4 "
          "莹5 菲4 晶6 露4 瑞4 宁4 珠4 英9 凡2 亚6 菁2 芝5 仙4 群4 娥5 女3 改2 巧3 侠2 会6 贤3 勤3 义2 翠5 叶3 苹2 枝3 先2 宝2 庆2")
MINORITY = {"维吾尔族": ("阿卜杜拉 阿布力孜 买买提 麦麦提明 艾尼瓦尔 吐尔逊 玉素甫 亚库甫 伊力哈木 卡德尔 肉孜 依明 斯迪克 热合曼 尼亚孜 吾买尔 艾合买提 阿不都热合曼 库尔班 帕尔哈提",
                     "阿依古丽 古丽娜尔 帕提古丽 米热古丽 热依汗 祖丽皮亚 阿孜古丽 布威海丽且木"),
            "藏族": ("扎西 多吉 次仁 旺堆 平措 洛桑 巴桑 尼玛 边巴 罗布 仁青 加措 顿珠 普布 索南 格桑 达瓦 旦增", "卓玛 央金 曲珍 德吉 拉姆 白玛 央宗 索朗")}
SOUNDS = ("伟玮炜卫威 军君俊钧均骏 强蔷 明铭鸣名 建健剑见 国果 华化桦 文雯闻 平萍苹 志智治致 勇永咏泳 斌彬宾 杰洁捷 春椿 林琳霖临 海亥 金今锦津 涛韬 辉晖惠慧会 "
          "峰锋丰枫 云芸 东冬栋 磊蕾雷 波博 鹏朋 庆青清卿 德得 新欣鑫心 超潮 祥翔详 利丽莉立力 刚钢岗 光广 学雪 亮良梁 宏红洪鸿弘 仁人任 成诚城程承 "
          "龙隆 正政振镇 宇玉雨裕育 世士事仕 进晋近 家佳嘉加 飞菲非 浩昊豪 生胜升昇声 少绍邵 忠中钟 凯恺 松嵩 福富付 武伍五 来莱 树书淑舒 兵冰 民敏 "
          "毅义艺益意 阳洋扬杨 安庵 发法 元园源媛圆 根跟 保宝 景静京晶 长常昌 旭绪序 贵桂 友有 山珊 河和合 江姜 秀绣 英瑛莹颖 霞侠 玲灵凌 兰岚 梅美 "
          "艳燕彦 娟鹃 珍真贞 凤奉 琴勤芹 莲连 婷亭 娜那 蓉荣容 芬分 丹旦 香湘 琼穷 月悦 花化 翠脆 素苏 银寅 爱艾 张章 王汪 李黎 徐许 周邹 曾增 余于俞 "
          "付傅 肖萧 闫阎严 丁定 白柏 纪季 江姜蒋 石时 董懂 胡湖 何和 罗骆 程成 向项 黄皇 梁良 吴武 宋送 谢解 袁元 姚尧 沈申")
DIALECT = ("林宁 李你 刘牛 兰南 莲年 龙农 梁娘 玲宁 英音 明民 平频 京金 清亲 星新 青琴 生森 成陈 胡扶 黄房 华发 慧费 张臧 周邹 志自 山三 世四 "
           "晓扫 知资 春村 程岑 树素 顺舜 凌林 静晋 庆沁 萍品 红冯 亮娘 丽妮 冷能 芳荒 飞辉 凤横 富户")
LOOKS = ("军车 华毕 陈阵 杨扬 刘剂 艳绝 世也 万方 李季 王玉 王壬 张弛 林材 明朋 国固 建健 志忘 平干 林林 东车 海悔 红江 芳芬 英莫 秀香 梅悔 丽雨 燕燃 云去 "
         "玲铃 兰三 珍诊 霞震 凤风 敏敌 静靓 娟捐 勇男 斌斑 杰杏 波坡 鹏朋 德得 新亲 超起 祥详 利刹 刚钢 清请 光先 俊峻 学字 卫印 亮高 立位 宏宠 仁仨 成咸 龙尤 洪烘 "
         "正止 宇字 良食 进迸 家冢 飞飞 浩洁 生主 少小 忠患 凯剀 松材 胜胚 福幅 振振 武式 来耒 剑创 树村 兵乒 民氏 毅殷 义叉 阳阴 安宴 开升 发友 才寸 元无 根银 保倸 "
         "宝玉 景影 长张 健键 旭旬 雷雪 贵责 友反 山出 和科 洋样 江汪 昌冒 水永 君若 大太 小少 徐除 朱未 马乌 胡故 郭郑 何伺 高亮 罗萝 郑邓 梁粱 谢射 许诉 韩朝 邓郑 "
         "冯马 曹曾 曾增 田由 潘播 袁哀 蔡葵 蒋将 余佘 于干 杜社 叶汁 程理 魏巍 苏芬 吕昌 丁于 任仕 卢户 姚桃 沈沉 钟种 姜美 崔雀 谭潭 陆际 范苑 汪江 廖寥 石右 金全 贾买 "
         "夏复 付何 方万 邹部 熊能 白自 孟盂 秦泰 侯候 尹伊 薛薜 段殷 雷雪 史吏 陶淘 贺贸 毛手 顾硕 龚袭 钱线 戴载 严亚 莫英 孔扎 向问 常裳 汤杨 易昜")
VARIANTS = "峰峯 群羣 杰傑 升昇 强強 果菓 泉湶 哲喆 村邨 迹蹟 烟菸 柏栢 凉涼 秋秌 芸蕓 吴吳 侄姪 岩嵒 岳嶽 考攷 略畧 棋碁 瑶瑤 婵嬋 丰豐 晋晉 温溫 黄黃 卫衞 户戶 册冊 叙敍 况況"
TRAD = ("陳陈 張张 劉刘 黃黄 趙赵 吳吴 孫孙 馬马 許许 鄭郑 謝谢 韓韩 馮冯 鄧邓 葉叶 蘇苏 呂吕 盧卢 鍾钟 薑姜 譚谭 陸陆 範范 賈贾 龍龙 萬万 錢钱 嚴严 湯汤 羅罗 偉伟 軍军 "
        "強强 國国 華华 誌志 傑杰 雲云 東东 鵬鹏 慶庆 濤涛 輝辉 飛飞 鑾銮 興兴 寶宝 貴贵 麗丽 紅红 蘭兰 豔艳 鳳凤 靜静 瓊琼 潔洁 愛爱 銀银 蓮莲 業业 義义 陽阳 發发 開开 "
        "劍剑 進进 鋒锋 剛刚 樹树 學学 衛卫 來来 長长 達达 順顺 實实 鎮镇 灣湾 樓楼 橋桥 莊庄 關关 營营 圍围 診诊 醫医 藥药 館馆 無无 爾尔 門门 養养 專专 療疗 鑲镶 氣气 "
        "豐丰 溝沟 灘滩 壩坝 墻墙 銅铜 舊旧 號号 橋桥 環环 會会 賓宾 體体 創创 貞贞 瑩莹 穎颖 壽寿 嶺岭 嶽岳 歲岁 澤泽 潤润 濟济 燦灿 禮礼 維维 聖圣 聰聪 蕭萧 閻阎 顏颜 齊齐")
STREETS = ("人民 解放 中山 建设 和平 新华 文化 健康 青年 友谊 胜利 团结 幸福 光明 民主 工农 迎宾 长江 黄河 淮海 北京 上海 南京 环城 滨河 学府 朝阳 振兴 利民 体育 "
           "太平 东风 花园 民生 站前 广场 复兴 延安 劳动 前进 红旗 公园 建国 河滨 龙山 西环 东环 南环 创业 科技").split()
PLACE = "王李张刘陈赵周吴马朱胡高林宋梁郑徐孙何大小新老东西南北上下前后中三双七河湖桥沙石青白黄红龙凤金银柳杨松竹梅桃安平和永兴长太福清海江泉井塘岗坡台城关"
TOWN = ["镇"] * 7 + ["乡"] * 3 + ["街道"]
PLACE2 = "集庄村寨圩湾楼店铺桥营坝渡墙墩沟庙坊港埠屯坪岭塘"
BRAND = "康安民益仁和济生惠平爱慈善福寿美雅丽佳洁亮春草华德同百家兴利泰瑞祥健广永丰欣乐友信诚恒"
KINDS = ("诊所 内科诊所 口腔诊所 中医诊所 妇科诊所 皮肤科 痔疮专科 性病专科 骨科 眼科 牙科 镶牙 推拿馆 针灸馆 养生馆 中医馆 美容院 医疗美容 月子中心 盲人按摩 药店坐诊 卫生室 门诊部 "
         "游医摊点 草药店 黑诊所(无牌)").split()
PET = "小宝 小三 老三 老六 小五 小黑 老二 小兵 小根 小狗 老毛 小娃 大头 老牛 小子".split()


def weighted(text):
    pairs = [re.match(r"(\D+)(\d+)", part).groups() for part in text.split()]
    return [a for a, _ in pairs], [int(b) for _, b in pairs]


class Bag:
    """Draws names as often as they weigh."""

    def __init__(self, names, weights):
        self.names, self.total, self.sums = names, 0, []
        for weight in weights:
            self.total += weight
            self.sums.append(self.total)

    def draw(self, chance):
        return self.names[bisect.bisect(self.sums, chance.random() * self.total)]


def groups(text):
    near = {}
    for part in text.split():
        for a in part:
            near.setdefault(a, set()).update(b for b in part if b != a)
    return {a: sorted(b) for a, b in near.items() if b}


def tail(bag, seed, size):
    """Rare characters behind the listed ones: the long tail of given names."""
    chance = random.Random(seed)
    rare = [chr(chance.randrange(0x4E00, 0x9FA0)) for _ in range(size)]
    rare = [c for c in rare if gb(c)]
    return bag[0] + rare, bag[1] + [1 / (1 + i / 15) for i in range(len(rare))]


def gb(c):
    try:
        return 0xB0 <= c.encode("gb2312")[0] <= 0xD7
    except UnicodeEncodeError:
        return False


def counties():
    text = open(os.path.join(ROOT, "Content/regions/current.yaml"), encoding="utf-8").read()
    out, province, city = [], "", ""
    for kind, name, code in re.findall(r"(province: |city: |)([\u4e00-\u9fff]+) (\d{6})", text):
        if kind == "province: ":
            province, city = name, ""
        elif kind == "city: ":
            city = name
        else:
            out.append((code, province, city, name))
    return out


CHECK = "10X98765432"


def check(body):
    return CHECK[sum(int(d) * w for d, w in zip(body, (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2))) % 11]


def short(name):
    for full, brief in (("内蒙古自治区", "内蒙古"), ("新疆维吾尔自治区", "新疆"), ("宁夏回族自治区", "宁夏"), ("广西壮族自治区", "广西"), ("西藏自治区", "西藏")):
        if name == full:
            return brief
    return name[:-1] if len(name) > 2 and name[-1] in "省市区县" and not name.endswith("自治县") else name


class World:
    def __init__(self, seed, rates):
        self.chance, self.rates = random.Random(seed), rates
        self.surnames = Bag(*weighted(SURNAMES))
        male, female = tail(weighted(MALE), 5, 900), tail(weighted(FEMALE), 6, 700)
        self.given = {"男": Bag(*male), "女": Bag(*female)}
        # Names of a generation that many bear together.
        fixed = random.Random(7)
        pairs = {s: [self.given[s].draw(fixed) + self.given[s].draw(fixed) for _ in range(400)] for s in "男女"}
        self.popular = {s: Bag(pairs[s], [1 / (3 + i) for i in range(400)]) for s in "男女"}
        self.counties = counties()
        self.codes = {c[0]: c for c in self.counties}
        own = [c for c in self.counties if c[0][:2] == rates["province"]]
        near = [c for c in self.counties if c[0][:2] in rates["around"]]
        self.home = Bag([own, near, self.counties], rates["homes"])
        self.site = Bag([own, near, self.counties], rates["sites"])
        self.sounds, self.dialect, self.looks, self.variants = map(groups, (SOUNDS, DIALECT, LOOKS, VARIANTS))
        pairs = TRAD.split()
        self.trad = {p[1]: p[0] for p in pairs}
        self.trad |= {p[0]: p[1] for p in VARIANTS.split()}

    def maybe(self, key):
        return self.chance.random() < self.rates[key]

    def surname(self):
        return self.surnames.draw(self.chance)

    def given_name(self, sex):
        r = self.chance.random()
        if r < .22:
            return self.given[sex].draw(self.chance)
        if r < .37:
            return self.popular[sex].draw(self.chance)
        return self.given[sex].draw(self.chance) + self.given[sex].draw(self.chance)

    def name(self, sex, people):
        if people in MINORITY:
            male, female = (part.split() for part in MINORITY[people])
            first = self.chance.choice(male if sex == "男" else female)
            return first + ("·" if people == "维吾尔族" else "") + self.chance.choice(male)
        return self.surname() + self.given_name(sex)

    def place(self):
        pick = self.chance.choice
        return pick(PLACE) + pick(PLACE2)

    def address(self):
        """Parts in order; case files leave parts away."""
        number, pick = self.chance.randrange, self.chance.choice
        if self.chance.random() < .5:
            first, rest = pick(STREETS) + "路", [str(number(1, 700)) + "号"]
            r = self.chance.random()
            if r < .25:
                rest.append(f"{number(1, 60)}幢{number(1, 17)}0{number(1, 9)}室")
            elif r < .45:
                rest.append(f"-{number(1, 9)}")
            return [first] + rest
        return [self.place() + pick(TOWN), self.place() + "村", f"{number(1, 16)}组", f"{number(1, 120)}号"]

    def phone(self):
        return self.chance.choice("130 131 132 133 135 136 137 138 139 150 151 152 153 155 156 157 158 159 170 177 180 181 182 183 186 187 188 189 199".split()) + str(
            self.chance.randrange(10 ** 7, 10 ** 8))

    def number(self, code, day, sex):
        last = self.chance.randrange(5) * 2 + (sex == "男")
        body = f"{code}{day}{self.chance.randrange(0, 60):02d}{last}"
        return body + check(body)

    def person(self):
        c = self.chance
        sex = "男" if c.random() < .68 else "女"
        home = c.choice(self.home.draw(c))
        r = c.random()
        people = "汉族"
        if r < .06:
            people = c.choice("回族 壮族 土家族 满族 苗族 蒙古族 彝族".split())
        elif r < .075:
            people = c.choice(["维吾尔族", "藏族"])
        year = min(2002, max(1935, int(c.gauss(1967, 12))))
        day = f"{year}{c.randrange(1, 13):02d}{c.randrange(1, 29):02d}"
        site = home if c.random() < .12 else c.choice(self.site.draw(c))
        name = self.name(sex, people)
        return dict(name=name, aliases=[], former=[], sex=sex, day=day, home=home, people=people,
                    number=self.number(home[0], day, sex), phone=self.phone(), home_detail=self.address(),
                    site=site, address=self.address(), shop=self.shop(name))

    def kinsman(self, person):
        """A number of the same county, mostly: of somebody of the family."""
        c, near = self.chance, self.chance.random() < .7
        code = person["home"][0] if near else c.choice(self.home.draw(c))[0]
        year = int(person["day"][:4]) + c.randrange(-8, 9)
        return self.number(code, f"{year}{c.randrange(1, 13):02d}{c.randrange(1, 29):02d}", person["sex"])

    def shop(self, name):
        c, kind = self.chance, self.chance.choice(KINDS)
        family = surname_of(name)
        r = c.random()
        if r < .25:
            return "无名" + kind
        if r < .55:
            return family + "氏" + kind
        if r < .68:
            return name + kind
        return c.choice(BRAND) + c.choice(BRAND) + kind

    def written_home(self, person, detail=.12):
        c = self.chance
        code, province, city, county = person["home"]
        r = c.random()
        if r < .45:
            text = province + (city or "") + county
        elif r < .62:
            text = short(province) + county
        elif r < .8:
            text = (city or province) + county
        else:
            text = short(province) + short(city) + short(county)
        return text + ("".join(person["home_detail"]) if c.random() < detail else "")

    def written_site(self, person, partial):
        c = self.chance
        parts = list(person["address"])
        if c.random() < partial:
            if parts[0].endswith("路"):
                parts = parts[:c.choice((1, 2))]
            else:
                parts = c.choice((parts[1:2], parts[:2], parts[:3], parts[1:3]))
        r, (_, province, city, county) = c.random(), person["site"]
        return (city + county if r < .15 else county if r < .4 else "") + "".join(parts)

    def record(self, person, day):
        """The row of the register: what was written down the first time."""
        c, row = self.chance, {}
        row["name"] = person["name"]
        row["aliases"] = ";".join(person["aliases"])
        row["former_names"] = ";".join(person["former"])
        row["sex"] = "" if c.random() < .015 else person["sex"]
        year = int(person["day"][:4])
        row["birth_year"] = "" if c.random() < .07 else str(year + (c.choice((-1, 1)) if c.random() < .04 else 0))
        r, number = c.random(), person["number"]
        row["id_number"] = "" if r < .14 else number[:6] + number[8:17] if r < .16 else number[:6] + "*" * 8 + number[14:] if r < .175 else number
        row["ethnicity"] = "" if c.random() < .15 else person["people"]
        row["phone"] = "" if c.random() < .22 else person["phone"] + (";" + self.phone() if c.random() < .06 else "")
        row["home_place"] = "" if c.random() < .11 else self.written_home(person)
        row["practice_county"] = person["site"][0]
        row["practice_address"] = "" if c.random() < .03 else self.written_site(person, .1)
        row["institution"] = "" if c.random() < .3 else person["shop"]
        row["case_date"] = day
        return row

    # Queries

    def respelt(self, name, person):
        """A name written anew, with the reason."""
        c = self.chance
        how = Bag(*zip(*self.rates["names"].items())).draw(c)
        family = surname_of(name)
        given = name[len(family):]
        spots = list(range(len(name)))
        c.shuffle(spots)
        table = dict(sound=self.sounds, dialect=self.dialect, look=self.looks, variant=self.variants).get(how)
        if table is not None:
            for spot in spots:
                if name[spot] in table:
                    return name[:spot] + c.choice(table[name[spot]]) + name[spot + 1:], how
            return name, "same"
        if how == "twosounds":
            new = "".join(c.choice(self.sounds[x]) if x in self.sounds and c.random() < .8 else x for x in name)
            return new, how
        if how == "trad":
            return "".join(self.trad.get(x, x) for x in name), how
        if how == "lost" and len(given) > 1:
            return family + c.choice(given), how
        if how == "lost" or how == "added":
            extra = self.given[person["sex"]].draw(c)
            return (family + given + extra if c.random() < .5 else family + extra + given) if len(given) < 2 else name, how
        if how == "swapped" and len(given) == 2:
            return family + given[::-1], how
        if how == "other" and len(given) == 2:
            spot = c.randrange(2)
            return family + given[:spot] + self.given[person["sex"]].draw(c) + given[spot + 1:], how
        if how == "pet":
            return (c.choice("小老") + family if c.random() < .4 else family + c.choice(PET)), how
        if how == "wholly":
            return (family if c.random() < .7 else self.surname()) + self.given_name(person["sex"]), how
        return name, "same"

    def retyped(self, number):
        c = self.chance
        how = Bag(*zip(*self.rates["numbers"].items())).draw(c)
        if not number:
            return "", how
        spot = c.randrange(len(number) - 1)
        if how == "wrong":
            return number[:spot] + str((int(number[spot]) + c.randrange(1, 10)) % 10) + number[spot + 1:], how
        if how == "swapped":
            return number[:spot] + number[spot + 1] + number[spot] + number[spot + 2:], how
        if how == "short":
            return number[:spot] + number[spot + 1:], how
        if how == "doubled":
            return number[:spot] + number[spot] + number[spot:], how
        if how == "old":
            return number[:6] + number[8:17], how
        if how == "masked":
            return c.choice((number[:6] + "*" * 8 + number[14:], number[:14] + "****", number[:10] + "*" * 8)), how
        if how == "part":
            return c.choice((number[-4:], number[-6:], number[:14])), how
        if how == "none":
            return "", how
        return number, how

    def query(self, person, day, fresh=False):
        """A case file of this person."""
        c, row, x = self.chance, {}, dict(person)
        name, how = (person["name"], "same") if fresh else self.respelt(person["name"], person)
        aliases = list(person["aliases"]) if c.random() < .3 else []
        former = list(person["former"]) if c.random() < .25 else []
        if not fresh and (person["aliases"] or person["former"]) and c.random() < self.rates["by-alias"]:
            name = c.choice(person["aliases"] + person["former"])
            aliases = [person["name"]] if c.random() < .3 else []
            former = []
        elif not fresh and how == "same" and c.random() < .04:
            aliases = [surname_of(name) + (c.choice(PET) if c.random() < .5 else self.given_name(person["sex"]))]
        row["name"], row["aliases"], row["former_names"] = name, ";".join(aliases), ";".join(former)
        row["sex"] = "" if c.random() < .025 else person["sex"] if c.random() > self.rates["sex-off"] else "女" if person["sex"] == "男" else "男"
        year, r = int(person["day"][:4]), c.random()
        row["birth_year"] = "" if r < .14 else str(year + (c.choice((-2, -1, 1, 2, -1, 1)) if r < .14 + self.rates["year-off"] else 0))
        number = person["number"]
        if not fresh and self.maybe("other-number"):
            stranger = c.choice(self.people) if c.random() < .5 else None
            number = stranger["number"] if stranger else self.kinsman(person)
            # Who copies the number copies the year out of it.
            if c.random() < .5:
                year = int(number[6:10])
                row["birth_year"] = row["birth_year"] and str(year)
        row["id_number"], _ = self.retyped(number)
        row["ethnicity"] = "" if c.random() < .18 else person["people"]
        phone = person["phone"]
        if not fresh:
            r = c.random()
            if r < self.rates["new-phone"]:
                phone = self.phone()
            elif r < self.rates["new-phone"] + .03:
                spot = c.randrange(3, 11)
                phone = phone[:spot] + str(c.randrange(10)) + phone[spot + 1:]
        row["phone"] = "" if c.random() < .2 else phone + (";" + self.phone() if c.random() < .03 else "")
        row["home_place"] = "" if c.random() < self.rates["no-home"] else self.written_home(person)
        moved = not fresh and self.maybe("moved")
        if moved:
            x["site"] = c.choice(self.site.draw(c)) if c.random() < .6 else person["site"]
            x["address"] = self.address()
        if not fresh and c.random() < (.6 if moved else .15):
            x["shop"] = self.shop(person["name"])
        row["practice_county"] = x["site"][0]
        row["practice_address"] = "" if c.random() < .06 else self.written_site(x, .35)
        row["institution"] = "" if c.random() < .4 else x["shop"]
        if c.random() < self.rates["traditional"]:
            for key in ("practice_address", "institution"):
                row[key] = "".join(self.trad.get(z, z) for z in row[key])
        row["case_date"] = day
        return row

    def stranger(self, kind):
        """Somebody who is not in the register but near to one who is."""
        c, other, x = self.chance, self.chance.choice(self.people), self.person()
        if kind == "namesake":
            x["name"], x["sex"] = other["name"], other["sex"] if c.random() < .9 else x["sex"]
            if c.random() < .35:
                x["day"] = f"{int(other['day'][:4]) + c.randrange(-2, 3)}{x['day'][4:]}"
            if c.random() < .12:
                x["home"] = other["home"]
            if c.random() < .08:
                x["site"] = other["site"]
            x["number"] = self.number(x["home"][0], x["day"], x["sex"])
            if surname_of(x["shop"])[:1] != x["name"][:1]:
                x["shop"] = self.shop(x["name"])
        elif kind == "phone_recycled":
            x["phone"] = other["phone"]
        elif kind == "successor":
            x["site"], x["address"] = other["site"], other["address"]
            x["shop"] = other["shop"] if c.random() < .7 else x["shop"]
            x["phone"] = other["phone"] if c.random() < .2 else x["phone"]
            x["home"] = other["home"] if c.random() < .3 else x["home"]
            x["number"] = self.number(x["home"][0], x["day"], x["sex"])
        else:
            family = surname_of(other["name"])
            year = int(other["day"][:4])
            x["home"], x["home_detail"], x["people"] = other["home"], other["home_detail"], other["people"]
            if c.random() < .6:
                x["site"] = other["site"]
                if c.random() < .6:
                    x["address"] = other["address"]
                    x["shop"] = other["shop"]
            if c.random() < .35:
                x["phone"] = other["phone"]
            given = self.given_name(x["sex"])
            generation = other["name"][len(family):]
            if kind in ("sibling", "twin") and len(generation) == 2 and c.random() < .45:
                given = generation[0] + self.given[x["sex"]].draw(c)
            if kind == "twin":
                x["day"], x["sex"] = other["day"], other["sex"]
                while given == generation:
                    given = generation[:1] + self.given[x["sex"]].draw(c)
            elif kind == "sibling":
                x["day"] = f"{year + c.choice((-8, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 8))}{x['day'][4:]}"
            elif kind == "child":
                x["day"] = f"{min(2004, year + c.randrange(20, 33))}{x['day'][4:]}"
            else:
                x["sex"], family = "女" if other["sex"] == "男" else "男", self.surname()
                given = self.given_name(x["sex"])
                x["day"] = f"{year + c.randrange(-5, 6)}{x['day'][4:]}"
                if c.random() < .5:
                    x["home"] = c.choice(self.home.draw(c))
            if other["people"] not in MINORITY or kind == "spouse":
                x["name"] = family + given
            x["number"] = self.number(x["home"][0], x["day"], x["sex"])
            if kind == "twin":
                x["number"] = self.number(other["home"][0], x["day"], x["sex"])
        return x


def surname_of(name):
    return name[:2] if name[:2] in ("欧阳", "上官", "司马", "诸葛", "司徒", "慕容", "皇甫", "令狐", "端木") else name[:1]


BASE = dict(province="32", around=("34", "33", "37", "31", "41", "35"), homes=[35, 35, 30], sites=[55, 37, 8],
            names=dict(same=62, sound=7, dialect=2.5, look=3.5, variant=1.5, twosounds=1, trad=6, lost=3, added=2, swapped=1,
                       other=2, pet=2, wholly=2),
            numbers=dict(full=36, wrong=3.5, swapped=2, short=1.5, doubled=1.5, old=3, masked=6, part=3, none=43.5),
            **{"by-alias": .35, "sex-off": .02, "year-off": .09, "other-number": .04, "new-phone": .42, "no-home": .26, "moved": .55,
               "traditional": .05, "positive": .35,
               "negatives": dict(unrelated=75, namesake=9, sibling=4, child=3, twin=2, spouse=3, successor=2.5, phone_recycled=1.5)})


def mixed(mix):
    rates = {**BASE, "names": dict(BASE["names"]), "numbers": dict(BASE["numbers"])}
    if mix == "bare":
        rates["numbers"]["none"] = 75
        rates.update({"new-phone": .55, "no-home": .33, "year-off": .13, "moved": .65, "positive": .4})
    if mix == "kin":
        rates["negatives"] = dict(unrelated=40, namesake=22, sibling=9, child=6, twin=6, spouse=6, successor=7, phone_recycled=4)
        rates["names"]["same"] = 50
        rates.update({"positive": .3, "other-number": .06})
    if mix == "wide":
        rates.update({"province": "41", "around": ("42", "13", "14", "37"), "homes": [25, 25, 50], "positive": .5})
    return rates


def shaken(rates, chance):
    """Every rate moved by up to two thirds either way: no agency errs as another does."""
    def move(value):
        return value * 3 ** chance.uniform(-.6, .6)

    moved = {key: move(value) if isinstance(value, float) and key != "positive" else value for key, value in rates.items()}
    for table in ("names", "numbers"):
        moved[table] = {key: value if key in ("same", "full", "none") else move(value) for key, value in rates[table].items()}
    return moved


def day(chance, first, last):
    return f"{chance.randrange(first, last)}-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}"


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("out")
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mixes", default="even,bare,kin")
    parser.add_argument("--shaken", type=int, default=0, help="query sets with moved rates beside each mix")
    asked = parser.parse_args()
    os.makedirs(asked.out, exist_ok=True)
    world = World(asked.seed, mixed(asked.mixes.split(",")[0]))
    c, world.people = world.chance, []
    with open(os.path.join(asked.out, "register.csv"), "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["record_id"] + COLUMNS)
        for number in range(1, asked.records + 1):
            person = world.person()
            if c.random() < .15:
                other = surname_of(person["name"]) + (c.choice(PET) if c.random() < .45 else world.given_name(person["sex"]))
                person["aliases" if c.random() < .75 else "former"].append(other)
            world.people.append(person)
            written = world.record({**person, "aliases": person["aliases"] if c.random() < .8 else []}, day(c, 2009, 2024))
            rows.writerow([f"R{number:08d}"] + [written[k] for k in COLUMNS])
    for mix in asked.mixes.split(","):
        questions(world, asked, mix, mixed(mix))
        for number in range(asked.shaken):
            questions(world, asked, f"{mix}{number + 1}", shaken(mixed(mix), world.chance))


def questions(world, asked, label, rates):
    world.rates, c = rates, world.chance
    negatives = Bag(*zip(*rates["negatives"].items()))
    chosen = c.sample(range(asked.records), min(asked.records, asked.queries))
    with open(os.path.join(asked.out, f"queries-{label}.csv"), "w", encoding="utf-8", newline="") as file, \
            open(os.path.join(asked.out, f"truth-{label}.csv"), "w", encoding="utf-8", newline="") as truth:
        rows, answers = csv.writer(file), csv.writer(truth)
        rows.writerow(["query_id"] + COLUMNS)
        answers.writerow(["query_id", "record_id", "kind"])
        for number, index in enumerate(chosen, 1):
            name = f"Q{number:07d}"
            if c.random() < rates["positive"]:
                written, kind, record = world.query(world.people[index], day(c, 2023, 2027)), "reoffender", f"R{index + 1:08d}"
            else:
                kind, record = negatives.draw(c), ""
                stranger = world.person() if kind == "unrelated" else world.stranger(kind)
                written = world.query(stranger, day(c, 2023, 2027), fresh=c.random() < .5)
            rows.writerow([name] + [written[k] for k in COLUMNS])
            answers.writerow([name, record, kind])


if __name__ == "__main__":
    main()
