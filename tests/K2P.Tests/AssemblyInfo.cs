using System.Runtime.Versioning;

// The tests start Linux programs and set Unix rights.
[assembly: SupportedOSPlatform("linux")]
