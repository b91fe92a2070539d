function Get-QuiesceReplyText {
    <#
    .SYNOPSIS
    One or two sentences of what a reply says, with the server's mend where it gives one.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [pscustomobject] $Reply)

    if ($Reply.Failure -eq 'network') { return "There is no contact with the server: $($Reply.Text)" }
    if ($Reply.Failure -eq 'tls') { return "The server's certificate or protocol is refused: $($Reply.Text) Have a certificate that this machine trusts and that names the server." }
    if ($null -ne $Reply.Failure) { return $Reply.Text }
    if ($null -eq $Reply.Json) { return "The server answers $($Reply.Status) without a text that Quiesce sends. Check the address and the proxy." }
    if ($null -ne $Reply.Json['result']) { return "The server has the document ($($Reply.Json['result'])), $($Reply.Json['vms']) VMs." }
    $parts = [Collections.Generic.List[string]]::new()
    foreach ($key in 'title', 'detail', 'place', 'mend') {
        $part = "$($Reply.Json[$key])"
        if ($part -ne '' -and -not $parts.Contains($part)) { $parts.Add($part) }
    }
    "$($Reply.Status): $($parts -join ' ')"
}
