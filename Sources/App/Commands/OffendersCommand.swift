import Foundation
import Kit
import Offenders
import Storage

extension Command {
  static let offendersRekey = Command(
    name: "offenders rekey", summary: "字形、地名等名单变了以后，重新编制违法人员的比对索引",
    usage: "qingyuan offenders rekey [--all] [--data DIR] [--database URL] [--content DIR]",
    example: "qingyuan offenders rekey --data ./data",
    options: store.merging(["--all": false]) { first, _ in first }
  ) { arguments in
    let house = try await House.open(arguments.houseOptions())
    let count: Result<Int, any Error>
    do { count = .success(try await house.offenders.rekey(all: arguments.has("--all"), house.database)) } catch {
      count = .failure(error)
    }
    await house.close()
    let number = try count.get()
    try arguments.write(number == 0 ? "名单没有变，索引不用重编。" : "重新编制了 \(number) 条记录的比对索引。")
  }
}
