function Connect-QuiesceServer {
    <#
    .SYNOPSIS
    A connected network stream to the server, through the proxy where one is set (CONNECT, without sign-in).
    #>
    [CmdletBinding()]
    [OutputType([IO.Stream])]
    param(
        [Parameter(Mandatory)] [Net.Sockets.TcpClient] $Client,
        [Parameter(Mandatory)] [uri] $Uri,
        [string] $Proxy,
        [Parameter(Mandatory)] [int] $TimeoutSeconds
    )

    $through = $null
    if (-not [string]::IsNullOrEmpty($Proxy) -and $Proxy -ne 'none') { $through = [uri] $Proxy }
    $to = if ($null -eq $through) { $Uri } else { $through }
    if (-not $Client.ConnectAsync($to.DnsSafeHost, $to.Port).Wait($TimeoutSeconds * 1000)) {
        throw [TimeoutException]::new("No connection to $($to.Authority) within $TimeoutSeconds seconds.")
    }
    $stream = $Client.GetStream()
    $stream.ReadTimeout = $TimeoutSeconds * 1000
    $stream.WriteTimeout = $TimeoutSeconds * 1000
    if ($null -eq $through) { return $stream }

    $target = "$($Uri.DnsSafeHost):$($Uri.Port)"
    $ask = [Text.Encoding]::ASCII.GetBytes("CONNECT $target HTTP/1.1`r`nHost: $target`r`n`r`n")
    $stream.Write($ask, 0, $ask.Length)
    $answer = [Text.StringBuilder]::new()
    while (-not $answer.ToString().EndsWith("`r`n`r`n")) {
        $sign = $stream.ReadByte()
        if ($sign -lt 0 -or $answer.Length -gt 16384) { throw [IO.IOException]::new("The proxy $($to.Authority) closed the connection.") }
        [void] $answer.Append([char] $sign)
    }
    $line = $answer.ToString().Split("`r")[0]
    if ($line -notmatch '^HTTP/1\.[01] 2\d\d') { throw [IO.IOException]::new("The proxy $($to.Authority) refused: $line") }
    $stream
}
