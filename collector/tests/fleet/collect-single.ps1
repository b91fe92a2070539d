<#
Runs the single-file form on a stubbed host, as a file and as pasted text. Files, registry and programs of this machine are what they are.
Prints one line of JSON: { file, pasted, left }: the two documents' VM counts' files, and what was left behind in the session.
#>
param([Parameter(Mandatory)] [string] $Script, [Parameter(Mandatory)] [string] $Out)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$tests = [IO.Path]::GetDirectoryName($PSScriptRoot)
foreach ($file in 'proof/json.ps1', 'stubs/stub.ps1', 'fleet/world.ps1', 'fleet/host.ps1') { . ([IO.Path]::Combine($tests, $file)) }
Import-StubType
Import-StubModule
[Environment]::SetEnvironmentVariable('QUIESCE_COLLECTOR_HOME', $Out)
$global:StubWorld = New-FleetWorld '2022' 'HVPASTE' @(New-FleetVm '2022' 'PASTE01' -Kvp @{})
$file = [IO.Path]::Combine($Out, 'file.json')
$pasted = [IO.Path]::Combine($Out, 'pasted.json')
[void] (& $Script -OutFile $file)
$text = [IO.File]::ReadAllText($Script).Replace('} @args', "} -OutFile '$pasted'")
[void] (. ([scriptblock]::Create($text)))
$left = @(foreach ($command in $ExecutionContext.SessionState.InvokeCommand.GetCommands('*', [System.Management.Automation.CommandTypes]::Function, $true)) { if ($command.ModuleName -eq 'Quiesce') { $command.Name } })
ConvertTo-CheckJson ([ordered]@{ file = $file; pasted = $pasted; left = $left })
