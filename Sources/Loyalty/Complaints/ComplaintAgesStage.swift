extension MeasureStage {
  package static let complaintAges = MeasureStage("complaint_ages") { progress in
    progress.measures.receive(ComplaintAges(progress.roster))
    return true
  }
}
