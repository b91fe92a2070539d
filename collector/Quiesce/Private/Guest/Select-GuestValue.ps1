function Select-GuestValue {
    # A value that has the kind that the shape asks for, else null: a guest that writes something else loses that fact,
    # not its record.
    param($Value, $Shape)

    if ($null -eq $Value) { return $null }
    if ($Shape -is [hashtable]) {
        if ($Value -isnot [Collections.IDictionary]) { return $null }
        $record = [ordered]@{}
        foreach ($key in $Value.Keys) { if ($Shape.Keys -ccontains $key) { $record[$key] = Select-GuestValue $Value[$key] $Shape[$key] } }
        return $record
    }
    if ($Shape -is [array]) {
        if ($Value -is [string] -or $Value -is [Collections.IDictionary] -or $Value -isnot [Collections.IEnumerable]) { return $null }
        $list = [Collections.Generic.List[object]]::new()
        foreach ($entry in $Value) {
            if ($list.Count -ge 1000) { break }
            $one = Select-GuestValue $entry $Shape[0]
            if ($null -ne $one) { $list.Add($one) }
        }
        return , $list
    }
    $kind = $Shape.Substring(0, 1)
    if ($kind -eq 'b') { if ($Value -is [bool]) { return $Value } else { return $null } }
    if ($kind -eq 'n') {
        if ($Value -isnot [long] -and $Value -isnot [int]) { return $null }
        if ($Value -lt 0 -or $Value -gt [long] $Shape.Substring(1)) { return $null }
        return [long] $Value
    }
    if ($Value -isnot [string]) { return $null }
    if ($kind -eq 'g') { return ConvertTo-GuidText $Value }
    if ($kind -eq 'i') {
        if ($Value -cmatch '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$') { return $Value } else { return $null }
    }
    if ($Value.Length -gt [int] $Shape.Substring(1)) { return $Value.Substring(0, [int] $Shape.Substring(1)) }
    return $Value
}
