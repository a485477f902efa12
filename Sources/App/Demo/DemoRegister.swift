import Kit

/// The register of the demonstration county as a file: 60 invented institutions with sound codes.
enum DemoRegister {
  static func csv(_ today: CivilDate) -> String {
    let head = ["机构名称", "统一社会信用代码", "机构类型", "所在乡镇", "地址", "许可证号", "有效期起", "有效期止", "诊疗科目", "法定代表人"]
      .joined(separator: ",")
    let rows = institutions.enumerated().map { index, row in
      let (name, type, town, address) = row
      let from = today.adding(days: -300 - index * 17)
      let code = StateCode.completingCreditCode("12997110M\(8_100_000 + index * 137)X") ?? ""
      let licence = "PDY\(997_110_000 + index)D1\(1000 + index)"
      let subjects = type.hasPrefix("医院") ? "内科；外科；妇产科；儿科" : type.contains("中医") ? "中医科" : "全科医疗科"
      return [
        name, code, type.split(separator: "/").first.map(String.init) ?? type, town, address, licence, from.iso,
        from.adding(months: 60).iso, subjects, surnames[index % surnames.count] + given[index % given.count],
      ].joined(separator: ",")
    }
    return ([head] + rows).joined(separator: "\r\n") + "\r\n"
  }

  private static let surnames = ["范", "邵", "庄", "温", "柏", "裴", "詹", "路", "谷"]
  private static let given = ["景和", "一鸣", "文澜", "书恒", "明远", "若愚", "承泽"]

  private static var institutions: [(String, String, String, String)] {
    var rows: [(String, String, String, String)] = [
      ("清沅县人民医院", "医院", "东关街道", "人民路1号"), ("清沅县中医院", "医院", "东关街道", "文昌路88号"),
      ("清沅康宁医院", "民营医院", "东关街道", "迎宾路66号"), ("清沅县东关社区卫生服务中心", "社区卫生服务中心", "东关街道", "北大街12号"),
      ("柳塘镇安和中医诊所", "诊所", "柳塘镇", "桥头街6号"), ("石桥百草堂中医诊所", "诊所", "石桥镇", "沿河路21号"),
      ("东关口腔门诊部", "门诊部", "东关街道", "文昌路19号"), ("清沅仁心门诊部", "门诊部", "东关街道", "人民路77号"),
    ]
    for (index, town) in Cast.towns.enumerated() where index > 0 {
      rows.append(("\(town.name)卫生院", "乡镇卫生院", town.name, "卫生院路1号"))
    }
    for index in 0..<18 {
      let town = Cast.towns[index % Cast.towns.count].name
      rows.append(("\(town.prefix(2))\(clinicNames[index % clinicNames.count])诊所", "诊所", town, "中心街\(index * 3 + 2)号"))
    }
    for index in 0..<28 {
      let town = Cast.towns[index % 4 + 1].name
      rows.append(
        (
          "\(town)\(villages[index % villages.count])村卫生室", "村卫生室", town,
          "\(villages[index % villages.count])村\(index + 1)号"
        ))
    }
    return rows
  }

  private static let clinicNames = ["惠民", "康泰", "济世", "仁和", "同心", "益寿"]
  private static let villages = ["大柳", "前河", "新桥", "南岗", "北庄", "石门", "青石"]
}
