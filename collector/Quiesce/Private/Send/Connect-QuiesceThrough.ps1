function Connect-QuiesceThrough {
    <#
    .SYNOPSIS
    Asks the proxy at the other end of a stream for a connection to the server; throws when it says no.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [IO.Stream] $Stream,
        [Parameter(Mandatory)] [uri] $Proxy,
        [Parameter(Mandatory)] [uri] $Uri
    )

    $target = "$($Uri.DnsSafeHost):$($Uri.Port)"
    $ask = [Text.Encoding]::ASCII.GetBytes("CONNECT $target HTTP/1.1`r`nHost: $target`r`n`r`n")
    $Stream.Write($ask, 0, $ask.Length)
    $answer = [Text.StringBuilder]::new()
    while (-not $answer.ToString().EndsWith("`r`n`r`n")) {
        $sign = $Stream.ReadByte()
        if ($sign -lt 0 -or $answer.Length -gt 16384) { throw [IO.IOException]::new("The proxy $($Proxy.Authority) closed the connection.") }
        [void] $answer.Append([char] $sign)
    }
    $line = $answer.ToString().Split("`r")[0]
    if ($line -notmatch '^HTTP/1\.[01] 2\d\d') { throw [IO.IOException]::new("The proxy $($Proxy.Authority) refused: $line") }
}
