// swift-tools-version: 6.3
import PackageDescription

let package = Package(
  name: "koxtop",
  products: [
    .executable(name: "koxtop", targets: ["koxtop"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-algorithms", from: "1.2.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.6.1"),
    // Its one trait would link the networking half of Foundation, whose types no test prints.
    .package(url: "https://github.com/pointfreeco/swift-custom-dump", from: "1.7.3", traits: []),
  ],
  targets: [
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "CSimdjson",
      // Debian builds libsimdjson with threads; without this the two sides disagree on class layouts.
      cxxSettings: [.define("SIMDJSON_THREADS_ENABLED", to: "1"), .unsafeFlags(["-O2"])],
      linkerSettings: [.linkedLibrary("simdjson")]),

    .target(name: "Bytes"),
    .target(name: "JSONTape", dependencies: ["CSimdjson", "Bytes"]),
    .target(
      name: "Community", dependencies: ["Bytes", .product(name: "Algorithms", package: "swift-algorithms")]),
    .target(name: "Texts", dependencies: ["Community"], plugins: ["Gather"]),
    .target(
      name: "Canvas", dependencies: ["Bytes", .product(name: "Algorithms", package: "swift-algorithms")]),
    .target(name: "Manual", dependencies: ["Canvas", "Texts"], plugins: ["Gather"]),
    .target(
      name: "Feeds",
      dependencies: [
        "JSONTape", "CSimdjson", "Community", "Bytes", "CZlib",
        .product(name: "Algorithms", package: "swift-algorithms"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .target(
      name: "Loyalty",
      dependencies: [
        "Texts", "Community", "Bytes", .product(name: "Algorithms", package: "swift-algorithms"),
        .product(name: "HeapModule", package: "swift-collections"),
      ]),
    .target(
      name: "Imports", dependencies: ["JSONTape", "CSimdjson", "Community", "Bytes", "Feeds", "CZlib"]),
    .target(
      name: "Journal",
      dependencies: [
        "Community", "JSONTape", "Bytes", .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .target(
      name: "SampleData",
      dependencies: [
        "Community", .product(name: "Algorithms", package: "swift-algorithms"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .target(name: "Screen", dependencies: ["Canvas", "CNcurses"]),
    .target(
      name: "Reports",
      dependencies: [
        "Feeds", "Imports", "Loyalty", "Community", "Texts", "Canvas", "JSONTape", "Bytes",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(
      name: "Dashboard",
      dependencies: [
        "Reports", "Imports", "Feeds", "Loyalty", "Journal", "Canvas", "Screen", "Texts", "Community",
        "JSONTape", "Bytes",
        .product(name: "Algorithms", package: "swift-algorithms"),
        .product(name: "BitCollections", package: "swift-collections"),
        .product(name: "DequeModule", package: "swift-collections"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .executableTarget(
      name: "koxtop",
      dependencies: [
        "Dashboard", "Reports", "Imports", "Manual", "SampleData", "Feeds", "Loyalty", "Community", "Canvas",
        "Screen", "Texts", "Bytes", "CSimdjson",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "Dashboard", "Imports", "SampleData", "Screen", "Feeds", "Loyalty", "Community", "JSONTape", "Bytes",
        "CSimdjson",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Lists what files declare before they are compiled.
    .plugin(name: "Gather", capability: .buildTool(), dependencies: ["gatherer"], path: "Sources/Gather"),
    .executableTarget(name: "gatherer"),

    .testTarget(name: "JSONTapeTests", dependencies: ["JSONTape", "Bytes"]),
    .testTarget(name: "CommunityTests", dependencies: ["Community", "Bytes", "TestCommunities"]),
    .testTarget(
      name: "FeedsTests",
      dependencies: ["Feeds", "Community", "JSONTape", "Bytes", "CZlib", "TestCommunities"]),
    .testTarget(
      name: "LoyaltyTests", dependencies: ["Loyalty", "Texts", "Community", "Bytes", "TestCommunities"]),
    .testTarget(name: "ImportsTests", dependencies: ["Imports", "Bytes", "JSONTape", "Community", "CZlib"]),
    .testTarget(
      name: "JournalTests", dependencies: ["Journal", "Community", "journal-writer", "dashboard-writer"]),
    // A writer that tests may kill.
    .executableTarget(
      name: "journal-writer", dependencies: ["Journal", "Community"], path: "Tests/JournalWriter"),
    // A whole dashboard that decides by itself until it's killed.
    .executableTarget(
      name: "dashboard-writer", dependencies: ["Dashboard", "Screen", "Canvas", "Feeds", "Community"],
      path: "Tests/DashboardWriter"),
    .testTarget(name: "SampleDataTests", dependencies: ["SampleData", "Community"]),
    .testTarget(name: "GathererTests", dependencies: ["gatherer"]),
    .testTarget(name: "TextsTests", dependencies: ["Texts", "Community"]),
    .testTarget(
      name: "ManualTests", dependencies: ["Manual", "Community", "Feeds", "JSONTape", "Texts", "Canvas"]),
    .testTarget(name: "CanvasTests", dependencies: ["Canvas"], resources: [.copy("Fixtures")]),
    .testTarget(name: "ScreenTests", dependencies: ["Screen", "Canvas", "CNcurses"]),
    // Communities made by hand and seeded random numbers, for the tests of several modules.
    .target(
      name: "TestCommunities", dependencies: ["Community", "Feeds", "Loyalty", "Bytes"],
      path: "Tests/TestCommunities"),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Reports", "TestCommunities", "Feeds", "Loyalty", "Community", "Texts", "JSONTape", "Bytes",
      ],
      resources: [.copy("Fixtures")]),
    .testTarget(
      name: "DashboardTests",
      dependencies: [
        "Dashboard", "Imports", "TestCommunities", "SampleData", "Feeds", "Loyalty", "Journal", "Canvas",
        "Screen",
        "Texts", "Community", "JSONTape", "Bytes",
        .product(name: "CustomDump", package: "swift-custom-dump"),
      ],
      resources: [.copy("Fixtures")]),
    .testTarget(name: "EndToEnd", dependencies: ["koxtop"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
