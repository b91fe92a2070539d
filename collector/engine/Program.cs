using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;

// Hosts the bare PowerShell engine: `quiesce-engine SCRIPT.ps1 [-Name value]...`, the way `pwsh -File` is called.
// Each object that the script returns becomes one line of standard output. Verbose and warnings go to standard error.
// Exit code 0, or 1 when the script ended by an error, or 64 when it was called wrongly.

if (args.Length == 0 || !File.Exists(args[0]))
{
    Console.Error.WriteLine("quiesce-engine: name a script that exists, then -Name value pairs");
    return 64;
}

var state = InitialSessionState.CreateDefault2();
if (OperatingSystem.IsWindows()) state.ExecutionPolicy = ExecutionPolicy.Bypass;
using var runspace = RunspaceFactory.CreateRunspace(state);
runspace.Open();
runspace.SessionStateProxy.SetVariable("PSModuleAutoLoadingPreference", PSModuleAutoLoadingPreference.None);

using var shell = PowerShell.Create(runspace);
shell.AddCommand(Path.GetFullPath(args[0]));
for (var at = 1; at < args.Length; at++)
{
    if (!args[at].StartsWith('-'))
    {
        Console.Error.WriteLine($"quiesce-engine: '{args[at]}' stands where a -Name was expected");
        return 64;
    }
    var isSwitch = at + 1 >= args.Length;
    shell.AddParameter(args[at][1..], isSwitch ? true : args[++at]);
}

shell.Streams.Verbose.DataAdded += (_, added) => Console.Error.WriteLine($"VERBOSE: {shell.Streams.Verbose[added.Index].Message}");
shell.Streams.Warning.DataAdded += (_, added) => Console.Error.WriteLine($"WARNING: {shell.Streams.Warning[added.Index].Message}");
shell.Streams.Error.DataAdded += (_, added) => Console.Error.WriteLine($"ERROR: {shell.Streams.Error[added.Index]}");

using var output = new StreamWriter(Console.OpenStandardOutput(), new System.Text.UTF8Encoding(false)) { AutoFlush = false };
var lines = new PSDataCollection<PSObject>();
lines.DataAdded += (_, added) => output.Write(LanguagePrimitives.ConvertTo<string>(lines[added.Index]) + "\n");
try
{
    shell.Invoke<PSObject, PSObject>(null, lines, null);
    output.Flush();
    return 0;
}
catch (RuntimeException error)
{
    output.Flush();
    Console.Error.WriteLine(error.ErrorRecord?.ToString() ?? error.Message);
    Console.Error.WriteLine(error.ErrorRecord?.ScriptStackTrace);
    return 1;
}
