function Invoke-QuiescePinnedRequest {
    <#
    .SYNOPSIS
    One POST over a TLS connection whose certificate, or one of its authorities, has the pinned SHA-256 thumbprint.
    .DESCRIPTION
    The pin is compared before a byte of the request is written. It comes on top of the usual check of the certificate,
    not in its place.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [uri] $Uri,
        [Parameter(Mandatory)] [hashtable] $Headers,
        [Parameter(Mandatory)] [byte[]] $Body,
        [Parameter(Mandatory)] [string] $Pin,
        [string] $Proxy,
        [Parameter(Mandatory)] [int] $TimeoutSeconds
    )

    $tls = $null
    try {
        $plain = Connect-QuiesceServer -Uri $Uri -Proxy $Proxy -TimeoutSeconds $TimeoutSeconds
        $tls = [Net.Security.SslStream]::new($plain, $false)
        $protocols = [Security.Authentication.SslProtocols] [int] (Get-QuiesceTlsProtocol)
        $tls.AuthenticateAsClient($Uri.DnsSafeHost, $null, $protocols, $false)
        $seen = @(Get-QuiesceThumbprint -Certificate $tls.RemoteCertificate)
        if ($seen -notcontains (ConvertTo-QuiescePin -Pin $Pin)) {
            return New-QuiesceReply -Failure 'pin' -Text "The server's certificate is not the pinned one. It showed SHA-256 $($seen[0]); the pin is $Pin."
        }
        $head = [Text.StringBuilder]::new()
        [void] $head.Append("POST $($Uri.PathAndQuery) HTTP/1.1`r`nHost: $($Uri.Authority)`r`n")
        foreach ($name in $Headers.Keys) { [void] $head.Append("${name}: $($Headers[$name])`r`n") }
        [void] $head.Append("Content-Length: $($Body.Length)`r`nConnection: close`r`n`r`n")
        $bytes = [Text.Encoding]::ASCII.GetBytes($head.ToString())
        $tls.Write($bytes, 0, $bytes.Length)
        $tls.Write($Body, 0, $Body.Length)
        $tls.Flush()
        ConvertFrom-QuiesceHttpBytes -Bytes (Read-QuiesceStream -Stream $tls -Limit 1179648)
    }
    catch {
        New-QuiesceReply -Failure (Get-QuiesceFailure -Exception $_.Exception) -Text (Get-QuiesceInnermost -Exception $_.Exception)
    }
    finally {
        if ($null -ne $tls) { $tls.Dispose() }
    }
}
