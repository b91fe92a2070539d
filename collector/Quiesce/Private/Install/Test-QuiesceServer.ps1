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

    $client = [Net.Sockets.TcpClient]::new()
    try {
        $plain = Connect-QuiesceServer -Client $client -Uri $Server -Proxy $Proxy -TimeoutSeconds 15
        if ($Server.Scheme -ne 'https') { return }
        $tls = [Net.Security.SslStream]::new($plain, $false)
        try {
            $tls.AuthenticateAsClient($Server.DnsSafeHost, $null, [Security.Authentication.SslProtocols] [int] (Get-QuiesceTlsProtocol), $false)
            Get-QuiesceThumbprint -Certificate $tls.RemoteCertificate
        }
        finally { $tls.Dispose() }
    }
    finally { $client.Close() }
}
