"""Two hundred questions to an index of very many records, as people ask: by characters, pinyin, initials, ends of numbers,
Traditional, with slips, in vain. The words are those of Tests/Lab/FillingSearch.swift."""

import os
import random
import re
import subprocess
import sys
import time
import urllib.parse

from cluster import program
from filled import Filled
from line import Line, get
from load import percentile
from pages import sign_in
from serving import Server

FIRSTS = dict(zip(
    "安仁康福德和同益济广明瑞华永惠百万长乐正春天民信恒佳博顺泰宏圣爱",
    "an ren kang fu de he tong yi ji guang ming rui hua yong hui bai wan chang le zheng chun tian min xin heng jia bo shun "
    "tai hong sheng ai".split()))
SECONDS = dict(zip(
    "和爱康民堂生安宁寿济源春泽林庆德善心元丰芝草华灵杏仁义诚谦慈恩隆",
    "he ai kang min tang sheng an ning shou ji yuan chun ze lin qing de shan xin yuan feng zhi cao hua ling xing ren yi "
    "cheng qian ci en long".split()))
KINDS = {
    "中医诊所": "zhong yi zhen suo", "口腔门诊部": "kou qiang men zhen bu", "村卫生室": "cun wei sheng shi",
    "综合门诊部": "zong he men zhen bu", "美容诊所": "mei rong zhen suo", "妇产医院": "fu chan yi yuan"}
TOWNS = ["柳塘镇", "石桥镇", "南圩镇", "白渡乡", "清水镇", "龙潭镇", "三江镇", "青石镇"]
TRADITIONAL = str.maketrans("诊门医妇产综广济华庆爱镇龙灵义诚恩宁寿善", "診門醫婦產綜廣濟華慶愛鎮龍靈義誠恩寧壽善")
WRONG = "和丽文东晓峰"
COMMON = ["诊所", "医院", "中医", "镶牙", "打点滴", "卫生室", "门诊部", "大药房", "没有收据", "未取得医疗机构执业许可证", "石桥镇 诊所", "集市东街"]
VAIN = ["牛头不对马嘴", "xqzwk", "99887766", "龘龘", "火星殖民地管理处", "QQ群"]


class Questions:
    """The same two hundred in every run: twelve kinds in turn."""

    def __init__(self, items):
        self.items = items
        self.choice = random.Random(2026)
        makers = [self.common, self.one, self.name, self.whole, self.two, self.pinyin, self.initials, self.mixed,
                  self.traditional, self.slip, self.letter, self.tail, self.paper]
        self.all = [(maker.__name__, maker()) for _, maker in zip(range(194), makers * 15)]
        self.all += [("vain", words) for words in VAIN]

    def parts(self):
        pick = self.choice.choice
        return pick(list(FIRSTS)), pick(list(SECONDS)), pick(list(KINDS))

    def common(self):
        return self.choice.choice(COMMON)

    def one(self):
        return self.choice.choice("牙针仁芝药镶医" if self.choice.random() < .5 else "堂杏宏妇")

    def name(self):
        first, second, kind = self.parts()
        return first + second + kind[:2]

    def whole(self):
        return self.choice.choice(TOWNS) + "".join(self.parts())

    def two(self):
        first, second, _ = self.parts()
        return f"{self.choice.choice(TOWNS)} {first}{second}"

    def spoken(self):
        first, second, kind = self.parts()
        return [FIRSTS[first], SECONDS[second], *KINDS[kind].split()]

    def pinyin(self):
        return self.choice.choice(["", " "]).join(self.spoken()[:self.choice.randint(2, 6)])

    def initials(self):
        return "".join(syllable[0] for syllable in self.spoken())[:self.choice.randint(2, 6)]

    def mixed(self):
        first, second, kind = self.parts()
        return first + SECONDS[second] + kind[:2]

    def traditional(self):
        return self.name().translate(TRADITIONAL)

    def slip(self):
        first, second, kind = self.parts()
        word = list(first + second + kind)
        place, way = self.choice.randrange(len(word)), self.choice.randrange(3)
        word[place:place + 1] = [self.choice.choice(WRONG), "", word[place] * 2][way]
        return "".join(word)

    def letter(self):
        letters = list("".join(self.spoken()[:4]))
        place, way = self.choice.randrange(len(letters)), self.choice.randrange(3)
        letters[place:place + 1] = [self.choice.choice("aeiounghzs"), "", letters[place] * 2][way]
        return "".join(letters)

    def tail(self):
        number = self.choice.randrange(self.items)
        whole = self.choice.choice([f"PDY{3_502_000_000_000 + number * 7}", f"139{10_000_000 + number * 13}"])
        return whole[-self.choice.choice([4, 6, 8, 11]):]

    def paper(self):
        return f"〔2026〕{self.choice.randrange(self.items):07}"


def measure(binaries, store, items, report):
    report.heading(f"{store}: search among {items:,} records")
    with Filled(binaries, store, 0, 0, keep=False, found=False) as empty:
        report.line(f"filled in {fill(empty, items):.0f} s, {size(empty.place, empty.cluster) / 1e6:.0f} MB")
        with Server(empty.place) as server:
            tell(report, timed(server.port, items))


def fill(filled, items):
    """Loads the index; gives the seconds that it took. The laboratory's words go to standard error as they come."""
    began = time.monotonic()
    subprocess.run([os.path.join(filled.binaries, "lab"), "fill-search", *filled.place.arguments, "--items", str(items)],
                   check=True, stdin=subprocess.DEVNULL, stdout=sys.stderr)
    if filled.cluster:
        filled.settle()
    return time.monotonic() - began


def size(place, cluster):
    """Bytes of the store."""
    if cluster:
        asked = [program("psql"), "-qXAt", "-c", "SELECT pg_database_size(current_database())", place.address]
        return int(subprocess.run(asked, check=True, capture_output=True, text=True).stdout)
    return sum(os.path.getsize(os.path.join(place.data, name)) for name in os.listdir(place.data)
               if name.startswith("qingyuan.sqlite"))


def timed(port, items, rounds=3):
    """Per kind and altogether: milliseconds of every answer after a first round, and how many of it found something."""
    browser = sign_in(port)
    line = Line(port)
    found = {}
    for turn in range(rounds):
        for kind, words in Questions(items).all:
            began = time.monotonic()
            status, body = line.ask(get(f"/search?q={urllib.parse.quote(words)}", browser.cookie))
            wait = (time.monotonic() - began) * 1000
            if status != 200:
                raise AssertionError(f"“{words}” answered {status}")
            total = count(body.decode())
            if turn:
                found.setdefault(kind, []).append((wait, total, words))
    line.close()
    return found


def count(page):
    number = re.search(r"<caption>找到(?:约)? ?(\d+) 条", page)
    return int(number.group(1)) if number else 0


def tell(report, found):
    report.line(f"{'':14}{'asked':>7}{'p50':>9}{'p95':>9}{'p99':>9}{'most':>9}{'answered':>10}   slowest")
    everything = [answer for answers in found.values() for answer in answers]
    for kind, answers in [*found.items(), ("all", everything)]:
        waits = [wait for wait, _, _ in answers]
        parts = "".join(f"{percentile(waits, part):9.1f}" for part in (0.5, 0.95, 0.99, 1))
        slowest = max(answers)
        hits = sum(1 for _, total, _ in answers if total)
        report.line(f"{kind:14}{len(answers):7}{parts}{hits:10}   {slowest[2]} ({slowest[1]:,})")
