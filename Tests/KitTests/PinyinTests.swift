import Kit
import Testing

@Suite struct PinyinTests {
  @Test func `characters have their common readings, surnames too`() {
    let cases: [(Unicode.Scalar, Set<String>)] = [
      ("镇", ["zhen"]), ("长", ["chang", "zhang"]), ("乐", ["le", "yue"]), ("曾", ["ceng", "zeng"]),
      ("单", ["dan", "shan", "chan"]),
      ("解", ["jie", "xie"]), ("仇", ["chou", "qiu"]), ("区", ["qu", "ou"]), ("查", ["cha", "zha"]), ("盖", ["gai", "ge"]),
      ("覃", ["tan", "qin"]), ("圩", ["wei", "xu"]), ("绿", ["lv", "lu"]), ("略", ["lve"]), ("䴙", ["pi"]), ("a", []),
      ("，", []),
    ]
    for (scalar, expected) in cases {
      #expect(Set(Pinyin.readings(of: scalar).map(\.letters)) == expected, "\(scalar)")
    }
    #expect(Pinyin.readings(of: "朴").map(\.letters).contains("piao"))
  }

  @Test func `letters divide into whole syllables in every way`() {
    func ways(_ letters: String) -> Set<String> {
      Set(Pinyin.syllables(in: Array(letters.unicodeScalars)).map { $0.map(\.letters).joined(separator: " ") })
    }
    #expect(ways("zhenyatang") == ["zhen ya tang"])
    #expect(ways("xian") == ["xian", "xi an"])
    #expect(ways("fangan").isSuperset(of: ["fang an", "fan gan"]))
    #expect(ways("lue").contains("lve"))
    #expect(ways("zyt").isEmpty)
    #expect(ways("zhenx").isEmpty)
  }

  @Test func `the block of everyday characters can be spoken`() {
    let silent = (0x4E00...0x9FA5).compactMap(Unicode.Scalar.init).filter { Pinyin.readings(of: $0.simplified).isEmpty }
    #expect(silent.count < 40, "\(String(String.UnicodeScalarView(silent)))")
  }

  @Test func `Traditional characters become Simplified ones`() {
    let text = "醫療衛生監督，鎮牙堂診所；龍東強"
    #expect(String(String.UnicodeScalarView(text.unicodeScalars.map(\.simplified))) == "医疗卫生监督，镇牙堂诊所；龙东强")
    #expect(("你" as Unicode.Scalar).simplified == "你")
  }
}
