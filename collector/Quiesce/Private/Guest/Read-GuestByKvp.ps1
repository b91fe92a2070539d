function Read-GuestByKvp {
    # What the guest script published through KVP; null when it published nothing.
    param($Items)

    if ($null -eq $Items) { return $null }
    $joined = Join-KvpPieces -Items $Items.Published
    if ($null -eq $joined) { return $null }
    if ($null -eq $joined.Text) { return @{ Facts = $null; Reason = 'error'; Text = $joined.Fault; Mend = 'Run the guest script again in the guest.' } }
    try { return ConvertFrom-GuestText -Text $joined.Text -Evidence 'kvp-guest' }
    catch { return @{ Facts = $null; Reason = 'error'; Text = "What the guest published cannot be read: $($_.Exception.Message)"; Mend = 'Run the guest script of this collector''s version in the guest.' } }
}
