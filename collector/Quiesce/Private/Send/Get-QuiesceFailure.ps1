function Get-QuiesceFailure {
    <#
    .SYNOPSIS
    `tls` when the exception is, or holds, a refused certificate or protocol; else `network`.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [Exception] $Exception)

    for ($at = $Exception; $null -ne $at; $at = $at.InnerException) {
        if ($at -is [Security.Authentication.AuthenticationException]) { return 'tls' }
        if ($at -is [Net.WebException] -and "$($at.Status)" -in 'TrustFailure', 'SecureChannelFailure') { return 'tls' }
    }
    'network'
}
