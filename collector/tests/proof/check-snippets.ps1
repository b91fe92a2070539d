<#
What the proof and the check of the syntax say about pieces of script. Reads lines of JSON { name, script }, prints for each one line
{ name, parses, violations: [kind name], newer: [what Windows PowerShell 5.1 does not know] }.
#>
param([Parameter(Mandatory)] [string] $In)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
. ([IO.Path]::Combine($PSScriptRoot, 'json.ps1'))
. ([IO.Path]::Combine($PSScriptRoot, 'read-only.ps1'))
. ([IO.Path]::Combine($PSScriptRoot, 'syntax-51.ps1'))
Initialize-ReadOnlyRule ([IO.Path]::Combine($PSScriptRoot, 'read-only-rules.psd1'))

foreach ($line in [IO.File]::ReadAllLines($In)) {
    $snippet = ConvertFrom-CheckJson ([System.Text.Json.JsonDocument]::Parse($line).RootElement)
    $tokens = $null; $errors = $null
    $ast = [System.Management.Automation.Language.Parser]::ParseInput($snippet.script, [ref] $tokens, [ref] $errors)
    $own = New-NameSet
    foreach ($function in $ast.FindAll({ param($node) $node -is [System.Management.Automation.Language.FunctionDefinitionAst] }, $true)) { [void] $own.Add($function.Name) }
    ConvertTo-CheckJson ([ordered]@{
            name       = $snippet.name
            parses     = $errors.Count -eq 0
            violations = @(foreach ($violation in Get-ReadOnlyViolation $ast $own) { "$($violation.kind) $($violation.name)" })
            newer      = @(foreach ($newer in Get-NewerSyntax $ast $tokens $snippet.script) { $newer.name })
        })
}
