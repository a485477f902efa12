"""A second generator of registers, queries and truths for `qingyuan match`, written without knowledge of the first.

    second.py OUT --records 1000000 --queries 10000 --seed 1 --mixes mixed,kin --ground coast [--shaken 3]

Two generators err differently; what is learned from one alone fits its inventions. This one was written before its author
had read the matcher or `persons.py`. Its rates of empty fields, forms of numbers and respellings follow counts of the
handed-out sample, which is invented itself: a second opinion, but for that sample no independent one. In its first form every
tenth namesake came from the very county of the person, which the sample does not show, and some gave the person's number;
this is the corrected form. There is no person's data in it.
"""

import argparse
import csv
import dataclasses
import os

from persons_words import COLUMNS
from second_files import Files
from second_ground import bag
from second_rates import GROUNDS, MIXES, shaken


class World(Files):
    """Describes persons anew and makes strangers who are near to somebody known."""

    def again(self, person, others):
        """A later case of the same person."""
        now = dataclasses.replace(person)
        told = {} if self.maybe(.985) else {"home": self.chance.choice(self.cities[person.home[:4]])}
        self.move(now, person)
        if not self.maybe(self.rates["same_phone"]):
            now.phones = [self.phone()]
        elif self.maybe(.03):
            now.phones = [self.typo(now.phones[0], "ws")]
        if self.maybe(.035):
            told |= self.borrowed(person, others)
        is_respelt = self.maybe(self.rates["respelt"])
        if is_respelt:
            told["name"] = self.respelt(person)
        if self.maybe(.85 if is_respelt else .93):
            told["aliases"] = self.nickname(person) if self.maybe(.05) else ""
        return self.row(now, False, **told)

    def move(self, now, before):
        """Half stay in the county, half of these at the place itself; the shop's name often goes along."""
        c, stays = self.chance, self.maybe(.5)
        if not stays:
            roll, near = c.random(), self.cities[before.site[:4]]
            near = near if roll < .36 else self.provinces[before.site[:2]] if roll < .58 else self.provinces[self.sites.draw(c)]
            now.site = c.choice(near)
        if now.site != before.site or stays and self.maybe(.45):
            now.address = self.place()
        keeps = .35 if not stays else .9 if now.address == before.address else .5
        if not self.maybe(keeps):
            now.shop = self.shop(before)

    def borrowed(self, person, others):
        """Somebody else's number, mostly of the same county; the year is copied from it at times."""
        c, year = self.chance, person.year + self.chance.randint(-6, 6)
        home = person.home if self.maybe(.7) else c.choice(list(self.counties))
        number = self.number(home, (year, c.randint(1, 12), c.randint(1, 28)), person.sex)
        told = {"number": c.choice(others).number if self.maybe(.2) else number}
        return {**told, "year": year} if self.maybe(.4) else told

    # Strangers

    def stranger(self, kind, known):
        if kind == "unrelated":
            return self.person()
        return getattr(self, kind)(known)

    def namesake(self, known):
        c, roll = self.chance, self.chance.random()
        home = (known.home if roll < .02 else c.choice(self.cities[known.home[:4]]) if roll < .12
                else c.choice(self.provinces[known.home[:2]]) if roll < .35 else None)
        return self.person(family=known.family, given=known.given, sex=known.sex if self.maybe(.95) else None,
                           year=known.year + c.randint(-3, 3), home=home, site=known.site if self.maybe(.2) else None)

    def sibling(self, known):
        gap = self.chance.choice((-1, 1)) * self.chance.randint(1, 9)
        kin = self.relative(known, near=.6, generation=.35, year=known.year + gap)
        if kin.site == known.site and self.maybe(.35):
            kin.address, kin.shop = known.address, known.shop if self.maybe(.6) else kin.shop
        return self.sharing(kin, known, .12)

    def child(self, known):
        """Or the parent."""
        gap = self.chance.choice((-1, 1)) * self.chance.randint(20, 30)
        kin = self.relative(known, near=.65, year=max(1932, min(2004, known.year + gap)),
                            home=known.home if self.maybe(.9) else None)
        return self.sharing(self.at_same_place(kin, known), known, .25)

    def twin(self, known):
        serial, sex = int(known.number[14:17]), known.sex if self.maybe(.8) else "女" if known.sex == "男" else "男"
        serial = (serial + (2 * self.chance.randint(1, 20) if sex == known.sex else 1)) % 1000
        kin = self.relative(known, near=.5, generation=.6, year=known.year, month=known.month, day=known.day, sex=sex,
                            serial=serial)
        return self.sharing(self.at_same_place(kin, known), known, .3)

    def relative(self, known, near, generation=0, **fixed):
        """Of the same family, county of origin and village; `near` work in the same county, `generation` share a character."""
        kin = self.person(**{"family": known.family, "home": known.home, "people": known.people,
                             "site": known.site if self.maybe(near) else None, **fixed})
        kin.village = known.village
        if generation and known.family and len(known.given) == 2 and self.maybe(generation):
            kin.given = known.given[0] + kin.given[-1]
        return kin

    def at_same_place(self, kin, known):
        if kin.site == known.site and self.maybe(.5):
            kin.address, kin.shop = known.address, known.shop
        return kin

    def sharing(self, other, known, rate):
        if self.maybe(rate):
            other.phones = known.phones
        return other

    def spouse(self, known):
        other = self.person(sex="女" if known.sex == "男" else "男", year=known.year + self.chance.randint(-4, 4),
                            home=known.home if self.maybe(.5) else None, site=known.site)
        if self.maybe(.8):
            other.address, other.shop = known.address, known.shop
        return self.sharing(other, known, .3)

    def successor(self, known):
        other = self.person(site=known.site)
        other.address, other.shop = known.address, known.shop if self.maybe(.55) else other.shop
        return self.sharing(other, known, .1)

    def phone_recycled(self, known):
        other = self.person(site=known.site if self.maybe(.3) else None)
        other.phones = [self.chance.choice(known.phones)]
        return other

    def asked_of(self, stranger, kind, known):
        """A case of somebody who is not registered; seldom with a number that is not the own one."""
        c, told = self.chance, {}
        if self.maybe(.02):
            day = (stranger.year + c.randint(-5, 5), c.randint(1, 12), c.randint(1, 28))
            told["number"] = self.number(stranger.home, day, stranger.sex)
        if kind != "namesake" and self.maybe(.003):
            told["number"] = known.number
        if self.maybe(.22):
            told["name"] = self.respelt(stranger)
        if self.maybe(.6):
            told["aliases"] = ""
        return self.row(stranger, False, **told)


