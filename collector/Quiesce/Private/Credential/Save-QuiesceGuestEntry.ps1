function Save-QuiesceGuestEntry {
    <#
    .SYNOPSIS
    Puts one entry into the list of guest credentials in place of one with the same Key, or takes it out with -Remove.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [Collections.IDictionary] $Entry,
        [switch] $Remove
    )

    $lock = Lock-QuiesceHome -Name 'state'
    try {
        $kept = [Collections.Generic.List[object]]::new()
        foreach ($old in @(Get-QuiesceGuestEntry)) {
            if ($old.Key -ne $Entry.Key) {
                $kept.Add([ordered] @{ Key = $old.Key; Way = $old.Way; File = $old.File; Vault = $old.Vault; Secret = $old.Secret })
            }
            elseif ($null -ne $old.File -and ($Remove -or $old.File -ne $Entry.File)) { Remove-QuiesceFile -Path (Get-QuiesceHome -Child $old.File) }
        }
        if (-not $Remove) { $kept.Add($Entry) }
        $json = ConvertTo-QuiesceJson -Value ([ordered] @{ entries = $kept.ToArray() })
        Write-QuiesceFile -Path (Get-QuiesceHome -Child 'guest-credentials.json') -Bytes ([Text.Encoding]::UTF8.GetBytes($json))
    }
    finally { $lock.Dispose() }
}
