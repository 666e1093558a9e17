import Bytes

/// Receives the bytes of a report piece by piece, so that rows of a million members are never in memory at the same
/// time. What it throws ends the report.
package typealias ReportSink = (ByteView) throws -> Void
