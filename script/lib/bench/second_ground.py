"""Invented persons of the second generator as they are: names by decade, homes and sites by province, numbers, shops."""

import dataclasses
import random
import re

from persons_ground import Bag, check, counties
from second_rates import DECADES, GROUNDS, PEOPLES
from second_words import (
    BRAND, FEMALE, KINDS, MALE, PET, POPULAR_FEMALE, POPULAR_MALE, PREFIXES, RARE_GIVEN, RARE_SURNAMES, ROADS, SURNAMES,
    TIBETAN, UIGHUR_FEMALE, UIGHUR_MALE, VILLAGE, VILLAGE_END, VILLAGE_START)

# Peoples whose names have no surname, and the provinces they come from.
FOREIGN = {"维吾尔族": ("65",), "藏族": ("54", "63", "51")}


@dataclasses.dataclass
class Person:
    """`family` is empty where the name has none; `home` and `site` are codes of counties."""
    family: str
    given: str
    sex: str
    year: int
    month: int
    day: int
    home: str
    site: str
    people: str
    phones: list
    address: str = ""
    village: str = ""
    shop: str = ""
    alias: str = ""
    former: str = ""
    number: str = ""

    @property
    def name(self):
        return self.family + self.given


def bag(weights):
    return Bag(list(weights), list(weights.values()))


def falling(characters):
    """The first of a list is drawn most often."""
    return Bag(characters, [1 / (place + 6) for place in range(len(characters))])


class Ground:
    """Draws persons of one ground of `GROUNDS`; the same seed draws the same persons."""

    def __init__(self, seed, ground):
        self.chance, self.ground, self.style = random.Random(seed), ground, GROUNDS[ground]
        self.counties = {county[0]: county for county in counties()}
        self.provinces, self.cities = {}, {}
        for code in self.counties:
            self.provinces.setdefault(code[:2], []).append(code)
            self.cities.setdefault(code[:4], []).append(code)
        self.homes = bag({province: self.style["homes"].get(province, 1) for province in self.provinces})
        self.sites = bag(self.style["sites"])
        weights = {part[0]: float(part[1]) for part in re.findall(r"([\u4e00-\u9fff]+)([\d.]+)", SURNAMES)}
        self.surnames = bag({**{family: .006 for family in RARE_SURNAMES}, **weights})
        self.characters = {"男": {decade: falling(text) for decade, text in MALE.items()},
                           "女": {decade: falling(text) for decade, text in FEMALE.items()}}
        self.popular = {"男": POPULAR_MALE.split(), "女": POPULAR_FEMALE.split()}
        self.decades, self.peoples = bag(DECADES), bag(PEOPLES)
        self.roads, self.kinds = ROADS[ground].split(), KINDS[ground].split()

    def maybe(self, rate):
        return self.chance.random() < rate

    # Names

    def character(self, sex, decade):
        roll = self.chance.random()
        if roll < .015:
            return self.chance.choice(RARE_GIVEN)
        return self.characters["男" if (sex == "男") == (roll >= .06) else "女"][decade].draw(self.chance)

    def given(self, sex, year):
        decade = min(1990, max(1940, year // 10 * 10))
        if self.maybe(self.style["popular"]):
            return self.chance.choice(self.popular[sex])
        return "".join(self.character(sex, decade) for _ in range(1 if self.maybe(self.style["single"]) else 2))

    def foreign(self, people, sex):
        """A name without a surname."""
        pick = self.chance.choice
        if people == "藏族":
            return pick(TIBETAN.split()) + pick(TIBETAN.split())
        return pick((UIGHUR_MALE if sex == "男" else UIGHUR_FEMALE).split()) + "·" + pick(UIGHUR_MALE.split())

    def nickname(self, person):
        pick, family, roll = self.chance.choice, person.family or person.name[:1], self.chance.random()
        if roll < .25:
            return family + pick("小老") + pick(PET)
        if roll < .38:
            return pick("小老") + family
        if roll >= .85:
            family = self.surnames.draw(self.chance)
        return family + self.given(person.sex, person.year)

    # Places

    def village_place(self):
        pick, number = self.chance.choice, self.chance.randint
        town = pick(VILLAGE_START[self.ground]) + pick(VILLAGE[self.ground]) + ("乡" if self.maybe(self.style["rural"]) else "镇")
        place = town + pick(VILLAGE_START[self.ground]) + pick(VILLAGE_END[self.ground]) + "村"
        if self.maybe(.95):
            place += f"{number(1, 15)}组"
        return place + (f"{number(1, 120)}号" if self.maybe(.55) else "")

    def street_place(self):
        pick, number = self.chance.choice, self.chance.randint
        place, roll = pick(self.roads) + f"{number(1, 640)}号", self.chance.random()
        if self.maybe(self.style["estate"]):
            estate = pick(VILLAGE_START[self.ground]) + pick(VILLAGE_START[self.ground]) + pick(("小区", "花园", "家园"))
            return place + f"{estate}{number(1, 40)}号楼{number(1, 4)}单元{number(101, 1804)}"
        if roll < .2:
            return place + f"-{number(1, 8)}"
        if roll < .42:
            return place + f"{number(1, 40)}幢{number(101, 1800)}室"
        return place + (f"-{number(1, 900)}幢{number(101, 1800)}室" if roll < .6 else "")

    def place(self, rural=.55):
        return self.village_place() if self.maybe(rural) else self.street_place()

    def county_of(self, bag):
        return self.chance.choice(self.provinces[bag.draw(self.chance)])

    def home_of(self, people):
        if people in FOREIGN:
            return self.chance.choice(self.provinces[self.chance.choice(FOREIGN[people])])
        return self.county_of(self.homes)

    # Persons

    def number(self, home, day, sex, serial=None):
        serial = self.chance.randint(0, 499) * 2 + (sex == "男") if serial is None else serial
        body = f"{home}{day[0]}{day[1]:02}{day[2]:02}{serial:03}"
        return body + check(body)

    def phone(self):
        return self.chance.choice(PREFIXES.split()) + f"{self.chance.randint(0, 99_999_999):08}"

    def shop(self, person):
        pick, roll, kind = self.chance.choice, self.chance.random(), self.chance.choice(self.kinds)
        if roll < .42:
            return pick(BRAND) + pick(BRAND) + kind
        if roll < .7:
            return (person.family or person.name[0]) + "氏" + kind
        return ("无名" if roll < .9 else person.name) + kind

    def person(self, serial=None, **known):
        """Somebody of whom `known` is fixed: fields of `Person`."""
        c = self.chance
        sex = known.get("sex") or ("男" if self.maybe(.675) else "女")
        year = known.get("year") or self.decades.draw(c) + c.randint(0, 9)
        people = known.get("people") or self.peoples.draw(c)
        home = known.get("home") or self.home_of(people)
        family, given = known.get("family", ""), known.get("given")
        if not given and not family and people in FOREIGN:
            given = self.foreign(people, sex)
        elif not given:
            family, given = family or self.surnames.draw(c), self.given(sex, year)
        site = known.get("site") or (home if self.maybe(.2) else self.county_of(self.sites))
        person = Person(family, given, sex, year, known.get("month") or c.randint(1, 12),
                        known.get("day") or c.randint(1, 28), home, site, people,
                        [self.phone() for _ in range(2 if self.maybe(.12) else 1)])
        person.address, person.village = self.place(), self.place(.5)
        person.shop = self.shop(person)
        person.alias = self.nickname(person) if self.maybe(.13) else ""
        person.former = person.family + self.given(sex, year) if self.maybe(.03) else ""
        person.number = self.number(home, (person.year, person.month, person.day), sex, serial)
        return person
