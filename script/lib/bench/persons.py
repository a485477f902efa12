"""Invented registers, queries and truths in the format of `qingyuan match`, with no person's data in them.

    persons.py OUT --records 1000000 --queries 10000 --seed 1 --mixes even,bare,kin [--shaken 3]

Names follow the long tail of surnames and given characters, counties the list in `Content/regions`. Every corruption
and every hard negative is a rate of the mix, so that a run can be repeated and a rate can be moved. The rates were set
by thinking about case files, not by counting somebody's sample.
"""

import argparse
import csv
import os

from persons_ground import Bag, Ground, surname_of
from persons_rates import mixed, shaken
from persons_words import COLUMNS, MINORITY, PET


# Of a larger register so many persons are remembered, for the questions: each takes nearly two kilobytes.
REMEMBERED = 1_000_000


class World(Ground):
    """Describes persons anew as case files do, with their errors, and makes strangers who look like somebody known."""

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
            person["row"] = number
            if records <= REMEMBERED or c.random() < REMEMBERED / records:
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
                person = world.people[index]
                written, kind, record = world.query(person, day(c, 2023, 2027)), "reoffender", f"R{person['row']:08d}"
            else:
                kind, record = negatives.draw(c), ""
                stranger = world.person() if kind == "unrelated" else world.stranger(kind)
                written = world.query(stranger, day(c, 2023, 2027), fresh=c.random() < .5)
            rows.writerow([name] + [written[k] for k in COLUMNS])
            answers.writerow([name, record, kind])


if __name__ == "__main__":
    main()
