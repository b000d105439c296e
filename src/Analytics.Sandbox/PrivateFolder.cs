// The folder in which a pool's workers have theirs: gone with the pool, and swept by the next one if this process was killed.
using System.Security.Cryptography;

namespace Analytics.Sandbox;

/// <summary>A folder only this user can enter, owned as long as this process holds a lock on the file beside it.</summary>
internal sealed class PrivateFolder : IDisposable
{
    private const string Prefix = "analytics-sandbox-";
    private const string LockSuffix = ".lock";
    private readonly FileStream _lock;
    private readonly string _path;
    private long _last;

    private PrivateFolder(FileStream lockFile, string path)
    {
        _lock = lockFile;
        _path = path;
    }

    /// <summary>Makes one, after deleting those whose owners are dead.</summary>
    internal static PrivateFolder Create(string parent)
    {
        Sweep(parent);
        while (true)
        {
            var path = Path.Combine(parent, Prefix + RandomNumberGenerator.GetHexString(16, lowercase: true));
            FileStream lockFile;
            try
            {
                lockFile = new FileStream(path + LockSuffix, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path + LockSuffix))
            {
                continue; // a sweep took it between creation and lock
            }

            return new PrivateFolder(lockFile, Make(path));
        }
    }

    /// <summary>A new, empty folder inside.</summary>
    internal string CreateInside() => Make(Path.Combine(_path, $"{Interlocked.Increment(ref _last)}"));

    /// <summary>Deletes a folder as far as it can be deleted; what stays is the next sweep's.</summary>
    internal static void Delete(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    public void Dispose()
    {
        Delete(_path);
        if (!Directory.Exists(_path))
            File.Delete(_lock.Name);
        _lock.Dispose();
    }

    private static string Make(string path)
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException();
        return Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
    }

    private static void Sweep(string parent)
    {
        foreach (var name in Directory.EnumerateFiles(parent, Prefix + "*" + LockSuffix))
        {
            try
            {
                using var lockFile = new FileStream(name, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                var path = name[..^LockSuffix.Length];
                Delete(path);
                if (!Directory.Exists(path))
                    File.Delete(name);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Its owner lives, or is another user.
            }
        }
    }
}
