import Loyalty
import Testing

@Suite struct MaskingTests {
  @Test(arguments: [
    ("13812345678", "138****5678"), ("+86 138 1234 5678", "+861****5678"), ("138-1234-5678", "138****5678"),
    ("0755123456", "075****3456"), ("12345", "****45"), ("1234", "****"), ("", "****"), ("none", "****"),
  ])
  func phones(phone: String, shown: String) { #expect(Masking.phone(phone) == shown) }

  @Test(arguments: [
    ("anna@mail.com", "a***@mail.com"), ("a@mail.com", "a***@mail.com"), ("王@例子.中国", "王***@例子.中国"),
    ("@mail.com", "***"), ("nonsense", "***"), ("", "***"), ("a@b@c.de", "a***@c.de"),
  ])
  func emails(email: String, shown: String) { #expect(Masking.email(email) == shown) }

  @Test(arguments: [
    ("张伟", "张*"), ("欧阳娜娜", "欧阳*"), ("欧阳", "欧*"), ("Anna Schmidt", "A*"), ("李", "*"), ("", "*"),
    ("👨‍👩‍👧家", "👨‍👩‍👧*"),
  ])
  func names(name: String, shown: String) { #expect(Masking.name(name) == shown) }

  @Test func columnsAreMaskedUnlessTheMaskIsOff() {
    var builder = CommunityBuilder()
    let member = builder.member("a", name: "张伟", phone: "13812345678", email: "anna@mail.com")
    let masked = builder.roster("2026-01-01", mask: Mask(names: true, contacts: true))
    #expect(masked[.name, member] == .text("张*"))
    #expect(masked[.phone, member] == .text("138****5678"))
    #expect(masked[.email, member] == .text("a***@mail.com"))
    let open = builder.roster("2026-01-01", mask: .none)
    #expect(open[.name, member] == .text("张伟"))
    #expect(open[.phone, member] == .text("13812345678"))
  }
}
