<#
Runs the Pester 5 tests of a folder. Prints one line of JSON last: { passed, failed, skipped: [{ name, reason }] }.
#>
param([Parameter(Mandatory)] [string] $Folder)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
Import-Module Pester -MinimumVersion 5.0

$configuration = New-PesterConfiguration
$configuration.Run.Path = $Folder
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
$run = Invoke-Pester -Configuration $configuration
$broken = @($run.FailedContainers).Count + @($run.FailedBlocks).Count
$skipped = foreach ($test in @($run.Skipped) + @($run.NotRun)) {
    $because = if ($test.ErrorRecord) { "$($test.ErrorRecord[0])" } else { 'no reason is given' }
    @{ name = $test.ExpandedPath; reason = $because }
}
ConvertTo-Json -Compress -Depth 3 -InputObject @{ passed = $run.PassedCount; failed = $run.FailedCount + $broken; skipped = @($skipped) }
