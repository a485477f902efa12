"""Persons of the second generator as case files write them down: names respelt, numbers masked and mistyped, parts of places."""

import re

from persons_ground import gb
from second_glyphs import SOUNDS, TRADITIONAL
from second_ground import Ground
from second_words import LOOKS, VARIANTS

# How a name is written otherwise, out of a hundred; where the name has nothing of the kind it stays as it is.
ANY = dict(traditional=18, sound=22, dialect=8, look=14, variant=4, unheard=5, former=3)
SPELLINGS = {1: dict(ANY, added=13, nickname=13), 2: dict(ANY, lost=9, swapped=8, nickname=9)}
FOREIGN_SPELLINGS = dict(sound=4, dotless=2, first=2, same=2)
# Forms of a number that is there at all, out of a thousand.
REGISTERED = dict(masked=29, old=21, mistyped=9, whole=941)
ASKED = dict(masked=45, year=20, front=25, old=40, mistyped=170, four=15, six=10, stem=10, whole=665)


def syllables():
    heard, read = {}, {}
    for part in SOUNDS.split():
        sound, characters = re.match(r"([a-z]+)(.+)", part).groups()
        read |= dict.fromkeys(characters, sound)
        heard[sound] = [character for character in characters if gb(character)]
    return read, heard


def by_ear(sound):
    """The syllable that dialects hear: flat for curled initials, n for ng, l for n, f for hu."""
    if sound[:2] in ("zh", "ch", "sh"):
        return sound[0] + sound[2:]
    if sound.endswith("ng") and sound[-3] in "ie":
        return sound[:-1]
    if sound.endswith(("in", "en")):
        return sound + "g"
    if sound[0] in "ln":
        return ("n" if sound[0] == "l" else "l") + sound[1:]
    return "f" + (sound[2:] or "u") if sound.startswith("hu") else sound


def without(ends, name):
    return re.sub(f"({ends})$", "", name)


