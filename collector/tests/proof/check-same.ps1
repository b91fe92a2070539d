<#
Whether functions are the same in a module and in a script made from it: token by token, without comments and line ends.
Prints one line of JSON: { functions, missing: [name], different: [name], parses }.
#>
param([Parameter(Mandatory)] [string] $Root, [Parameter(Mandatory)] [string] $File)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
. ([IO.Path]::Combine($PSScriptRoot, 'json.ps1'))

function Get-FunctionTokens {
    param([string] $Path, [ref] $Errors)
    $faults = $null
    $ast = [System.Management.Automation.Language.Parser]::ParseFile($Path, [ref] $null, [ref] $faults)
    $Errors.Value = $faults
    $made = @{}
    foreach ($function in $ast.FindAll({ param($node) $node -is [System.Management.Automation.Language.FunctionDefinitionAst] }, $true)) {
        $tokens = $null
        [void] [System.Management.Automation.Language.Parser]::ParseInput($function.Extent.Text, [ref] $tokens, [ref] $null)
        $text = foreach ($token in $tokens) { if ("$($token.Kind)" -ne 'Comment' -and "$($token.Kind)" -ne 'NewLine') { $token.Text } }
        $made[$function.Name] = @($text) -join ' '
    }
    $made
}

$errors = $null
$single = Get-FunctionTokens $File ([ref] $errors)
$parses = $errors.Count -eq 0
$module = @{}
foreach ($path in [IO.Directory]::GetFiles($Root, '*.ps1', 'AllDirectories')) {
    $found = Get-FunctionTokens $path ([ref] $errors)
    foreach ($name in $found.Keys) { $module[$name] = $found[$name] }
}
ConvertTo-CheckJson ([ordered]@{
        functions = $single.Count; parses = $parses
        missing = @(foreach ($name in $single.Keys) { if (-not $module.ContainsKey($name)) { $name } })
        different = @(foreach ($name in $single.Keys) { if ($module.ContainsKey($name) -and $module[$name] -cne $single[$name]) { $name } })
    })
