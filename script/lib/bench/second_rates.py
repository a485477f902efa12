"""Rates of the second generator: where people live and work, what a file leaves out, how near strangers are to somebody known."""

# Weights of provinces as homes (others weigh 1) and as sites (others none); shares of single and of popular given names, of
# townships that are 乡, of streets with a housing estate.
GROUNDS = {
    "coast": dict(letter="S", single=.225, popular=.015, rural=0, estate=0,
                  homes={"32": 26, "34": 17, "41": 10, "35": 5, "37": 5, "36": 4.5, "33": 4, "51": 3.5, "42": 3, "43": 3,
                         "23": 2.2},
                  sites={"32": 52, "34": 11, "33": 9, "37": 7.5, "31": 5.5, "41": 5, "35": 3.8, "44": 3.5, "42": 1.5, "11": .6}),
    "inland": dict(letter="T", single=.17, popular=.06, rural=.4, estate=.3,
                   homes={"41": 25, "51": 12, "43": 9, "42": 8, "34": 6, "37": 6, "61": 5, "13": 5, "45": 4},
                   sites={"41": 30, "44": 20, "51": 12, "42": 10, "61": 8, "33": 8, "11": 6, "13": 6}),
}

DECADES = {1930: .7, 1940: 6, 1950: 18, 1960: 33.5, 1970: 26.5, 1980: 12, 1990: 2.7, 2000: .3}
PEOPLES = {"回族": .9, "藏族": .4, "维吾尔族": .4, "壮族": .8, "土家族": .6, "满族": .6, "苗族": .6, "彝族": .2, "蒙古族": .2, "汉族": 95.3}

# What a case file asked about leaves out and changes, and who the askers' strangers are.
MIXES = {
    "mixed": dict(no_number=.41, no_phone=.21, same_phone=.49, respelt=.34,
                  kinds=dict(reoffender=.30, namesake=.07, sibling=.012, child=.012, twin=.006, spouse=.012, successor=.008,
                             phone_recycled=.015, unrelated=.565)),
    "kin": dict(no_number=.38, no_phone=.2, same_phone=.5, respelt=.33,
                kinds=dict(reoffender=.36, namesake=.14, sibling=.07, child=.06, twin=.04, spouse=.05, successor=.05,
                           phone_recycled=.05, unrelated=.18)),
    "bare": dict(no_number=.52, no_phone=.3, same_phone=.42, respelt=.36,
                 kinds=dict(reoffender=.40, namesake=.16, sibling=.03, child=.02, twin=.01, spouse=.02, successor=.02,
                            phone_recycled=.03, unrelated=.31)),
}


def shaken(rates, chance):
    """Every rate moved by up to seven tenths either way, but those of registered persons and of mere strangers."""
    def move(value):
        return min(.9, value * 3 ** chance.uniform(-.5, .5))

    moved = {key: move(value) for key, value in rates.items() if key != "kinds"}
    kinds = {key: value if key in ("reoffender", "unrelated") else move(value) for key, value in rates["kinds"].items()}
    return {**moved, "kinds": kinds}
