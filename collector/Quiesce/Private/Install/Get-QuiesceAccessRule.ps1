function Get-QuiesceAccessRule {
    <#
    .SYNOPSIS
    The access rules of folders and files, with SIDs; nothing away from Windows.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string[]] $Path)

    if (-not (Test-QuiesceWindows)) { return }
    foreach ($list in Microsoft.PowerShell.Security\Get-Acl -LiteralPath $Path) { $list.GetAccessRules($true, $true, [Security.Principal.SecurityIdentifier]) }
}
