<#
Runs the collector's own code on one stubbed host again and again, each time with one source that fails. Writes a document for each and
prints one line of JSON: { source, file } or { source, error }. The source '' is the run in which nothing fails.
#>
param([Parameter(Mandatory)] [string] $Module, [Parameter(Mandatory)] [string] $Out)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$tests = [IO.Path]::GetDirectoryName($PSScriptRoot)
foreach ($file in 'proof/json.ps1', 'stubs/stub.ps1', 'fleet/world.ps1', 'fleet/host.ps1', 'fleet/guest.ps1', 'fleet/fleet.ps1') { . ([IO.Path]::Combine($tests, $file)) }
Import-StubType
$collector = Import-CollectorOnStub $Module
[Environment]::SetEnvironmentVariable('QUIESCE_COLLECTOR_HOME', $Out)

function Get-Whole { @(Get-FleetCluster)[2] }

$number = 0
function Write-Broken {
    param([string] $Source, [hashtable] $World)
    $script:number++
    $file = [IO.Path]::Combine($Out, "$script:number.json")
    Set-StubWorld $World $collector
    try {
        [void] (Invoke-QuiesceCollection -CallTimeoutSeconds 0 -OutFile $file)
        ConvertTo-CheckJson ([ordered]@{ source = $Source; file = $file; asked = $global:StubCalls })
    }
    catch { ConvertTo-CheckJson ([ordered]@{ source = $Source; error = "$_"; at = $_.ScriptStackTrace }) }
}

$whole = Get-Whole
Write-Broken '' $whole
$asked = $global:StubCalls
foreach ($source in @($asked.Keys)) {
    if ($source -eq 'Get-CimInstance') { continue }
    $world = Get-Whole
    if ($source -like '*|*') { $world.Cim[$source] = [Exception]::new("BROKEN $source") }
    elseif ($world.Readers.ContainsKey($source)) { $world.Readers[$source] = [scriptblock]::Create("throw 'BROKEN $source'") }
    else { $world.Answers[$source] = [Exception]::new("BROKEN $source") }
    Write-Broken $source $world
}
