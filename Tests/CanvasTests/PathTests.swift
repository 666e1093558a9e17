import Canvas
import Testing

@Suite struct PathTests {
  private let message = "2 members written to /home/ann/shops/tea/recalls.csv"

  @Test func aPathIsCutInItsMiddle() {
    #expect(message.cutInPath(to: 52) == message)
    #expect(message.cutInPath(to: 51) == "2 members written to /home/ann/shops/t…/recalls.csv")
    #expect(message.cutInPath(to: 40) == "2 members written to /home/…/recalls.csv")
    #expect(message.cutInPath(to: 34) == "2 members written to …/recalls.csv")
  }

  @Test func whatFollowsThePathStays() {
    #expect(
      "/home/ann/shops/tea/a.csv can't be created: No such file".cutInPath(to: 46)
        == "/home/an…/a.csv can't be created: No such file")
    #expect("已写入 /数据/门店/茶舍/召回.csv".cutInPath(to: 24) == "已写入 /数据/…/召回.csv")
  }

  @Test func textWithoutRoomOrPathIsAsItWas() {
    for text in [message, "12 of 300 members/day", "and/or", "no path here at all"] {
      #expect(text.cutInPath(to: 8) == text)
    }
  }
}
