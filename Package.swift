// swift-tools-version: 6.2
import PackageDescription

/// Every room is compiled under the same strict settings; see `docs/architecture.md`.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  // Tests look inside their room, and run the same release objects as the server.
  .unsafeFlags(["-enable-testing"], .when(configuration: .release)),
]

/// The ground that every page stands on: what is generic or small there is compiled into the rooms that use it.
let ground = ["Kit", "Storage", "Web"]
let shared: [SwiftSetting] = [.unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))]

/// A room (a SwiftPM target named after a kind of work) and what it may import. `script/doors` compares this list
/// with the table in `docs/architecture.md` and with every `import` line.
func room(_ name: String, _ rooms: [String], libraries: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: rooms.map { .byName(name: $0) } + libraries,
    swiftSettings: ground.contains(name) ? strict + shared : strict)
}

func tests(_ name: String, _ rooms: [String], libraries: [Target.Dependency] = [], data: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: rooms.map { .byName(name: $0) } + libraries, exclude: data, swiftSettings: strict)
}

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "qingyuan",
  products: [.executable(name: "qingyuan", targets: ["qingyuan"])],
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CEmbedded", cSettings: [.unsafeFlags(["-Wno-c23-extensions"])]),

    room("Kit", []),
    room("Packs", ["Kit"], libraries: [yams]),
    room("Law", ["Kit", "Packs"]),
    room("Procedure", ["Kit", "Packs", "Law"]),
    room("PlanReading", ["Kit", "Packs"]),
    room("Matching", ["Kit", "Packs"]),
    room("Storage", ["Kit", "CPostgres", "CCrypto"], libraries: [grdb, sqlite]),
    room(
      "Papers", ["Kit", "Packs", "CXlsxWriter", "CZip", "CXML2", "CQREncode", "CCrypto"],
      libraries: [subprocess, systemPackage]),
    room(
      "Web", ["Kit", "Storage", "CCrypto", "CEmbedded", "CQREncode"],
      libraries: [hummingbird, nioCore, nioEmbedded, httpTypes, logging, lifecycle, signals]),
    room("Offices", ["Kit", "Packs", "Storage", "Web", "CCrypto"]),
    room("Rulebook", ["Kit", "Packs", "Law", "Storage", "Web"]),
    room("Duties", ["Kit", "Packs", "Law", "Storage", "Web", "Offices"]),
    room(
      "Offenders",
      ["Kit", "Packs", "Law", "Matching", "Storage", "Papers", "Web", "Offices", "Rulebook", "Duties"]),
    room("Registers", ["Kit", "Packs", "Law", "Storage", "Papers", "Web", "Offices", "Duties"]),
    room(
      "Campaign",
      ["Kit", "Packs", "Law", "PlanReading", "Storage", "Papers", "Web", "Offices", "Duties", "Registers"]),
    room(
      "Intake",
      [
        "Kit", "Packs", "Law", "Matching", "Storage", "Papers", "Web", "Offices", "Duties", "Offenders", "Registers",
        "Campaign",
      ]),
    room(
      "Sentinels",
      [
        "Kit", "Packs", "Law", "Storage", "Papers", "Web", "Offices", "Duties", "Registers", "Campaign", "Intake",
      ]),
    room(
      "Inspection",
      ["Kit", "Packs", "Law", "Storage", "Web", "Offices", "Rulebook", "Duties", "Registers", "Campaign", "Intake"]),
    room(
      "Casework",
      [
        "Kit", "Packs", "Law", "Procedure", "Matching", "Storage", "Papers", "Web", "Offices", "Rulebook", "Duties",
        "Offenders", "Registers",
        "Campaign", "Intake",
        "Inspection",
      ]),
    room(
      "Transfers",
      [
        "Kit", "Packs", "Law", "Procedure", "Storage", "Papers", "Web", "Offices", "Duties", "Registers", "Campaign",
        "Inspection",
        "Casework",
      ]),
    room("Exchange", ["Kit", "Packs", "Law", "Matching", "Storage", "Web", "Offices", "Duties", "Offenders"]),
    room(
      "Recurrence",
      [
        "Kit", "Packs", "Law", "Storage", "Web", "Offices", "Rulebook", "Duties", "Offenders", "Intake", "Inspection",
        "Casework", "Transfers",
      ]),
    room(
      "App",
      [
        "Kit", "Packs", "Law", "Procedure", "PlanReading", "Matching", "Storage", "Papers", "Web", "Offices",
        "Rulebook",
        "Duties", "Registers",
        "Campaign", "Intake", "Sentinels", "Inspection", "Casework", "Transfers", "Offenders", "Exchange", "Recurrence",
        "CEmbedded",
      ], libraries: [logging, lifecycle]),
    .executableTarget(name: "qingyuan", dependencies: ["App"], swiftSettings: strict),
    .executableTarget(
      name: "lab",
      dependencies: [
        "App", "Kit", "Packs", "Law", "Procedure", "Matching", "Storage", "Offices", "Duties", "Offenders", "Registers",
        "Intake", "Casework", "Papers", "Transfers", "ProcedureWalk",
      ],
      path: "Tests/Lab", swiftSettings: strict),
    .target(
      name: "ProcedureWalk", dependencies: ["Kit", "Law", "Procedure"], path: "Tests/ProcedureWalk",
      swiftSettings: strict),
    .target(
      name: "TestKit", dependencies: ["App", "Kit", "Storage", "Web", "Offices", subprocess, systemPackage],
      path: "Tests/TestKit", swiftSettings: strict),
    tests("KitTests", ["Kit"]),
    tests("PacksTests", ["Kit", "Packs"]),
    tests("LawTests", ["Kit", "Packs", "Law"]),
    tests("ProcedureTests", ["Kit", "Packs", "Law", "Procedure", "ProcedureWalk"]),
    tests("PlanReadingTests", ["Kit", "PlanReading"], data: ["Plans", "Examples.txt"]),
    tests("MatchingTests", ["Kit", "Packs", "Matching"], data: ["Pairs.txt"]),
    tests("StorageTests", ["Kit", "Storage", "TestKit"]),
    tests("PapersTests", ["Kit", "Packs", "Papers", "TestKit"]),
    tests("WebTests", ["Kit", "Storage", "Web", "App", "TestKit"], libraries: [httpTypes]),
    tests("OfficesTests", ["Kit", "Packs", "Storage", "Web", "Offices", "App", "TestKit"]),
    tests(
      "RulebookTests",
      [
        "Kit", "Packs", "Law", "Storage", "Web", "Offices", "Inspection", "Casework", "Intake", "Registers", "Rulebook",
        "App",
        "TestKit",
      ]),
    tests(
      "DutiesTests",
      ["Kit", "Packs", "Law", "Storage", "Web", "Offices", "Duties", "Intake", "App", "TestKit"]),
    tests(
      "OffendersTests",
      [
        "Kit", "Packs", "Law", "Matching", "Storage", "Papers", "Web", "Offices", "Offenders", "Procedure", "Registers",
        "Inspection", "Casework", "App", "TestKit",
      ]),
    tests(
      "RegistersTests", ["Kit", "Packs", "Law", "Storage", "Papers", "Web", "Offices", "Registers", "App", "TestKit"]),
    tests(
      "CampaignTests",
      ["Kit", "Packs", "Law", "PlanReading", "Storage", "Web", "Offices", "Registers", "Campaign", "App", "TestKit"]),
    tests(
      "IntakeTests",
      [
        "Kit", "Law", "Storage", "Papers", "Web", "Offices", "Duties", "Registers", "Campaign", "Intake", "App",
        "TestKit",
      ]),
    tests(
      "SentinelsTests",
      [
        "Kit", "Packs", "Law", "Storage", "Web", "Offices", "Duties", "Registers", "Campaign", "Intake", "Sentinels",
        "App",
        "TestKit",
      ]),
    tests(
      "InspectionTests",
      [
        "Kit", "Law", "Storage", "Web", "Offices", "Duties", "Registers", "Campaign", "Intake", "Inspection", "App",
        "TestKit",
      ]),
    tests(
      "CaseworkTests",
      [
        "Kit", "Packs", "Law", "Procedure", "Storage", "Web", "Offices", "Duties", "Registers", "Campaign", "Intake",
        "Inspection", "Casework", "App",
        "Papers", "TestKit",
      ]),
    tests(
      "TransfersTests",
      [
        "Kit", "Packs", "Law", "Procedure", "Storage", "Papers", "Web", "Offices", "Duties", "Registers", "Inspection",
        "Casework",
        "Transfers", "App", "TestKit",
      ]),
    tests(
      "ExchangeTests",
      [
        "Kit", "Packs", "Law", "Matching", "Storage", "Web", "Offices", "Duties", "Offenders", "Exchange", "App",
        "TestKit",
      ]),
    tests(
      "RecurrenceTests",
      [
        "Kit", "Packs", "Law", "Matching", "Storage", "Web", "Offices", "Duties", "Registers", "Offenders", "Casework",
        "Transfers", "Recurrence", "App", "TestKit",
      ]),
    tests(
      "AppTests",
      [
        "Kit", "Law", "PlanReading", "Storage", "Papers", "Web", "Offices", "Duties", "Registers", "Campaign",
        "Intake", "Inspection",
        "Casework", "App", "TestKit",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
