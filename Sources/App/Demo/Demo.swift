import Kit
import Offices
import Storage
import Web

/// The demonstration county: invented, made through the same pages and deeds as anybody's work, so that its ledger and
/// figures are true. It is served on loopback only.
package enum Demo {
  /// A store is the demonstration when the invented city stands in its region tree.
  static func isDemo(_ database: Database) async throws -> Bool {
    try await database.read { try Offices.region(Cast.city, $0) }?.name == "云州市"
  }

  static func isLoopback(_ host: String) -> Bool {
    ["127.0.0.1", "::1", "localhost"].contains(host) || host.hasPrefix("127.")
  }

  /// Makes it where the store is empty; does nothing where it stands already. Refuses a store with real counties.
  package static func make(_ options: House.Options) async throws -> Bool {
    let clock = DemoClock()
    var options = options
    options.world = clock.world(node: try DataFolder(options.data).node)
    options.reports = DemoArrival.budget
    let house = try await House.open(options)
    let made: Result<Bool, any Error>
    do { made = .success(try await fill(house, clock)) } catch { made = .failure(error) }
    await house.close()
    return try made.get()
  }

  private static func fill(_ house: House, _ clock: DemoClock) async throws -> Bool {
    if try await isDemo(house.database) { return false }
    guard try await house.database.read({ try Offices.counties($0) }).isEmpty else {
      throw CommandRefusal("这个数据文件夹里已有正式数据，不能再放演示数据。换一个 --data 文件夹。")
    }
    clock.set(daysAgo: 49)
    try await Cast.found(house.database, roles: house.roles, world: house.database.world)
    try await DemoStory(site: house.site, clock: clock).play()
    // What the server would have told this morning.
    for name in ["sentinels.listen", "duties.sweep"] {
      for job in house.jobs where job.name == name { try await job.run(house.database) }
    }
    try await house.database.writeCheckpoints()
    return true
  }

  static var accounts: String {
    let lines = Cast.members.map { "  \($0.login)　\($0.name)（\($0.post)）　\($0.first)" }
    return """
      演示账号，密码都是 \(Cast.password)：
      \(lines.joined(separator: "\n"))

      先点什么：
        1. 不登录，打开首页，查一家机构，再报一个问题，记下查询码。
        2. 用 heyuan 登录，在“今日”里受理刚才的线索，派给周予宁。
        3. 用 zhouyn 登录，安排检查、记录现场、立案；用 heyuan 作决定。
        4. 用 luohui 登录，看专项行动页，数字变了，点开看是哪几条。
        5. 用 shenyq 登录，看数字和逾期，督办一件；用 mengzh 督导，用 gujm、yuhe 答复和报送。
        6. 用 weij 登录，看台账，每一步都是一句话。
      """
  }
}
