import Kit
import Testing
import Web

@testable import Inspection

@Suite struct VisitFormTests {
  @Test(arguments: ["9:14", "09:14", "0914", "09：14", "00:00", "23:59", ""]) func `a time of day is read`(typed: String)
  {
    #expect(!isRefused(typed))
  }

  /// Hundreds of digits once ended the process: they were added up before they were counted.
  @Test(arguments: ["24:00", "9:60", "9", "9:1:4", "九点", "-9:14", "99999", String(repeating: "9", count: 400)])
  func `anything else is refused`(typed: String) {
    #expect(isRefused(typed))
  }

  private func isRefused(_ began: String) -> Bool {
    var form = Form()
    form.add("began", began)
    do {
      _ = try VisitForm.report(form, [])
    } catch let refusal as any Refusal {
      return FormState(form, refusal).problem("began") != nil
    } catch {}
    return false
  }
}
