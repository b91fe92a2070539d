function ConvertTo-Word {
    # The name of an enum value. A bare number is named by the table where its numbers are the same on every Windows,
    # else it stays a number, which the judge takes as unknown.
    param($Value, [hashtable] $Names)

    $word = Limit-Text "$Value" 64
    if ($null -ne $word -and $null -ne $Names -and $Names.ContainsKey($word)) { return $Names[$word] }
    return $word
}
