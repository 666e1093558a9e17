import Feeds

/// Saved views to be written to their file.
private struct SaveViewsRequest: EngineRequest {
  var views: [SavedView]

  func submit(to engine: Engine) {
    guard let path = engine.surroundings.viewsPath else { return }
    engine.jobs.submit { engine in
      do throws(FileProblem) {
        try SavedViewsFile.write(views, to: path)
      } catch {
        engine.post(.viewsNotSaved(error))
      }
    }
  }
}

extension Effect {
  static func saveViews(_ views: [SavedView]) -> Effect { .request(SaveViewsRequest(views: views)) }
}

extension Engine {
  /// Reads the saved views, if they have a place.
  func readViews() {
    guard let path = surroundings.viewsPath else { return }
    jobs.submit { engine in
      if let views = SavedViewsFile.read(path) { engine.post(.views(views)) }
    }
  }
}
