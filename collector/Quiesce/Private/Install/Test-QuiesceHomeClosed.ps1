function Test-QuiesceHomeClosed {
    <#
    .SYNOPSIS
    True when the collector's folder is there, is no link, belongs to an administrator and takes no access rules from above,
    as Protect-QuiesceHome leaves it: nobody else could put anything into it. False away from Windows.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param()

    $path = Get-QuiesceHome
    if (-not (Test-QuiesceWindows) -or -not [IO.Directory]::Exists($path)) { return $false }
    if (([int] [IO.File]::GetAttributes($path) -band [int] [IO.FileAttributes]::ReparsePoint) -ne 0) { return $false }
    if ((Get-QuiesceOwner -Path $path) -notin 'S-1-5-18', 'S-1-5-32-544') { return $false }
    (Microsoft.PowerShell.Security\Get-Acl -LiteralPath $path).AreAccessRulesProtected
}
