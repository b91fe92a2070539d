function Invoke-QuiesceHttp {
    <#
    .SYNOPSIS
    One POST to the server; never throws for what the server or the network does.
    .DESCRIPTION
    Without a pin the request goes by .NET's HttpWebRequest, which knows the proxies of Windows. With a pin the request
    goes over the very connection whose certificate was compared, so that nobody passes one connection and takes the next.
    The certificate is checked in either case and this cannot be switched off; plain HTTP is only for this machine itself.
    Redirects are not followed: they would carry the credential elsewhere.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [uri] $Uri,
        [Parameter(Mandatory)] [hashtable] $Headers,
        [Parameter(Mandatory)] [byte[]] $Body,
        [string] $Pin,
        [string] $Proxy,
        [ValidateRange(1, 600)] [int] $TimeoutSeconds = 100
    )

    Assert-QuiesceServer -Server $Uri
    $common = @{ Uri = $Uri; Headers = $Headers; Body = $Body; Proxy = $Proxy; TimeoutSeconds = $TimeoutSeconds }
    if ([string]::IsNullOrEmpty($Pin) -or $Uri.Scheme -ne 'https') { return Invoke-QuiesceWebRequest @common }
    Invoke-QuiescePinnedRequest @common -Pin $Pin
}
