internal import Foundation
let a = CommandLine.arguments
let text = String(decoding: FileManager.default.contents(atPath: a[1])!, as: UTF8.self)
let t = ContinuousClock.now
let r = PlanReading.read(text)
FileHandle.standardError.write("\(ContinuousClock.now - t) plans \(r.plans.count)\n".data(using: .utf8)!)
print(a.count > 2 ? r.outline() : r.json())
