import Web

/// One report and how far it has gone.
struct DemoEvent: Sendable {
  enum Goes: Sendable { case waiting, refused, accepted, visitPlanned, visited, decided, closed }

  let daysAgo: Int
  let channel: String
  let text: String
  let place: String
  let goes: Goes
  var task = ""
  /// A name of the register; nil makes an unlicensed site.
  var institution: String?
  /// The hotline's number, the account that published: what its channel asks for.
  var order = ""
  var outlet = ""
  var site = ""
  var finding = ""
  var result = "clean"
  var party = ""
  var violation = ""
  var gains = "0"
  var answer: String?
  /// What the reporter does with his code, after all else.
  var reporter: DemoReporter?
}

enum DemoEvents {
  static let all = [
    DemoEvent(
      daysAgo: 41, channel: "来电", text: "集贸市场旁边的出租屋里有人给人拔牙、镶牙，没有挂牌子，每天下午都在。", place: "柳塘镇集贸市场东街18号",
      goes: .closed, task: "无证", site: "集贸市场东街镶牙点",
      finding: "现场有牙科椅一把、镶牙材料一批，正在给一人镶牙，不能出示医疗机构执业许可证和医师资格证书，收款记录 8640 元。", result: "case",
      party: "卢某（集贸市场东街镶牙点）", violation: "非医师行医", gains: "8640",
      answer: "你反映的地点经查实没有执业许可证，已经取缔并作出行政处罚，罚没款已全部缴清。谢谢你的举报。",
      reporter: .claims(name: "丁女士", phone: "13900000041")),
    DemoEvent(
      daysAgo: 36, channel: "来信", text: "百草堂诊所没有把价格和医生名单贴出来，处方也不给患者看。", place: "石桥镇沿河路21号", goes: .visited,
      task: "规范", institution: "石桥百草堂中医诊所", finding: "许可证没有公示在明显处，抽查处方 20 张，3 张没有医师签名。", result: "correct",
      answer: "你反映的情况部分属实，已责令诊所限期改正，到期复查。",
      reporter: .objects(reasons: "价格还是没有贴出来。", kept: "责令改正的期限还没有到，到期复查，复查的结果会再告诉你。")),
    DemoEvent(
      daysAgo: 29, channel: "来电", text: "宠物店里面卖感冒药，价格比药店贵很多。", place: "东关街道北大街7号", goes: .refused),
    DemoEvent(
      daysAgo: 22, channel: "来访", text: "有个自称专家的人在宾馆里开免费讲座，讲完就让人买针剂并当场注射。", place: "东关街道迎宾路3号宾馆二楼",
      goes: .decided, task: "无证", site: "迎宾路宾馆讲座点", finding: "房间内有注射针剂 40 支、输液器 60 套，三名老人正在输液，组织者不能出示任何执业证件。",
      result: "case", party: "冯某（迎宾路宾馆讲座点）", violation: "非医师行医", gains: "12600"),
    DemoEvent(
      daysAgo: 13, channel: "媒体", text: "短视频里安和诊所的人说包治糖尿病，不灵退款。", place: "柳塘镇桥头街6号", goes: .visited, task: "广告",
      institution: "柳塘镇安和中医诊所", outlet: "短视频账号“清沅身边事”", finding: "检查许可、人员、处方、消毒记录，都符合要求。短视频线索另行固定后移送市场监管部门。"),
    DemoEvent(
      daysAgo: 6, channel: "来电", text: "南圩镇菜场二楼有人开诊所，晚上才开门，给小孩打吊针。", place: "南圩镇菜场二楼", goes: .visitPlanned, task: "无证",
      site: "南圩菜场二楼诊疗点"),
    DemoEvent(
      daysAgo: 4, channel: "来电", text: "白渡乡有人摆摊卖祖传膏药，给人扎针。", place: "白渡乡老街口", goes: .accepted, task: "无证",
      reporter: .answers(question: "哪几天来？有没有看到车牌或者招牌？", answer: "逢二、五、八来，没有招牌，开一辆灰色三轮车。")),
    DemoEvent(
      daysAgo: 1, channel: "来访", text: "美容店给人打瘦脸针，打完脸肿了三天。", place: "东关街道文昌路55号二楼", goes: .waiting),
    DemoEvent(
      daysAgo: 0, channel: "热线", text: "村里来了一个流动体检车，抽血化验完推销保健品。", place: "石桥镇大柳村村委会门口", goes: .waiting,
      order: "YZ2026112300815"),
    DemoEvent(
      daysAgo: 0, channel: "来信", text: "大柳村村委会门口来了一个流动体检车，给老人抽血化验，完了推销保健品，一盒六百。", place: "石桥镇大柳村",
      goes: .waiting),
  ]
}
