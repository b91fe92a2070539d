function New-QuiesceReply {
    <#
    .SYNOPSIS
    The outcome of one request: a status with headers (lower-case names) and body, or Failure with its Text.
    .DESCRIPTION
    Failure is null, or one of `network`, `tls` (the certificate or the protocol was refused), `pin`.
    #>
    [CmdletBinding()]
    param(
        [int] $Status,
        [hashtable] $Headers = @{},
        [string] $Body = '',
        [ValidateSet('', 'network', 'tls', 'pin')] [string] $Failure = '',
        [string] $Text = ''
    )

    $parsed = $null
    if ($Body.TrimStart().StartsWith('{')) {
        try { $parsed = ConvertFrom-QuiesceJson -Text $Body }
        catch [FormatException] { $PSCmdlet.WriteVerbose("The answer is not JSON: $($_.Exception.Message)") }
    }
    [pscustomobject] @{
        Status = $Status; Headers = $Headers; Body = $Body; Json = $parsed
        Failure = if ($Failure -eq '') { $null } else { $Failure }; Text = $Text
    }
}
