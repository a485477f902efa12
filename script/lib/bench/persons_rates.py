"""How often invented case files err, and how near the strangers are: the rates of each mix."""


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
