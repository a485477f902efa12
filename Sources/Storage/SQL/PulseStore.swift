extension Reader {
  /// Asks the smallest question; throws where the store does not answer.
  package func refuseSilence() throws { _ = try number("SELECT 1") }
}
