import Kit
import Matching
import Testing

@testable import Offenders

@Suite struct RecordTests {
  @Test(
    "numbers and telephones are masked",
    arguments: [
      ("320102198001010417", "32****0417"), ("", ""), ("0417", "****"),
    ])
  func masks(number: String, shown: String) { #expect(Mask.number(number) == shown) }
}
