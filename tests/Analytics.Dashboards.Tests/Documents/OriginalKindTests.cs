// How a document can be shown is told by its bytes, whatever its name says.
using System.Text;
using Analytics.Dashboards.Documents;

namespace Analytics.Dashboards.Tests.Documents;

public sealed class OriginalKindTests
{
    [Theory]
    [InlineData("%PDF-1.7", OriginalKind.Pdf)]
    [InlineData("<!DOCTYPE html><html>", OriginalKind.Page)]
    [InlineData("\n <TABLE><tr>", OriginalKind.Page)]
    [InlineData("From: x\nMIME-Version: 1.0\nContent-Type: multipart/related", OriginalKind.Page)]
    [InlineData("年度报告\n一、总体情况", OriginalKind.Text)]
    [InlineData("PK\u0003\u0004", OriginalKind.Other)]
    [InlineData("\u0001\u0002\u0003", OriginalKind.Other)]
    [InlineData("{\\rtf1", OriginalKind.Other)]
    [InlineData("", OriginalKind.Other)]
    public void Kind_is_told_by_the_first_bytes(string head, OriginalKind kind) => Assert.Equal(kind, OriginalKinds.Of(Encoding.UTF8.GetBytes(head)));

    [Fact]
    public void A_page_in_utf_16_is_a_page() => Assert.Equal(OriginalKind.Page, OriginalKinds.Of(Encoding.Unicode.GetBytes("<html><body>")));
}
