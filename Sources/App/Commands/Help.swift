/// Help in Chinese, one example per command.
enum Help {
  static func printAll() {
    note("清源：医疗市场专项整治系统\n\n用法：qingyuan 命令 [选项]\n")
    let width = Command.all.map(\.name.count).max() ?? 0
    for command in Command.all {
      note("  \(command.name)\(String(repeating: " ", count: width - command.name.count + 2))\(command.summary)")
    }
    note(
      """

      要用到数据的命令都可以加：
        --data DIR          数据文件夹，默认 ./data
        --database URL      用 PostgreSQL，例如 postgresql://用户@主机/库名
        --content DIR       改用这个文件夹里的内容包
      用 qingyuan 命令 --help 看一个命令的说明和例子。
      """)
  }

  static func print(_ command: Command) {
    note("\(command.summary)\n\n用法：\(command.usage)\n例子：\(command.example)")
  }
}
