/// Reports as citizens might write them, out of a few invented parts: enough variety for lists and search, the same in
/// every run.
struct Words {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func report(in town: String) -> (text: String, place: String) {
    let place = "\(town)\(pick(Self.streets))\(next(200) + 1)号\(pick(Self.near))"
    return (
      "\(pick(Self.times))在\(place)，\(pick(Self.who))\(pick(Self.what))，收了\(next(4000) + 20)元，\(pick(Self.proof))。",
      place
    )
  }

  /// 0 ..< `bound`; the remainder favours small numbers by less than one part in 2⁴⁰.
  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 16) % UInt64(max(bound, 1)))
  }

  mutating func pick<T>(_ all: [T]) -> T { all[next(all.count)] }

  private static let streets = ["桥头街", "集市东街", "学堂路", "新河路", "老粮站巷", "车站前街", "水塔路", "南门里"]
  private static let near = ["对面", "楼上", "后院", "门口的棚子", "旁边的出租屋", ""]
  private static let times = ["上周三下午", "每逢集日", "昨天晚上", "国庆前后", "这半年一直", "前天上午"]
  private static let who = ["一个外地口音的男人", "没挂牌子的诊所", "一家美容店", "药店坐堂的人", "自称退休医生的老人"]
  private static let what = [
    "给人镶牙拔牙", "给老人打点滴", "做双眼皮和打针", "卖没有标签的药水", "开保健讲座卖理疗床", "借别人的执照看病", "给孕妇查男女",
  ]
  private static let proof = ["没有收据", "给了一张手写条", "手机里有照片", "邻居也看见了", "有人打完针发烧"]
}
