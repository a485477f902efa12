import Kit

extension Command {
  static let demo = Command(
    name: "demo", summary: "建一个演示县，打印各岗位的账号",
    usage: "qingyuan demo [--data DIR] [--database URL]", example: "qingyuan demo --data ./data", options: store
  ) { arguments in
    let made = try await Demo.make(arguments.houseOptions())
    note(made ? "演示县已建好。" : "演示县已经在这个文件夹里，没有改动。")
    try arguments.write(Demo.accounts)
  }
}
