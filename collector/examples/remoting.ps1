# Copies the module to a list of hosts over PowerShell remoting and enrols each. Run it elevated on a machine that has
# the module. The code needs a use for each host. A host that fails is named and costs only itself.
param(
    [Parameter(Mandatory)] [uri] $Server,
    [Parameter(Mandatory)] [string] $Code,
    [Parameter(Mandatory)] [string[]] $ComputerName,
    [string] $Task = 'SYSTEM',
    [string] $Module = 'C:\Program Files\WindowsPowerShell\Modules'
)

$ErrorActionPreference = 'Stop'
foreach ($name in $ComputerName) {
    try {
        $session = New-PSSession -ComputerName $name
        try {
            Copy-Item -LiteralPath ([IO.Path]::Combine($Module, 'Quiesce')) -Destination $Module -ToSession $session -Recurse -Force
            Invoke-Command -Session $session -ScriptBlock {
                Import-Module Quiesce
                Register-QuiesceCollector -Server $using:Server -Code $using:Code -Task $using:Task -Confirm:$false |
                    Select-Object -Property CollectorId, State, @{ Name = 'Run'; Expression = { $_.Run.Text } }
            } | Select-Object -Property PSComputerName, CollectorId, State, Run
        }
        finally { Remove-PSSession -Session $session }
    }
    catch { Write-Warning "${name}: $($_.Exception.Message)" }
}
