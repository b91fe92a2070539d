# Enrols every node of this cluster. Run it elevated on one node that has the module, as an administrator of all nodes.
# The code needs a use for each node. Ends by showing what each node said.
param(
    [Parameter(Mandatory)] [uri] $Server,
    [Parameter(Mandatory)] [string] $Code,
    [string] $Task = 'SYSTEM',
    [string] $Module = 'C:\Program Files\WindowsPowerShell\Modules'
)

$ErrorActionPreference = 'Stop'
$nodes = @(FailoverClusters\Get-ClusterNode | Where-Object { "$($_.State)" -eq 'Up' } | ForEach-Object { $_.Name })
$down = @(FailoverClusters\Get-ClusterNode | Where-Object { "$($_.State)" -ne 'Up' } | ForEach-Object { $_.Name })
foreach ($name in $down) { Write-Warning "$name is not up and is left out; run this again when it is." }

& ([IO.Path]::Combine($PSScriptRoot, 'remoting.ps1')) -Server $Server -Code $Code -ComputerName $nodes -Task $Task -Module $Module
