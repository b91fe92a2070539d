function ConvertTo-GuidText {
    # The first GUID of a text in lower case without braces, or the last one with -Last; null when there is none.
    param($Text, [switch] $Last)

    $found = [regex]::Matches("$Text", '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}')
    if ($found.Count -eq 0) { return $null }
    return $found[$(if ($Last) { $found.Count - 1 } else { 0 })].Value.ToLowerInvariant()
}
