function Get-QuiesceOwner {
    <#
    .SYNOPSIS
    The SID that owns a folder; null away from Windows.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string] $Path)

    if (-not (Test-QuiesceWindows)) { return $null }
    $list = Microsoft.PowerShell.Security\Get-Acl -LiteralPath $Path
    $list.GetOwner([Security.Principal.SecurityIdentifier]).Value
}
