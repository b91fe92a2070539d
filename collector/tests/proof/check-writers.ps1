<#
What the collector reads out of texts of vssadmin. Prints for each file of the folder one line of JSON: { file, writers: [{ id, name, state, lastError }] }.
#>
param([Parameter(Mandatory)] [string] $Module, [Parameter(Mandatory)] [string] $Texts)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
. ([IO.Path]::Combine($PSScriptRoot, 'json.ps1'))
$collector = Import-Module $Module -PassThru
foreach ($file in [IO.Directory]::GetFiles($Texts, 'writers-*.txt')) {
    $writers = & $collector { param($lines) ConvertFrom-WriterList -Line $lines } ([IO.File]::ReadAllLines($file, [Text.Encoding]::UTF8))
    ConvertTo-CheckJson ([ordered]@{ file = [IO.Path]::GetFileNameWithoutExtension($file); writers = @($writers) })
}
