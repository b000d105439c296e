// Office packages are opened for reading, with limits; those with links that are no addresses as copies in which such links are replaced.
using DocumentFormat.OpenXml.Packaging;

namespace Analytics.Documents.Office;

internal static class Package
{
    /// <summary>Of one part.</summary>
    public const long MostCharacters = 50_000_000;

    /// <summary>Opens a package that was checked before.</summary>
    /// <param name="bytes">The package.</param>
    /// <param name="open">The library's way to open one of its kind.</param>
    public static T Open<T>(ReadOnlyMemory<byte> bytes, Func<Stream, bool, OpenSettings, T> open)
        where T : OpenXmlPackage
    {
        try
        {
            return open(ReadOnlyStream.Of(bytes), false, new OpenSettings { MaxCharactersInPart = MostCharacters });
        }
        catch (Exception e) when (e is OpenXmlPackageException or UriFormatException)
        {
            var copy = new MemoryStream();
            copy.Write(bytes.Span);
            return open(copy, true, new OpenSettings
            {
                AutoSave = false,
                MaxCharactersInPart = MostCharacters,
                RelationshipErrorHandlerFactory = RelationshipErrorHandler.CreateRewriterFactory((_, _, _) => "http://invalid.invalid/"),
            });
        }
    }
}
