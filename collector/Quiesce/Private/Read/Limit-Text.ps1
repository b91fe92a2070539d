function Limit-Text {
    # Text cut to the length that the document takes; null and white space alone become null.
    param($Text, [int] $Most)

    if ($null -eq $Text) { return $null }
    $plain = ([string] $Text).Trim()
    if ($plain -eq '') { return $null }
    if ($plain.Length -gt $Most) { return $plain.Substring(0, $Most) }
    return $plain
}
