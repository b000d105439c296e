// Nothing but the public internet is connected to: every special range by its bounds, in every way it can be written.
using System.Buffers.Binary;
using System.Net;
using Analytics.Etl.Fetching;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Etl.Tests.Fetching;

public sealed class PublicAddressesTests
{
    // First and last address of each special range, told again in another way than the code does.
    private static readonly (string First, string Last)[] Special =
    [
        ("0.0.0.0", "0.255.255.255"), ("10.0.0.0", "10.255.255.255"), ("100.64.0.0", "100.127.255.255"), ("127.0.0.0", "127.255.255.255"), ("169.254.0.0", "169.254.255.255"),
        ("172.16.0.0", "172.31.255.255"), ("192.0.0.0", "192.0.0.255"), ("192.0.2.0", "192.0.2.255"), ("192.88.99.0", "192.88.99.255"), ("192.168.0.0", "192.168.255.255"),
        ("198.18.0.0", "198.19.255.255"), ("198.51.100.0", "198.51.100.255"), ("203.0.113.0", "203.0.113.255"), ("224.0.0.0", "255.255.255.255"),
    ];

    [Fact]
    public void Random_addresses_are_public_where_no_special_range_holds_them() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll(Gen.Choose(int.MinValue, int.MaxValue).ToArbitrary(), number => PublicAddresses.IsPublic(V4((uint)number)) == !IsSpecial((uint)number)));

    [Fact]
    public void Random_addresses_of_special_ranges_are_refused_however_they_are_written() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll(Gen.Elements(Special).SelectMany(range => Gen.Choose(0, int.MaxValue).Select(at => Number(range.First) + (uint)(at % (Number(range.Last) - (long)Number(range.First) + 1)))).ToArbitrary(), number =>
        {
            var address = V4(number);
            var bytes = address.GetAddressBytes();
            return !new[]
            {
                address, address.MapToIPv6(), V6("::", bytes, 12), V6("64:ff9b::", bytes, 12), V6("2002::", bytes, 2),
            }.Any(PublicAddresses.IsPublic);
        }));

    [Fact]
    public void The_ends_of_special_ranges_are_refused()
    {
        Assert.All(Special.SelectMany(range => new[] { range.First, range.Last }), address => Assert.False(PublicAddresses.IsPublic(IPAddress.Parse(address)), address));
        Assert.All(["1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0", "223.255.255.255"],
            address => Assert.True(PublicAddresses.IsPublic(IPAddress.Parse(address)), address));
    }

    [Theory]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fe80::1%2", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fdff::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2001::1", false)]
    [InlineData("::ffff:8.8.8.8", false)]
    [InlineData("2400:3200::1", true)]
    [InlineData("2001:da8::1", true)]
    public void Addresses_of_version_6(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddresses.IsPublic(IPAddress.Parse(address)));

    private static bool IsSpecial(uint number) => Special.Any(range => number >= Number(range.First) && number <= Number(range.Last));

    private static uint Number(string address) => BinaryPrimitives.ReadUInt32BigEndian(IPAddress.Parse(address).GetAddressBytes());

    private static IPAddress V4(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return new IPAddress(bytes);
    }

    private static IPAddress V6(string prefix, byte[] v4, int at)
    {
        var bytes = IPAddress.Parse(prefix).GetAddressBytes();
        v4.CopyTo(bytes, at);
        return new IPAddress(bytes);
    }
}
