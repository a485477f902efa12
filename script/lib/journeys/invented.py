"""What the journeys bring along: texts, tables and files, all invented."""

import io
import struct
import zipfile
import zlib

WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
HEAD = "机构名称,统一社会信用代码,机构类型,所在乡镇（街道）,地址,许可证号,有效期起,有效期止,诊疗科目,法定代表人"


def png(side=24):
    """A small red square."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\xc8\x32\x32" * side) * side
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def docx():
    """A Word file as small as one can be."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as parts:
        parts.writestr("[Content_Types].xml", "<Types/>")
        parts.writestr("word/document.xml", "<w:document/>")
    return kept.getvalue()


def credit_code(start):
    """A unified credit code with its check digit (GB 32100—2015, 5.3) from its first 17 characters."""
    rest = 31 - sum(DIGITS.index(each) * weight for each, weight in zip(start, WEIGHTS, strict=True)) % 31
    return start + DIGITS[rest % 31]


def register(rows):
    return "\r\n".join([HEAD, *(",".join(row) for row in rows)]) + "\r\n"


def clinics(mark, address="河西路{}号"):
    """Three sound rows; `mark` keeps names and licence numbers of several runs apart."""
    names = [f"白渡{mark}诊所", f"石桥{mark}口腔诊所", f"南圩{mark}中医诊所"]
    towns = ["白渡乡", "石桥镇", "南圩镇"]
    return [[name, credit_code(f"9199711MA{place}{mark:0>7}"), "诊所", town, address.format(place + 1),
             f"PDY-{mark}-{place + 1:04}", "2024-03-01", "2029-02-28", "全科医疗科", "范景和"]
            for place, (name, town) in enumerate(zip(names, towns, strict=True))]


def plan(title):
    """A work plan whose phases leave their months open, as drafts do."""
    return f"""{title}实施方案

为规范全县美容服务市场，保护群众健康，制定本方案。

一、工作目标
查清底数，取缔一批非法医疗美容点，建立长效监管机制。

二、重点任务
（一）打击非法医疗美容。重点查处生活美容场所开展注射、手术等医疗美容活动的行为。（县卫生健康局牵头，县公安局配合）
（二）清理违法医疗美容广告。重点查处未经审查发布医疗美容广告的行为。（县市场监管局牵头，县卫生健康局配合）

三、实施步骤
（一）动员部署阶段（20__年__月至20__年__月）。制定方案，召开动员会。
（二）集中整治阶段（20__年__月至20__年__月）。对医疗美容机构检查覆盖率达到100%。
（三）总结提升阶段（20__年__月至20__年__月）。总结经验，完善制度。

四、工作要求
各单位要密切配合，信息互通，形成合力。
"""


NOVEL = """第一章 雨夜

雨下了整整一夜。老渡口的灯灭了又亮，亮了又灭，撑船的人坐在檐下，听水拍着石阶。

“你还走吗？”她问。

他没有回答，只把斗笠扣在头上，推开了门。河面上浮着一层白雾，像谁把月亮揉碎了撒在水里。

多年以后，他仍然记得那个早晨，记得她站在台阶上，一句话也没有说。
"""
