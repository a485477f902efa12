/// What a monitor is told: a line each, without figures, because everybody may ask.
package enum Readiness {
  package static func words(_ facts: [Fact]) -> (words: String, status: Int) {
    let lines = facts.map { "\($0.state == .bad ? "不好" : "好")　\($0.title)\n" }
    return (lines.joined(), facts.contains { $0.state == .bad } ? 503 : 200)
  }
}
