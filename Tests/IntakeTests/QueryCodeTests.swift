import Foundation
import Intake
import Kit
import Storage
import TestKit
import Testing

@Suite struct QueryCodeTests {
  @Test(arguments: [
    ("7K3M-92QX-4HDP", "7K3M-92QX-4HDP"), ("7k3m92qx4hdp", "7K3M-92QX-4HDP"), ("  7k3m 92qx 4hdp\n", "7K3M-92QX-4HDP"),
    ("７Ｋ３Ｍ－９２ＱＸ－４ＨＤＰ", "7K3M-92QX-4HDP"), ("7K3M—92QX。4HDP", "7K3M-92QX-4HDP"),
  ])
  func `a code is read however it is typed`(typed: String, text: String) {
    #expect(QueryCode(typed: typed)?.text == text)
  }

  @Test(arguments: [
    "", "7K3M", "7K3M-92QX-4HDPP", "7K3M-92QX-4HD", "0K3M-92QX-4HDP", "OK3M-92QX-4HDP", "1K3M-92QX-4HDP",
    "IK3M-92QX-4HDP", "LK3M-92QX-4HDP", "查K3M-92QX-4HDP", "7K3M-92QX-4HDP查", "7K3M-92QX-4HDé",
  ])
  func `anything else is no code`(typed: String) {
    #expect(QueryCode(typed: typed) == nil)
  }

  @Test(arguments: Store.both)
  func `a slip follows from the form and from what was written, and its code can be read back`(store: Store)
    async throws
  {
    try await TestStore.with(store) { database in
      let once = "00112233445566778899aabbccddeeff"
      let first = Slip(once: once, content: ["a", "b"], database)
      #expect(Slip(once: once, content: ["a", "b"], database).code == first.code)
      #expect(Slip(once: once, content: ["ab", ""], database).code != first.code)
      #expect(Slip(once: "ffeeddccbbaa99887766554433221100", content: ["a", "b"], database).code != first.code)
      #expect(QueryCode(typed: first.code.text.lowercased()) == first.code)
    }
  }

  @Test(arguments: Store.both) func `without a hidden value of some length each slip is new`(store: Store) async throws
  {
    try await TestStore.with(store) { database in
      let codes = ["", "1", "short"].flatMap { once in
        (0..<50).map { _ in Slip(once: once, content: [], database).code }
      }
      #expect(Set(codes).count == codes.count)
    }
  }

  /// 500 codes of 12 places: each of the 31 letters is expected 194 times, standard deviation 14.
  @Test(arguments: Store.both) func `codes use every letter of the alphabet alike and no other`(store: Store)
    async throws
  {
    try await TestStore.with(store) { database in
      let letters = (0..<500).flatMap {
        "\(Slip(once: nil, content: ["\($0)"], database).code.text)".filter { $0 != "-" }
      }
      let counts = Dictionary(grouping: letters, by: { $0 }).mapValues(\.count)
      #expect(counts.keys.sorted() == Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ"))
      #expect(counts.values.allSatisfy { (120...270).contains($0) })
    }
  }
}
