# A computer startup script (Group Policy), or the install step of a package that runs as SYSTEM. On a host that is
# enrolled it only brings a new version of the module; on others it enrols.
#
# The share holds the folder Quiesce and code.txt with the enrolment code. Let only the computer accounts of your hosts
# read it: the code enrols until its uses or its time are over.
param(
    [Parameter(Mandatory)] [uri] $Server,
    [Parameter(Mandatory)] [string] $Share
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Service -Name vmms -ErrorAction SilentlyContinue)) { return }
$modules = [IO.Path]::Combine($env:ProgramFiles, 'WindowsPowerShell', 'Modules')
$here = [IO.Path]::Combine($modules, 'Quiesce', 'Quiesce.psd1')
$there = [IO.Path]::Combine($Share, 'Quiesce', 'Quiesce.psd1')
if (-not (Test-Path -LiteralPath $here) -or (Get-FileHash -LiteralPath $here).Hash -ne (Get-FileHash -LiteralPath $there).Hash) {
    Copy-Item -LiteralPath ([IO.Path]::Combine($Share, 'Quiesce')) -Destination $modules -Recurse -Force
}
if (-not (Test-Path -LiteralPath ([IO.Path]::Combine($env:ProgramData, 'Quiesce', 'credential.bin')))) {
    Import-Module Quiesce
    Register-QuiesceCollector -Server $Server -CodeFile ([IO.Path]::Combine($Share, 'code.txt')) -Confirm:$false
}
