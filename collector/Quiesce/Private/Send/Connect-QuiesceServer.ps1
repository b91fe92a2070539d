function Connect-QuiesceServer {
    <#
    .SYNOPSIS
    A connected network stream to the server, through the given proxy or that of Windows (CONNECT, without sign-in).
    .DESCRIPTION
    Tries every address of the name in turn: .NET Framework's TcpClient knows only IPv4 unless it is told the family.
    Disposing of the stream closes the connection.
    #>
    [CmdletBinding()]
    [OutputType([IO.Stream])]
    param(
        [Parameter(Mandatory)] [uri] $Uri,
        [string] $Proxy,
        [Parameter(Mandatory)] [int] $TimeoutSeconds
    )

    $through = $null
    if ([string]::IsNullOrEmpty($Proxy)) { $through = Get-QuiesceSystemProxy -Uri $Uri }
    elseif ($Proxy -ne 'none') { $through = [uri] $Proxy }
    $to = if ($null -eq $through) { $Uri } else { $through }
    $client = $null
    $fault = [IO.IOException]::new("The name $($to.DnsSafeHost) has no address.")
    foreach ($address in [Net.Dns]::GetHostAddresses($to.DnsSafeHost)) {
        $tried = [Net.Sockets.TcpClient]::new($address.AddressFamily)
        try {
            if (-not $tried.ConnectAsync($address, $to.Port).Wait($TimeoutSeconds * 1000)) { throw [TimeoutException]::new("No connection to $($to.Authority) within $TimeoutSeconds seconds.") }
            $client = $tried
            break
        }
        catch {
            $fault = $_.Exception
            $tried.Close()
        }
    }
    if ($null -eq $client) { throw $fault }
    $stream = $client.GetStream()
    $stream.ReadTimeout = $TimeoutSeconds * 1000
    $stream.WriteTimeout = $TimeoutSeconds * 1000
    if ($null -eq $through) { return $stream }
    try { Connect-QuiesceThrough -Stream $stream -Proxy $through -Uri $Uri }
    catch {
        $stream.Dispose()
        throw
    }
    $stream
}