class Files(Ground):
    """Writes rows; `rates` are those of the mix that is asked."""

    rates = None

    def __init__(self, seed, ground):
        super().__init__(seed, ground)
        self.read, self.heard = syllables()
        self.looks = {part[0]: part[1:] for part in LOOKS.split()}
        self.variants = {part[0]: part[1] for part in VARIANTS.split()}
        self.old_forms = {part[0]: part[1] for part in TRADITIONAL.split()}

    def drawn(self, table):
        return self.chance.choices(list(table), list(table.values()))[0]

    def traditional(self, text):
        return "".join(self.old_forms.get(character, character) for character in text)

    # Names

    def respelt(self, person):
        """The name as another clerk wrote it."""
        if not person.family or "·" in person.name:
            return self.respelt_foreign(person.name)
        how, given = self.drawn(SPELLINGS[len(person.given)]), person.given
        if how == "lost":
            return person.family + self.chance.choice(given)
        if how == "swapped":
            return person.family + given[::-1]
        if how == "added":
            extra = self.given(person.sex, person.year)[0]
            return person.family + (extra + given if self.maybe(.5) else given + extra)
        if how == "nickname":
            return person.alias if person.alias and self.maybe(.7) else self.nickname(person)
        if how == "unheard":
            return person.family + self.given(person.sex, person.year)
        if how == "former" and person.former:
            return person.former
        if how in ("traditional", "former"):
            return self.traditional(person.name)
        return self.mistaken(person.name, len(person.family), how)

    def mistaken(self, name, family, how):
        """One character for another: at a drawn place for sounds, at the first that has a like one for shapes."""
        c = self.chance
        spot = c.randrange(family, len(name)) if self.maybe(.85) else c.randrange(family)
        if how in ("sound", "dialect"):
            sound = self.read.get(name[spot], "")
            sound = by_ear(sound) if sound and how == "dialect" else sound
            others = [character for character in self.heard.get(sound, ()) if character != name[spot]]
            return name[:spot] + c.choice(others) + name[spot + 1:] if others else name
        table = self.looks if how == "look" else self.variants
        for place in [spot, *range(len(name))]:
            if name[place] in table:
                return name[:place] + c.choice(table[name[place]]) + name[place + 1:]
        return name

    def respelt_foreign(self, name):
        how = self.drawn(FOREIGN_SPELLINGS)
        if how == "dotless":
            return name.replace("·", "")
        if how == "first":
            return name.split("·")[0]
        return self.mistaken(name, 1, "sound") if how == "sound" else name

    # Numbers

    def typo(self, digits, kinds="wsld"):
        """One digit wrong (w), swapped with the next (s), lost (l) or doubled (d)."""
        c = self.chance
        spot, kind = c.randrange(len(digits)), c.choice(kinds)
        if kind == "w":
            return digits[:spot] + c.choice("0123456789") + digits[spot + 1:]
        if kind == "s" and spot < len(digits) - 1:
            return digits[:spot] + digits[spot + 1] + digits[spot] + digits[spot + 2:]
        return digits[:spot] + {"s": digits[spot], "l": "", "d": digits[spot] * 2}[kind] + digits[spot + 1:]

    def number_form(self, number, is_record):
        if self.maybe(.136 if is_record else self.rates["no_number"]):
            return ""
        form = self.drawn(REGISTERED if is_record else ASKED)
        if form == "mistyped":
            return self.typo(number)
        if form == "old":
            return number[:6] + number[8:17] if number[6:8] == "19" else number
        return {"masked": number[:6] + "*" * 8 + number[14:], "year": number[:10] + "*" * 8, "front": number[:14] + "****",
                "four": number[-4:], "six": number[-6:], "stem": number[:14], "whole": number}[form]

    # Places

    def home_text(self, code, village):
        _, province, city, county = self.counties[code]
        ends, roll = "省|市|壮族自治区|回族自治区|维吾尔自治区|自治区", self.chance.random()
        if roll < .5:
            return province + city + county + village
        if roll < .68:
            return without(ends, province) + county
        if roll < .82:
            return without(ends, province) + without(ends, city) + (without("市|县|区", county) if len(county) > 2 else county)
        return (city or province) + county

    def address_text(self, person, is_record):
        roll, address = self.chance.random(), person.address
        if roll < (.028 if is_record else .07):
            return ""
        if not is_record and roll < .28:
            if "村" not in address:
                return re.sub(r"\d.*", "", address)
            return re.sub("村.*", "村", address) if self.maybe(.6) else re.search("[^镇乡]+村", address).group()
        _, province, city, county = self.counties[person.site]
        roll = self.chance.random()
        if roll < .52:
            return address
        return (county if roll < .82 or not city or county in city else city + county) + address

    def year_text(self, year, is_record):
        roll = self.chance.random()
        if roll < (.072 if is_record else .14):
            return ""
        return str(year if roll < (.95 if is_record else .91) else year + self.chance.choice((-1, 1, -1, 1, -2, 2)))

    def sex_text(self, sex, is_record):
        roll = self.chance.random()
        return "" if roll < (.015 if is_record else .03) else sex if roll < .988 else "女" if sex == "男" else "男"

    # Rows

    def row(self, person, is_record, **told):
        """What is written down; `told` says otherwise of name, aliases, home, number and year."""
        c, row = self.chance, {}
        row["name"] = told.get("name") or person.name
        row["aliases"] = told.get("aliases", person.alias)
        row["former_names"] = person.former if is_record or self.maybe(.25) else ""
        row["sex"] = self.sex_text(person.sex, is_record)
        row["birth_year"] = self.year_text(told.get("year") or person.year, is_record)
        row["id_number"] = self.number_form(told.get("number") or person.number, is_record)
        row["ethnicity"] = "" if self.maybe(.148 if is_record else .17) else person.people
        phones = ";".join(person.phones) if is_record else c.choice(person.phones)
        row["phone"] = "" if self.maybe(.223 if is_record else self.rates["no_phone"]) else phones
        village = person.village if self.maybe(.3) else ""
        row["home_place"] = "" if self.maybe(.115 if is_record else .257) else self.home_text(told.get("home") or person.home, village)
        row["practice_county"] = person.site
        row["practice_address"] = self.address_text(person, is_record)
        row["institution"] = person.shop if self.maybe(.705 if is_record else .6) else ""
        years = range(2009, 2024) if is_record else (2023, 2024, 2024, 2024, 2024, 2025, 2025, 2025, 2025, 2026)
        row["case_date"] = f"{c.choice(years)}-{c.randint(1, 12):02}-{c.randint(1, 28):02}"
        if not is_record and self.maybe(.05):
            row |= {key: self.traditional(row[key]) for key in ("name", "practice_address", "institution")}
        return row
