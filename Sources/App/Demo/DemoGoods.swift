import Kit
import Web

/// The evidence of a demonstration case, and the things that were registered in it (先行登记保存).
struct DemoGoods {
  let lawCase: String
  let event: DemoEvent
  let day: String
  let officer: DemoHand

  /// Evidence of the first day, and the registration with its list: the second step of the case.
  func register() async throws {
    let taken = [("taken-on", day), ("place", event.place), ("source", "当事人当场交出"), ("original", "original")]
    try await officer.submit(
      "\(lawCase)/evidence",
      taken + [
        ("name", "收费记录本"), ("kind", "documentary"), ("proves", "收取费用的次数和金额"), ("holder", "周予宁"), ("taken-at", "09:50"),
      ])
    let item = try await officer.submit(
      "\(lawCase)/evidence",
      taken + [
        ("name", "使用过的注射器"), ("kind", "exhibit"), ("proves", "当场开展诊疗活动"), ("holder", "周予宁"), ("count", "6"),
        ("unit", "支"),
        ("taken-at", "10:05"),
      ])
    try await officer.submit(
      "\(item)/move",
      [("from", "周予宁"), ("to", "县卫生监督所证物室"), ("moved-on", day), ("why", "入库"), ("state", "装袋封口，封条完好，6 支")])
    try await officer.submit(
      "\(lawCase)/evidence",
      taken + [
        ("name", "现场检查录像"), ("kind", "audio-visual"), ("holder", "执法记录仪采集站"), ("began", "09:20"), ("ended", "10:38"),
        ("device", "记录仪 07"), ("medium", "采集站 07 号柜"),
      ])
    try await officer.submit("\(lawCase)/steps/registration", [("on", day), ("note", event.finding)])
    try await officer.submit(
      "\(lawCase)/goods/2",
      [
        ("name-1", "牙科综合治疗台"), ("count-1", "1"), ("unit-1", "台"), ("name-2", "一次性注射器"), ("count-2", "60"),
        ("unit-2", "支"),
      ])
  }

  /// After the decision: everything is confiscated, the measure ends, and the things go on to the list of the decision.
  func release() async throws {
    let listed = try await officer.page("\(lawCase)/goods/2")
    let things = listed.values("items").map { ("items", $0) }
    try await officer.submit(
      "\(lawCase)/goods/2/dispose", things + [("way", "confiscated"), ("on", day), ("receipt", "随决定书没收")])
    try await officer.submit(
      "\(lawCase)/steps/registration-end", [("on", day), ("about", "2"), ("outcome", "confiscated")])
    let coming = try await officer.page("\(lawCase)/goods/9")
    try await officer.submit("\(lawCase)/goods/9", coming.values("carried").map { ("carried", $0) })
  }

  func destroy() async throws {
    let left = try await officer.page("\(lawCase)/goods/9")
    try await officer.submit(
      "\(lawCase)/goods/9/dispose",
      left.values("items").map { ("items", $0) } + [
        ("way", "destroyed"), ("on", day), ("witness", "县卫生健康局办公室"), ("receipt", "销毁记录"),
        ("note", "存放有感染风险，不能久存；经负责人批准先行销毁。"),
      ])
  }
}
