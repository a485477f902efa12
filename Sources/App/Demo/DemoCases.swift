/// A case of the demonstration, and the step at which it stands: together they show every stage of the procedure.
struct DemoCase: Sendable {
  enum Stands: Sendable {
    case investigation, review, notice, hearing, decision, service, contested, closed, referred, withdrawn, onTheSpot
  }

  let daysAgo: Int
  let site: String
  let address: String
  let party: String
  let violation: String
  let summary: String
  /// In yuan, within what the law lets be fined.
  var fine = "20000"
  let stands: Stands
}

enum DemoCases {
  static let all = [
    DemoCase(
      daysAgo: 33, site: "柳塘镇车站路艾灸馆", address: "柳塘镇车站路9号", party: "钟某（车站路艾灸馆）", violation: "非医师行医",
      summary: "以养生为名给人针刺放血，收费单据八张，操作人没有医师资格。", stands: .closed),
    DemoCase(
      daysAgo: 27, site: "石桥镇供销社楼上诊疗点", address: "石桥镇供销社二楼", party: "葛某（供销社楼上诊疗点）", violation: "非医师行医",
      summary: "无证给人输液，现场有输液架三个、处方笺一本。", fine: "30000", stands: .contested),
    DemoCase(
      daysAgo: 19, site: "东关街道文昌路美容店", address: "东关街道文昌路55号二楼", party: "尹某（文昌路美容店）", violation: "非医师行医",
      summary: "给顾客注射肉毒素和玻尿酸，不能出示医师资格证书，查见注射记录二十一条。", fine: "60000", stands: .hearing),
    DemoCase(
      daysAgo: 16, site: "南圩镇老街口牙科摊", address: "南圩镇老街口", party: "霍某（老街口牙科摊）", violation: "非医师行医",
      summary: "摆摊补牙、拔牙，当场查见未消毒的器械一盘。", stands: .decision),
    DemoCase(
      daysAgo: 12, site: "白渡乡渡口接骨点", address: "白渡乡渡口12号", party: "鲍某（渡口接骨点）", violation: "非医师行医",
      summary: "祖传接骨为名行医多年，收费记账本一册。", stands: .service),
    DemoCase(
      daysAgo: 9, site: "石桥镇学府路近视理疗店", address: "石桥镇学府路3号", party: "卫某（学府路近视理疗店）", violation: "非医师行医",
      summary: "给学生做眼部穴位注射，宣称恢复视力。", stands: .notice),
    DemoCase(
      daysAgo: 8, site: "柳塘镇菜场膏药摊", address: "柳塘镇菜场南门", party: "滕某（菜场膏药摊）", violation: "非医师行医",
      summary: "卖膏药的同时给人拔罐放血，现场有使用过的三棱针。", stands: .review),
    DemoCase(
      daysAgo: 7, site: "东关街道药店坐堂点", address: "东关街道北大街21号", party: "齐某（药店坐堂点）", violation: "非医师行医",
      summary: "调查发现坐堂的是有证医师，问题在药店超范围卖处方药，由市场监管部门管辖。", stands: .referred),
    DemoCase(
      daysAgo: 5, site: "南圩镇批发市场镶牙柜台", address: "南圩镇批发市场一层", party: "柏某（批发市场镶牙柜台）", violation: "非医师行医",
      summary: "柜台后设牙椅，群众看见给人装假牙。", stands: .investigation),
    DemoCase(
      daysAgo: 3, site: "白渡乡卫生路推拿店", address: "白渡乡卫生路1号", party: "水某（卫生路推拿店）", violation: "非医师行医",
      summary: "查明只做保健按摩，没有诊疗活动。", stands: .withdrawn),
    DemoCase(
      daysAgo: 2, site: "石桥镇村口医废暂存点", address: "石桥镇大柳村村口", party: "施某（村口医废暂存点）", violation: "医疗废物贮存设施不合规",
      summary: "暂存的医疗废物没有分类包装，当场改正。", fine: "200", stands: .onTheSpot),
  ]
}
