function ConvertFrom-QuiesceJson {
    # Reads JSON text into ordered dictionaries, lists, strings, numbers and booleans. Throws a FormatException that
    # names the position. Bounded, because what guests publish is untrusted and each value takes time on the host: at
    # most 1 MiB of text, 16 levels and -MostValues values.
    param([Parameter(Mandatory)] [AllowEmptyString()] [string] $Text, [int] $MostValues = 100000)

    if ($Text.Length -gt 1048576) { throw [FormatException]::new('The JSON text is longer than 1 MiB.') }
    $cursor = @{ Text = $Text; At = 0; Values = 0; Most = $MostValues }
    $value = Read-JsonValue $cursor 0
    Skip-JsonSpace $cursor
    if ($cursor.At -lt $Text.Length) { throw [FormatException]::new("Text after the end of the JSON value at position $($cursor.At).") }
    return , $value
}
