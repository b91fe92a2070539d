function Split-Flags {
    # Names of a flags enum as a list, without the one that says "none"; a bare number by its bits.
    param($Value, [hashtable] $Bits, [string[]] $None)

    $text = "$Value".Trim()
    if ($text -eq '') { return }
    $number = 0L
    if ([long]::TryParse($text, [ref] $number)) {
        foreach ($bit in $Bits.Keys) { if ($number -band $bit) { $Bits[$bit] } }
        return
    }
    foreach ($word in $text -split '\s*,\s*') { if ($word -ne '' -and $None -notcontains $word) { Limit-Text $word 64 } }
}
