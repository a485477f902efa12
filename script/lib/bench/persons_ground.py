"""Invented persons as they are, and the rows that a register holds of them."""

import bisect
import os
import random
import re

from persons_words import (
    BRAND, DIALECT, FEMALE, KINDS, LOOKS, MALE, MINORITY, PLACE, PLACE2, SOUNDS, STREETS, SURNAMES, TOWN, TRAD,
    VARIANTS)

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__)))))


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


def surname_of(name):
    return name[:2] if name[:2] in ("欧阳", "上官", "司马", "诸葛", "司徒", "慕容", "皇甫", "令狐", "端木") else name[:1]


class Ground:
    """Draws persons; `rates` says from where."""

    def __init__(self, seed, rates):
        self.chance, self.rates, self.people = random.Random(seed), rates, []
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
