function Read-JsonText {
    # The JSON string at the cursor, which is moved behind its closing quote.
    param($Cursor)

    $text = $Cursor.Text
    if ($Cursor.At -ge $text.Length -or $text[$Cursor.At] -cne '"') { throw [FormatException]::new("A string is expected at position $($Cursor.At).") }
    $builder = [Text.StringBuilder]::new()
    $at = $Cursor.At + 1
    while ($true) {
        $stop = $text.IndexOfAny([char[]] '"\', $at)
        if ($stop -lt 0) { throw [FormatException]::new('A string has no end.') }
        [void] $builder.Append($text, $at, $stop - $at)
        if ($text[$stop] -ceq '"') { $Cursor.At = $stop + 1; return $builder.ToString() }
        if ($stop + 1 -ge $text.Length) { throw [FormatException]::new('A string has no end.') }
        $mark = [string] $text[$stop + 1]
        $at = $stop + 2
        if ($mark -ceq 'u') {
            $code = 0
            $digits = if ($at + 4 -le $text.Length) { $text.Substring($at, 4) } else { '' }
            if (-not [int]::TryParse($digits, [Globalization.NumberStyles]::AllowHexSpecifier, [Globalization.CultureInfo]::InvariantCulture, [ref] $code)) {
                throw [FormatException]::new("An escape is broken at position $stop.")
            }
            [void] $builder.Append([char] $code)
            $at += 4
            continue
        }
        $meant = '"\/bfnrt'.IndexOf($mark, [StringComparison]::Ordinal)
        if ($meant -lt 0) { throw [FormatException]::new("An escape is broken at position $stop.") }
        [void] $builder.Append("""\/`b`f`n`r`t"[$meant])
    }
}
