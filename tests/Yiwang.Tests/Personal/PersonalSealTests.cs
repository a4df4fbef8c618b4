using System.Security.Cryptography;
using CsCheck;
using Yiwang.Kernel.Personal;

namespace Yiwang.Tests.Personal;

public sealed class PersonalSealTests
{
    private static readonly byte[] First = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly byte[] Second = [.. Enumerable.Range(100, 32).Select(i => (byte)i)];
    private readonly PersonalSeal _seal = new([First]);

    [Fact]
    public void What_was_sealed_opens_to_the_same_text() =>
        Gen.String[Gen.Char['\u0020', '\ud7ff'], 0, 300].Sample(text => Assert.Equal(text, _seal.Open(_seal.Seal(text))));

    [Fact]
    public void The_same_number_is_sealed_differently_each_time_and_looked_up_by_one_hash()
    {
        Assert.NotEqual(_seal.Seal("330200198503150013"), _seal.Seal("330200198503150013"));
        Assert.Equal(_seal.LookUp("330200198503150013"), _seal.LookUp("330200198503150013"));
        Assert.NotEqual(_seal.LookUp("330200198503150013"), _seal.LookUp("33020019780620001X"));
        Assert.NotEqual(_seal.LookUp("330200198503150013"), new PersonalSeal([Second]).LookUp("330200198503150013"));
    }

    [Fact]
    public void Any_altered_character_is_found()
    {
        var text = _seal.Seal("16000000101");
        for (var i = 0; i < text.Length; i++)
        {
            var altered = string.Concat(text.AsSpan(0, i), text[i] == 'A' ? "B" : "A", text.AsSpan(i + 1));
            Assert.ThrowsAny<CryptographicException>(() => _seal.Open(altered));
        }
    }

    [Fact]
    public void After_a_change_of_keys_old_rows_open_and_are_still_found()
    {
        var old = _seal.Seal("16000000101");
        var changed = new PersonalSeal([First, Second]);

        Assert.Equal("16000000101", changed.Open(old));
        Assert.Equal(_seal.LookUp("16000000101"), changed.LookUp("16000000101"));
        Assert.Throws<CryptographicException>(() => _seal.Open(changed.Seal("16000000101")));
    }
}
