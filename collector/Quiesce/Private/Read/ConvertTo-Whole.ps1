function ConvertTo-Whole {
    # A whole number that is not negative and fits the document (2^53 - 1), else null.
    param($Value)

    if ($null -eq $Value -or "$Value" -eq '') { return $null }
    try { $number = [decimal] $Value } catch { return $null }
    if ($number -lt 0 -or $number -gt 9007199254740991) { return $null }
    return [long] [Math]::Floor($number)
}
