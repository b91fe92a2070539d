function Read-JsonValue {
    # One JSON value at the cursor, which is moved behind it.
    param($Cursor, $Depth)

    if (++$Cursor.Values -gt $Cursor.Most) { throw [FormatException]::new("The JSON text holds more than $($Cursor.Most) values.") }
    if ($Depth -gt 16) { throw [FormatException]::new('The JSON text is nested more than 16 deep.') }
    Skip-JsonSpace $Cursor
    $text = $Cursor.Text
    if ($Cursor.At -ge $text.Length) { throw [FormatException]::new('The JSON text ends too early.') }
    $letter = $text[$Cursor.At]
    if ($letter -ceq '"') { return Read-JsonText $Cursor }
    if ($letter -ceq '{') {
        $fields = [Collections.Specialized.OrderedDictionary]::new([StringComparer]::Ordinal)
        $Cursor.At++
        Skip-JsonSpace $Cursor
        if ($Cursor.At -lt $text.Length -and $text[$Cursor.At] -ceq '}') { $Cursor.At++; return , $fields }
        while ($true) {
            Skip-JsonSpace $Cursor
            $key = Read-JsonText $Cursor
            Skip-JsonSpace $Cursor
            if ($Cursor.At -ge $text.Length -or $text[$Cursor.At] -cne ':') { throw [FormatException]::new("A colon is missing at position $($Cursor.At).") }
            $Cursor.At++
            $fields[$key] = Read-JsonValue $Cursor ($Depth + 1)
            Skip-JsonSpace $Cursor
            if ($Cursor.At -ge $text.Length) { throw [FormatException]::new('The JSON text ends too early.') }
            $end = $text[$Cursor.At]
            $Cursor.At++
            if ($end -ceq '}') { return , $fields }
            if ($end -cne ',') { throw [FormatException]::new("A comma is missing at position $($Cursor.At - 1).") }
        }
    }
    if ($letter -ceq '[') {
        $entries = [Collections.Generic.List[object]]::new()
        $Cursor.At++
        Skip-JsonSpace $Cursor
        if ($Cursor.At -lt $text.Length -and $text[$Cursor.At] -ceq ']') { $Cursor.At++; return , $entries }
        while ($true) {
            $entries.Add((Read-JsonValue $Cursor ($Depth + 1)))
            Skip-JsonSpace $Cursor
            if ($Cursor.At -ge $text.Length) { throw [FormatException]::new('The JSON text ends too early.') }
            $end = $text[$Cursor.At]
            $Cursor.At++
            if ($end -ceq ']') { return , $entries }
            if ($end -cne ',') { throw [FormatException]::new("A comma is missing at position $($Cursor.At - 1).") }
        }
    }
    $rest = $text.Substring($Cursor.At, [Math]::Min(40, $text.Length - $Cursor.At))
    if ($rest -cmatch '^(true|false|null)(?![A-Za-z0-9_])') {
        $Cursor.At += $Matches[1].Length
        if ($Matches[1] -ceq 'null') { return $null }
        return $Matches[1] -ceq 'true'
    }
    if ($rest -cmatch '^-?(?:0|[1-9][0-9]*)(?<fraction>\.[0-9]+)?(?<power>[eE][+-]?[0-9]+)?') {
        $Cursor.At += $Matches[0].Length
        $whole = [long] 0
        if (-not $Matches.ContainsKey('fraction') -and -not $Matches.ContainsKey('power') -and [long]::TryParse($Matches[0], [ref] $whole)) { return $whole }
        return [double]::Parse($Matches[0], [Globalization.CultureInfo]::InvariantCulture)
    }
    throw [FormatException]::new("No JSON value begins at position $($Cursor.At).")
}
