"""Values that nobody types and somebody sends. All are bytes: what is not UTF-8 is among them."""

# These must come back escaped, or not at all; see judge.py. What is sent holds no SQL word in capitals, and no number that
# begins like an address: what is stored stands beside other values that were sent.
TAG, QUOTE, HOST, HEADER = b"<q9x>", b'q9"x', b"q9x.example", b"X-Q9x"

NUMBERS = [b"0", b"-1", b"1", b"01", b"1e308", b"NaN", b"inf", b"-0", b"0X10", b"1_000", b"+5", b" 7 ", b"3.14",
           b"1.005",
           b"1,000", b"-0.01", b".5", b"5.", b"0.001", b"9" * 18, b"9" * 19, b"9" * 400, b"1000000000000000000",
           b"9223372036854775807", b"9223372036854775808", b"-9223372036854775808", b"-9223372036854775809",
           b"92233720368547758.07", b"92233720368547758.08", b"18446744073709551616", "１２３".encode(), "一百".encode(),
           "१२".encode(), "五万元".encode()]
DATES = [b"2026-02-30", b"2026-13-01", b"2026-00-00", b"0000-00-00", b"0001-01-01", b"9999-12-31", b"1900-02-29",
         b"2200-12-31", b"20260230", b"99999999", b"00000000", b"2026-2-3", b"2026/2/3", b"2026.2.3", b"-2026-01-01",
         b"2026-9223372036854775807-1", b"9223372036854775807-12-31", b"-9223372036854775808-1-1",
         b"2026-01-01T00:00:00Z", b"01/02/2026", b"2026-W05", b"2026--01", b"2026-1-1-1", "2026年2月30日".encode(),
         "2026年11月".encode(), "二〇二六年".encode(), b"24:00", b"25:61", b"-1:00", b"9:5", b"12:00:00", b"00:00"]
IDS = [b"zzzzzzzzzzzzz", b"1y2p0ij32e8e7", b"1y2p0ij32e8e8", b"0", b"1", b"-1", b"A", b"z" * 14, b"null", b"*", b"new",
       b"1;2", b"../1", b".", b"..", b"%2e%2e", b"%00", b"1%00", b"%ff", b"%", b"1%2F2", "一".encode(), b"import"]
TEXTS = [b"", b" ", b"\r\n", b"\t", "　".encode(), b"\0", b"a\0b", b"\x1b[31m", b"\x7f", b"on", b"true", b"null",
         b"undefined",
         "無證行醫，醫療機構執業許可證".encode(), "臺灣省𠀀𪚥䶮".encode(), "שלום مرحبا".encode(), "\u202egnp.exe\u202c".encode(),
         ("e" + "\u0301" * 3000).encode(), '"\u0301><\u0301q9x'.encode(), "'\u0338--".encode(), "👨‍👩‍👧‍👦🏳️‍🌈".encode(),
         "\ufeff\u200b\u2060".encode(),
         "\u2028\u2029\u0085".encode(), "ﷺﬁ①㏒".encode(), "İıſK".encode(), "％２０＋＆".encode(), "\U0010ffff\ufffe".encode()]
BROKEN = [b"\xff\xfe", b"\xc0\xaf", b"\xed\xa0\x80", b"\xed\xb0\x80\xed\xa0\x80", b"\xf8\x88\x80\x80\x80", b"\xe4\xb8",
          b"\x80" * 40,
          b"\xf4\x90\x80\x80", b"abc\xe2\x82", b"\xe6\x9f\xa5\xff" * 50, "无证".encode("gbk"), "无证".encode("utf-16")]
MARKUP = [TAG, b'">' + TAG, b"'>" + TAG, QUOTE, b'" onload=q9x x=' + QUOTE, b"</textarea>" + TAG, b"</title>" + TAG,
          b"<!--" + TAG,
          b"&lt;q9x&gt;" + TAG, b"javascript:q9x", b"//" + HOST + b"/", b"/\\" + HOST, b"https://" + HOST,
          b"\t//" + HOST,
          b"/\t/" + HOST, b"/today\r\n" + HEADER + b": 1", b"\r\n" + HEADER + b": 1\r\n\r\n" + TAG, b"{{7*7}}${7*7}",
          b"\\(1+1)",
          b"%s%n%@%x", b"=1+1", b"@" + TAG]
QUERIES = [b"'", b"''", b"' or '1'='1", b"'; drop table clue; --", b"1) union all select null--", b"%", b"_", b"%_%\\",
           b"\\", b"\\x00",
           b"$1", b"?1", b":id", b"/*", b'"', b"* and *", b"near(a b)", b"a^b", b"-a", b"{a b}:c", b"e'\\\\x'",
           b"pg_sleep(9)"]


def nasty(random):
    """One value."""
    kind = random.choices(("listed", "long", "mixed", "huge"), (70, 10, 18, 2))[0]
    if kind == "listed":
        return random.choice(random.choice((NUMBERS, DATES, IDS, TEXTS, BROKEN, MARKUP, QUERIES)))
    if kind == "long":
        return random.choice((b"a", "查".encode(), b"9", b" ", b"-", "\u0301".encode())) * random.choice((39, 41, 101,
                                                                                                         201, 1001,
                                                                                                         5001))
    if kind == "mixed":
        return b"".join(random.choice(random.choice((NUMBERS, TEXTS, BROKEN, MARKUP,
                                                     QUERIES))) for _ in range(random.randrange(2, 5)))
    return random.choice((b"a", "查".encode(), b"\n", b"<", b"\xff", "一、".encode(),
                          b"1 ")) * (1 << random.choice((18, 19)))


def plain(random):
    """A text as somebody might write it, so that the request is let through; its markers then stand in the store."""
    words = ["集市东头有人拔牙", "现场没有执业许可证", "已经核实，没有发现问题", "柳塘镇卫生院", "张三", "摊主自称祖传", "请尽快处理"]
    marks = [b"", b"", TAG, QUOTE, "𠀀".encode(), "\u202e".encode(), b"\r\n", b"'--", b"%_"]
    return random.choice(words).encode() + random.choice(marks) + str(random.randrange(10_000)).encode()
