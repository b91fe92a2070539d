function Get-QuiesceAccessRule {
    <#
    .SYNOPSIS
    The access rules of a folder, with SIDs; nothing away from Windows.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Path)

    if (-not (Test-QuiesceWindows)) { return }
    $list = Microsoft.PowerShell.Security\Get-Acl -LiteralPath $Path
    $list.GetAccessRules($true, $true, [Security.Principal.SecurityIdentifier])
}
