// What the framework does not offer: writing all of a file system to disk.
using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Analytics.Warehouse;

/// <summary>Calls of Linux.</summary>
internal static partial class FileSystem
{
    private const int ReadOnlyDirectory = 0x10000;

    /// <summary>Opens a folder.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static SafeFileHandle Open(string folder)
    {
        var handle = open(folder, ReadOnlyDirectory);
        return handle.IsInvalid ? throw Error($"The folder {folder} cannot be opened") : handle;
    }

    /// <summary>Returns when all that was written to the file system of a folder is on disk.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public static void Sync(SafeFileHandle folder)
    {
        if (syncfs(folder) != 0) throw Error("Documents could not be written to disk");
    }

    private static IOException Error(string what) => new($"{what}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}.");

#pragma warning disable SA1300, IDE1006 // the system's names
    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial SafeFileHandle open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int syncfs(SafeFileHandle folder);
#pragma warning restore SA1300, IDE1006
}
