function Skip-JsonSpace {
    param($Cursor)

    $text = $Cursor.Text
    $at = $Cursor.At
    while ($at -lt $text.Length -and " `t`r`n".IndexOf($text[$at]) -ge 0) { $at++ }
    $Cursor.At = $at
}
