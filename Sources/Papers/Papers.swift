/// Papers (文书): spreadsheets in and out, for every room that brings lists in or hands them out.
///
/// - `Reading/`: a workbook (xlsx) is opened (`Archive`), its parts are parsed as they are unpacked (`XMLFeed`), and
///   its rows come one piece after the other (`SheetReader`). Memory does not grow with the number of rows, but for the
///   table of shared texts, which a workbook keeps in one place.
/// - `Writing/`: rows go to a file one by one (`SheetWriter`).
///
/// It knows nothing of institutions or clues: a room says what columns mean and what a bad cell is.
package enum Papers {}
