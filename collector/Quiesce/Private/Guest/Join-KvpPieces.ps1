function Join-KvpPieces {
    # The JSON text that a guest published in pieces under Quiesce.<n>of<m>.<sha8>: base64 of gzip, whole only when all m
    # pieces are there and the SHA-256 of the base64 text begins with sha8. Returns Text, or Fault with what is wrong, or
    # null when the guest published nothing. Of several whole sets none counts: which is the newer cannot be told.
    param([Parameter(Mandatory)] [AllowEmptyCollection()] [hashtable] $Items)

    $sets = @{}
    foreach ($key in $Items.Keys) {
        if ($key -cnotmatch '^Quiesce\.(?<n>[1-9]\d?)of(?<m>[1-9]\d?)\.(?<sha>[0-9a-f]{8})$') { continue }
        $of = "$($Matches['m']) $($Matches['sha'])"
        if (-not $sets.ContainsKey($of)) { $sets[$of] = @{ Count = [int] $Matches['m']; Sha = $Matches['sha']; Pieces = @{} } }
        $sets[$of].Pieces[[int] $Matches['n']] = $Items[$key]
    }
    if ($sets.Count -eq 0) { return $null }
    $whole = [Collections.Generic.List[string]]::new()
    foreach ($set in $sets.Values) {
        if ($set.Count -gt 64 -or $set.Pieces.Count -ne $set.Count) { continue }
        $builder = [Text.StringBuilder]::new()
        for ($n = 1; $n -le $set.Count; $n++) { [void] $builder.Append($set.Pieces[$n]) }
        $text = $builder.ToString()
        $hash = [Security.Cryptography.SHA256]::Create()
        $digest = [BitConverter]::ToString($hash.ComputeHash([Text.Encoding]::ASCII.GetBytes($text))).Replace('-', '').ToLowerInvariant()
        $hash.Dispose()
        if ($digest.StartsWith($set.Sha, [StringComparison]::Ordinal)) { $whole.Add($text) }
    }
    if ($whole.Count -ne 1) { return @{ Text = $null; Fault = "The guest published $($sets.Count) sets of pieces, of which $($whole.Count) are whole." } }
    try { return @{ Text = (Expand-GuestText -Base64 $whole[0]); Fault = $null } }
    catch { return @{ Text = $null; Fault = "What the guest published cannot be unpacked: $($_.Exception.Message)" } }
}
