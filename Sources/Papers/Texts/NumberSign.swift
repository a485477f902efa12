/// A count as a list of Word writes it.
enum NumberSign {
  static func text(_ number: Int, _ format: String) -> String {
    switch format {
    case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
      "taiwaneseCountingThousand", "ideographDigital", "japaneseDigitalTenThousand":
      chinese(number)
    case "ideographTraditional": sign(number, "甲乙丙丁戊己庚辛壬癸")
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": scalar(number, 0x2460, 20)
    case "decimalEnclosedParen": scalar(number, 0x2474, 20)
    case "decimalEnclosedFullstop": scalar(number, 0x2488, 20)
    case "decimalZero": number < 10 ? "0\(number)" : "\(number)"
    case "lowerLetter": sign(number, "abcdefghijklmnopqrstuvwxyz")
    case "upperLetter": sign(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    case "lowerRoman": roman(number).lowercased()
    case "upperRoman": roman(number)
    case "none": ""
    default: "\(number)"
    }
  }

  private static let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  private static func chinese(_ number: Int) -> String {
    guard (1...99).contains(number) else { return "\(number)" }
    let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
    let head = tens == 0 ? "" : (tens == 1 ? "" : digits[tens]) + "十"
    return head + (ones == 0 ? "" : digits[ones])
  }

  private static func sign(_ number: Int, _ signs: String) -> String {
    let all = Array(signs)
    // A file may count from anywhere.
    return (1...all.count).contains(number) ? String(all[number - 1]) : "\(number)"
  }

  private static func scalar(_ number: Int, _ first: UInt32, _ most: Int) -> String {
    guard (1...most).contains(number), let sign = Unicode.Scalar(first + UInt32(number) - 1) else { return "\(number)" }
    return String(sign)
  }

  private static func roman(_ number: Int) -> String {
    guard (1...399).contains(number) else { return "\(number)" }
    var rest = number
    var text = ""
    for (value, letters) in [
      (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ] {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text
  }
}