def write(out, records, queries, seed, mixes, sets=0, ground="coast"):
    """A register, and for each mix its queries and their truth, in the folder; `sets` more of each with moved rates."""
    os.makedirs(out, exist_ok=True)
    world = World(seed, ground)
    asked = [(mix + (str(number) if number else ""), mix, number) for mix in mixes for number in range(sets + 1)]
    known = register(world, out, records, queries * len(asked))
    for place, (label, mix, number) in enumerate(asked):
        rates = shaken(MIXES[mix], world.chance) if number else MIXES[mix]
        questions(world, out, label, rates, known[place * queries:(place + 1) * queries], known)


def register(world, out, records, wanted):
    """Writes it and gives back the persons that are asked about, with their row, in any order."""
    chosen = set(world.chance.sample(range(1, records + 1), min(records, wanted)))
    known = []
    with open(os.path.join(out, "register.csv"), "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["record_id"] + COLUMNS)
        for number in range(1, records + 1):
            person, record = world.person(), f"{world.style['letter']}{number:08d}"
            written = world.row(person, True)
            rows.writerow([record] + [written[key] for key in COLUMNS])
            if number in chosen:
                known.append((record, person))
    world.chance.shuffle(known)
    return known


def questions(world, out, label, rates, asked, known):
    world.rates, kinds = rates, bag(rates["kinds"])
    others = [person for _, person in known]
    with open(os.path.join(out, f"queries-{label}.csv"), "w", encoding="utf-8", newline="") as file, \
            open(os.path.join(out, f"truth-{label}.csv"), "w", encoding="utf-8", newline="") as truth:
        rows, answers = csv.writer(file), csv.writer(truth)
        rows.writerow(["query_id"] + COLUMNS)
        answers.writerow(["query_id", "record_id", "kind"])
        for number, (record, person) in enumerate(asked, 1):
            kind, name = kinds.draw(world.chance), f"Q{number:07d}"
            if kind == "reoffender":
                written = world.again(person, others)
            else:
                written, record = world.asked_of(world.stranger(kind, person), kind, person), ""
            rows.writerow([name] + [written[key] for key in COLUMNS])
            answers.writerow([name, record, kind])


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("out")
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mixes", default="mixed,kin")
    parser.add_argument("--ground", choices=GROUNDS, default="coast")
    parser.add_argument("--shaken", type=int, default=0, help="query sets with moved rates beside each mix")
    asked = parser.parse_args()
    write(asked.out, asked.records, asked.queries, asked.seed, asked.mixes.split(","), asked.shaken, asked.ground)


if __name__ == "__main__":
    main()
