/// Papers (文书): spreadsheets in and out, for every room that brings lists in or hands them out, and the papers of cases.
///
/// - `Reading/`: a workbook (xlsx) is opened (`Archive`), its parts are parsed as they are unpacked (`XMLFeed`), and
///   its rows come one piece after the other (`SheetReader`). Memory does not grow with the number of rows, but for the
///   table of shared texts, which a workbook keeps in one place.
/// - `Writing/`: rows go to a file one by one (`SheetWriter`).
/// - `Documents/Templates/`: what papers there are (`PaperBook`), what their forms ask, what the answers must be.
/// - `Documents/Filling/`: template + `PaperValues` → `PaperDocument`, a plain value with a record and its hash.
/// - `Documents/Pages/`, `Word/`, `Press/`: the same document as HTML, as a Word file, as a PDF; a whole file of a case.
///
/// It knows nothing of institutions or clues: a room says what columns mean and what a bad cell is.
package enum Papers {}
