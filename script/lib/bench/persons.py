"""Invented registers, queries and truths in the format of `qingyuan match`, with no person's data in them.

    persons.py OUT --records 1000000 --queries 10000 --seed 1 --mixes even,bare,kin [--shaken 3]

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

from persons_words import (
    BRAND, COLUMNS, DIALECT, FEMALE, KINDS, LOOKS, MALE, MINORITY, PET, PLACE, PLACE2, SOUNDS, STREETS, SURNAMES, TOWN,
    TRAD, VARIANTS)

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


class World:
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
        if how == "other":
            # What no list explains: a shape or a sound that nobody thought of.
            spot = spots[0]
            new = self.surname()[0] if spot == 0 else self.given[person["sex"]].draw(c)
            return name[:spot] + new + name[spot + 1:], how
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
            elif c.random() < .03:
                # Under the number of the one who is registered.
                x["number"] = other["number"]
        return x


def surname_of(name):
    return name[:2] if name[:2] in ("欧阳", "上官", "司马", "诸葛", "司徒", "慕容", "皇甫", "令狐", "端木") else name[:1]


BASE = dict(province="32", around=("34", "33", "37", "31", "41", "35"), homes=[35, 35, 30], sites=[55, 37, 8],
            names=dict(same=62, sound=7, dialect=2.5, look=2.5, variant=1.5, twosounds=1, trad=6, lost=3, added=2, swapped=1,
                       other=4.5, pet=2, wholly=2),
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
    write(asked.out, asked.records, asked.queries, asked.seed, asked.mixes.split(","), asked.shaken)


def write(out, records, queries, seed, mixes, sets=0):
    """A register, and for each mix its queries and their truth, in the folder."""
    os.makedirs(out, exist_ok=True)
    world = World(seed, mixed(mixes[0]))
    register(world, out, records)
    for mix in mixes:
        questions(world, out, queries, mix, mixed(mix))
        for number in range(sets):
            questions(world, out, queries, f"{mix}{number + 1}", shaken(mixed(mix), world.chance))


def register(world, out, records):
    c = world.chance
    with open(os.path.join(out, "register.csv"), "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["record_id"] + COLUMNS)
        for number in range(1, records + 1):
            person = world.person()
            if c.random() < .15:
                other = surname_of(person["name"]) + (c.choice(PET) if c.random() < .45 else world.given_name(person["sex"]))
                person["aliases" if c.random() < .75 else "former"].append(other)
            world.people.append(person)
            written = world.record({**person, "aliases": person["aliases"] if c.random() < .8 else []}, day(c, 2009, 2024))
            rows.writerow([f"R{number:08d}"] + [written[k] for k in COLUMNS])


def questions(world, out, queries, label, rates):
    world.rates, c = rates, world.chance
    negatives = Bag(*zip(*rates["negatives"].items()))
    chosen = c.sample(range(len(world.people)), min(len(world.people), queries))
    with open(os.path.join(out, f"queries-{label}.csv"), "w", encoding="utf-8", newline="") as file, \
            open(os.path.join(out, f"truth-{label}.csv"), "w", encoding="utf-8", newline="") as truth:
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
