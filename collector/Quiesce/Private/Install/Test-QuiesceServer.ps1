function Test-QuiesceServer {
    <#
    .SYNOPSIS
    Opens a connection to the server and closes it: returns the SHA-256 thumbprints that it showed, or throws with the cause.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [uri] $Server,
        [string] $Proxy
    )

    $stream = Connect-QuiesceServer -Uri $Server -Proxy $Proxy -TimeoutSeconds 15
    try {
        if ($Server.Scheme -ne 'https') { return }
        $tls = [Net.Security.SslStream]::new($stream, $false)
        $stream = $tls
        $tls.AuthenticateAsClient($Server.DnsSafeHost, $null, [Security.Authentication.SslProtocols] [int] (Get-QuiesceTlsProtocol), $false)
        Get-QuiesceThumbprint -Certificate $tls.RemoteCertificate
    }
    finally { $stream.Dispose() }
}
