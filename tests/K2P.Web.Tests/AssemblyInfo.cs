using System.Runtime.Versioning;

// Tests start services, sandboxes and fork bombs of their own; side by side they would measure each other.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
[assembly: SupportedOSPlatform("linux")]
[assembly: AssemblyFixture(typeof(K2P.Web.Tests.Support.SharedService))]
