function Assert-QuiesceServer {
    <#
    .SYNOPSIS
    Throws when the address is no absolute https address. Plain http is taken for this machine itself only.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory)] [uri] $Server)

    if (-not $Server.IsAbsoluteUri) { throw [ArgumentException]::new("The server '$Server' is no address. Give it with its scheme, such as https://quiesce.example.org.") }
    if ($Server.Scheme -eq 'https') { return }
    if ($Server.Scheme -eq 'http' -and $Server.IsLoopback) { return }
    throw [ArgumentException]::new("The server '$Server' is not an https address. The credential and the inventory are only sent encrypted; give the https address of the dashboard.")
}
