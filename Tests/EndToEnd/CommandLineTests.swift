import Testing

@Suite("The command line")
struct CommandLineTests {
  @Test("--version names koxtop, ncurses and simdjson")
  func version() throws {
    let output = try Program.run(["--version"])
    #expect(output.code == 0)
    #expect(output.text.contains("koxtop"))
    #expect(output.text.contains("ncurses 6"))
    #expect(output.text.contains("simdjson"))
  }

  @Test("A misspelt report is told with the nearest one")
  func misspeltReport() throws {
    let output = try Program.run(["report", "membres"])
    #expect(output.code == 64)
    #expect(output.errors.contains("Did you mean 'members'?"))
  }
}
