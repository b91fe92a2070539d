function Get-QuiesceSystemProxy {
    <#
    .SYNOPSIS
    The proxy that the account's settings name for an address; null when they name none.
    #>
    [CmdletBinding()]
    [OutputType([uri])]
    param([Parameter(Mandatory)] [uri] $Uri)

    $settings = [Net.WebRequest]::DefaultWebProxy
    if ($null -eq $settings -or $Uri.IsLoopback -or $settings.IsBypassed($Uri)) { return $null }
    $proxy = $settings.GetProxy($Uri)
    if ($null -eq $proxy -or $proxy.Authority -eq $Uri.Authority) { return $null }
    $proxy
}
