function Save-QuiesceToken {
    <#
    .SYNOPSIS
    Keeps the collector's own credential, encrypted, in the collector's folder.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory)] [securestring] $Token)

    $plain = [Net.NetworkCredential]::new('', $Token).Password
    if ($plain -notmatch '^qsc_[0-9A-Za-z_-]{4,64}\.[0-9A-Za-z_-]{16,256}$') {
        throw [ArgumentException]::new('This is no collector credential: it begins with qsc_ and has one dot. Copy it whole from Collectors in the dashboard.')
    }
    Write-QuiesceFile -Path (Get-QuiesceHome -Child 'credential.bin') -Bytes (Protect-QuiesceSecret -Bytes ([Text.Encoding]::UTF8.GetBytes($plain)))
}
