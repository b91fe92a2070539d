<#
Proves that a folder of scripts only reads. Prints one line of JSON:
{ files, functions, exceptions, problems: [{ file, line, kind, name, text }] }; problems also names script files that do not parse,
exceptions that nothing uses and exceptions without a reason.
#>
param([Parameter(Mandatory)] [string] $Root, [string] $Exceptions)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
. ([IO.Path]::Combine($PSScriptRoot, 'json.ps1'))
. ([IO.Path]::Combine($PSScriptRoot, 'read-only.ps1'))
Initialize-ReadOnlyRule ([IO.Path]::Combine($PSScriptRoot, 'read-only-rules.psd1'))

$skipped = @('engine', 'tests', 'dist', 'examples')
$paths = @(foreach ($path in [IO.Directory]::GetFiles($Root, '*', 'AllDirectories')) {
        $relative = $path.Substring($Root.Length).TrimStart('\', '/').Replace('\', '/')
        if ($skipped -contains $relative.Split('/')[0] -or $relative -notmatch '\.psm?1$') { continue }
        $relative
    })
[array]::Sort($paths, [StringComparer]::Ordinal)

$own = New-NameSet
$parsed = [ordered]@{}
$problems = [System.Collections.Generic.List[object]]::new()
foreach ($path in $paths) {
    $errors = $null
    $parsed[$path] = [System.Management.Automation.Language.Parser]::ParseFile([IO.Path]::Combine($Root, $path), [ref] $null, [ref] $errors)
    foreach ($fault in $errors) { $problems.Add(@{ file = $path; line = $fault.Extent.StartLineNumber; kind = 'parse'; name = $fault.ErrorId; text = $fault.Message }) }
    foreach ($function in $parsed[$path].FindAll({ param($node) $node -is [System.Management.Automation.Language.FunctionDefinitionAst] }, $true)) { [void] $own.Add($function.Name) }
}

$listed = @()
if ($Exceptions) { $listed = @((Read-DataFile $Exceptions).Exceptions) }
$used = @{}
foreach ($path in $parsed.Keys) {
    foreach ($violation in Get-ReadOnlyViolation $parsed[$path] $own) {
        $excepted = $false
        for ($at = 0; $at -lt $listed.Count; $at++) {
            if ($listed[$at].File -eq $path -and $listed[$at].Kind -eq $violation.kind -and $listed[$at].Name -eq $violation.name) { $excepted = $true; $used[$at] = $true }
        }
        if (-not $excepted) { $violation['file'] = $path; $problems.Add($violation) }
    }
}
for ($at = 0; $at -lt $listed.Count; $at++) {
    $entry = $listed[$at]
    if (-not $used.ContainsKey($at)) { $problems.Add(@{ file = $entry.File; line = 0; kind = 'unused exception'; name = $entry.Name; text = $entry.Kind }) }
    if ("$($entry.Reason)".Length -lt 20) { $problems.Add(@{ file = $entry.File; line = 0; kind = 'exception without a reason'; name = $entry.Name; text = "$($entry.Reason)" }) }
}
ConvertTo-CheckJson ([ordered]@{ files = $paths.Count; functions = $own.Count; exceptions = $listed.Count; problems = $problems })
