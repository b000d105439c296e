namespace Analytics.App;

/// <summary>Exit statuses of the program beside 0.</summary>
internal static class ExitCodes
{
    public const int Failed = 1;
    public const int WrongArguments = 2;
    public const int Quarantined = 3;
}
