/// Checks of numbers that the State gives out. They find slips of the pen, not forgeries.
package enum StateCode {
  /// Unified social credit code (统一社会信用代码), GB 32100-2015: 18 places, the last a check sum.
  package static func isCreditCode(_ text: String) -> Bool {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    let bytes = Array(text.utf8)
    guard bytes.count == 18 else { return false }
    var sum = 0
    var weight = 1
    for byte in bytes.dropLast() {
      guard let value = alphabet.firstIndex(of: byte) else { return false }
      sum += value * weight
      weight = weight * 3 % 31
    }
    return alphabet[(31 - sum % 31) % 31] == bytes[17]
  }

  /// Citizen number (公民身份号码), GB 11643-1999: 18 places, date of birth inside, the last a check sum.
  package static func isCitizenNumber(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 18, bytes.dropLast().allSatisfy({ (48...57).contains($0) }) else { return false }
    let birth = text.utf8.dropFirst(6).prefix(8).map { Int($0) - 48 }
    let year = birth[0] * 1000 + birth[1] * 100 + birth[2] * 10 + birth[3]
    guard CivilDate(year, birth[4] * 10 + birth[5], birth[6] * 10 + birth[7]) != nil else { return false }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(bytes, weights).reduce(0) { $0 + (Int($1.0) - 48) * $1.1 }
    return Array("10X98765432".utf8)[sum % 11] == bytes[17]
  }

  /// Completes the first 17 places of a credit code with its check place; nil where a place is not of the alphabet.
  package static func completingCreditCode(_ first17: String) -> String? {
    "0123456789ABCDEFGHJKLMNPQRTUWXY".lazy.map { first17 + String($0) }.first(where: isCreditCode)
  }
}
