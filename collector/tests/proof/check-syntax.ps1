<#
Finds what Windows PowerShell 5.1 does not know in the scripts of a folder. Prints one line of JSON: { files, problems: [{ file, line, kind, name, text }] }.
#>
param([Parameter(Mandatory)] [string] $Root)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
. ([IO.Path]::Combine($PSScriptRoot, 'json.ps1'))
. ([IO.Path]::Combine($PSScriptRoot, 'syntax-51.ps1'))

$problems = [System.Collections.Generic.List[object]]::new()
$files = 0
foreach ($path in [IO.Directory]::GetFiles($Root, '*', 'AllDirectories')) {
    $relative = $path.Substring($Root.Length).TrimStart('\', '/').Replace('\', '/')
    if (@('engine', 'tests') -contains $relative.Split('/')[0] -or $relative -notmatch '\.ps(m|d)?1$') { continue }
    $files++
    $tokens = $null; $errors = $null
    $ast = [System.Management.Automation.Language.Parser]::ParseFile($path, [ref] $tokens, [ref] $errors)
    foreach ($fault in $errors) { $problems.Add(@{ file = $relative; line = $fault.Extent.StartLineNumber; kind = 'parse'; name = $fault.ErrorId; text = $fault.Message }) }
    foreach ($newer in Get-NewerSyntax $ast $tokens ([IO.File]::ReadAllText($path))) { $newer['file'] = $relative; $newer['kind'] = '5.1'; $problems.Add($newer) }
}
ConvertTo-CheckJson ([ordered]@{ files = $files; problems = $problems })
