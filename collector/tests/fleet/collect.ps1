<#
Runs the collector's own code on the stubbed fleet, host after host, and writes the document of each to a folder. Each host is its own
sender with its own state. Prints for each one line of JSON: { name, file, errors: [text], calls }; a host that fails has error instead.
#>
param([Parameter(Mandatory)] [string] $Module, [Parameter(Mandatory)] [string] $Out, [string] $Only)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$tests = [IO.Path]::GetDirectoryName($PSScriptRoot)
foreach ($file in 'proof/json.ps1', 'stubs/stub.ps1', 'fleet/world.ps1', 'fleet/host.ps1', 'fleet/guest.ps1', 'fleet/fleet.ps1', 'fleet/legacy.ps1') { . ([IO.Path]::Combine($tests, $file)) }
Import-StubType
$collector = Import-CollectorOnStub $Module
foreach ($world in @(Get-FleetStandalone) + @(Get-FleetCluster) + @(Get-FleetBranch) + @(Get-FleetLegacy)) {
    if ($Only -and $world.Name -notlike $Only) { continue }
    [Environment]::SetEnvironmentVariable('QUIESCE_COLLECTOR_HOME', [IO.Path]::Combine($Out, "state-$($world.Name)"))
    Set-StubWorld $world $collector
    $with = @{ CallTimeoutSeconds = 0; PassThru = $true; OutFile = [IO.Path]::Combine($Out, "$($world.Name).json"); GuestAccess = $world.GuestAccess }
    if ($world.GuestFolder) { $with['GuestFolder'] = $world.GuestFolder }
    if ($world.ComputerName) { $with['ComputerName'] = $world.ComputerName }
    try {
        $made = Invoke-QuiesceCollection @with
        ConvertTo-CheckJson ([ordered]@{ name = $world.Name; file = $with.OutFile; hosts = $made.Hosts; vms = $made.Vms; calls = $global:StubCalls })
    }
    catch { ConvertTo-CheckJson ([ordered]@{ name = $world.Name; error = "$_"; at = $_.ScriptStackTrace }) }
}
