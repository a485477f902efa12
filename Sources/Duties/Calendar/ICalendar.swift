import Kit
import Storage

/// Duties as a calendar (iCalendar, RFC 5545), for the calendar of a telephone: one whole day for each, on its date.
///
/// A duty keeps its number as UID, so that a file read in again moves what was moved instead of doubling it. A duty whose clock
/// stands has no date and is left out.
struct ICalendar {
  let duties: [OpenDuty]
  let now: Instant

  var text: String {
    let lines =
      ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Qingyuan//Duties//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
      + duties.filter { $0.suspended == nil }.flatMap(event) + ["END:VCALENDAR"]
    return lines.map(Self.folded).joined()
  }

  private func event(_ duty: OpenDuty) -> [String] {
    [
      "BEGIN:VEVENT", "UID:duty-\(duty.id.text)@qingyuan", "DTSTAMP:\(stamp)",
      "DTSTART;VALUE=DATE:\(Self.compact(duty.due))", "DTEND;VALUE=DATE:\(Self.compact(duty.due.adding(days: 1)))",
      "SUMMARY:\(Self.escaped(duty.title))", "DESCRIPTION:\(Self.escaped(duty.basis))", "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]
  }

  /// In UTC, which is eight hours behind the clock of the house.
  private var stamp: String {
    let time = now.adding(seconds: -8 * 3600)
    return "\(Self.compact(time.date))T\(time.clock.filter { $0 != ":" })00Z"
  }

  private static func compact(_ date: CivilDate) -> String { date.iso.filter { $0 != "-" } }

  /// By scalars, because a line's end of two signs is one character.
  static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar != "\r" {
      if scalar == "\n" {
        out.append(contentsOf: "\\n".unicodeScalars)
      } else {
        if "\\;,".unicodeScalars.contains(scalar) { out.append("\\") }
        out.append(scalar)
      }
    }
    return String(out)
  }

  /// Lines of at most 75 bytes; what goes on begins with a blank. Never inside a character.
  static func folded(_ line: String) -> String {
    var (out, width) = ("", 0)
    for character in line {
      let bytes = character.utf8.count
      if width + bytes > 75 {
        out += "\r\n "
        width = 1
      }
      out.append(character)
      width += bytes
    }
    return out + "\r\n"
  }
}
