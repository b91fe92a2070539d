<#
Runs the collector's own code on one stubbed host with so many VMs. Prints one line of JSON: { vms, calls, listed, characters }.
calls are those of every cmdlet, class and program by name; listed is how many VMs the document holds.
#>
param([Parameter(Mandatory)] [string] $Module, [Parameter(Mandatory)] [string] $Out, [Parameter(Mandatory)] [int] $Vms)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$tests = [IO.Path]::GetDirectoryName($PSScriptRoot)
foreach ($file in 'proof/json.ps1', 'stubs/stub.ps1', 'fleet/world.ps1', 'fleet/host.ps1', 'fleet/guest.ps1') { . ([IO.Path]::Combine($tests, $file)) }
Import-StubType
$collector = Import-CollectorOnStub $Module
[Environment]::SetEnvironmentVariable('QUIESCE_COLLECTOR_HOME', $Out)
$pieces = ConvertTo-FleetPieces (New-FleetGuestText)
$many = @(for ($number = 1; $number -le $Vms; $number++) {
        $name = 'VM{0:d4}' -f $number
        New-FleetVm '2022' $name -Disks @(@{ Path = "D:\VMs\$name\${name}_1.avhdx"; Parents = @("D:\VMs\$name\$name.vhdx") }) -Snapshots @(@{ Name = 'one'; Type = 'Standard'; At = [DateTime]::UtcNow }) -Kvp @{ Guest = $(if ($number -le 10) { $pieces } else { @{} }) }
    })
Set-StubWorld (New-FleetWorld '2022' 'HVMANY' $many) $collector
$made = Invoke-QuiesceCollection -CallTimeoutSeconds 0 -PassThru
ConvertTo-CheckJson ([ordered]@{ vms = $Vms; calls = $global:StubCalls; listed = $made.Vms; characters = $made.Json.Length })
