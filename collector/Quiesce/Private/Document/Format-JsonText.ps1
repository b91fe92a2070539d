function Format-JsonText {
    # One string as a JSON literal in plain ASCII, so that no console code page can spoil it. NUL and halves of
    # surrogate pairs become U+FFFD, because no database keeps them.
    param([string] $Text)

    if ($Text -cmatch '^[ !#-\[\]-~]*$') { return '"' + $Text + '"' }
    $builder = [Text.StringBuilder]::new($Text.Length + 16)
    [void] $builder.Append('"')
    for ($at = 0; $at -lt $Text.Length; $at++) {
        $letter = $Text[$at]
        $code = [int] $letter
        if ($code -eq 34) { [void] $builder.Append('\"') }
        elseif ($code -eq 92) { [void] $builder.Append('\\') }
        elseif ($code -ge 32 -and $code -le 126) { [void] $builder.Append($letter) }
        elseif ($code -eq 0) { [void] $builder.Append('\ufffd') }
        elseif ([char]::IsHighSurrogate($letter) -and $at + 1 -lt $Text.Length -and [char]::IsLowSurrogate($Text[$at + 1])) {
            [void] $builder.Append('\u').Append($code.ToString('x4')).Append('\u').Append(([int] $Text[$at + 1]).ToString('x4'))
            $at++
        }
        elseif ([char]::IsSurrogate($letter)) { [void] $builder.Append('\ufffd') }
        else { [void] $builder.Append('\u').Append($code.ToString('x4')) }
    }
    return $builder.Append('"').ToString()
}
